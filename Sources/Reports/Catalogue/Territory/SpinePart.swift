import Indicators
import Warehouse

/// A comune among the others: where it stands in the spread of all, and against those of its class.
struct SpinePart {
  let comune: TerritoryAtlas.Comune
  let context: ReportContext
  let spreads: ComuneSpreads
  private var language: Language { context.language }
  private var words: SpinePhrases.Type { SpinePhrases.self }

  /// The column of the comuni alike, who may be too few, or unknown.
  private static let peers = 5

  private struct Line {
    var figure: Figure
    var reference: Figure
    var spread: ComuneSpreads.Spread
    var peers: Double?
  }

  /// Nil when too little is published of this comune to place it.
  func section() -> Section? {
    let lines = ComparisonPage.indicators.compactMap(line)
    if lines.isEmpty { return nil }
    let group = comune.innerAreaGroup.map { words.peers(language, $0) } ?? words.noPeers[language]
    let table = Table(
      id: "spina", caption: words.caption(language, comune.name), sheetName: words.title[language],
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 44),
        Table.Column(ViewPhrases.period[language]), Table.Column(comune.name, .number),
        Table.Column(ViewPhrases.interval[language], .interval),
        Table.Column(ComunePhrases.wholeTerritory[language], .number),
        Table.Column(group, .number), Table.Column(words.lowest[language], .number),
        Table.Column(words.highest[language], .number),
        Table.Column(ComunePhrases.standing[language]),
      ], rows: lines.map(row)
    ).without { index in index == Self.peers && lines.allSatisfy { $0.peers == nil } }
    let sentence = Sentence(summary(lines), lines.map(\.figure.observation.id))
    let chart = Chart(
      id: "g-spina", title: words.caption(language, comune.name), description: sentence.text,
      kind: .spine(
        lines.map(spineRow), reference: ComunePhrases.wholeTerritory[language], peers: group),
      native: nil)
    return Section(
      id: "confronto", title: words.title[language],
      blocks: [
        .sentence(Sentence(words.lead[language])), .sentence(sentence), .charts([chart], table),
      ])
  }

  /// Which stand apart from the whole territory, and whether that is for the better.
  private func summary(_ lines: [Line]) -> String {
    let apart = lines.filter(isDistinct)
    func names(_ verdict: Verdict?) -> String {
      apart.filter { line in
        Separation(line.figure.observation, from: line.reference.observation)
          .verdict(line.figure.direction) == verdict
      }.map { lowercasedFirst($0.figure.name[language]) }.joined(separator: "; ")
    }
    let said = [
      (words.better, names(.better)), (words.worse, names(.worse)), (words.other, names(nil)),
    ].filter { !$0.1.isEmpty }.map { $0(language, $1) }
    return
      ([words.count(language, language.integer(lines.count))]
      + (said.isEmpty ? [words.none[language]] : said)).joined(separator: " ")
  }

  private func line(_ indicator: String) -> Line? {
    let reader = context.reader
    let period = reader.period(for: indicator, among: [comune.key]) { $0.dimension == "totale" }
    guard let period, let figure = reader.figure(indicator, comune.key, period),
      figure.observation.value != nil,
      let reference = reader.figure(indicator, .total, period), reference.observation.value != nil
    else { return nil }
    // Few comuni make no spread.
    guard let spread = spreads.spread(of: indicator, in: period), spread.values.count >= 5 else {
      return nil
    }
    return Line(
      figure: figure, reference: reference, spread: spread,
      peers: comune.innerAreaGroup.flatMap { spread.medians[$0] })
  }

  private func spineRow(_ line: Line) -> Chart.SpineRow {
    let value = line.figure.observation.value!
    return Chart.SpineRow(
      label: line.figure.name[language], value: value, text: line.figure.said(value, language),
      isDistinct: isDistinct(line),
      spread: line.spread.band,
      reference: line.reference.observation.value!, peers: line.peers,
      higherIsRight: line.figure.direction != .lowerIsBetter)
  }

  private func row(_ line: Line) -> [Cell] {
    let reader = context.reader
    func number(_ value: Double?) -> Cell {
      value.map { Cell(.number($0, line.figure.style)) } ?? Cell(.none, mark: .notApplicable)
    }
    return [
      IndicatorViews.name(line.figure, line.figure.title(language)),
      .text(language.name(of: line.figure.observation.period)), reader.cell(line.figure),
      reader.interval(line.figure), reader.cell(line.reference), number(line.peers),
      number(line.spread.values.first), number(line.spread.values.last),
      .text(IndicatorViews(reader: reader).standing(line.figure, line.reference)),
    ]
  }

  private func isDistinct(_ line: Line) -> Bool {
    switch Separation(line.figure.observation, from: line.reference.observation) {
    case .above, .below: true
    case .indistinct, .unjudged, .unlike, .unknown: false
    }
  }
}

/// The words of a comune among the others.
enum SpinePhrases {
  static let title = Text(it: "Fra gli altri comuni", en: "Among the other municipalities")
  static let lead = Text(
    it:
      "Ogni riga ha la sua scala: al centro il valore di tutto il territorio, la fascia chiara va "
      + "dal comune più basso al più alto, quella scura tiene la metà centrale.",
    en:
      "Each row has its own scale: the value of the whole territory in the middle, the light band "
      + "from the lowest to the highest municipality, the dark one holds the middle half.")
  static let caption = Text(
    it: "{0}: gli indicatori principali fra tutti i comuni",
    en: "{0}: main indicators among all municipalities")
  static let count = Text(
    it: "Indicatori principali pubblicati per questo comune: {0}.",
    en: "Main indicators published for this municipality: {0}.")
  static let better = Text(
    it: "Meglio di tutto il territorio, oltre il margine d'errore: {0}.",
    en: "Better than the whole territory, beyond the margin of error: {0}.")
  static let worse = Text(
    it: "Peggio di tutto il territorio, oltre il margine d'errore: {0}.",
    en: "Worse than the whole territory, beyond the margin of error: {0}.")
  static let other = Text(
    it: "Diversi da tutto il territorio, oltre il margine d'errore: {0}.",
    en: "Unlike the whole territory, beyond the margin of error: {0}.")
  static let none = Text(
    it: "Nessuno si distingue dal valore di tutto il territorio oltre il margine d'errore.",
    en: "None stands apart from the whole territory beyond the margin of error.")
  static let peers = Text(
    it: "Mediana dei comuni di classe {0}", en: "Median of the municipalities of class {0}")
  static let noPeers = Text(
    it: "Mediana dei comuni simili", en: "Median of similar municipalities")
  static let lowest = Text(it: "Il più basso", en: "Lowest")
  static let highest = Text(it: "Il più alto", en: "Highest")
}
