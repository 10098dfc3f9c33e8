import Indicators
import Warehouse

/// PN8: how the declared amounts changed, from each statement of a fund to the next, whoever made it.
enum ProgrammeChanges {
  struct Change: Hashable {
    var fund: String
    var from: Programme.Statement
    var to: Programme.Statement
    var cents: Int64 { to.amountCents - from.amountCents }
  }

  static func changes(_ programme: Programme) -> [Change] {
    programme.funding.map(\.fund).uniqued().flatMap { fund -> [Change] in
      let statements = programme.funding.filter { $0.fund == fund }
        .sorted { ($0.date, $0.origin) < ($1.date, $1.origin) }
      return zip(statements, statements.dropFirst()).map {
        Change(fund: fund, from: $0, to: $1)
      }
    }
  }

  /// Nil where no fund was stated twice.
  static func blocks(_ programmes: [Programme], _ tables: ProgrammeTables) -> [Block]? {
    let language = tables.context.language
    let words = ProgrammePhrases.self
    let all = programmes.flatMap(changes)
    let said = words.changesSaid(
      language, language.integer(all.count), language.integer(all.count { $0.cents > 0 }),
      language.integer(all.count { $0.cents < 0 }), language.integer(all.count { $0.cents == 0 }))
    let rows = programmes.flatMap { programme in
      changes(programme).map { change in
        tables.cup(programme) + [
          .text(words.name(ofFund: change.fund)[language]),
          Cell(.euro(cents: change.from.amountCents)), .day(change.from.date),
          .text(change.from.origin), Cell(.euro(cents: change.to.amountCents)),
          .day(change.to.date), .text(change.to.origin), Cell(.euro(cents: change.cents)),
          change.from.amountCents == 0
            ? Cell(.none, mark: .notApplicable)
            : Cell(
              .number(Double(change.cents) / Double(change.from.amountCents), .percent(1))),
        ]
      }
    }
    if rows.isEmpty { return nil }
    let table = Table(
      id: tables.id("variazioni-tabella"), caption: tables.caption(words.changesCaption),
      sheetName: words.sheetChanges[language],
      columns: tables.cupColumn + [
        Table.Column(words.fund[language], width: 24),
        Table.Column(words.before[language], .number, width: 18),
        Table.Column(words.beforeDate[language], .number),
        Table.Column(words.beforeOrigin[language], width: 40).delivered(),
        Table.Column(words.after[language], .number, width: 18),
        Table.Column(words.afterDate[language], .number),
        Table.Column(words.afterOrigin[language], width: 40).delivered(),
        Table.Column(words.difference[language], .number, width: 18),
        Table.Column(words.relative[language], .number),
      ], rows: rows, notes: [words.changesNote[language]])
    return [.sentence(Sentence(said)), .table(table)]
  }
}
