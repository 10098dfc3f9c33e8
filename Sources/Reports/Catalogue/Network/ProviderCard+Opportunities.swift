import Indicators
import Warehouse

extension ProviderCard {
  /// Services asked for in its comuni that nobody offers there, and those one organisation alone does.
  struct Opportunities {
    var rows: [[Cell]] = []
    /// Of those too, but how many ask there may not be told: by service, in how many comuni.
    var withheld: [(service: String, comuni: Int)] = []
  }

  func missingServices() -> Opportunities {
    let reader = context.reader
    var found = Opportunities()
    var withheld: [String: Int] = [:]
    for comune in provider.served {
      guard let place = name(comune) else { continue }
      let key = TerritoryKey(.comune, "\(comune)")
      for service in network.services {
        let count = network.count(comune, service.code)
        guard count < 2 else { continue }
        let cut = Breakdown(dimension: "servizio", modality: service.code)
        let period = reader.period(for: "richieste-per-1000", among: [key]) { cut.holds($0) }
        let figure = period.flatMap { reader.figure("richieste-per-1000", key, $0, cut) }
        if let period, let figure, let value = figure.observation.value {
          if value == 0 { continue }
          found.rows.append([
            .text(place), .text(service.name[language]), reader.cell(figure),
            .text(language.name(of: period)), .integer(count),
          ])
          continue
        }
        let heldBack = reader.figures("richieste-per-1000", of: [key]) {
          cut.holds($0) && $0.status == .suppressed
        }
        if !heldBack.isEmpty { withheld[service.name[language], default: 0] += 1 }
      }
    }
    found.withheld = withheld.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return found
  }

  func opportunities(_ found: Opportunities) -> Section? {
    if provider.isPlaceWithheld { return nil }
    var blocks = [Block.sentence(Sentence(words.opportunitiesLead[language]))]
    if found.rows.isEmpty, found.withheld.isEmpty {
      blocks.append(.sentence(Sentence(words.noOpportunities[language])))
    }
    if !found.rows.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "ente-occasioni", caption: words.opportunitiesCaption(language, provider.name),
            sheetName: words.opportunitiesSheet[language],
            columns: [
              Table.Column(ViewPhrases.comune[language], width: 26),
              Table.Column(ViewPhrases.service[language], width: 40),
              Table.Column(
                context.reader.definition("richieste-per-1000")?.name[language] ?? "", .number),
              Table.Column(ViewPhrases.period[language]),
              Table.Column(words.answering[language], .number),
            ], rows: found.rows, isSortable: true)))
    }
    if !found.withheld.isEmpty {
      let places = found.withheld.map {
        words.inComuni(language, $0.comuni, $0.service)
      }
      blocks.append(
        .sentence(Sentence(words.withheldOpportunities(language, language.listed(places)))))
    }
    return Section(
      id: "occasioni", title: words.opportunitiesTitle[language], blocks: blocks)
  }
}
