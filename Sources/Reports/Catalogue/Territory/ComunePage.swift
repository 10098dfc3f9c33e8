import Indicators
import Warehouse

/// `territori/<istat>.html`: one page per comune, held against the whole territory.
enum ComunePage: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] {
    let spreads = ComuneSpreads(context)
    let network = ProviderNetwork(context.evidence)
    return context.evidence.territory.comuni.map { comune in
      { report(comune, spreads, network, context) }
    }
  }

  static func path(_ comune: TerritoryAtlas.Comune) -> String { "territori/\(comune.code)" }

  private static func report(
    _ comune: TerritoryAtlas.Comune, _ spreads: ComuneSpreads, _ network: ProviderNetwork,
    _ context: ReportContext
  ) -> Report {
    let language = context.language
    let words = ComunePhrases.self
    let profile = TerritoryProfile(key: comune.key, name: comune.name, reader: context.reader)
    var trail = [ReportCatalogue.home(context)]
    if let ats = comune.ats, let link = GroupPage.link(TerritoryKey(.ats, ats), context) {
      trail.append(link)
    }
    return Report(
      path: path(comune), language: language, title: comune.name,
      subtitle: subtitle(comune, context), lead: [],
      sections: [
        Section(
          id: "in-sintesi", title: words.keyTitle[language],
          blocks: summary(comune, context))
      ]
        + (Scope.isWhole(comune.key, in: context.evidence.territory)
          ? []
          : [
            SpinePart.section(comune, spreads, context)
              ?? profile.comparison()
          ].compactMap(\.self))
        + [
          AskedPart(key: comune.key, reader: context.reader).section(),
          offers(comune, network, context),
          PointsPart(comuni: [comune], name: comune.name, context: context).section(),
          profile.indicators(),
        ].compactMap(\.self),
      trail: trail)
  }

  /// Who offers what here; nil where no organisation is known.
  private static func offers(
    _ comune: TerritoryAtlas.Comune, _ network: ProviderNetwork, _ context: ReportContext
  ) -> Section? {
    if context.evidence.providers.isEmpty { return nil }
    let language = context.language
    let words = ComunePhrases.self
    let offering = network.offering(in: comune.code)
    let rows = offering.map { provider, services -> [Cell] in
      [
        .link(provider.name, .page(ProviderReport.path(provider) + ".html")),
        .text(services.map { $0.name[language] }.joined(separator: "; ")),
      ]
    }
    let table = Table(
      id: "chi-offre-tabella", caption: words.offersCaption(language, comune.name),
      sheetName: words.offersTitle[language],
      columns: [
        Table.Column(NetworkPhrases.provider[language], width: 40),
        Table.Column(DossierPhrases.services[language], width: 60),
      ], rows: rows,
      notes: [NetworkPhrases.coverageNote[language], words.offersNote[language]])
    let thin = thin(comune, network, language)
    return Section(
      id: "chi-offre", title: words.offersTitle[language],
      blocks: rows.isEmpty
        ? [.sentence(Sentence(words.noOffers[language]))]
        : [.sentence(said(comune, offering.count, network, language))] + thin.map(Block.sentence)
          + [.table(table)])
  }

  /// How many organisations offer something here, and how many of the services.
  private static func said(
    _ comune: TerritoryAtlas.Comune, _ providers: Int, _ network: ProviderNetwork,
    _ language: Language
  ) -> Sentence {
    let offered = network.services.count { network.count(comune.code, $0.code) > 0 }
    return Sentence(
      ComunePhrases.offersSaid(
        language, language.integer(providers), language.integer(offered),
        language.integer(network.services.count)))
  }

  /// Which services nobody offers here, and which one organisation alone.
  private static func thin(
    _ comune: TerritoryAtlas.Comune, _ network: ProviderNetwork, _ language: Language
  ) -> [Sentence] {
    let words = ComunePhrases.self
    return [(words.offeredByNobody, 0), (words.offeredByOneAlone, 1)].compactMap { phrase, wanted in
      let names = network.services.filter { network.count(comune.code, $0.code) == wanted }
        .map { $0.name[language] }
      return names.isEmpty ? nil : Sentence(phrase(language, names.joined(separator: "; ")))
    }
  }

  /// Where every number is withheld it says why, and where the nearest ones are.
  private static func summary(_ comune: TerritoryAtlas.Comune, _ context: ReportContext) -> [Block]
  {
    let language = context.language
    let words = ComunePhrases.self
    let figures = KeyFigures(context.reader).figures(comune.key, wanted: nil)
    guard !figures.isEmpty, figures.allSatisfy({ $0.cell.mark == .confidential }) else {
      return [.keyFigures(figures)]
    }
    let around = [
      comune.ats.map { TerritoryKey(.ats, $0) },
      comune.innerAreaGroup.map { TerritoryKey(.innerAreaClass, $0) },
    ].compactMap { $0.flatMap { GroupPage.link($0, context) } }
    let reason = Callout(
      kind: .information, title: words.withheldTitle[language],
      sentences: [Sentence(words.withheldReason[language])])
    return [.keyFigures(figures), .callout(reason)] + (around.isEmpty ? [] : [.links(around)])
  }

  private static func subtitle(
    _ comune: TerritoryAtlas.Comune, _ context: ReportContext
  ) -> String {
    let language = context.language
    let words = ComunePhrases.self
    var parts = [words.residents(language, language.integer(comune.residents))]
    if let ats = comune.ats {
      parts.append(context.reader.name(of: TerritoryKey(.ats, ats)))
    }
    if let group = comune.innerAreaGroup { parts.append(words.innerClass(language, group)) }
    if let minutes = comune.minutesToPole {
      parts.append(words.minutes(language, language.decimal(minutes, 0)))
    }
    parts.append(words.code(language, "\(comune.code)"))
    return parts.joined(separator: " · ")
  }
}
