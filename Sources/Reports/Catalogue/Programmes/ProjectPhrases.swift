import Indicators

/// The words of the projects' pages.
enum ProjectPhrases {
  static let subtitle = Text(
    it: "Progetto pluriennale di welfare di comunità. Capofila: {0}. Dal {1} al {2}.",
    en: "Multi-year community-welfare project. Lead: {0}. From {1} to {2}.")
  static let lead = Text(
    it:
      "I risultati sono quelli che il progetto dichiara, contro l'obiettivo previsto per lo stesso "
      + "giorno. Un prodotto non dice da solo se per le persone è cambiato qualcosa.",
    en: "Results are those the project declares, against the target planned for the same day. An "
      + "output does not tell by itself whether anything changed for people.")
  static let cardTitle = Text(it: "Il progetto", en: "The project")
  static let cardCaption = Text(it: "{0}: scheda", en: "{0}: card")
  static let resultsTitle = Text(it: "Risultati e obiettivi", en: "Results and targets")
  static let servedTitle = Text(it: "Persone raggiunte", en: "People reached")
  static let moneyTitle = Text(it: "Raccolta fondi", en: "Fundraising")
  static let partnersTitle = Text(it: "La rete del progetto", en: "The project's network")
  static let portfolioTitle = Text(it: "Progetti pluriennali", en: "Multi-year projects")
  static let portfolioCaption = Text(
    it: "I progetti: tempo, contributo, raccolta e risultati",
    en: "The projects: time, grant, fundraising and results")
  static let project = Text(it: "Progetto", en: "Project")
  static let code = Text(it: "Codice del progetto", en: "Project id")
  static let call = Text(it: "Bando", en: "Call")
  static let led = Text(it: "Capofila", en: "Lead")
  static let ofProviderSaid = Text(
    it: "Progetti: {0}; come capofila: {1}.", en: "Projects: {0}; as lead: {1}.")
  static let ofProvider = Text(it: "I suoi progetti", en: "Its projects")
  static let ofProviderCaption = Text(
    it: "{0}: i progetti pluriennali a cui partecipa",
    en: "{0}: the multi-year projects it takes part in")
  static let partner = Text(it: "Partner", en: "Partner")
  static let start = Text(it: "Inizio", en: "Start")
  static let end = Text(it: "Fine", en: "End")
  static let elapsed = Text(it: "Tempo trascorso", en: "Time elapsed")
  static let grant = Text(it: "Contributo (€)", en: "Grant (€)")
  static let cofunding = Text(it: "Cofinanziamento (€)", en: "Co-funding (€)")
  static let goal = Text(it: "Obiettivo di raccolta (€)", en: "Fundraising goal (€)")
  static let innovation = Text(it: "Innovazione", en: "Innovation")
  static let leverage = Text(
    it: "Raccolto per euro di contributo", en: "Raised per euro of grant")
  static let goalReached = Text(
    it: "Raccolta rispetto all'obiettivo", en: "Fundraising against goal")
  static let onPlan = Text(it: "Indicatori in linea col piano", en: "Indicators on plan")
  static let onPlanNote = Text(
    it:
      "In linea: all'ultima rilevazione il risultato ha raggiunto l'obiettivo di quel giorno. Gli "
      + "indicatori riservati non si contano.",
    en: "On plan: at the last survey the result had reached that day's target. Confidential "
      + "indicators are not counted.")
  static let countOf = Text(it: "{0} su {1}", en: "{0} of {1}")
  static let resultsChart = Text(
    it: "Risultati rispetto all'obiettivo del giorno, per progetto",
    en: "Results against the day's target, by project")
  static let resultsDescription = Text(
    it:
      "Indicatori che hanno raggiunto l'obiettivo del giorno: {0}; che non l'hanno raggiunto: {1}; "
      + "senza un valore pubblicato: {2}.",
    en: "Indicators that reached the day's target: {0}; that did not: {1}; without a "
      + "published value: {2}.")
  static let shareOfTarget = Text(it: "Rispetto all'obiettivo", en: "Against target")
  static let target = Text(it: "Obiettivo", en: "Target")
  static let achieved = Text(it: "Raggiunto", en: "Achieved")
  static let noResults = Text(
    it: "Risultati: dato non pervenuto [..].", en: "Results: figure not received [..].")
  static let resultSaid = Text(
    it: "{0}: raggiunto {1} su un obiettivo di {2} ({3}).",
    en: "{0}: achieved {1} of a target of {2} ({3}).")
  static let behind = Text(
    it: "È in ritardo di {0} sul piano.", en: "It is {0} behind the plan.")
  static let ahead = Text(
    it: "È in anticipo di {0} sul piano.", en: "It is {0} ahead of the plan.")
  static let punctual = Text(it: "In linea con il piano.", en: "On plan.")
  static let costSaid = Text(
    it: "Contributo per unità di risultato ({1}): {0}.",
    en: "Grant per unit of result ({1}): {0}.")
  static let courseCaption = Text(
    it: "{0} ({1}): obiettivo e risultato cumulati",
    en: "{0} ({1}): cumulated target and result")
  static let courseSheet = Text(it: "Risultato {0}", en: "Result {0}")
  static let leverageSaid = Text(
    it: "Raccolto da altri: {0}, cioè {1} euro per ogni euro di contributo.",
    en: "Raised from others: {0}, that is {1} euro for every euro of grant.")
  static let goalSaid = Text(
    it: "È il {0} dell'obiettivo di raccolta ({1}).",
    en: "That is {0} of the fundraising goal ({1}).")
  static let noMoney = Text(
    it: "Raccolta fondi: dato non pervenuto [..].", en: "Fundraising: figure not received [..].")
  static let noKinds = Text(
    it: "La divisione per tipo di donatore non c'è: non è consegnata, o un tipo ha troppo pochi "
      + "donatori per mostrarla [c].",
    en:
      "There is no breakdown by kind of donor: it was not delivered, or a kind has too few donors "
      + "to be shown [c].")
  static let raisedCaption = Text(
    it: "{0}: raccolta per tipo di donatore, fondi pubblici esclusi",
    en: "{0}: raised by kind of donor, public money excluded")
  static let donors = Text(it: "Donatori", en: "Donors")
  static let noPartners = Text(
    it: "Partner: dato non pervenuto [..].", en: "Partners: figure not received [..].")
  static let activeSaid = Text(
    it: "Partner con una prestazione negli ultimi 180 giorni: {0} su {1}. Un partner può lavorare "
      + "senza erogare prestazioni.",
    en: "Partners with a delivery in the last 180 days: {0} of {1}. A partner may work without "
      + "delivering services.")
  static let partnersCaption = Text(it: "{0}: i partner", en: "{0}: the partners")

  /// Codes of the exchange contract.
  static func name(ofInnovation code: String) -> Text {
    switch code {
    case "governance": Text(it: "governance", en: "governance")
    case "processo": Text(it: "processo", en: "process")
    case "servizio": Text(it: "servizio", en: "service")
    default: Text(it: code, en: code)
    }
  }

  static func name(ofDonors code: String) -> Text {
    switch code {
    case "cittadini": Text(it: "Cittadini", en: "Citizens")
    case "imprese": Text(it: "Imprese", en: "Companies")
    case "fondazioni": Text(it: "Fondazioni", en: "Foundations")
    case "cinque_per_mille": Text(it: "Cinque per mille", en: "Income-tax share (5 per mille)")
    case "eventi": Text(it: "Eventi", en: "Events")
    case "lasciti": Text(it: "Lasciti", en: "Bequests")
    default: Text(it: code, en: code)
    }
  }
}
