import Indicators
import Warehouse

/// The spine of a comune on its own page.
enum SpinePart {
  /// Nil when too little is published of this comune to place it.
  static func section(
    _ comune: TerritoryAtlas.Comune, _ spreads: ComuneSpreads, _ context: ReportContext
  ) -> Section? {
    let (language, words) = (context.language, SpinePhrases.self)
    let cuts = ComparisonPage.indicators.compactMap { indicator in
      context.reader.period(for: indicator, among: [comune.key]) { $0.dimension == "totale" }
        .map { (indicator: indicator, slice: Slice(breakdown: .total, label: nil, period: $0)) }
    }
    let spine = Spine(comune, against: .total, cuts: cuts, spreads, context.reader)
    if spine.lines.isEmpty { return nil }
    let chart = spine.chart(id: "g-spina")
    let table = Table(
      id: "spina", caption: chart.title, sheetName: words.title[language],
      columns: Spine.columns(
        comune.name, reference: ComunePhrases.wholeTerritory[language], peers: spine.peersName,
        language),
      rows: spine.lines.map(spine.cells)
    ).without { index in index == Spine.peers && spine.lines.allSatisfy { $0.peers == nil } }
    return Section(
      id: "confronto", title: words.title[language],
      blocks: [
        .sentence(Sentence(words.lead(language, spine.referenceName))),
        .sentence(Sentence(chart.description, spine.lines.map(\.figure.observation.id))),
        .charts([chart], table),
      ])
  }
}

/// The words of a comune among the others.
enum SpinePhrases {
  static let title = Text(it: "Fra gli altri comuni", en: "Among the other municipalities")
  static let lead = Text(
    it:
      "Ogni riga ha la sua scala: al centro il valore di {0}, la fascia chiara va dal "
      + "comune più basso al più alto, quella scura tiene la metà centrale.",
    en:
      "Each row has its own scale: the value of {0} in the middle, the light band "
      + "from the lowest to the highest municipality, the dark one holds the middle half.")
  static let caption = Text(
    it: "{0}: gli indicatori principali fra tutti i comuni",
    en: "{0}: main indicators among all municipalities")
  static let count = Text(
    it: "Indicatori principali pubblicati per questo comune: {0}.",
    en: "Main indicators published for this municipality: {0}.")
  static let better = Text(
    it: "Meglio di {1}, oltre il margine d'errore: {0}.",
    en: "Better than {1}, beyond the margin of error: {0}.")
  static let worse = Text(
    it: "Peggio di {1}, oltre il margine d'errore: {0}.",
    en: "Worse than {1}, beyond the margin of error: {0}.")
  static let other = Text(
    it: "Diversi da {1}, oltre il margine d'errore: {0}.",
    en: "Unlike {1}, beyond the margin of error: {0}.")
  static let none = Text(
    it: "Nessuno si distingue dal valore di {0} oltre il margine d'errore.",
    en: "None stands apart from {0} beyond the margin of error.")
  static let whole = Text(it: "tutto il territorio", en: "the whole territory")
  static let quoted = Text(it: "«{0}»", en: "“{0}”")
  static let each = Text(it: "Ogni comune fra gli altri", en: "Each municipality among the others")
  static let eachCaption = Text(
    it: "{0}: i comuni fra tutti gli altri, indicatore per indicatore",
    en: "{0}: municipalities among all the others, by indicator")
  static let shown = Text(
    it: "Comuni con almeno due indicatori pubblicati: {0}; nei grafici: {1}.",
    en: "Municipalities with at least two published indicators: {0}; in the charts: {1}.")
  static let choice = Text(
    it: "Sono quelli che si distinguono oltre il margine d'errore in più indicatori e poi quelli "
      + "di cui se ne conoscono di più; gli altri hanno il loro grafico nella pagina del comune.",
    en: "They are those that stand apart beyond the margin of error in most indicators, then those "
      + "of which most indicators are known; the others have their chart on the municipality's page."
  )
  static let ofTheirClass = Text(
    it: "Mediana dei comuni della stessa classe",
    en: "Median of the municipalities of the same class")
  static let peers = Text(
    it: "Mediana dei comuni di classe {0}", en: "Median of the municipalities of class {0}")
  static let noPeers = Text(
    it: "Mediana dei comuni simili", en: "Median of similar municipalities")
  static let lowest = Text(it: "Il più basso", en: "Lowest")
  static let highest = Text(it: "Il più alto", en: "Highest")
}
