import Indicators
import Warehouse

/// The words about expected deliveries.
enum ReportingPhrases {
  static let title = Text(it: "Le consegne attese", en: "Expected deliveries")
  static let lead = Text(
    it: "Consegne attese: {0}; arrivate: {1} ({2}); puntuali: {3}; complete: {4}.",
    en: "Deliveries expected: {0}; arrived: {1} ({2}); on time: {3}; complete: {4}.")
  static let meaning = Text(
    it:
      "È attesa una consegna per ogni periodo concluso previsto dagli accordi. È arrivata quando una "
      + "consegna fatta dalla fine del periodo in poi ne contiene i dati; puntuale se entro la "
      + "scadenza; completa se almeno il 95\u{A0}% delle sue righe si è potuto leggere.",
    en:
      "One delivery is expected for every ended period the agreements provide for. It has arrived "
      + "when a delivery made from the end of the period on holds its data; it is on time if within "
      + "the deadline, complete if at least 95% of its rows could be read.")
  static let ratesCaption = Text(
    it: "Consegne attese e arrivate, per ente e tracciato",
    en: "Deliveries expected and arrived, by publisher and dataset")
  static let wantingCaption = Text(
    it: "Consegne mancanti, in ritardo, incomplete o non ancora dovute",
    en: "Deliveries missing, late, incomplete or not yet due")
  static let sheetRates = Text(it: "Consegne attese", en: "Expected deliveries")
  static let sheetWanting = Text(it: "Consegne da sollecitare", en: "Deliveries to chase")
  static let expected = Text(it: "Attese", en: "Expected")
  static let arrived = Text(it: "Arrivate", en: "Arrived")
  static let share = Text(it: "Arrivate su attese", en: "Arrived of expected")
  static let onTime = Text(it: "Puntuali", en: "On time")
  static let onTimeShare = Text(it: "Puntuali su attese", en: "On time of expected")
  static let late = Text(it: "In ritardo", en: "Late")
  static let missing = Text(it: "Mancanti", en: "Missing")
  static let awaited = Text(it: "Non ancora dovute", en: "Not yet due")
  static let complete = Text(it: "Complete", en: "Complete")
  static let period = Text(it: "Periodo", en: "Period")
  static let due = Text(it: "Scadenza", en: "Due on")
  static let state = Text(it: "Stato", en: "State")
  static let refused = Text(it: "Righe rifiutate", en: "Rows refused")
  static let incomplete = Text(it: "incompleta", en: "incomplete")

  static func name(of state: ExpectedReport.State) -> Text {
    switch state {
    case .onTime: Text(it: "puntuale", en: "on time")
    case .late: Text(it: "in ritardo", en: "late")
    case .missing: Text(it: "mancante", en: "missing")
    case .awaited: Text(it: "non ancora dovuta", en: "not yet due")
    }
  }
}
