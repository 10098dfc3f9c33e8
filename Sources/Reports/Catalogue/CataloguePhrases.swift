import Indicators

/// Names of the pages.
enum CataloguePhrases {
  static let portal = Text(it: "Portale", en: "Portal")
  static let dossier = Text(it: "Fascicolo del tavolo", en: "Table dossier")
  static let programmes = Text(it: "Avanzamento dei programmi", en: "Programmes")
  static let quality = Text(it: "Qualità dei dati", en: "Data quality")
  static let glossary = Text(it: "Glossario", en: "Glossary")
  static let method = Text(it: "Metodo", en: "Method")
}
