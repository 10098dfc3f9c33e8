import Indicators
import Warehouse

/// D1: the essential levels by law, each with its state in the districts of the table.
enum LevelsPart {
  private static let indicator = "leps-attivi"
  private static let dimension = "leps"

  /// Nil where no district of the table has declared any.
  static func section(_ dossier: Dossier) -> Section? {
    let language = dossier.language
    let words = LevelPhrases.self
    let reader = dossier.reader
    let districts = dossier.scope.comuni.compactMap(\.ats).uniqued().sorted()
      .map { TerritoryKey(.ats, $0) }
    // The state in force is the one last declared.
    var states: [TerritoryKey: [String: Figure]] = [:]
    for figure in reader.figures(indicator, where: { $0.dimension == dimension }) {
      let one = figure.observation
      guard one.value != nil, districts.contains(one.territory) else { continue }
      let known = states[one.territory]?[one.modality]?.observation.period
      if known.map({ $0.lastDay < one.period.lastDay }) ?? true {
        states[one.territory, default: [:]][one.modality] = figure
      }
    }
    let declared = districts.filter { states[$0] != nil }
    if declared.isEmpty { return nil }
    let levels = Set(declared.flatMap { states[$0]!.keys }).sorted()
    let names = dossier.context.evidence.levels
    let table = Table(
      id: "leps-ambiti", caption: words.caption[language], sheetName: words.sheet[language],
      columns: [Table.Column(words.level[language], width: 50).delivered()]
        + declared.map { Table.Column(reader.name(of: $0), width: 20) },
      rows: levels.map { level in
        let name = names.first { $0.code == level }?.name[language]
        return [.text([level, name].compactMap(\.self).joined(separator: ", "))]
          + declared.map { district in
            guard let figure = states[district]?[level], let value = figure.observation.value else {
              return Cell(.none, mark: .notReceived)
            }
            return Cell(
              .text(words.state(value)[language]), observation: figure.observation.id)
          }
      }, notes: [words.note[language]])
    let values = declared.flatMap { states[$0]!.values.compactMap(\.observation.value) }
    let counts = [1, 0.5, 0].map { state in
      language.integer(values.count { words.state($0) == words.state(state) })
    }
    return Section(
      id: "leps", title: words.title[language],
      blocks: [
        .sentence(
          Sentence(
            words.said(
              language, language.integer(values.count), counts[0], counts[1], counts[2]))),
        .table(table),
      ])
  }
}

/// The words of the essential levels.
enum LevelPhrases {
  static let title = Text(
    it: "Livelli essenziali (LEPS) per ambito", en: "Essential levels (LEPS) by district")
  static let said = Text(
    it: "Stati dichiarati: {0}. Attivi: {1}; in parte: {2}; assenti: {3}.",
    en: "States declared: {0}. In force: {1}; in part: {2}; absent: {3}.")
  static let caption = Text(
    it: "Livelli essenziali delle prestazioni sociali (LEPS) e loro stato negli ambiti del tavolo",
    en: "Essential levels of social services (LEPS) and their state in the districts of the table")
  static let sheet = Text(it: "LEPS per ambito", en: "LEPS by district")
  static let level = Text(it: "Livello essenziale", en: "Essential level")
  static let note = Text(
    it: "Lo stato è dichiarato dall'ambito, all'ultima rilevazione consegnata.",
    en: "The state is declared by the district, at its last survey delivered.")

  /// As the indicator counts them: in force, in part, absent.
  static func state(_ value: Double) -> Text {
    value >= 1
      ? Text(it: "attivo", en: "in force")
      : value > 0 ? Text(it: "parziale", en: "partial") : Text(it: "assente", en: "absent")
  }
}
