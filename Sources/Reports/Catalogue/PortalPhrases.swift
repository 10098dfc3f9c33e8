import Indicators

/// The words of the portal.
enum PortalPhrases {
  static let title = Text(
    it: "Bisogni e risposte sociali: {0}", en: "Social needs and answers: {0}")
  static let subtitle = Text(
    it: "I dati per la co-programmazione: chi chiede, chi risponde, dove mancano le risposte.",
    en: "Evidence for co-programming: who asks, who answers, where answers are missing.")
  static let doorsTitle = Text(it: "Da dove cominciare", en: "Where to start")
  static let dossierDoor = Text(it: "Fascicolo del tavolo: {0}", en: "Dossier of the table: {0}")
  static let dossierText = Text(
    it: "Per chi amministra e per chi siede al tavolo: bisogni, risposte, divari, risorse, "
      + "priorità.",
    en: "For administrators and for those at the table: needs, answers, gaps, resources, "
      + "priorities.")
  static let territoryDoor = Text(it: "I comuni, uno per uno", en: "Municipalities, one by one")
  static let territoryText = Text(
    it: "Per operatori, enti e cittadini: la mappa, la tabella e una pagina per ogni comune.",
    en: "For operators, organisations and citizens: the map, the table and a page for each "
      + "municipality.")
  static let territoryTextWithoutMap = Text(
    it: "Per operatori, enti e cittadini: la tabella e una pagina per ogni comune.",
    en: "For operators, organisations and citizens: the table and a page for each municipality.")
  static let fundersDoor = Text(it: "Avanzamento dei programmi", en: "Progress of programmes")
  static let fundersText = Text(
    it:
      "Per chi finanzia: finanziato, pagato, tempi, traguardi e risultati di ogni CUP e progetto.",
    en: "For funders: funded, paid, time, milestones and results of each project code and project.")
  static let qualityDoor = Text(it: "Qualità dei dati", en: "Data quality")
  static let qualityText = Text(
    it: "Chi ha consegnato che cosa, quante righe sono state lette, tenute e rifiutate, e perché.",
    en: "Who delivered what, how many rows were read, kept and refused, and why.")
  static let dataDoor = Text(
    it: "Dati aperti: tutte le osservazioni (CSV)", en: "Open data: all observations (CSV)")
  static let dataText = Text(
    it: "Ogni numero di queste pagine con il suo identificativo, una riga per osservazione.",
    en: "Every number of these pages with its identifier, one row per observation.")
  static let methodDoor = Text(it: "Metodo", en: "Method")
  static let methodText = Text(
    it:
      "Come si calcola ogni indicatore, come si leggono gli intervalli, che cosa non si pubblica.",
    en: "How each indicator is computed, how to read the intervals, what is not published.")
  static let keyTitle = Text(it: "In sintesi", en: "At a glance")
  static let territoryTitle = Text(it: "Il territorio", en: "The territory")
  static let comuniTitle = Text(it: "Tutti i comuni", en: "All municipalities")
  static let comuniLead = Text(
    it: "Il nome porta alla pagina del comune. I comuni sono in ordine alfabetico: ordinarli per "
      + "valore non è una classifica, perché molti intervalli si sovrappongono.",
    en: "The name leads to the page of the municipality. They are in alphabetical order: sorting "
      + "by value is not a ranking, because many intervals overlap.")
  static let comuniCaption = Text(
    it: "I comuni con i loro dati principali", en: "Municipalities with their main figures")
  static let ambito = Text(it: "Ambito sociale (ATS)", en: "Social district (ATS)")
  static let innerClass = Text(it: "Classe area interna (SNAI)", en: "Inner-area class (SNAI)")

  static let comuneText = Text(
    it: "Per operatori, enti e cittadini: tutti gli indicatori del comune.",
    en: "For operators, organisations and citizens: every indicator of the municipality.")
  static let compareDoor = Text(it: "Confronta i comuni", en: "Compare municipalities")
  static let compareText = Text(
    it: "Per chi programma: due comuni uno accanto all'altro, o tutti in una tabella.",
    en: "For planners: two municipalities side by side, or all in one table.")
  static let glossaryDoor = Text(it: "Glossario", en: "Glossary")
  static let glossaryText = Text(
    it: "Ogni termine di queste pagine in una frase.",
    en: "Each term of these pages in one sentence.")
  static let findTitle = Text(it: "Trova una pagina", en: "Find a page")
  static let comuniGroup = Text(it: "Comuni", en: "Municipalities")
  static let groupsGroup = Text(
    it: "Ambiti sociali e classi delle aree interne",
    en: "Social districts and inner-area classes")
  static let tablesGroup = Text(it: "Tavoli", en: "Tables")
  static let providersGroup = Text(it: "Enti", en: "Organisations")
  static let programmesGroup = Text(it: "Programmi (CUP)", en: "Programmes (CUP)")
  static let projectsGroup = Text(it: "Progetti", en: "Projects")
  static let indicatorsGroup = Text(it: "Indicatori", en: "Indicators")
  static let termsGroup = Text(it: "Termini", en: "Terms")
}
