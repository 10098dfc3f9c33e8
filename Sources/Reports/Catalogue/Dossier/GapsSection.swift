import Indicators
import Warehouse

/// D: how many are reached, how long they wait, where the distance is.
enum GapsSection {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = DossierPhrases.self
    return Section(
      id: "divari", title: words.gapsTitle[language],
      blocks: [.sentence(Sentence(words.gapsLead[language]))],
      parts: [
        Section(
          id: "copertura", title: words.coverageTitle[language],
          blocks: dossier.byComune(
            "copertura-popolazione", withMap: true, sheet: words.sheetCoverage[language])),
        Section(
          id: "soddisfazione", title: words.metTitle[language],
          blocks: dossier.byComune(
            "copertura-bisogni", withMap: true, sheet: words.sheetMet[language])),
        WaitingPart.section(dossier),
        Section(id: "distanze", title: words.distanceTitle[language], blocks: distances(dossier)),
        Section(
          id: "disuguaglianza", title: words.inequalityTitle[language],
          blocks: InequalityPart.blocks(dossier)),
      ])
  }

  /// The gap of each comune from the common mean, around zero.
  private static func distances(_ dossier: Dossier) -> [Block] {
    let language = dossier.language
    let reader = dossier.reader
    let views = dossier.views
    let indicator = "divario-copertura"
    let slice = dossier.slice(indicator)
    guard let definition = reader.definition(indicator),
      let period = reader.period(for: indicator, wanted: dossier.brief.period)
        ?? anyPeriod(indicator, dossier)
    else { return [views.absent(indicator)] }
    let rows = dossier.scope.comuni.map {
      ($0, reader.figure(indicator, $0.key, period, slice.breakdown))
    }
    guard let sample = rows.compactMap(\.1).first else { return [views.absent(indicator)] }
    let title = [definition.name[language], slice.label, language.name(of: period)]
      .compactMap(\.self).joined(separator: ", ")
    let table = Table(
      id: "divario-comuni", caption: ViewPhrases.byComuneCaption(language, title),
      sheetName: DossierPhrases.sheetGap[language],
      columns: [Table.Column(ViewPhrases.comune[language], width: 26)]
        + views.valueColumns(sample).prefix(2)
        + [Table.Column(DossierPhrases.fromMean[language], width: 26)],
      rows: rows.map { comune, figure in
        [.text(comune.name)] + views.cells(figure).prefix(2) + [.text(fromZero(figure, language))]
      }, isSortable: true)
    let chart = Chart(
      id: "g-divario", title: title, description: DossierPhrases.gapDescription[language],
      kind: .gaps(
        Chart.Scale(label: sample.unit.label[language], style: sample.style),
        rows.map { reader.item($0.0.name, $0.1) }, origin: 0),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    return [.charts([chart], table)]
  }

  /// The newest period of an indicator that only exists below the total.
  private static func anyPeriod(_ indicator: String, _ dossier: Dossier) -> Period? {
    dossier.reader.figures(indicator) { $0.value != nil }.map(\.observation.period)
      .filter { $0.kind == dossier.brief.period.kind }.max { $0.lastDay < $1.lastDay }
  }

  private static func fromZero(_ figure: Figure?, _ language: Language) -> String {
    guard let figure else { return ViewPhrases.noComparison[language] }
    return switch Separation(figure.observation, fromFixed: 0) {
    case .above: ViewPhrases.higher[language]
    case .below: ViewPhrases.lower[language]
    case .indistinct: ViewPhrases.indistinct[language]
    case .unjudged: ViewPhrases.unjudged[language]
    case .unknown: ViewPhrases.noComparison[language]
    }
  }
}
