import Indicators
import Warehouse

/// Reported requests beside an estimate of all, where somebody's report is not here.
struct MissingTotals {
  let context: ReportContext
  private var language: Language { context.language }
  private var words: MissingTotalsPhrases.Type { MissingTotalsPhrases.self }
  private var totals: [TotalWithMissing] { context.evidence.totalsWithMissing }

  /// For the page of data quality; none where nobody is missing.
  var blocks: [Block] {
    guard let first = totals.first, let table else { return [] }
    return [
      .sentence(
        Sentence(
          words.meaning[language] + " "
            + words.band(of: first.pairs)(language, language.integer(first.pairs)))),
      .table(table),
    ]
  }

  /// Nil where nobody is missing.
  var table: Table? {
    if totals.isEmpty { return nil }
    return Table(
      id: "stima-mancanti", caption: words.caption[language], sheetName: words.sheet[language],
      columns: [
        Table.Column(words.territory[language], width: 30),
        Table.Column(ReportingPhrases.period[language]),
        Table.Column(words.missing[language], width: 34),
        Table.Column(words.reported[language], .number),
        Table.Column(words.estimate[language], .number),
        Table.Column(words.interval[language], .interval),
        Table.Column(words.reason[language], width: 44),
      ],
      rows: totals.map { total in
        let observed = context.evidence.observation(total.observation)
        return [
          .text(context.reader.name(of: total.territory)),
          .text(language.name(of: total.period)), .text(total.missing.joined(separator: ", ")),
          Cell(
            .integer(total.reported), mark: observed.flatMap { Mark($0.status) },
            observation: total.observation),
          total.estimate.map { .integer($0.value) }
            ?? Cell(.none, mark: .notApplicable, word: words.notEstimable[language]),
          total.estimate.map {
            Cell(.interval(Double($0.lower), Double($0.upper), .decimal(0)))
          } ?? Cell(.none, mark: .notApplicable),
          .text(total.reason.map { words.name(of: $0)[language] } ?? ""),
        ]
      }, isSortable: true)
  }

  /// Of the last period a dossier is about of which a report is not here, a sentence for each of its territories.
  func sentences(_ scope: Scope, _ period: Period) -> [Sentence] {
    let own = totals.filter {
      scope.shown.contains($0.territory) && period.firstDay <= $0.period.firstDay
        && $0.period.lastDay <= period.lastDay
    }
    guard let last = own.map(\.period).max() else { return [] }
    return own.filter { $0.period == last }.map { total in
      let facts = words.lacking(
        language, context.reader.name(of: total.territory), language.name(of: total.period),
        total.missing.joined(separator: ", "), language.integer(total.reported))
      let rest =
        total.estimate.map {
          words.estimated(
            language, language.integer($0.value), language.integer($0.lower),
            language.integer($0.upper))
        } ?? words.notEstimated[language]
      return Sentence(facts + " " + rest, [total.observation])
    }
  }
}
