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
      it:
        "Il procedimento è «{1}». Come responsabile si scrive l'ufficio o l'ente, mai una persona.",
      en: "The procedure is “{1}”. As responsible write the office or organisation, never a person."
    ),
  ]
  static let summary = Text(it: "Esito delle decisioni: {0}.", en: "Outcome of decisions: {0}.")
  static let count = Text(it: "{0} {1}", en: "{0} {1}")
  static let caution = Text(
    it: "Un indicatore che si muove dopo una decisione non prova che sia stata la decisione.",
    en: "An indicator that moves after a decision does not prove that the decision moved it.")
  static let caption = Text(
    it: "Decisioni del tavolo e indicatori con cui si verificano",
    en: "Decisions of the table and the indicators they are checked by")
  static let sheet = Text(it: "Decisioni prese", en: "Earlier decisions")
  static let numberTitle = Text(it: "N.", en: "No.")
  static let needTitle = Text(it: "Bisogno", en: "Need")
  static let decisionTitle = Text(it: "Decisione", en: "Decision")
  static let responsibleTitle = Text(it: "Responsabile", en: "Responsible")
  static let dueTitle = Text(it: "Entro il", en: "Due by")
  static let statusTitle = Text(it: "Stato", en: "Status")
  static let before = Text(it: "Prima", en: "Before")
  static let now = Text(it: "Ora", en: "Now")
  static let targetTitle = Text(it: "Obiettivo", en: "Target")
  static let outcome = Text(it: "Esito", en: "Outcome")

  static let formCaption = Text(
    it: "Modulo: le decisioni del tavolo, da compilare e restituire",
    en: "Form: the decisions of the table, to fill in and hand back")
  static let procedure = Text(it: "Il procedimento del tavolo.", en: "The table's procedure.")
  static let number = Text(it: "Numero della decisione.", en: "Number of the decision.")
  static let need = Text(it: "A quale bisogno risponde.", en: "Which need it answers.")
  static let decision = Text(it: "Che cosa si è deciso.", en: "What was decided.")
  static let weight = Text(it: "Peso dato dal tavolo.", en: "Weight given by the table.")
  static let responsible = Text(
    it: "Ufficio o ente, mai una persona.", en: "Office or organisation, never a person.")
  static let service = Text(it: "Servizio interessato.", en: "Service concerned.")
  static let comuni = Text(
    it: "Un comune, o più di uno separati da |; vuoto: tutti.",
    en: "One municipality, or several separated by |; empty: all.")
  static let indicator = Text(
    it: "Indicatore con cui si verificherà.", en: "Indicator it will be checked by.")
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
