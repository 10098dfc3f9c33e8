import Indicators
import Warehouse

/// How what is known of a quarter grows, month after month after its end: the reporting triangle of every
/// dataset that has a history.
struct DevelopmentTables {
  let context: ReportContext
  private var language: Language { context.language }
  private var words: DevelopmentPhrases.Type { DevelopmentPhrases.self }
  private var told: [ReportingDevelopment.Published] {
    context.evidence.developments.filter { $0.horizon > 0 }
  }

  /// Nothing where no dataset has events.
  var section: Section? {
    let all = context.evidence.developments
    guard !all.isEmpty else { return nil }
    let silent = all.filter { $0.horizon == 0 }.map(name).sorted()
    var blocks: [Block] = [.sentence(Sentence(words.meaning[language]))]
    if !told.isEmpty { blocks.append(.list(told.map { Sentence(sentence($0)) })) }
    if !silent.isEmpty {
      blocks.append(
        .sentence(
          Sentence(
            words.silent(
              language, silent.joined(separator: ", "),
              language.integer(ReportingDevelopment.fewestQuarters)))))
    }
    if let table { blocks.append(.table(table)) }
    return Section(id: "triangolo", title: words.title[language], blocks: blocks)
  }

  private func name(_ one: ReportingDevelopment.Published) -> String {
    DatasetPhrases.name(one.dataset)[language]
  }

  private func sentence(_ one: ReportingDevelopment.Published) -> String {
    let first = one.usualShares.keys.min()!
    let isStable = { (age: Int) in one.usualShares[age]! >= ReportingDevelopment.stableShare }
    let moment =
      first == 0
      ? words.atTheEnd[language] : words.after(language, CountPhrases.months(language, first))
    let arguments = [
      name(one), moment, language.percent(one.usualShares[first]!, 0),
      CountPhrases.months(language, one.horizon),
    ]
    if isStable(first) {
      return words.stable(language, arguments[0], arguments[1], arguments[2], arguments[3])
    }
    let stableAt = one.usualShares.keys.sorted().first(where: isStable) ?? one.horizon
    return words.growing(
      language, arguments[0], arguments[1], arguments[2], arguments[3],
      CountPhrases.months(language, stableAt))
  }

  /// A row per dataset and quarter, a column per month at which something was told.
  /// Nil where no dataset has a history.
  var table: Table? {
    if told.isEmpty { return nil }
    let ages = ages()
    let lines = told.flatMap { one in one.rows.map { (one, $0) } }
    return Table(
      id: "triangolo-tabella", caption: words.caption[language], sheetName: words.sheet[language],
      columns: [
        Table.Column(QualityPhrases.dataset[language], width: 26),
        Table.Column(words.quarter[language]), Table.Column(words.sources[language], .number),
      ]
        + ages.map {
          Table.Column(
            $0 == 0
              ? words.knownAtEnd[language]
              : words.knownAfter(language, CountPhrases.months(language, $0)), .number)
        } + [
          Table.Column(words.share[language], .number),
          Table.Column(words.error[language], .number),
        ],
      rows: lines.map { one, row in
        [
          .text(name(one)), .text(language.name(of: row.quarter)), .integer(row.sources),
        ]
          + ages.map { age in
            row.known[age].map { Cell.integer($0) } ?? Cell(.none, mark: .notReceived)
          } + [
            share(row, \.share, .percent(0)), share(row, \.error, .percent(0)),
          ]
      }, notes: [words.note[language]], isSortable: true)
  }

  private func share(
    _ row: ReportingDevelopment.Published.Row,
    _ path: KeyPath<ReportingDevelopment.Known, Double>, _ style: NumberStyle
  ) -> Cell {
    guard let known = row.share else { return Cell(.none, mark: .notApplicable) }
    return Cell(
      .number(known[keyPath: path], style),
      mark: path == \.share && !known.isStable ? .provisional : nil)
  }

  /// At the others all is as the month before.
  private func ages() -> [Int] {
    (0...ReportingTriangle.lastAge).filter { age in
      told.contains { one in
        one.rows.contains { $0.known[age] != nil && $0.known[age] != $0.known[age - 1] }
      }
    }
  }
}
