import Indicators
import Warehouse

/// The tables of one programme, or of several under each other.
struct ProgrammeTables {
  let programmes: [Programme]
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }

  /// One row per programme: the statement of its whole funding that holds on the day of the edition.
  static func overview(_ programmes: [Programme], _ context: ReportContext) -> Table {
    let language = context.language
    let words = ProgrammePhrases.self
    let places = ProgrammePlaces(context: context)
    return Table(
      id: "programmi-tabella", caption: words.overviewCaption[language],
      sheetName: words.overviewTitle[language],
      columns: [
        Table.Column("CUP", width: 20),
        Table.Column(words.programme[language], width: 46).delivered(),
        Table.Column(words.totalFunding[language], .number, width: 20),
        Table.Column(words.date[language], .number),
        Table.Column(words.paid[language], .number, width: 20),
        Table.Column(words.plannedEnd[language], .number),
        Table.Column(words.whereabouts[language], width: 28),
      ],
      rows: programmes.map { programme in
        let asOf = context.evidence.asOf
        let total = programme.funding.stated("totale", by: asOf)
        let paid =
          programme.payments.stated("totale", by: asOf) ?? programme.payments.stated("", by: asOf)
        return [
          .link(programme.cup, .page(CUPReport.path(programme) + ".html")),
          .text(programme.title), euro(total), .day(total?.date), euro(paid),
          .day(programme.plannedEnd), .text(places.name(programme)),
        ]
      },
      notes: [DossierPhrases.statementsNote[language]], isSortable: true)
  }

  private static func euro(_ statement: Programme.Statement?) -> Cell {
    statement.map { Cell(.euro(cents: $0.amountCents)) } ?? Cell(.none, mark: .notReceived)
  }

  // MARK: One kind of table each

  /// One programme: a list of entries. Several: a row each.
  func identification() -> Table {
    let labels = [
      words.programme, words.localCode, words.measure, words.implementer, words.status,
      words.plannedStart,
      words.actualStart, words.plannedEnd, words.actualEnd,
    ].map { $0[language] }
    func values(_ one: Programme) -> [Cell] {
      [one.title, one.clp, one.measure, one.implementer, one.status].map {
        $0.map(Cell.text) ?? Cell(.none, mark: .notReceived)
      } + [one.plannedStart, one.actualStart, one.plannedEnd, one.actualEnd].map(Cell.day)
    }
    let isOne = programmes.count == 1
    let entries = [
      Table.Column(DossierPhrases.entry[language], width: 28),
      Table.Column(DossierPhrases.content[language], width: 70),
    ]
    return Table(
      id: id("scheda"), caption: caption(words.identification),
      sheetName: words.sheetCard[language],
      columns: isOne
        ? entries
        : cupColumn
          + labels.enumerated().map { index, label in
            Table.Column(label, index < 5 ? .text : .number, width: index < 5 ? 34 : 16)
          },
      rows: isOne
        ? [[.text(words.cupInFull[language]), .text(programmes[0].cup)]]
          + zip(labels, values(programmes[0])).map { [.text($0), $1] }
        : programmes.map { cup($0) + values($0) })
  }

  func funding() -> Table {
    statements(
      id: "finanziamenti", caption: words.fundingCaption, sheet: words.sheetFunding, \.funding)
  }

  func payments() -> Table {
    statements(
      id: "pagamenti-tabella", caption: words.paymentsCaption, sheet: words.sheetPayments,
      \.payments)
  }

  private func statements(
    id name: String, caption title: Text, sheet: Text,
    _ list: KeyPath<Programme, [Programme.Statement]>
  ) -> Table {
    Table(
      id: id(name), caption: caption(title), sheetName: sheet[language],
      columns: cupColumn + [
        Table.Column(words.fund[language], width: 34),
        Table.Column(words.amount[language], .number, width: 20),
        Table.Column(words.date[language], .number),
        Table.Column(words.origin[language], width: 50).delivered(),
      ],
      rows: programmes.flatMap { programme in
        programme[keyPath: list].map { statement in
          cup(programme) + [
            .text(words.name(ofFund: statement.fund)[language]),
            Cell(.euro(cents: statement.amountCents)), .day(statement.date),
            .text(statement.origin),
          ]
        }
      },
      notes: [DossierPhrases.statementsNote[language]])
  }

  /// How many statements there are, whose and of which days; of one programme what the last ones say. They
  /// are not added up.
  func said(_ list: KeyPath<Programme, [Programme.Statement]>) -> Sentence {
    let all = programmes.flatMap { $0[keyPath: list] }
    guard let first = all.map(\.date).min(), let last = all.map(\.date).max() else {
      return Sentence(uppercasedFirst(SentencePhrases.notReceived[language]) + ".")
    }
    let origins = all.map(\.origin).uniqued()
    let count = words.statementsSaid(
      language, language.integer(all.count), language.integer(origins.count),
      language.long(first), language.long(last))
    if programmes.count > 1 { return Sentence(count) }
    let newest = all.filter { $0.date == last }.map {
      words.name(ofFund: $0.fund)[language] + " " + language.euro(cents: $0.amountCents)
    }
    return Sentence(
      count + " " + words.newestStatements(language, language.listed(newest, separator: "; ")))
  }

  /// Funded and paid, each statement its own bar: they are not added up.
  func moneyChart(_ programme: Programme) -> Chart {
    let items = money(programme).map {
      Chart.Item(label: $0.label, value: Double($0.cents) / 100)
    }
    return Chart(
      id: id("g-fondi"), title: words.moneyChart(language, programme.cup),
      description: items.map { item in
        item.label + ": " + language.euro(cents: Int64(((item.value ?? 0) * 100).rounded()))
      }.joined(separator: "; ") + ".",
      kind: .bars(Chart.Scale(label: "€", style: .decimal(0)), items, reference: nil),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
  }

  /// What the chart is drawn from.
  func moneyTable(_ programme: Programme) -> Table {
    Table(
      id: id("importi"), caption: words.moneyChart(language, programme.cup),
      sheetName: words.sheetMoney[language],
      columns: [
        Table.Column(words.statementColumn[language], width: 44),
        Table.Column(words.amount[language], .number, width: 20),
      ], rows: money(programme).map { [.text($0.label), Cell(.euro(cents: $0.cents))] })
  }

  private func money(_ programme: Programme) -> [(label: String, cents: Int64)] {
    [(words.fundedBar, programme.funding), (words.paidBar, programme.payments)]
      .flatMap { kind, statements in
        statements.map {
          (
            kind(language, words.name(ofFund: $0.fund)[language], language.short($0.date)),
            $0.amountCents
          )
        }
      }
  }

  /// Shares of money, time and results, as the indicators give them, the denominator beside each;
  /// nil when there is none.
  func progress() -> [Block]? {
    let reader = context.reader
    let views = IndicatorViews(reader: reader)
    let all = programmes.map { ($0, ProgrammeFigures(reader: reader, cup: $0.cup).newest) }
    let rows = all.flatMap { programme, figures in
      figures.map { name, figure in
        cup(programme)
          + [
            IndicatorViews.name(figure, name), reader.cell(figure),
            .text(figure.unit.label[language]),
          ]
          + views.cells(figure)[2...3].map { figure.isOfMoney ? $0.inEuro : $0 }
          + [.text(language.name(of: figure.observation.period))]
      }
    }
    if rows.isEmpty { return nil }
    let figures = all.flatMap(\.1)
    let shares = figures.filter { $0.figure.unit == .share }
    let said =
      programmes.count == 1 && !shares.isEmpty
      ? reader.sentences.values(shares) : reader.sentences.tally(figures.map(\.figure))
    let table = Table(
      id: id("progressi"), caption: caption(words.progressCaption),
      sheetName: words.sheetProgress[language],
      columns: cupColumn + [
        Table.Column(ViewPhrases.indicator[language], width: 60),
        Table.Column(ViewPhrases.value[language], .number),
        Table.Column(ViewPhrases.unit[language]),
        Table.Column(ViewPhrases.numerator[language], .number, width: 18),
        Table.Column(ViewPhrases.denominator[language], .number, width: 18),
        Table.Column(ViewPhrases.period[language]),
      ],
      rows: rows)
    return [.sentence(said), .table(table)]
  }

  /// How many of the official figures have reached what was planned; of those with nothing planned it cannot
  /// be said.
  func targetsSaid() -> Sentence {
    let all = programmes.flatMap(\.targets)
    let planned = all.filter { $0.planned > 0 }
    return Sentence(
      words.targetsSaid(
        language, language.integer(all.count),
        language.integer(planned.count { $0.achieved >= $0.planned }),
        language.integer(planned.count { $0.achieved < $0.planned }),
        language.integer(all.count - planned.count)))
  }

  func targets() -> Table {
    Table(
      id: id("obiettivi-tabella"), caption: caption(words.targetsCaption),
      sheetName: words.sheetTargets[language],
      columns: cupColumn + [
        Table.Column(words.target[language], width: 44).delivered(),
        Table.Column(words.planned[language], .number),
        Table.Column(words.achieved[language], .number),
        Table.Column(words.share[language], .number), Table.Column(ViewPhrases.unit[language]),
        Table.Column(words.date[language], .number), Table.Column(words.code[language]),
      ],
      rows: programmes.flatMap { programme in
        programme.targets.map { target in
          cup(programme) + [
            .text(target.name), number(target.planned), number(target.achieved), share(target),
            .text(target.unit), .day(target.date), .text(target.code),
          ]
        }
      })
  }

  // MARK: Pieces

  func id(_ name: String) -> String {
    programmes.count == 1 ? name + "-" + programmes[0].cup.lowercased() : name
  }

  func caption(_ text: Text) -> String {
    programmes.count == 1
      ? text(language, "CUP " + programmes[0].cup) : text(language, words.allProgrammes[language])
  }

  /// The CUP stands in a column of its own only where several are under each other.
  var cupColumn: [Table.Column] {
    programmes.count == 1 ? [] : [Table.Column("CUP", width: 20)]
  }

  func cup(_ programme: Programme) -> [Cell] {
    programmes.count == 1 ? [] : [.text(programme.cup)]
  }

  private func number(_ value: Double) -> Cell {
    Cell(.number(value, .decimal(value == value.rounded() ? 0 : 2)))
  }

  /// Nothing planned is not 0 % and not 100 %: it cannot be said.
  private func share(_ target: Programme.Target) -> Cell {
    target.planned == 0
      ? Cell(.none, mark: .notApplicable, word: Notes.word("n.d. (programmato = 0)")[language])
      : Cell(.number(target.achieved / target.planned, .percent(1)))
  }
}

extension Figure {
  /// True when it is a share of money: what it is made of are amounts.
  fileprivate var isOfMoney: Bool {
    ["avanzamento-finanziario", "contrattualizzato"].contains(definition.slug)
  }
}

extension Cell {
  fileprivate var inEuro: Cell {
    guard case .number(let value, _) = self.value else { return self }
    return Cell(.euro(cents: Int64((value * 100).rounded())), mark: mark, observation: observation)
  }
}
