import Indicators
import Warehouse

/// `territori/ats-<id>.html`, `territori/classe-<c>.html`: a page per social district and per class of
/// inner areas, with its comuni.
enum GroupPage: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] {
    groups(context).map { group in { report(group, context) } }
  }

  /// The groups that have a page, in the order of the territory.
  static func groups(_ context: ReportContext) -> [TerritoryAtlas.Group] {
    context.evidence.territory.groups.filter { path($0.key) != nil }
  }

  static func link(_ key: TerritoryKey, _ context: ReportContext) -> Link? {
    guard let path = path(key),
      let group = context.evidence.territory.groups.first(where: { $0.key == key })
    else { return nil }
    return Link(TerritoryNames.title(group, context.language), .page(path + ".html"))
  }

  private static func path(_ key: TerritoryKey) -> String? {
    switch key.kind {
    case .ats: "territori/ats-" + key.code.lowercased()
    case .innerAreaClass: "territori/classe-" + key.code.lowercased()
    case .total, .province, .zone, .comune: nil
    }
  }

  private static func report(_ group: TerritoryAtlas.Group, _ context: ReportContext) -> Report {
    let language = context.language
    let words = ComunePhrases.self
    let title = TerritoryNames.title(group, language)
    let scope = Scope(group.key, in: context.evidence.territory, language)
    let residents = scope.comuni.reduce(0) { $0 + $1.residents }
    let profile = TerritoryProfile(key: group.key, name: title, reader: context.reader)
    return Report(
      path: path(group.key) ?? "", language: language,
      // A district is called after its lead comune, which has a page of its own.
      title: title,
      subtitle: words.groupSubtitle(
        language, CountPhrases.comuni(language, scope.comuni.count),
        CountPhrases.residents(language, residents)),
      lead: group.isProvisional ? [words.provisional[language]] : [],
      sections: [
        Section(
          id: "in-sintesi", title: words.keyTitle[language],
          blocks: [
            .keyFigures(KeyFigures(context.reader).figures(group.key, wanted: nil))
          ]),
        coverage(scope, context), comuni(group, scope, context),
        AskedPart(key: group.key, reader: context.reader).section(),
        PointsPart(comuni: scope.comuni, name: title, context: context).section(),
      ].compactMap(\.self)
        + (Scope.isWhole(group.key, in: context.evidence.territory)
          ? [] : [profile.comparison()].compactMap(\.self)) + [profile.indicators()],
      trail: [ReportCatalogue.home(context)])
  }

  private static func coverage(_ scope: Scope, _ context: ReportContext) -> Section {
    let language = context.language
    let views = IndicatorViews(reader: context.reader)
    let indicator = PortalPage.mapIndicator
    let period = context.reader.period(for: indicator, among: scope.comuni.map(\.key)) {
      $0.dimension == "totale"
    }
    return Section(
      id: "copertura", title: ComunePhrases.coverageMap[language],
      blocks: period.map {
        views.byComune(
          indicator, scope, Slice(breakdown: .total, label: nil, period: $0), withMap: true,
          sheet: ComunePhrases.sheetCoverage[language])
      } ?? [views.absent(indicator)])
  }

  private static func comuni(
    _ group: TerritoryAtlas.Group, _ scope: Scope, _ context: ReportContext
  ) -> Section {
    let language = context.language
    let comuni = ComuniTable(context: context)
    let (table, silence) = comuni.table(
      scope, id: "comuni-tabella",
      caption: ComunePhrases.comuniOfCaption(language, TerritoryNames.title(group, language)))
    return Section(
      id: "comuni", title: ComunePhrases.comuniOf[language],
      blocks: comuni.said(scope) + [.table(table)] + silence)
  }
}
