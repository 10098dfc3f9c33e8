import Indicators

/// The words of the decisions of the table.
enum DecisionPhrases {
  static let title = Text(it: "Decisioni del tavolo", en: "Decisions of the table")
  static let earlierTitle = Text(it: "Le decisioni già prese", en: "Earlier decisions")
  static let newTitle = Text(it: "Le decisioni di oggi", en: "Today's decisions")
  static let none = Text(
    it: "Nessuna decisione di questo tavolo è stata ancora consegnata [..].",
    en: "No decision of this table has been delivered yet [..].")
  static let howTo = [
    Text(
      it: "Il foglio di calcolo di questo fascicolo ha un foglio «{0}» da compilare al tavolo: una "
        + "riga per decisione, con le scelte già pronte.",
      en: "The workbook of this dossier has a sheet “{0}” to fill in at the table: one row per "
        + "decision, with the choices ready."),
    Text(
      it: "Compilato, il file intero si mette fra le consegne della fonte «{0}», con il giorno "
        + "davanti al nome: il prossimo fascicolo dirà se gli indicatori si sono mossi.",
      en: "Once filled in, the whole file goes among the deliveries of the source “{0}”, with the "
        + "date at the start of its name: the next dossier will tell whether the indicators moved."),
    Text(
      it:
        "Per quello che si dice prima di decidere ci sono i fogli «osservazioni_tavolo» e «proposte»: "
        + "lo stesso file si mette anche fra le consegne delle loro fonti.",
      en:
        "For what is said before deciding there are the sheets “osservazioni_tavolo” and “proposte”: "
        + "the same file also goes among the deliveries of their sources."),
    Text(
      it:
        "Il procedimento è «{1}». Come responsabile si scrive l'ufficio o l'ente, mai una persona.",
      en: "The procedure is “{1}”. As responsible write the office or organisation, never a person."
    ),
  ]
  static let taken = Text(
    it: "Decisioni prese: {0}. A che punto sono: {1}.",
    en: "Decisions taken: {0}. How far they are: {1}.")
  static let outcomesSaid = Text(
    it: "Esito degli indicatori con cui si verificano: {0}.",
    en: "Outcome of the indicators they are checked by: {0}.")
  static let followed = Text(it: "N. {0}, «{1}». {2}: {3}", en: "No. {0}, “{1}”. {2}: {3}")
  static let fromTo = Text(it: "prima {0}, ora {1}; ", en: "before {0}, now {1}; ")
  static let onlyNow = Text(
    it: "ora {0}, prima della decisione non calcolato; ",
    en: "now {0}, not computed before the decision; ")
  static let onlyBefore = Text(it: "prima {0}; ", en: "before {0}; ")
  static let withheldPlaces = Text(
    it: "N. {0}, «{1}». Non si può dire, perché il dato è riservato [c]: {2}.",
    en: "No. {0}, “{1}”. It cannot be told, as the figure is confidential [c]: {2}.")
  static let tooEarlyPlaces = Text(
    it:
      "N. {0}, «{1}». È presto: nessun periodo si è chiuso dopo la decisione. Il dato non era "
      + "pubblicato nemmeno prima per: {2}.",
    en:
      "No. {0}, “{1}”. Too early: no period has ended since the decision. The figure was not "
      + "published before it either for: {2}.")
  static let partly = Text(
    it: "Il periodo è cominciato prima della decisione.",
    en: "The period began before the decision.")
  static let caution = Text(
    it: "Un indicatore che si muove dopo una decisione non prova che sia stata la decisione.",
    en: "An indicator that moves after a decision does not prove that the decision moved it.")
  static let takenCaption = Text(
    it: "Decisioni del tavolo: che cosa, chi, entro quando",
    en: "Decisions of the table: what, who, by when")
  static let takenSheet = Text(it: "Decisioni prese", en: "Earlier decisions")
  static let measuredCaption = Text(
    it: "Gli indicatori delle decisioni, prima e ora",
    en: "The indicators of the decisions, before and now")
  static let measuredSheet = Text(it: "Indicatori delle decisioni", en: "Decision indicators")
  static let measuredNote = Text(
    it: "«Ora» è l'ultimo periodo chiuso dopo la decisione; «prima» è la stessa parte dell'ultimo "
      + "anno chiuso prima. Un dato riservato resta riservato anche qui.",
    en: "“Now” is the last period ended since the decision; “before” is the same part of the last "
      + "year ended before it. A confidential figure stays confidential here too.")
  static let numberTitle = Text(it: "N.", en: "No.")
  static let needTitle = Text(it: "Bisogno", en: "Need")
  static let decisionTitle = Text(it: "Decisione", en: "Decision")
  static let weightTitle = Text(it: "Peso", en: "Weight")
  static let responsibleTitle = Text(it: "Responsabile", en: "Responsible")
  static let dueTitle = Text(it: "Entro il", en: "Due by")
  static let statusTitle = Text(it: "Stato", en: "Status")
  static let decidedTitle = Text(it: "Decisa il", en: "Decided on")
  static let resourcesTitle = Text(it: "Risorse (€)", en: "Resources (€)")
  static let before = Text(it: "Prima", en: "Before")
  static let beforeWhen = Text(it: "Prima, quando", en: "Before, when")
  static let beforeInterval = Text(it: "Prima, intervallo al 95\u{A0}%", en: "Before, 95% interval")
  static let now = Text(it: "Ora", en: "Now")
  static let nowWhen = Text(it: "Ora, quando", en: "Now, when")
  static let nowInterval = Text(it: "Ora, intervallo al 95\u{A0}%", en: "Now, 95% interval")
  static let targetTitle = Text(it: "Obiettivo", en: "Target")
  static let dataTitle = Text(it: "Fonte dei dati", en: "Source of the data")
  static let outcome = Text(it: "Esito", en: "Outcome")

  static let formCaption = Text(
    it: "Modulo: le decisioni del tavolo, da compilare e restituire",
    en: "Form: the decisions of the table, to fill in and hand back")
  static let procedure = Text(it: "Il procedimento del tavolo.", en: "The table's procedure.")
  static let number = Text(it: "Numero della decisione.", en: "Number of the decision.")
  static let need = Text(it: "A quale bisogno risponde.", en: "Which need it answers.")
  static let decision = Text(it: "Che cosa si è deciso.", en: "What was decided.")
  static let decided = Text(
    it: "Giorno della decisione; vuoto: quello della consegna del foglio.",
    en: "Day of the decision; empty: the day the sheet is delivered.")
  static let weight = Text(it: "Peso dato dal tavolo.", en: "Weight given by the table.")
  static let responsible = Text(
    it: "Ufficio o ente, mai una persona.", en: "Office or organisation, never a person.")
  static let service = Text(it: "Servizio interessato.", en: "Service concerned.")
  static let comuni = Text(
    it: "Un comune, o più di uno separati da |; vuoto: tutti.",
    en: "One municipality, or several separated by |; empty: all.")
  static let indicator = Text(
    it: "Indicatore con cui si verificherà; o l'identificativo di un numero del fascicolo.",
    en: "Indicator it will be checked by; or the id of a number of the dossier.")
  static let target = Text(
    it: "Valore da raggiungere; una quota in centesimi: 0,60 per il 60\u{A0}%.",
    en: "Value to reach; a share as a fraction: 0.60 for 60%.")
  static let due = Text(it: "Entro quando.", en: "By when.")
  static let resources = Text(it: "Risorse in euro.", en: "Resources in euro.")
  static let status = Text(it: "A che punto è.", en: "How far it is.")

  /// Codes of the exchange contract.
  static func name(ofStatus code: String) -> Text {
    switch code {
    case "da_avviare": Text(it: "da avviare", en: "to be started")
    case "in_corso": Text(it: "in corso", en: "under way")
    case "conclusa": Text(it: "conclusa", en: "concluded")
    case "abbandonata": Text(it: "abbandonata", en: "abandoned")
    default: Text(it: "non indicato", en: "not stated")
    }
  }
}
