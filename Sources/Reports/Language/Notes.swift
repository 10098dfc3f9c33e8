import Indicators

/// The words an observation may carry in its note, in both languages.
enum Notes {
  /// Nothing was counted in a slice of a territory whose total is known.
  static let noCase = "nessun caso"

  /// A period whose cases have not been followed long enough to be judged.
  static let tooRecent = "periodo troppo recente"

  /// The note as a reader finds it; one this program does not know is shown as it is.
  static func word(_ note: String) -> Text {
    switch note {
    case noCase: Text(it: note, en: "no case")
    case "non raggiunta": Text(it: note, en: "not reached")
    case "osservazione troppo breve": Text(it: note, en: "observed for too short a time")
    case tooRecent: Text(it: note, en: "period too recent")
    case "popolazione":
      Text(it: "popolazione non pervenuta", en: "population not received")
    case "finanziamento zero": Text(it: note, en: "no funding")
    case "0/0": Text(it: "n.d. (0 su 0)", en: "n/a (0 of 0)")
    case "n.d. (programmato = 0)":
      Text(it: "n.d. (programmato = 0)", en: "n/a (planned = 0)")
    default: Text(it: note, en: note)
    }
  }
}
