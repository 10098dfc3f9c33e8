import Indicators
import Warehouse

/// A delivery that somebody has undertaken to make and that is not here yet.
struct NextDelivery: Hashable {
  var expected: ExpectedDelivery
  var period: Period
  /// Nil while the period has not ended.
  var state: ExpectedReport.State?

  var dueOn: Day { period.lastDay + expected.daysAllowed }

  func said(_ language: Language) -> String {
    CardPhrases.nextCaption(
      language, expected.publisherName + " / " + DatasetPhrases.name(expected.dataset)[language],
      language.name(of: period))
  }
}

extension ProviderCard {
  /// Comuni of its deliveries that the register does not say it serves: one of the two is to be mended.
  func undeclared() -> Sentence? {
    if provider.isPlaceWithheld { return nil }
    let places = provider.byComune.compactMap { ComuneCode($0.code) }
      .filter { !provider.served.contains($0) }
      .compactMap { context.evidence.territory.comune($0)?.name }.inOrder()
    if places.isEmpty { return nil }
    return Sentence(CardPhrases.undeclared(language, language.listed(places)))
  }

  /// Of each delivery that speaks of the organisation the oldest that is owed, or else the one to come.
  func nextDeliveries() -> [NextDelivery] {
    let asOf = context.evidence.asOf
    return context.evidence.calendar
      .filter { speaks($0.publisherName, $0.dataset) }
      .compactMap { expected in
        let owed = context.evidence.reports.first { $0.expected == expected && $0.answer == nil }
        if let owed {
          return NextDelivery(expected: expected, period: owed.period, state: owed.state)
        }
        return expected.nextPeriod(after: asOf).map { NextDelivery(expected: expected, period: $0) }
      }
  }

  /// When it must deliver, or that nothing says so.
  func expectations() -> [Block] {
    let words = CardPhrases.self
    let all = nextDeliveries()
    let rows = all.map { next -> [Cell] in
      [
        .text(next.expected.publisherName),
        .text(DatasetPhrases.name(next.expected.dataset)[language]),
        .text(language.name(of: next.period)), .day(next.dueOn),
        .text((next.state.map(ReportingPhrases.name) ?? words.notEnded)[language]),
      ]
    }
    guard let first = all.map(\.dueOn).min() else {
      return [.sentence(Sentence(words.noCalendar[language]))]
    }
    let asOf = context.evidence.asOf
    return [
      .sentence(
        Sentence(
          words.nextSaid(
            language, language.integer(all.count), language.integer(all.count { $0.dueOn < asOf }),
            language.long(first)))),
      .table(
        Table(
          id: "ente-prossime", caption: words.nextTable[language],
          sheetName: words.nextSheet[language],
          columns: [
            Table.Column(QualityPhrases.publisher[language], width: 30),
            Table.Column(QualityPhrases.dataset[language]),
            Table.Column(ReportingPhrases.period[language]),
            Table.Column(ReportingPhrases.due[language], .number),
            Table.Column(ReportingPhrases.state[language]),
          ], rows: rows)),
    ]
  }

  func speaks(_ publisher: String, _ dataset: String) -> Bool {
    provider.sources.contains(.init(publisher: publisher, dataset: dataset))
  }
}
