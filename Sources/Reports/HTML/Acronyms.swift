import Indicators

/// Acronyms of Italian public administration, said in full where a page first has them (WCAG 3.1.4).
enum Acronyms {
  static let names: [String: Text] = [
    "ATS": Text(it: "ambito territoriale sociale", en: "social district"),
    "CIG": Text(it: "codice identificativo di gara", en: "tender identification code"),
    "CUP": Text(it: "codice unico di progetto", en: "project code"),
    "DUP": Text(it: "documento unico di programmazione", en: "municipal planning document"),
    "ETS": Text(it: "ente del Terzo settore", en: "third-sector organisation"),
    "ISTAT": Text(it: "Istituto nazionale di statistica", en: "national statistics institute"),
    "LEPS": Text(
      it: "livelli essenziali delle prestazioni sociali", en: "essential levels of social services"),
    "PNC": Text(it: "Piano nazionale complementare", en: "national complementary plan"),
    "PNRR": Text(it: "Piano nazionale di ripresa e resilienza", en: "national recovery plan"),
    "PdP": Text(it: "Punto di Prossimità", en: "Proximity Point"),
    "ReGiS": Text(
      it: "sistema di rendicontazione del PNRR", en: "accounting system of the recovery plan"),
    "RUNTS": Text(
      it: "Registro unico nazionale del Terzo settore",
      en: "national single register of the third sector"),
    "SNAI": Text(
      it: "Strategia nazionale per le aree interne", en: "national strategy for inner areas"),
  ]

  /// Two capitals side by side or a letter apart: a text without them has none, and most are.
  static func mayBe(in text: some Sequence<UInt8>) -> Bool {
    var (last, before) = (false, false)
    for byte in text {
      let isCapital = (0x41...0x5A).contains(byte)
      if isCapital, last || before { return true }
      (before, last) = (last, isCapital)
    }
    return false
  }

  /// The first of a text that is not among those already said.
  static func first(
    in text: Substring, besides said: Set<String>
  ) -> (word: Substring, meaning: Text)? {
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if let meaning = names[String(word)], !said.contains(String(word)) { return (word, meaning) }
    }
    return nil
  }
}
