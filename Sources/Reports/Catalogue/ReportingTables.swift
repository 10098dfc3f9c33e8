import Indicators
import Warehouse

/// Which deliveries were expected, which arrived and which were on time: the columns of DHIS2's
/// reporting-rate tables.
struct ReportingTables {
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ReportingPhrases.Type { ReportingPhrases.self }
  private var reports: [ExpectedReport] { context.evidence.reports }

  /// Nothing when no calendar says what is expected.
  var section: Section? {
    guard !reports.isEmpty else { return nil }
    var blocks: [Block] = [
      .sentence(sentence()), .sentence(Sentence(words.meaning[language])), .table(rates()),
    ]
    if reports.contains(where: { $0.state != .onTime || !$0.isComplete }) {
      blocks.append(.table(wanting()))
    }
    blocks += MissingTotals(context: context).blocks
    return Section(id: "attese", title: words.title[language], blocks: blocks)
  }

  private func sentence() -> Sentence {
    let rate = ReportingRate(reports)
    return Sentence(
      words.lead(
        language, language.integer(rate.expected), language.integer(rate.arrived),
        language.percent(rate.share ?? 0, 0), language.integer(rate.onTime),
        language.integer(rate.complete)))
  }

  /// A row per publisher and dataset.
  private func rates() -> Table {
    var groups: [(first: ExpectedDelivery, reports: [ExpectedReport])] = []
    for report in reports {
      if let last = groups.last?.first, last.publisher == report.expected.publisher,
        last.dataset == report.expected.dataset
      {
        groups[groups.count - 1].reports.append(report)
      } else {
        groups.append((report.expected, [report]))
      }
    }
    return Table(
      id: "attese-tabella", caption: words.ratesCaption[language],
      sheetName: words.sheetRates[language],
      columns: [
        Table.Column(QualityPhrases.publisher[language], width: 30),
        Table.Column(QualityPhrases.dataset[language]),
        Table.Column(words.expected[language], .number),
        Table.Column(words.arrived[language], .number),
        Table.Column(words.share[language], .number),
        Table.Column(words.onTime[language], .number),
        Table.Column(words.onTimeShare[language], .number),
        Table.Column(words.late[language], .number),
        Table.Column(words.missing[language], .number),
        Table.Column(words.awaited[language], .number),
        Table.Column(words.complete[language], .number),
      ],
      rows: groups.map { expected, reports in
        let rate = ReportingRate(reports)
        return [
          .text(expected.publisherName), .text(DatasetPhrases.name(expected.dataset)[language]),
          .integer(rate.expected),
          .integer(rate.arrived), Cell(.number(rate.share ?? 0, .percent(0))),
          .integer(rate.onTime), Cell(.number(rate.onTimeShare ?? 0, .percent(0))),
          .integer(rate.late), .integer(rate.missing), .integer(rate.awaited),
          .integer(rate.complete),
        ]
      }, isSortable: true)
  }

  /// The deliveries that are late, missing, awaited or incomplete, one by one.
  private func wanting() -> Table {
    Table(
      id: "attese-mancanti", caption: words.wantingCaption[language],
      sheetName: words.sheetWanting[language],
      columns: [
        Table.Column(QualityPhrases.publisher[language], width: 30),
        Table.Column(QualityPhrases.dataset[language]), Table.Column(words.period[language]),
        Table.Column(words.due[language], .number), Table.Column(words.state[language]),
        Table.Column(QualityPhrases.received[language], .number),
        Table.Column(words.refused[language], .number),
      ],
      rows: reports.filter { $0.state != .onTime || !$0.isComplete }.map { report in
        let isWhole = report.answer == nil || report.isComplete
        return [
          .text(report.expected.publisherName),
          .text(DatasetPhrases.name(report.expected.dataset)[language]),
          .text(language.name(of: report.period)), .day(report.dueOn),
          .text(
            words.name(of: report.state)[language]
              + (isWhole ? "" : ", " + words.incomplete[language])),
          .day(report.answer?.receivedOn),
          report.answer.map { .integer($0.rowsRefused) } ?? Cell(.none, mark: .notReceived),
        ]
      }, isSortable: true)
  }
}
