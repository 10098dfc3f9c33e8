import Indicators
import Warehouse

/// `rete.html`: the organisations together: who covers what, where one alone answers, offers nobody
/// uses.
enum NetworkPage: ReportKind {
  static func drafts(_ context: ReportContext) -> [Draft] {
    context.evidence.providers.isEmpty ? [] : [{ report(context) }]
  }

  private static func report(_ context: ReportContext) -> Report {
    let language = context.language
    let words = NetworkPhrases.self
    let network = ProviderNetwork(context.evidence)
    return Report(
      path: "rete", language: language, title: words.title[language],
      subtitle: words.subtitle[language], lead: [],
      sections: [
        Section(
          id: "enti", title: words.providersTitle[language],
          blocks: [
            .sentence(offering(context.evidence.providers, language)),
            .table(
              providers(
                context.evidence.providers, id: "enti-tabella",
                caption: words.providersCaption[language], sheet: words.providersTitle[language],
                context)),
          ]),
        Section(
          id: "copertura", title: words.coverageTitle[language],
          blocks: [
            .sentence(single(network, language)), .list(thin(network, language)),
            .table(coverage(network, context)),
          ]),
        Section(id: "ferme", title: words.idleTitle[language], blocks: idle(network, context)),
      ],
      trail: [ReportCatalogue.home(context)])
  }

  /// How many of them offer something, and of how many it is not known how far they reach and with whom.
  private static func offering(_ providers: [ProviderProfile], _ language: Language) -> Sentence {
    let words = NetworkPhrases.self
    func number(_ isCounted: (ProviderProfile) -> Bool) -> String {
      language.integer(providers.count(where: isCounted))
    }
    return Sentence(
      words.providersSaid(
        language, language.integer(providers.count), number { !$0.offers.isEmpty },
        number { $0.offers.isEmpty }, number { !$0.served.isEmpty },
        number { $0.volunteers != nil }))
  }

  private static func providers(
    _ providers: [ProviderProfile], id: String, caption: String, sheet: String,
    _ context: ReportContext
  ) -> Table {
    let language = context.language
    let words = NetworkPhrases.self
    let territory = context.evidence.territory
    return Table(
      id: id, caption: caption, sheetName: sheet,
      columns: [
        Table.Column(words.provider[language], width: 40),
        Table.Column(words.servedCount[language], .number),
        Table.Column(words.offersCount[language], .number),
        Table.Column(words.volunteers[language], .number), Table.Column(words.kind[language]),
        Table.Column(words.seat[language], width: 24),
      ],
      rows: providers.map { provider in
        let place: Mark = provider.isPlaceWithheld ? .confidential : .notReceived
        return [
          .link(provider.name, .page(ProviderReport.path(provider) + ".html")),
          provider.served.isEmpty
            ? Cell(.none, mark: place) : .integer(provider.served.count),
          .integer(provider.offers.count),
          provider.volunteers.map { .integer(Int($0)) } ?? Cell(.none, mark: .notReceived),
          .text(words.name(ofKind: provider.kind)[language]),
          provider.seat.flatMap { territory.comune($0)?.name }.map(Cell.text)
            ?? Cell(.none, mark: place),
        ]
      }, isSortable: true)
  }

  /// How many organisations offer each service in each comune.
  private static func coverage(_ network: ProviderNetwork, _ context: ReportContext) -> Table {
    let language = context.language
    let scope = Scope(whole: context.evidence.territory)
    return Table(
      id: "copertura-enti", caption: NetworkPhrases.coverageCaption[language],
      sheetName: NetworkPhrases.coverageTitle[language],
      columns: [Table.Column(ViewPhrases.comune[language], width: 26)]
        + network.services.map { Table.Column($0.name[language], .number) },
      rows: scope.comuni.map { comune in
        [.link(comune.name, .page(ComunePage.path(comune) + ".html"))]
          + network.services.map { .integer(network.count(comune.code, $0.code)) }
      }, notes: [NetworkPhrases.coverageNote[language]], isSortable: true)
  }

  private static func single(_ network: ProviderNetwork, _ language: Language) -> Sentence {
    let names = network.evidence.territory.comuni.filter { network.hasSingleProvider($0.code) }
      .map(\.name).inOrder()
    return Sentence(
      names.isEmpty
        ? NetworkPhrases.noSingle[language]
        : NetworkPhrases.single(
          language, language.integer(names.count), names.joined(separator: ", ")))
  }

  /// Of each service, in how many comuni nobody offers it, or one organisation alone.
  static func thin(_ network: ProviderNetwork, _ language: Language) -> [Sentence] {
    let words = NetworkPhrases.self
    return network.services.compactMap { service in
      let parts = [(words.byNobody, 0), (words.byOneAlone, 1)].compactMap { phrase, wanted in
        let comuni = network.evidence.territory.comuni.count {
          network.count($0.code, service.code) == wanted
        }
        return comuni == 0 ? nil : phrase(language, CountPhrases.comuni(language, comuni))
      }
      return parts.isEmpty
        ? nil : Sentence(service.name[language] + ": " + parts.joined(separator: "; ") + ".")
    }
  }

  private static func idle(_ network: ProviderNetwork, _ context: ReportContext) -> [Block] {
    let language = context.language
    let words = NetworkPhrases.self
    let idle = network.idle
    if idle.isEmpty { return [.sentence(Sentence(words.noIdle[language]))] }
    return [
      .sentence(Sentence(words.idle(language, language.integer(idle.count)))),
      .table(
        providers(
          idle, id: "enti-fermi", caption: words.idleCaption[language],
          sheet: words.idleTitle[language], context)),
    ]
  }
}
