import Indicators

/// The words of what a programme was followed by.
extension ProgrammePhrases {
  static let served = Text(
    it:
      "Fino al {0} le consegne che lo indicano contano circa {1}, a circa {2} "
      + "(arrotondate a cinque).",
    en:
      "Up to {0} the deliveries that name it count about {1}, to about {2} (rounded to "
      + "five).")
  static let servedWithheld = Text(
    it: "Le prestazioni che lo indicano riguardano troppo poche persone per essere "
      + "pubblicate [c].",
    en: "The services that name it concern too few people to be published [c].")
  static let noServed = Text(
    it:
      "Persone raggiunte con prestazioni: dato non pervenuto [..]. Nessuna prestazione consegnata lo "
      + "indica.",
    en: "People reached by services: figure not received [..]. No service delivered names it.")
  static let outcomesTitle = Text(it: "Prima e dopo", en: "Before and after")
  static let outcomesLead = Text(
    it: "Come stavano copertura, attese e divario prima dell'avvio del {0} e come stanno ora. Il "
      + "confronto descrive: da solo non dice che cosa dipende dal programma.",
    en: "How coverage, waiting and gap stood before the start on {0} and how they stand now. The "
      + "comparison describes: alone it does not tell what is due to the programme.")
  static let outcomesCaption = Text(
    it: "CUP {0}: copertura, attese e divario prima dell'avvio e ora",
    en: "CUP {0}: coverage, waiting and gap before the start and now")
  static let outcomesSaid = Text(it: "Ora rispetto a prima: {0}.", en: "Now against before: {0}.")
  static let outcomesNote = Text(
    it:
      "Si confrontano periodi della stessa parte dell'anno. Un programma che interessa più comuni è "
      + "accostato al territorio intero.",
    en: "Periods of the same part of the year are compared. A programme that concerns several "
      + "municipalities is set beside the whole territory.")
  static let notStarted = Text(
    it:
      "L'avvio effettivo non è pervenuto [..] o non è ancora passato: prima e dopo non si confrontano.",
    en:
      "The actual start was not received [..] or is still to come: before and after are not compared."
  )
  static let noOutcomes = Text(
    it: "Copertura, attese e divario di questo territorio non sono pervenuti [..].",
    en: "Coverage, waiting and gap of this territory were not received [..].")
  static let place = Text(it: "Territorio", en: "Territory")
  static let beforeStart = Text(it: "Prima dell'avvio", en: "Before the start")
  static let whenBefore = Text(it: "Periodo (prima)", en: "Period (before)")
  static let now = Text(it: "Ora", en: "Now")
  static let whenNow = Text(it: "Periodo (ora)", en: "Period (now)")
  static let reading = Text(it: "Lettura", en: "Reading")

  /// What the intervals allow to say.
  static func outcome(_ movement: Movement) -> Text {
    guard let now = movement.now else {
      return Text(it: "è presto per dirlo", en: "too early to tell")
    }
    guard let before = movement.before, before.observation.value != nil,
      now.observation.value != nil
    else { return Text(it: "manca un termine del confronto", en: "one side is missing") }
    let separation = Separation(now.observation, from: before.observation)
    return switch (separation, separation.verdict(now.direction)) {
    case (_, .better?): Text(it: "migliore di prima", en: "better than before")
    case (_, .worse?): Text(it: "peggiore di prima", en: "worse than before")
    case (.indistinct, _):
      Text(
        it: "differenza non distinguibile dal caso",
        en: "difference not distinguishable from chance")
    case (.unlike(let reason), _): reason.said
    default:
      Text(
        it: "diverso, ma senza intervallo non si giudica",
        en: "different, but without an interval it is not judged")
    }
  }
}
