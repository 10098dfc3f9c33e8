import Indicators
import Warehouse

/// Where one more Punto di Prossimità, or two, or three, would help most, by each way of weighing it.
enum NextPointPart {
  static let indicator = "priorita-localizzazione"
  private static let criteria = ["", ".senza-eta", ".minuti"]

  /// Nil where it was not worked out.
  static func section(_ dossier: Dossier) -> Section? {
    let language = dossier.language
    let words = NextPointPhrases.self
    let found = criteria.flatMap { criterion in
      ["1", "2", "3"].compactMap { count -> (criterion: String, count: String, figure: Figure)? in
        ProgrammeFigures.newest(indicator + criterion, count, dossier.reader)
          .map { (criterion, count, $0) }
      }
    }.filter { $0.figure.observation.value != nil && $0.figure.observation.note != nil }
    guard let first = found.first else { return nil }
    func places(_ figure: Figure) -> String { figure.observation.note ?? "" }
    func number(_ figure: Figure) -> String {
      language.decimal(figure.observation.value ?? 0, 0)
    }
    var sentences = [
      Sentence(
        words.best(language, places(first.figure), number(first.figure)),
        [first.figure.observation.id])
    ]
    let chosen = Set(found.filter { $0.count == "1" }.map { places($0.figure) })
    sentences.append(
      Sentence(
        chosen.count == 1
          ? words.agreed[language]
          : words.sensitive(language, chosen.inOrder().joined(separator: words.or[language]))))
    let table = Table(
      id: "prossimo-punto-tabella", caption: words.caption[language],
      sheetName: words.title[language],
      columns: [
        Table.Column(words.criterion[language], width: 50),
        Table.Column(words.points[language], .number),
        Table.Column(words.places[language], width: 50),
        Table.Column(words.gain[language], .number),
      ],
      rows: found.map { one in
        [
          .text(words.name(of: one.criterion)[language]), .integer(Int(one.count) ?? 0),
          .text(places(one.figure)), dossier.reader.cell(one.figure),
        ]
      }, notes: [words.caveat[language], words.everywhere[language]])
    return Section(
      id: "prossimo-punto", title: words.title[language],
      blocks: [.list(sentences), .table(table)])
  }
}

/// The words of the next point.
enum NextPointPhrases {
  static let title = Text(it: "Dove aprire il prossimo punto", en: "Where to open the next point")
  static let best = Text(
    it:
      "Un Punto di Prossimità in più aiuterebbe di più a {0}: porterebbe entro 15 minuti altri {1} "
      + "residenti di 65 anni e più.",
    en:
      "One more Proximity Point would help most in {0}: it would bring {1} more residents aged "
      + "65 and over within 15 minutes.")
  static let agreed = Text(
    it: "Pesando tutti i residenti, o i minuti risparmiati, la scelta non cambia.",
    en: "Weighing all residents, or the minutes saved, the choice does not change.")
  static let or = Text(it: " o ", en: " or ")
  static let sensitive = Text(
    it:
      "La scelta dipende da che cosa si pesa: con criteri diversi il primo comune è {0}. È una scelta "
      + "del tavolo, non del calcolo.",
    en:
      "The choice depends on what is weighed: by different criteria the first municipality is {0}. It "
      + "is for the table to choose, not for the computation.")
  static let caption = Text(
    it: "Dove uno, due o tre punti in più aiuterebbero di più, sull'intero territorio",
    en: "Where one, two or three more points would help most, over the whole territory")
  static let criterion = Text(it: "Che cosa si pesa", en: "What is weighed")
  static let points = Text(it: "Punti in più", en: "More points")
  static let places = Text(it: "Dove", en: "Where")
  static let gain = Text(it: "Guadagno", en: "Gain")
  static let caveat = Text(
    it: "I pesi sono una scelta politica. Chi è a più di 60 minuti conta come a 60.",
    en: "Weights are a political choice. Beyond 60 minutes counts as 60.")
  static let everywhere = Text(
    it: "La ricerca è su tutti i comuni del territorio, non solo su quelli del tavolo.",
    en: "The search is over all the municipalities of the territory, not only those of the table.")

  static func name(of criterion: String) -> Text {
    switch criterion {
    case ".senza-eta":
      Text(
        it: "tutti i residenti portati entro 15 minuti",
        en: "all residents brought within 15 minutes")
    case ".minuti":
      Text(
        it: "minuti risparmiati, sommati sulle persone",
        en: "minutes saved, summed over persons")
    default:
      Text(
        it: "residenti di 65 e più portati entro 15 minuti",
        en: "residents 65 and over brought within 15 minutes")
    }
  }
}
