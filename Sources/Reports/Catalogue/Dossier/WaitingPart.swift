import Indicators
import Warehouse

/// D3: how long people wait, those still waiting included.
enum WaitingPart {
  static let indicators = ["tempo-primo-contatto", "tempo-decisione", "tempo-attivazione"]
  static let days = [30, 60, 90, 180]

  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    var blocks: [Block] = [.sentence(Sentence(words.waitingLead[language]))]
    for indicator in indicators { blocks += waiting(indicator, dossier) }
    let backlogPeriod = dossier.reader.period(for: "arretrato", wanted: dossier.brief.period)
    if let backlog = backlogPeriod.flatMap({
      dossier.reader.figure("arretrato", dossier.scope.reference, $0)
    }) {
      blocks.append(.sentence(dossier.reader.sentences.statement(backlog)))
    }
    return Section(id: "tempi", title: words.waitingTitle[language], blocks: blocks)
  }

  /// One slice for all the parts and territories of an indicator: a table never mixes two.
  private static func slice(
    _ indicator: String, _ dossier: Dossier
  ) -> (breakdown: Breakdown, label: String?) {
    dossier.slice(indicator + ".entro-90")
  }

  private static func figure(
    _ indicator: String, _ part: String, _ territory: TerritoryKey, _ dossier: Dossier
  ) -> Figure? {
    dossier.reader.period(for: indicator + ".entro-90", wanted: dossier.brief.period).flatMap {
      dossier.reader.figure(
        indicator + part, territory, $0, slice(indicator, dossier).breakdown)
    }
  }

  private static func waiting(_ indicator: String, _ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let words = DossierPhrases.self
    let reader = dossier.reader
    let reference = dossier.scope.reference
    guard let definition = reader.definition(indicator),
      let sample = figure(indicator, ".entro-90", reference, dossier)
        ?? figure(indicator, ".mediana", reference, dossier)
    else { return [dossier.views.absent(indicator)] }
    let parts = [".mediana", ".p90"] + days.map { ".entro-\($0)" }
    let territories =
      [(reader.name(of: reference), reference)] + dossier.scope.comuni.map { ($0.name, $0.key) }
    let title = [
      definition.name[language], slice(indicator, dossier).label,
      language.name(of: sample.observation.period),
    ].compactMap(\.self).joined(separator: ", ")
    let table = Table(
      id: indicator + "-comuni", caption: words.waitingCaption(language, title),
      sheetName: words.sheetWaiting(language, definition.name[language]),
      columns: [
        Table.Column(ViewPhrases.territory[language], width: 28),
        Table.Column(words.median[language], .number),
        Table.Column(words.medianInterval[language], .interval),
        Table.Column(words.ninetieth[language], .number),
      ] + days.map { Table.Column(words.within(language, "\($0)"), .number) },
      rows: territories.map { name, key in
        let figures = parts.map { figure(indicator, $0, key, dossier) }
        return [.text(name), reader.cell(figures[0]), reader.interval(figures[0])]
          + figures.dropFirst().map(reader.cell)
      },
      notes: [words.waitingNote[language]], isSortable: true)
    var blocks: [Block] = []
    if let median = figure(indicator, ".mediana", reference, dossier) {
      blocks.append(.sentence(reader.sentences.statement(median)))
    }
    let curves = [reference, .total].uniqued().compactMap { curve(indicator, $0, dossier) }
    if curves.isEmpty { return blocks + [.table(table)] }
    let chart = Chart(
      id: "g-" + indicator, title: title,
      description: days.compactMap {
        figure(indicator, ".entro-\($0)", reference, dossier).map {
          reader.sentences.statement($0).text
        }
      }.joined(separator: " "),
      kind: .curve(
        Chart.Scale(label: words.shareServed[language], style: .percent(0)), curves, horizon: 180))
    return blocks + [.charts([chart], table)]
  }

  private static func curve(
    _ indicator: String, _ territory: TerritoryKey, _ dossier: Dossier
  ) -> Chart.Curve? {
    let steps = days.compactMap { day -> Chart.Curve.Step? in
      guard let observation = figure(indicator, ".entro-\(day)", territory, dossier)?.observation,
        let value = observation.value
      else { return nil }
      return Chart.Curve.Step(
        day: Double(day), share: value, lower: observation.lower, upper: observation.upper)
    }
    if steps.isEmpty { return nil }
    let name =
      territory == .total
      ? ComunePhrases.wholeTerritory[dossier.language] : dossier.reader.name(of: territory)
    return Chart.Curve(name: name, steps: steps)
  }
}

extension Array where Element: Hashable {
  /// The first of each, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
