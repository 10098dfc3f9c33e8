import Indicators
import Warehouse

/// Where one more Punto di Prossimità, or two, or three, would help most, by each way of weighing it.
enum NextPointPart {
  static let indicator = "priorita-localizzazione"
  private static let criteria = ["", ".senza-eta", ".minuti"]

  private typealias Choice = (criterion: String, count: String, figure: Figure)

  /// For the territory of the table where it has a search of its own, else for everything. Nil where it
  /// was not worked out.
  static func section(_ dossier: Dossier) -> Section? {
    let language = dossier.language
    let words = NextPointPhrases.self
    let evidence = dossier.context.evidence
    let scope = dossier.scope
    let isOwn = scope.isWhole || scope.reference != .total
    let own = isOwn ? choices(dossier, scope.reference) : []
    let found = own.isEmpty ? choices(dossier, .total) : own
    if found.isEmpty { return nil }
    let named = found.filter { !places($0.figure).isEmpty }
    let blocks: [Block] =
      named.isEmpty
      ? [.sentence(Sentence(words.nowhere[language], found.map(\.figure.observation.id)))]
      : [
        .list(sentences(named, dossier)),
        .table(
          table(
            named, dossier,
            of: own.isEmpty ? evidence.territory.name : scope.name,
            note: scope.isWhole
              ? nil : own.isEmpty ? words.everywhere[language] : words.within[language])),
      ]
    return Section(id: "prossimo-punto", title: words.title[language], blocks: blocks)
  }

  private static func choices(_ dossier: Dossier, _ territory: TerritoryKey) -> [Choice] {
    criteria.flatMap { criterion in
      ["1", "2", "3"].compactMap { count -> Choice? in
        dossier.reader.figures(indicator + criterion, of: [territory]) { $0.modality == count }
          .max { $0.observation.period.lastDay < $1.observation.period.lastDay }
          .map { (criterion, count, $0) }
      }
    }.filter { $0.figure.observation.value != nil && $0.figure.observation.note != nil }
  }

  /// Comuni, as the note of the figure names them; none where a further point would help nobody.
  private static func places(_ figure: Figure) -> String { figure.observation.note ?? "" }

  private static func sentences(_ found: [Choice], _ dossier: Dossier) -> [Sentence] {
    let language = dossier.language
    let words = NextPointPhrases.self
    let alone = found.filter { $0.count == "1" }
    let chosen = Set(alone.map { places($0.figure) })
    let choice = Sentence(
      alone.count == criteria.count && chosen.count == 1
        ? words.agreed[language]
        : words.sensitive(language, chosen.inOrder().joined(separator: words.or[language])))
    guard let best = alone.first(where: { $0.criterion.isEmpty }) else {
      return [Sentence(words.allNear[language]), choice]
    }
    let gain = language.decimal(best.figure.observation.value ?? 0, 0)
    return [
      Sentence(
        words.best(language, places(best.figure), gain), [best.figure.observation.id]), choice,
    ]
  }

  private static func table(_ found: [Choice], _ dossier: Dossier, of name: String, note: String?)
    -> Table
  {
    let language = dossier.language
    let words = NextPointPhrases.self
    return Table(
      id: "prossimo-punto-tabella",
      caption: words.caption(language, name),
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
      }, notes: [words.caveat[language]] + (note.map { [$0] } ?? []))
  }
}

/// The words of the next point.
enum NextPointPhrases {
  static let title = Text(it: "Dove aprire il prossimo punto", en: "Where to open the next point")
  static let best = Text(
    it:
      "Un Punto di Prossimità in più aiuterebbe di più nel comune di {0}: porterebbe entro 15 minuti "
      + "altri {1} residenti di 65 anni e più.",
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
    it: "{0}: dove uno, due o tre punti in più aiuterebbero di più",
    en: "{0}: where one, two or three more points would help most")
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

  static let within = Text(
    it: "La ricerca è fra i comuni del territorio del tavolo e conta i suoi soli residenti.",
    en: "The search is among the municipalities of the table's territory and counts its residents "
      + "alone.")
  static let nowhere = Text(
    it: "Un Punto di Prossimità in più non avvicinerebbe nessuno: ogni comune ne ha già uno.",
    en: "One more Proximity Point would bring nobody nearer: every municipality has one already.")
  static let allNear = Text(
    it: "Chi ha 65 anni e più è già entro 15 minuti da un Punto di Prossimità.",
    en: "Everyone aged 65 and over is within 15 minutes of a Proximity Point already.")

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
