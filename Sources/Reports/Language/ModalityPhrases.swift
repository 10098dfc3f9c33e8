import Indicators

/// What the codes of closed lists are called where a figure is divided by them; lists with names of their
/// own (services, user areas, channels) are in the evidence.
enum ModalityPhrases {
  /// Nil for a code without words: an age band, a programme.
  static func name(_ dimension: String, _ code: String) -> Text? {
    switch dimension {
    case "tipo_ente": NetworkPhrases.name(ofKind: code)
    case "sesso": ProgrammePhrases.name(ofSex: code)
    case "anzianita":
      Text(it: days(.it, span(code)), en: days(.en, span(code)))
    default: names[dimension]?[code]
    }
  }

  private static let days = Text(it: "{0} giorni", en: "{0} days")
  private static func span(_ code: String) -> String { code.replacing("-", with: "–") }

  private static let names: [String: [String: Text]] = [
    "esito": [
      "richiesta": Text(it: "Richiesta", en: "Request"),
      "informazione": Text(it: "Informazione", en: "Information"),
      "rinvio": Text(it: "Rinvio ad altri", en: "Sent on to others"),
      "nessuno": Text(it: "Nessun esito", en: "No outcome"),
    ],
    "cittadinanza": [
      "ITA": Text(it: "Cittadinanza italiana", en: "Italian citizenship"),
      "UE": Text(it: "Cittadinanza di un altro Stato UE", en: "Citizenship of another EU state"),
      "EXTRA": Text(it: "Cittadinanza extra UE", en: "Citizenship outside the EU"),
    ],
    "regime": [
      "pubblico": Text(it: "Pubblico", en: "Public"),
      "aziendale": Text(it: "Aziendale", en: "Of employers"),
      "territoriale": Text(it: "Territoriale", en: "Of the community"),
    ],
    "motivo": [
      "cura": Text(it: "Cura", en: "Care"), "esami": Text(it: "Esami", en: "Medical tests"),
      "spesa": Text(it: "Spesa", en: "Shopping"),
      "socialita": Text(it: "Socialità", en: "Social life"),
      "pdp": Text(it: "Punto di Prossimità", en: "Proximity Point"),
      "altro": Text(it: "Altro", en: "Other"),
    ],
    "eta": [
      "0-64": Text(it: "Meno di 65 anni", en: "Under 65"),
      "65-130": Text(it: "65 anni e più", en: "65 and over"),
    ],
    "giorno_settimana": [
      "1": Text(it: "Lunedì", en: "Monday"), "2": Text(it: "Martedì", en: "Tuesday"),
      "3": Text(it: "Mercoledì", en: "Wednesday"), "4": Text(it: "Giovedì", en: "Thursday"),
      "5": Text(it: "Venerdì", en: "Friday"), "6": Text(it: "Sabato", en: "Saturday"),
      "7": Text(it: "Domenica", en: "Sunday"),
    ],
    "modalita_scelta": [
      "testo": Text(it: "Testo", en: "Text"), "icona": Text(it: "Icona", en: "Icon"),
      "ricerca_libera": Text(it: "Ricerca libera", en: "Free search"),
    ],
    "ambito_scambio": [
      "persone": Text(it: "Persone", en: "People"), "cose": Text(it: "Cose", en: "Things"),
      "ambiente": Text(it: "Ambiente", en: "Environment"),
    ],
    "tipo_risorsa": [
      "tempo": Text(it: "Tempo", en: "Time"), "competenza": Text(it: "Competenza", en: "Skill"),
      "bene": Text(it: "Bene", en: "Goods"),
    ],
    "tipo_procedimento": [
      "coprogrammazione": Text(it: "Co-programmazione", en: "Co-programming"),
      "coprogettazione": Text(it: "Co-progettazione", en: "Co-design"),
      "accreditamento": Text(it: "Accreditamento", en: "Accreditation"),
    ],
    "proponente": [
      "ets": Text(it: "Ente del Terzo settore", en: "Third-sector organisation"),
      "comune": Text(it: "Comune", en: "Municipality"),
      "cittadini": Text(it: "Cittadini", en: "Citizens"),
      "impresa": Text(it: "Impresa", en: "Company"),
      "parte_sociale": Text(it: "Parte sociale", en: "Social partner"),
    ],
    "fonte": [
      "istat": Text(it: "ISTAT", en: "ISTAT"), "mlps": Text(it: "MLPS", en: "MLPS"),
      "bilancio": Text(it: "Bilancio", en: "Budget"),
      "cittadini": Text(it: "Cittadini", en: "Citizens"),
      "imprese": Text(it: "Imprese", en: "Companies"),
      "fondazioni": Text(it: "Fondazioni", en: "Foundations"),
      "cinque_per_mille": Text(it: "Cinque per mille", en: "Income-tax share (5 per mille)"),
      "eventi": Text(it: "Eventi", en: "Events"), "lasciti": Text(it: "Lasciti", en: "Bequests"),
      "pubblico": Text(it: "Pubblico", en: "Public"),
    ],
  ]
}
