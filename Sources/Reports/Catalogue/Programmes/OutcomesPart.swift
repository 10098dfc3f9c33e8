import Indicators
import Warehouse

/// P8: how coverage, waiting and gap stood before a programme began and stand now, in the same part of the
/// year. It describes: nothing here tells what the programme caused.
struct OutcomesPart {
  let programme: Programme
  let context: ReportContext
  private var language: Language { context.language }
  private var words: ProgrammePhrases.Type { ProgrammePhrases.self }
  private var reader: EvidenceReader { context.reader }

  /// A gap is between comuni: it is of the whole territory alone.
  private static let measures: [(slug: String, isGap: Bool)] = [
    ("copertura-bisogni", false), ("tempo-attivazione.mediana", false),
    ("gini-copertura", true),
  ]

  func blocks() -> [Block] {
    guard let start = programme.actualStart, start < context.evidence.asOf else {
      return [.sentence(Sentence(words.notStarted[language]))]
    }
    let rows = Self.measures.compactMap { row($0.slug, $0.isGap ? .total : place, start) }
    if rows.isEmpty { return [.sentence(Sentence(words.noOutcomes[language]))] }
    let table = Table(
      id: "prima-e-dopo-tabella", caption: words.outcomesCaption(language, programme.cup),
      sheetName: words.outcomesTitle[language],
      columns: [
        Table.Column(NetworkPhrases.measure[language], width: 40),
        Table.Column(words.place[language], width: 34),
        Table.Column(words.beforeStart[language], .number),
        Table.Column(ViewPhrases.intervalOf(language, words.beforeStart[language]), .interval),
        Table.Column(words.whenBefore[language], width: 20),
        Table.Column(words.now[language], .number),
        Table.Column(ViewPhrases.intervalOf(language, words.now[language]), .interval),
        Table.Column(words.whenNow[language], width: 20),
        Table.Column(words.reading[language], width: 40),
      ], rows: rows, notes: [words.outcomesNote[language]])
    let readings = rows.compactMap(\.last).map { CellText.text(of: $0, language) }
    let counts = ViewPhrases.tally(readings, in: readings.uniqued(), language) { $0 }
    return [
      .sentence(Sentence(words.outcomesLead(language, language.long(start)))),
      .sentence(Sentence(words.outcomesSaid(language, counts))),
      .table(table),
    ]
  }

  /// The comune, where the programme concerns one alone; several have no number of their own together.
  private var place: TerritoryKey {
    programme.comuni.count == 1 ? TerritoryKey(.comune, "\(programme.comuni[0])") : .total
  }

  private func row(_ slug: String, _ place: TerritoryKey, _ start: Day) -> [Cell]? {
    let pairs = Period.Kind.preferred.compactMap {
      Movement(slug, place, .total, $0, since: start, nil, reader)
    }
    // A number on one side is worth more than two that are not there.
    func known(_ pair: Movement) -> Int {
      [pair.before, pair.now].count { $0?.observation.value != nil }
    }
    var best: Movement?
    for pair in pairs where best.map({ known($0) < known(pair) }) ?? true { best = pair }
    guard let best, let figure = best.now ?? best.before else { return nil }
    return [
      .text(figure.title(language)), .text(reader.name(of: place)),
      reader.cell(best.before), reader.interval(best.before), when(best.beforeWhen),
      reader.cell(best.now), reader.interval(best.now), when(best.nowWhen),
      .text(words.outcome(best)[language]),
    ]
  }

  private func when(_ text: String) -> Cell {
    text.isEmpty ? Cell(.none, mark: .notReceived) : .text(text)
  }
}
