import Indicators
import Warehouse

/// How long people wait in each social district: small charts on the same axes, so that curves are compared
/// by their shape and not by a rank.
enum DistrictWaits {
  private static let indicator = "tempo-attivazione"

  /// Nil where fewer than two districts have a curve.
  static func section(_ context: ReportContext) -> Section? {
    let (language, reader, words) = (context.language, context.reader, DistrictPhrases.self)
    let districts = context.evidence.territory.groups.map(\.key).filter { $0.kind == .ats }
    let cut = WaitingPart.anchors.lazy.compactMap {
      reader.slice(indicator + $0, areas: [], among: districts, wanted: nil)
    }.first
    guard let cut, let whole = WaitingPart.curve(indicator, .total, cut, reader) else { return nil }
    let curves = districts.compactMap { district in
      WaitingPart.curve(indicator, district, cut, reader).map { (district, $0) }
    }
    guard curves.count > 1 else { return nil }
    // What is known of the longest followed, so that all have the same axes.
    let horizon = (curves.map(\.1) + [whole]).flatMap(\.steps).map(\.day).max() ?? 180
    let share = indicator + ".entro-90"
    let title = WaitingPart.heading(indicator, cut, reader)
    let charts = curves.map { district, curve in
      Chart(
        id: "g-attese-" + district.code.lowercased(), title: curve.name,
        description: reader.figure(share, district, cut)
          .map { reader.sentences.statement($0).text } ?? words.caption(language, title),
        kind: .panel(
          Chart.Scale(label: DossierPhrases.shareServed[language], style: .percent(1)), curve,
          beside: whole, horizon: horizon))
    }
    let table = WaitingPart.figures(
      indicator, cut, (districts + [.total]).map { (reader.name(of: $0), $0) },
      words.caption(language, title), ViewPhrases.territory, id: "attese-ambiti",
      sheet: words.title[language], reader)
    return Section(
      id: "attese", title: words.title[language],
      blocks: [
        .sentence(Sentence(words.lead(language, title))),
        said(share, districts, cut, reader).map(Block.list),
        .charts(charts, table),
      ].compactMap(\.self))
  }

  /// What share the whole territory has served, and which districts stand apart from it.
  private static func said(
    _ share: String, _ districts: [TerritoryKey], _ cut: Slice, _ reader: EvidenceReader
  ) -> [Sentence]? {
    reader.figure(share, .total, cut).map { whole in
      [
        reader.sentences.statement(whole),
        reader.sentences.spread(
          districts.compactMap { reader.figure(share, $0, cut) }, around: whole),
      ]
    }
  }
}

/// The words of districts side by side.
enum DistrictPhrases {
  static let title = Text(it: "Le attese, ambito per ambito", en: "Waiting, district by district")
  static let lead = Text(
    it:
      "{0}: che quota delle richieste ha avuto risposta entro i giorni segnati. Un grafico per ambito, tutti con "
      + "gli stessi assi; la linea piena è dell'ambito, con la fascia del suo intervallo al 95\u{A0}%, quella "
      + "tratteggiata è di tutto il territorio.",
    en:
      "{0}: what share of requests has been answered within the marked days. One chart for each district, all on "
      + "the same axes; the full line is of the district, with the band of its 95% interval, the dashed one of "
      + "the whole territory.")
  static let caption = Text(it: "{0}, per ambito", en: "{0}, by district")
}
