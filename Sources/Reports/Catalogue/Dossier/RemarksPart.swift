import Indicators
import Warehouse

/// Strengths and weaknesses as the table gathered them, in its own words: how many organisations speak is
/// told, which are not.
enum RemarksPart {
  static func section(_ dossier: Dossier) -> Section? {
    let language = dossier.language
    let words = RemarkPhrases.self
    let remarks = dossier.context.evidence.remarks
      .filter { $0.procedure == dossier.brief.procedure }
    if remarks.isEmpty { return nil }
    let kinds = words.kinds + Set(remarks.map(\.kind)).subtracting(words.kinds).sorted()
    let ordered = kinds.flatMap { kind in remarks.filter { $0.kind == kind } }
    let counts = kinds.compactMap { kind -> String? in
      let count = remarks.count { $0.kind == kind }
      return count == 0 ? nil : words.several(kind)[language] + " " + language.integer(count)
    }
    let voices = Set(remarks.compactMap(\.voice)).count
    func name(_ code: String?, _ list: [NamedCode]) -> Cell {
      guard let code else { return Cell(.none, mark: .notReceived) }
      return .text(list.first { $0.code == code }?.name[language] ?? code)
    }
    let evidence = dossier.context.evidence
    let table = Table(
      id: "osservazioni-tavolo", caption: words.caption[language], sheetName: words.sheet[language],
      columns: [
        Table.Column(words.kind[language], width: 22),
        Table.Column(ViewPhrases.userArea[language], width: 28),
        Table.Column(ViewPhrases.service[language], width: 34),
        Table.Column(words.remark[language], width: 60).delivered(),
      ],
      rows: ordered.map { one in
        [
          .text(words.one(one.kind)[language]), name(one.userArea, evidence.userAreas),
          name(one.service, evidence.services), .text(one.text),
        ]
      }, isSortable: ordered.count > 8)
    return Section(
      id: "punti-di-forza", title: words.title[language],
      blocks: [
        .sentence(
          Sentence(
            words.lead(
              language, language.integer(remarks.count), counts.joined(separator: "; "),
              language.integer(voices)))),
        .table(table),
      ])
  }
}

/// The words of the part on strengths and weaknesses.
enum RemarkPhrases {
  static let title = Text(it: "Punti di forza e di debolezza", en: "Strengths and weaknesses")
  static let lead = Text(
    it:
      "Osservazioni raccolte: {0} ({1}). Enti che ne hanno fatte: {2}. Sono parole del tavolo, non "
      + "misure: accanto ai numeri dicono che cosa guardare.",
    en: "Remarks gathered: {0} ({1}). Organisations that made them: {2}. They are the words of the "
      + "table, not measures: beside the figures they tell what to look at.")
  static let caption = Text(
    it: "Punti di forza, debolezze, opportunità e rischi raccolti al tavolo",
    en: "Strengths, weaknesses, opportunities and risks gathered at the table")
  static let sheet = Text(it: "Forza e debolezza", en: "Strengths and weaknesses")
  static let kind = Text(it: "Tipo", en: "Kind")
  static let remark = Text(it: "Osservazione", en: "Remark")

  /// Codes of the closed list, in the order they are read.
  static let kinds = ["forza", "debolezza", "opportunita", "rischio"]

  static func one(_ code: String) -> Text {
    switch code {
    case "forza": Text(it: "punto di forza", en: "strength")
    case "debolezza": Text(it: "punto di debolezza", en: "weakness")
    case "opportunita": Text(it: "opportunità", en: "opportunity")
    case "rischio": Text(it: "rischio", en: "risk")
    default: Text(it: code, en: code)
    }
  }

  static func several(_ code: String) -> Text {
    switch code {
    case "forza": Text(it: "punti di forza", en: "strengths")
    case "debolezza": Text(it: "punti di debolezza", en: "weaknesses")
    case "opportunita": Text(it: "opportunità", en: "opportunities")
    case "rischio": Text(it: "rischi", en: "risks")
    default: Text(it: code, en: code)
    }
  }
}
