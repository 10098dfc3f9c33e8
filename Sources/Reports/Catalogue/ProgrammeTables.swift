import Indicators
import Warehouse

/// The tables of one programme.
struct ProgrammeTables {
  let programme: Programme
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }

  private func id(_ name: String) -> String { name + "-" + programme.cup.lowercased() }

  /// A short name of a sheet; with several programmes the last characters of the CUP tell them apart.
  private func sheet(_ name: Text) -> String {
    context.evidence.programmes.count == 1
      ? name[language] : name[language] + " " + programme.cup.suffix(6)
  }

  func identification() -> Table {
    func row(_ label: Text, _ text: String?) -> [Cell] {
      [.text(label[language]), text.map(Cell.text) ?? Cell(.none, mark: .notReceived)]
    }
    func row(_ label: Text, _ day: Day?) -> [Cell] {
      row(label, day.map(language.long))
    }
    return Table(
      id: id("scheda"), caption: words.identification[language], sheetName: sheet(words.sheetCard),
      columns: [
        Table.Column(DossierPhrases.entry[language], width: 28),
        Table.Column(DossierPhrases.content[language], width: 70),
      ],
      rows: [
        row(Text(it: "CUP", en: "CUP"), programme.cup),
        row(words.measure, programme.measure), row(words.implementer, programme.implementer),
        row(words.status, programme.status), row(words.plannedStart, programme.plannedStart),
        row(words.actualStart, programme.actualStart), row(words.plannedEnd, programme.plannedEnd),
        row(words.actualEnd, programme.actualEnd),
      ])
  }

  func funding() -> Table {
    statements(
      programme.funding, id: "finanziamenti", caption: words.fundingCaption,
      sheet: words.sheetFunding)
  }

  func payments() -> Table {
    statements(
      programme.payments, id: "pagamenti-tabella", caption: words.paymentsCaption,
      sheet: words.sheetPayments)
  }

  private func statements(
    _ statements: [Programme.Statement], id name: String, caption: Text, sheet title: Text
  ) -> Table {
    Table(
      id: id(name), caption: caption(language, programme.cup), sheetName: sheet(title),
      columns: [
        Table.Column(words.statementColumn[language], width: 44),
        Table.Column(words.amount[language], .number, width: 20),
        Table.Column(words.fund[language], width: 26),
        Table.Column(words.date[language], .number),
        Table.Column(words.origin[language], width: 40),
      ],
      rows: statements.map { statement in
        [
          .text(label(statement)), Cell(.euro(cents: statement.amountCents)),
          .text(words.name(ofFund: statement.fund)[language]), .day(statement.date),
          .text(statement.origin),
        ]
      },
      notes: [DossierPhrases.statementsNote[language]])
  }

  private func label(_ statement: Programme.Statement) -> String {
    words.name(ofFund: statement.fund)[language] + ", " + statement.origin
  }

  /// Funded and paid, each statement its own bar: they are not added up.
  func moneyChart() -> Chart {
    let items = [(words.fundedBar, programme.funding), (words.paidBar, programme.payments)]
      .flatMap { kind, statements in
        statements.map {
          Chart.Item(
            label: kind(language, words.name(ofFund: $0.fund)[language], language.short($0.date)),
            value: Double($0.amountCents) / 100)
        }
      }
    return Chart(
      id: id("g-fondi"), title: words.moneyChart(language, programme.cup),
      description: items.map { $0.label + ": " + language.decimal($0.value ?? 0, 2) + " €" }
        .joined(separator: "; ") + ".",
      kind: .bars(Chart.Scale(label: "€", style: .decimal(0)), items, reference: nil),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
  }

  /// Shares of money, time and results, as the indicators give them, the denominator beside each.
  func progress() -> [Block] {
    let reader = context.reader
    let figures = reader.indicators.flatMap { indicator in
      reader.figures(indicator) { $0.modality.hasPrefix(programme.cup) }
    }
    let newest = newestOfEach(figures)
    if newest.isEmpty { return [.sentence(Sentence(words.noProgress[language]))] }
    let views = IndicatorViews(reader: reader)
    let table = Table(
      id: id("progressi"), caption: words.progressCaption(language, programme.cup),
      sheetName: sheet(words.sheetProgress),
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 48),
        Table.Column(ViewPhrases.value[language], .number),
        Table.Column(ViewPhrases.numerator[language], .number, width: 18),
        Table.Column(ViewPhrases.denominator[language], .number, width: 18),
        Table.Column(ViewPhrases.period[language]),
      ],
      rows: newest.map { figure in
        let observation = figure.observation
        return [
          .text(name(figure)), reader.cell(figure), views.cells(figure)[2], views.cells(figure)[3],
          .text(language.name(of: observation.period)),
        ]
      })
    return [
      .list(newest.map { Sentence(sentence($0), [$0.observation.id]) }), .table(table),
    ]
  }

  private func newestOfEach(_ figures: [Figure]) -> [Figure] {
    var newest: [Figure] = []
    for figure in figures {
      let one = figure.observation
      if let index = newest.firstIndex(where: {
        $0.observation.indicator == one.indicator && $0.observation.dimension == one.dimension
          && $0.observation.modality == one.modality
      }) {
        if newest[index].observation.period.lastDay < one.period.lastDay { newest[index] = figure }
      } else {
        newest.append(figure)
      }
    }
    return newest
  }

  /// The indicator and, where its slug or modality says more than the CUP, what it is measured on.
  private func name(_ figure: Figure) -> String {
    let rest = figure.observation.modality.dropFirst(programme.cup.count)
      .drop { "/:-. ".contains($0) }
    let part = figure.observation.indicator.split(separator: ".").dropFirst().first
    let details = [part, rest.isEmpty ? nil : rest].compactMap { $0 }
      .map { words.basis(of: String($0))[language] }
    let name = figure.definition.name[language]
    return details.isEmpty ? name : name + " (" + details.joined(separator: "; ") + ")"
  }

  private func sentence(_ figure: Figure) -> String {
    let observation = figure.observation
    guard let value = observation.value else {
      return name(figure) + ": " + context.reader.sentences.absence(observation) + "."
    }
    return name(figure) + ": " + figure.said(value, language) + "."
  }

  func targets() -> Table {
    Table(
      id: id("obiettivi-tabella"), caption: words.targetsCaption(language, programme.cup),
      sheetName: sheet(words.sheetTargets),
      columns: [
        Table.Column(words.target[language], width: 44), Table.Column(words.code[language]),
        Table.Column(ViewPhrases.unit[language]), Table.Column(words.planned[language], .number),
        Table.Column(words.achieved[language], .number),
        Table.Column(words.share[language], .number),
        Table.Column(words.date[language], .number),
      ],
      rows: programme.targets.map { target in
        [
          .text(target.name), .text(target.code), .text(target.unit),
          number(target.planned), number(target.achieved), share(target), .day(target.date),
        ]
      })
  }

  private func number(_ value: Double) -> Cell {
    Cell(.number(value, .decimal(value == value.rounded() ? 0 : 2)))
  }

  /// Nothing planned is not 0 % and not 100 %: it cannot be said.
  private func share(_ target: Programme.Target) -> Cell {
    target.planned == 0
      ? Cell(.none, mark: .notApplicable, word: Notes.word("0/0")[language])
      : Cell(.number(target.achieved / target.planned, .percent(1)))
  }
}
