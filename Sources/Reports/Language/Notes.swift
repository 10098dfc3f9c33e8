import Indicators

/// The words an observation may carry in its note, in both languages.
enum Notes {
  /// Nothing was counted in a slice of a territory whose total is known.
  static let noCase = "nessun caso"

  /// The note as a reader finds it; one this program does not know is shown as it is.
  static func word(_ note: String) -> Text {
    if let several = joined(note.split(separator: Observation.betweenNotes).map(String.init)) {
      return several
    }
    return switch note {
    case noCase: Text(it: note, en: "no case")
    case "non raggiunta": Text(it: note, en: "not reached")
    case "osservazione troppo breve": Text(it: note, en: "observed for too short a time")
    case Observation.tooRecent: Text(it: note, en: "period too recent")
    case "popolazione":
      Text(it: "popolazione non pervenuta", en: "population not received")
    case "finanziamento zero": Text(it: note, en: "no funding")
    case "0/0": Text(it: "n.d. (0 su 0)", en: "n/a (0 of 0)")
    case "n.d. (programmato = 0)":
      Text(it: "n.d. (programmato = 0)", en: "n/a (planned = 0)")
    case "n.d. (obiettivo = 0)": Text(it: note, en: "n/a (target = 0)")
    case "popolazione per età":
      Text(it: "popolazione per età non pervenuta", en: "population by age not received")
    case "popolazione per età e sesso":
      Text(it: note + " non pervenuta", en: "population by age and sex not received")
    case "solo per età": Text(it: note, en: "by age alone")
    case "attesi < 5": Text(it: "attesi meno di 5", en: "fewer than 5 expected")
    case "meno di 5 comuni": Text(it: note, en: "fewer than 5 municipalities")
    case "meno di 50 utenti": Text(it: note, en: "fewer than 50 users")
    case "meno di 30 giorni con viaggi": Text(it: note, en: "fewer than 30 days with trips")
    case "meno di 4 pagamenti": Text(it: note, en: "fewer than 4 payments")
    case "nessun pagamento negli ultimi 6 mesi":
      Text(it: note, en: "no payment in the last 6 months")
    case "serie breve o non pubblicata per intero":
      Text(it: note, en: "series too short or not published in full")
    case "termine passato o non dichiarato": Text(it: note, en: "deadline past or not declared")
    case "curva non stimabile": Text(it: note, en: "curve cannot be estimated")
    case "la curva si ferma prima del 99 %":
      Text(it: note, en: "the curve stops short of 99%")
    case "nessuna consegna parla di quel periodo":
      Text(it: note, en: "no delivery tells of that period")
    case Observation.toldInPart: Text(it: note, en: "period told of in part")
    case "campo mai compilato":
      Text(
        it: "nessuna consegna ha mai compilato il campo che serve",
        en: "no delivery has ever filled in the field it takes")
    case "revisione trattenuta":
      Text(
        it: "revisione trattenuta: resta il numero di prima, calcolato com'era definito allora",
        en: "revision held back: the earlier number stays, worked out as it was defined then")
    case "indicatore senza valore": Text(it: note, en: "indicator without a value")
    case Observation.chanceAlone: Text(it: note, en: "differences by chance alone")
    case "nessun periodo chiuso dopo la decisione":
      Text(it: note, en: "no period has ended since the decision")
    case _ where note.hasPrefix("anno "): Text(it: note, en: "year " + note.dropFirst(5))
    case _ where note.hasPrefix("senza "): Text(it: note, en: "without " + note.dropFirst(6))
    case _ where note.hasPrefix(Observation.reversed):
      Text(
        it: note,
        en: "durations that end before they begin, left out: "
          + note.dropFirst(Observation.reversed.count))
    default: Text(it: note, en: note)
    }
  }

  /// Nil of one alone.
  private static func joined(_ notes: [String]) -> Text? {
    guard notes.count > 1 else { return nil }
    let words = notes.map(word)
    return Text(
      it: words.map(\.it).joined(separator: Observation.betweenNotes),
      en: words.map(\.en).joined(separator: Observation.betweenNotes))
  }
}
