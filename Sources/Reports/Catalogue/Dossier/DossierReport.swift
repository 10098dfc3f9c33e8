import Indicators
import Warehouse

/// `tavoli/<slug>`: the evidence of one co-programming table, in the order the table works:
/// needs, answers, gaps, resources, priorities, evidence and method.
enum DossierReport: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] {
    context.tables.map { brief in { report(brief, context) } }
  }

  private static func report(_ brief: TableBrief, _ context: ReportContext) -> Report {
    let dossier = Dossier(brief, context)
    let language = context.language
    var report = Report(
      path: "tavoli/\(brief.slug)", language: language, title: brief.title[language],
      subtitle: DossierPhrases.subtitle(
        language, dossier.scope.name, language.name(of: brief.period)),
      lead: brief.notice[language].isEmpty ? [] : [brief.notice[language]],
      sections: [
        SummarySection.section(dossier), NeedsSection.section(dossier),
        AnswersSection.section(dossier), GapsSection.section(dossier),
        ResourcesSection.section(dossier), PrioritiesSection.section(dossier),
        DecisionsSection.section(dossier), EvidenceSection.section(dossier),
      ],
      trail: [ReportCatalogue.home(context)])
    report.hasWorkbook = true
    report.workbookSections =
      report.sections + [DossierWorkbook.section(dossier, beside: report.sections)]
    report.forms = TableForms.all(dossier)
    return report
  }
}

/// What the sections of a dossier share.
struct Dossier {
  let brief: TableBrief
  let context: ReportContext
  let scope: Scope
  let views: IndicatorViews
  var reader: EvidenceReader { context.reader }
  var language: Language { context.language }

  init(_ brief: TableBrief, _ context: ReportContext) {
    self.brief = brief
    self.context = context
    scope = Scope(brief, in: context.evidence.territory, context.language)
    views = IndicatorViews(reader: context.reader)
  }

  /// The user areas of the theme, in the order the brief names them; none when it names none.
  var userAreas: [NamedCode] { named(brief.userAreas, in: context.evidence.userAreas) }

  var services: [NamedCode] { named(brief.services, in: context.evidence.services) }

  /// The cut of an indicator for the theme, among the comuni of the table; of all areas where the
  /// theme's own would be a column of marks and theirs is not.
  func sliceForComuni(_ indicator: String) -> Slice? {
    let comuni = scope.comuni.map(\.key)
    func slice(_ areas: [NamedCode]) -> Slice? {
      reader.slice(indicator, areas: areas, among: comuni, wanted: brief.period)
    }
    func known(_ slice: Slice) -> Int {
      comuni.count { reader.figure(indicator, $0, slice)?.observation.value != nil }
    }
    guard let own = slice(userAreas), own.breakdown != .total, let all = slice([]) else {
      return slice(userAreas)
    }
    return known(all) > Self.manyTimes * known(own) ? all : own
  }

  private static let manyTimes = 4

  /// The cut of an indicator for the theme, among the territories shown above the comuni.
  func sliceAbove(_ indicator: String) -> Slice? {
    reader.slice(indicator, areas: userAreas, among: scope.shown, wanted: brief.period)
  }

  /// For each user area of the theme, the cut of some indicators among the comuni. Areas of which nothing
  /// is published rest on the same numbers, those of everybody: they are one.
  func cuts(of indicators: [String]) -> [(area: String, slices: [Slice?])] {
    let everybody = DossierPhrases.allAreas[language]
    var cuts: [(area: String, slices: [Slice?])] = []
    for area in userAreas.isEmpty ? [nil] : userAreas.map(Optional.some) {
      let slices = indicators.map {
        reader.slice(
          $0, areas: area.map { [$0] } ?? [], among: scope.comuni.map(\.key),
          wanted: brief.period)
      }
      if cuts.contains(where: { $0.slices == slices }) { continue }
      let isOwn = slices.contains { ($0?.breakdown ?? .total) != .total }
      cuts.append((isOwn ? area?.name[language] ?? everybody : everybody, slices))
    }
    return cuts
  }

  /// Says why an indicator has no number for the territory of the table.
  func absent(_ indicator: String) -> Block {
    views.absent(indicator, among: (scope.shown + scope.comuni.map(\.key)).uniqued())
  }

  /// What the catalogue owes a part of the dossier, beside what it shows already.
  func declared(_ part: DossierOutline.Part) -> Section? {
    DeclaredPart(part: part, dossier: self).section(DeclaredPhrases.title(of: part))
  }

  /// An indicator by comune for the theme, saying so when only the total is known.
  func byComune(_ indicator: String, withMap: Bool = false, sheet: String) -> [Block] {
    guard let slice = sliceForComuni(indicator) else { return [absent(indicator)] }
    // Of a hundred comuni, without a picture, the workbook: the overview has their values on the page.
    let blocks = views.byComune(indicator, scope, slice, withMap: withMap, sheet: sheet).map {
      guard scope.isWide, case .table(var table) = $0 else { return $0 }
      table.isInWorkbookOnly = true
      return .table(table)
    }
    return onlyTotal(slice) + blocks
  }

  /// A modality view for each territory shown; each has its own sheet.
  func byModality(
    _ indicator: String, dimension: String, codes: [NamedCode], name: String, sheet: String
  ) -> [Block] {
    scope.shown.flatMap { territory in
      views.byModality(
        indicator, territory, wanted: brief.period, dimension: dimension, codes: codes,
        dimensionName: name,
        sheet: scope.shown.count == 1
          ? sheet
          : sheet + " " + ProvisionalComposition.unmarked(reader.name(of: territory)))
    }
  }

  /// Says that numbers nobody crosses with user areas are not the theme's own.
  func ofAllAreas(_ blocks: [Block]) -> [Block] {
    if blocks.isEmpty || userAreas.isEmpty { return blocks }
    return [.sentence(Sentence(DossierPhrases.ofAllAreas[language]))] + blocks
  }

  /// Says that a figure is not the theme's own.
  func onlyTotal(_ slice: Slice) -> [Block] {
    guard slice.breakdown == .total, let area = userAreas.first else { return [] }
    return [.sentence(Sentence(DossierPhrases.onlyTotal(language, area.name[language])))]
  }

  private func named(_ codes: [String], in list: [NamedCode]) -> [NamedCode] {
    codes.compactMap { code in list.first { $0.code == code } }
  }
}
