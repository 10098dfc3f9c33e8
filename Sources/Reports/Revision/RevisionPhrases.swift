import Indicators

/// The words of the revision bulletin.
enum RevisionPhrases {
  static let door = Text(it: "Che cosa è cambiato", en: "What has changed")
  static let doorText = Text(
    it: "Per chi conosce l'edizione del {0}: i numeri che non sono più quelli, e perché.",
    en: "For those who know the edition of {0}: which figures are others now, and why.")
  static let title = Text(
    it: "Bollettino delle revisioni: {0} e {1}", en: "Revision bulletin: {0} and {1}")
  static let subtitle = Text(
    it: "Che cosa è cambiato fra due edizioni, e perché.",
    en: "What changed between two editions, and why.")
  static let lead = Text(
    it: "Di {0} numeri presenti in tutte e due le edizioni ne sono cambiati {1}. "
      + "Nella seconda {2} sono nuovi; {3} della prima non ci sono più.",
    en: "Of {0} figures in both editions, {1} changed. In the second {2} are new; "
      + "{3} of the first are gone.")
  static let causesTitle = Text(it: "Da che cosa dipende", en: "What it depends on")
  static let arrived = Text(it: "Consegne nuove: {0}.", en: "New deliveries: {0}.")
  static let corrected = Text(
    it: "Consegne arrivate di nuovo con altri contenuti: {0}.",
    en: "Deliveries that came again with other contents: {0}.")
  static let withdrawn = Text(
    it: "Consegne che la seconda edizione non usa più: {0}.",
    en: "Deliveries the second edition no longer uses: {0}.")
  static let redefined = Text(
    it: "Indicatori definiti in un altro modo: {0}.", en: "Indicators defined otherwise: {0}.")
  static let keptAsDefinedBefore = Text(
    it: "Definiti in un altro modo, con numeri che restano quelli della definizione di prima "
      + "perché cambierebbero di poche persone: {0}.",
    en: "Defined otherwise, with figures that stay those of the definition before because they "
      + "would change by a few persons: {0}.")
  static let sameInputs = Text(
    it: "Le consegne e le definizioni sono le stesse.",
    en: "Deliveries and definitions are the same.")
  static let otherDate = Text(
    it:
      "La data di riferimento è passata dal {0} al {1}: i periodi si allungano e le attese si seguono "
      + "più a lungo.",
    en: "The as-of date moved from {0} to {1}: periods grow and waits are followed for longer.")
  static let closeAdvice = Text(it: "Prima di diffondere", en: "Before releasing")
  static let closeTitle = Text(
    it: "Differenze di poche persone", en: "Differences of a few persons")
  static let close = Text(
    it: "In {0} numeri le persone contate cambiano di meno di {1}: chi ha tutte e due le "
      + "edizioni può riconoscere chi si è aggiunto. Valutare se ritirare la prima.",
    en: "In {0} figures the persons counted change by fewer than {1}: whoever holds both "
      + "editions may recognise who was added. Consider withdrawing the first.")
  static let indicatorsTitle = Text(it: "Per indicatore", en: "By indicator")
  static let indicatorsCaption = Text(
    it: "Numeri cambiati per indicatore e motivo", en: "Figures changed by indicator and reason")
  static let revisionsTitle = Text(it: "Numero per numero", en: "Figure by figure")
  static let revisionsCaption = Text(
    it: "I numeri cambiati, nella prima e nella seconda edizione",
    en: "The figures that changed, in the first and in the second edition")
  static let indicatorsSaid = Text(
    it: "Numeri cambiati: {0}. Indicatori di cui sono: {1}.",
    en: "Figures changed: {0}. Indicators they are of: {1}.")
  static let revisionsSaid = Text(
    it:
      "Numeri cambiati: {0}. Con un valore più alto: {1}; più basso: {2}; con lo stesso valore: {3}.",
    en: "Figures changed: {0}. With a higher value: {1}; a lower one: {2}; the same value: {3}.")
  static let revisionsLead = Text(
    it: "Prima i numeri di tutto il territorio, poi quelli degli ambiti e dei comuni.",
    en: "First the figures of the whole territory, then those of districts and municipalities.")
  static let onlyFirst = Text(
    it: "Qui i primi {0}: gli altri si trovano confrontando i dati aperti delle due edizioni.",
    en: "Here the first {0}: the others are found by comparing the open data of both editions.")
  static let nowWithheld = Text(
    it: "Numeri che ora sono riservati [c], e qui non si elencano: {0}.",
    en: "Figures that are confidential [c] now, and are not listed here: {0}.")
  static let onlyFirstBesideFile = Text(
    it: "Qui i primi {0}; tutti sono in revisioni.csv.",
    en: "Here the first {0}; all are in revisioni.csv.")
  static let indicator = Text(it: "Indicatore", en: "Indicator")
  static let territory = Text(it: "Territorio", en: "Territory")
  static let reason = Text(it: "Motivo", en: "Reason")
  static let count = Text(it: "Numeri cambiati", en: "Figures changed")
  static let withheld = Text(
    it: "di cui diventati riservati o pubblici", en: "of which became withheld or public")
  static let period = Text(it: "Periodo", en: "Period")
  static let change = Text(it: "Che cosa cambia", en: "What changes")
  static let before = Text(it: "Prima", en: "Before")
  static let after = Text(it: "Dopo", en: "After")

  static func name(of change: EditionComparison.Change) -> Text {
    switch change {
    case .state: Text(it: "lo stato", en: "the state")
    case .value: Text(it: "il valore", en: "the value")
    case .interval: Text(it: "l'intervallo", en: "the interval")
    case .part: Text(it: "quanto è raccontato", en: "how much is told")
    case .base: Text(it: "i casi contati", en: "the cases counted")
    }
  }

  static func name(of reason: EditionComparison.Reason) -> Text {
    switch reason {
    case .definition: Text(it: "definizione cambiata", en: "changed definition")
    case .correction: Text(it: "correzioni", en: "corrections")
    case .newData: Text(it: "dati nuovi", en: "new data")
    case .newDataAndCorrections:
      Text(it: "dati nuovi e correzioni", en: "new data and corrections")
    case .laterDate: Text(it: "data di riferimento", en: "as-of date")
    case .settings:
      Text(
        it: "tabelle di riferimento, soglie o programma",
        en: "reference tables, thresholds or program")
    }
  }
}
