import Indicators

/// The activities of general interest of art. 5 of the code of the third sector (D.Lgs. 117/2017), each by
/// its letter and in a few words: the letter alone says nothing to who does not know the article by heart.
enum ActivityPhrases {
  /// `a) servizi sociali; c) prestazioni socio-sanitarie`. A letter that is not of the article stands alone.
  static func list(_ letters: [String], _ language: Language) -> String {
    letters.map { letter in
      names[letter.lowercased()].map { letter + ") " + $0[language] } ?? letter
    }.joined(separator: "; ")
  }

  private static let names: [String: Text] = [
    "a": Text(it: "servizi sociali", en: "social services"),
    "b": Text(it: "prestazioni sanitarie", en: "health care"),
    "c": Text(it: "prestazioni socio-sanitarie", en: "social and health care"),
    "d": Text(it: "educazione e formazione professionale", en: "education and vocational training"),
    "e": Text(it: "ambiente e animali", en: "environment and animals"),
    "f": Text(it: "patrimonio culturale e paesaggio", en: "cultural heritage and landscape"),
    "g": Text(it: "formazione universitaria", en: "university education"),
    "h": Text(it: "ricerca scientifica", en: "scientific research"),
    "i": Text(it: "attività culturali e ricreative", en: "cultural and leisure activities"),
    "j": Text(it: "radio comunitarie", en: "community radio"),
    "k": Text(it: "turismo sociale", en: "social tourism"),
    "l": Text(it: "formazione fuori dalla scuola", en: "education outside school"),
    "m": Text(it: "servizi agli enti del Terzo settore", en: "services to third-sector bodies"),
    "n": Text(it: "cooperazione allo sviluppo", en: "development cooperation"),
    "o": Text(it: "commercio equo", en: "fair trade"),
    "p": Text(it: "inserimento nel lavoro", en: "work integration"),
    "q": Text(it: "alloggio sociale", en: "social housing"),
    "r": Text(it: "accoglienza e integrazione dei migranti", en: "reception of migrants"),
    "s": Text(it: "agricoltura sociale", en: "social farming"),
    "t": Text(it: "sport dilettantistico", en: "amateur sport"),
    "u": Text(it: "beneficenza e cessione di beni", en: "charity and donation of goods"),
    "v": Text(it: "cultura della legalità e della pace", en: "culture of legality and peace"),
    "w": Text(it: "tutela dei diritti", en: "protection of rights"),
    "x": Text(it: "adozioni internazionali", en: "international adoption"),
    "y": Text(it: "protezione civile", en: "civil protection"),
    "z": Text(
      it: "recupero di beni pubblici e confiscati", en: "reuse of public and seized assets"),
  ]
}
