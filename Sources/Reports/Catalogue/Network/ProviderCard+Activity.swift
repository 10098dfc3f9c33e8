import Indicators
import Warehouse

extension ProviderCard {
  /// What it did in the twelve months: whole, by comune, by service.
  func activity() -> Section {
    let asOf = language.long(context.evidence.asOf)
    guard let deliveries = provider.deliveries, let persons = provider.persons else {
      return Section(
        id: "attivita", title: words.activityTitle[language],
        blocks: [
          .sentence(
            Sentence((provider.isWithheld ? words.withheld : words.noDeliveries)[language]))
        ])
    }
    let sentences =
      [
        Sentence(
          words.activity(
            language, asOf, CountPhrases.services(language, deliveries),
            CountPhrases.persons(language, persons))),
        toldInPart,
        provider.medianResponseDays.map {
          Sentence(words.response(language, CountPhrases.days(language, $0)))
        },
      ].compactMap(\.self)
    return Section(
      id: "attivita", title: words.activityTitle[language],
      blocks: sentences.map(Block.sentence)
        + parts("comune", ViewPhrases.comune, provider.byComune) {
          ComuneCode($0).flatMap(name) ?? words.unknownComune[language]
        } + parts("servizio", ViewPhrases.service, provider.byService, service))
  }

  private func parts(
    _ id: String, _ title: Text, _ parts: [ProviderProfile.Part], _ name: (String) -> String
  ) -> [Block] {
    let told = parts.filter { $0.deliveries != nil }
    let heldBack = withheld(parts.filter { $0.deliveries == nil }.map { name($0.code) })
    if told.isEmpty { return heldBack }
    let kind = lowercasedFirst(title[language])
    let table = Table(
      id: "attivita-" + id, caption: words.activityCaption(language, kind),
      sheetName: words.activitySheet(language, kind),
      columns: [
        Table.Column(title[language], width: 40),
        Table.Column(words.deliveries[language], .number),
      ], rows: told.map { [.text(name($0.code)), .integer($0.deliveries!)] },
      notes: [words.protection[language]], isSortable: told.count > 8)
    return [.table(table)] + heldBack
  }

  /// Rows that would say nothing but that they are confidential are named together.
  func withheld(_ names: [String]) -> [Block] {
    if names.isEmpty { return [] }
    // Names of services have commas in them.
    let list = language.listed(names.inOrder(), separator: "; ")
    return [.sentence(Sentence(DeclaredPhrases.withheld(language, list)))]
  }
}
