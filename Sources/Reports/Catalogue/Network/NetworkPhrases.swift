import Indicators

/// The words of the organisations' pages.
enum NetworkPhrases {
  static let title = Text(it: "La rete degli enti", en: "The network of organisations")
  static let subtitle = Text(
    it: "Chi offre che cosa e dove, dove risponde un ente solo, quali offerte sono ferme.",
    en: "Who offers what and where, where one organisation alone answers, which offers are idle.")
  static let providersTitle = Text(it: "Gli enti", en: "The organisations")
  static let providersCaption = Text(
    it: "Enti, sede, comuni serviti, offerte attive e volontari dichiarati",
    en: "Organisations, seat, municipalities served, active offers and declared volunteers")
  static let provider = Text(it: "Ente", en: "Organisation")
  static let kind = Text(it: "Tipo", en: "Kind")
  static let seat = Text(it: "Sede", en: "Seat")
  static let served = Text(it: "Comuni serviti", en: "Municipalities served")
  static let servedCount = Text(
    it: "Numero di comuni serviti", en: "Municipalities served (number)")
  static let offersCount = Text(it: "Offerte attive", en: "Active offers")
  static let unknownComune = Text(
    it: "Comune non riconosciuto", en: "Municipality not recognised")
  static let unknownService = Text(it: "Servizio non riconosciuto", en: "Service not recognised")
  static let activeOffers = Text(it: "Che cosa offre oggi", en: "What it offers today")
  static let places = Text(it: "Posti e quanti sono occupati", en: "Places and how many are taken")
  static let placesTaken = Text(
    it: "{1} al {2}, di cui circa {0} occupati (arrotondati a cinque)",
    en: "{1} on {2}, about {0} of which taken (rounded to five)")
  static let placesOfWhich = Text(
    it: "{0} al {1}; occupati:", en: "{0} on {1}; taken:")
  static let waitingForPlace = Text(
    it: "Persone in lista d'attesa (arrotondate a cinque)",
    en: "People on the waiting list (rounded to five)")
  static let volunteers = Text(it: "Volontari", en: "Volunteers")
  static let employees = Text(it: "Dipendenti (tempo pieno)", en: "Employees (full-time)")
  static let activities = Text(
    it: "Attività dell'art. 5 (lettere)", en: "Activities of art. 5 (letters)")
  static let volunteerHours = Text(
    it: "Ore di volontariato in dodici mesi", en: "Volunteer hours in twelve months")
  static let raised = Text(
    it: "Raccolto da privati in dodici mesi (€)",
    en: "Raised from private donors in twelve months (€)")
  static let application = Text(it: "Candidatura", en: "Application")
  static let applied = Text(
    it: "presentata il {0}, ancora aperta", en: "submitted on {0}, still open")
  static let decided = Text(
    it: "presentata il {0}; {1} il {2}, dopo {3}",
    en: "submitted on {0}; {1} on {2}, after {3}")
  static let responseDays = Text(
    it: "Giorni fino alla prima prestazione (mediana)",
    en: "Days to the first service (median)")
  static let response = Text(
    it: "Metà delle richieste a cui ha risposto ha avuto la prima prestazione entro {0}. "
      + "Quelle ancora in attesa non sono comprese.",
    en: "Half of the requests it answered had their first service within {0}. Those still "
      + "waiting are not included.")
  static let territoriesTitle = Text(
    it: "I comuni che serve", en: "The municipalities it serves")
  static let territoriesLead = Text(
    it: "Chi chiede e quanto aspetta nei comuni che l'ente dichiara di servire, chiunque risponda, "
      + "accanto al territorio intero.",
    en: "Who asks and how long they wait in the municipalities the organisation states it serves, "
      + "whoever answers, beside the whole territory.")
  static let territoriesCaption = Text(
    it: "{0}: richieste, risposte e attese nei comuni serviti",
    en: "{0}: requests, answers and waiting in the municipalities served")
  static let coverageTitle = Text(it: "Chi copre che cosa", en: "Who covers what")
  static let coverageCaption = Text(
    it: "Enti con un'offerta attiva, per comune e servizio",
    en: "Organisations with an active offer, by municipality and service")
  static let coverageNote = Text(
    it: "Un'offerta dichiarata non è per forza un servizio che si trova davvero.",
    en: "A declared offer is not necessarily a service that can really be found.")
  static let single = Text(
    it: "Comuni in cui un ente solo risponde a tutto quello che è offerto: {0} ({1}).",
    en: "Municipalities where one organisation alone answers all that is offered: {0} ({1}).")
  static let noSingle = Text(
    it: "In nessun comune tutta l'offerta dipende da un ente solo.",
    en: "In no municipality does all the offer depend on one organisation.")
  static let byNobody = Text(
    it: "nessun ente ne offre in {0}", en: "no organisation offers it in {0}")
  static let byOneAlone = Text(
    it: "un ente solo ne offre in {0}", en: "one organisation alone offers it in {0}")
  static let idleTitle = Text(it: "Offerte ferme", en: "Idle offers")
  static let idle = Text(
    it:
      "Enti con un'offerta attiva e nessuna prestazione consegnata in dodici mesi: {0}. Può "
      + "voler dire che l'offerta è ferma, o che le prestazioni non sono state consegnate.",
    en:
      "Organisations with an active offer and no delivery received in twelve months: {0}. It "
      + "may mean that the offer is idle, or that the deliveries were not handed over.")
  static let idleCaption = Text(
    it: "Enti con un'offerta attiva e nessuna prestazione consegnata",
    en: "Organisations with an active offer and no delivery received")
  static let noIdle = Text(
    it: "Nessuna offerta ferma, per quanto dicono le prestazioni consegnate.",
    en: "No idle offers, as far as the deliveries received tell.")

  static let cardSubtitle = Text(
    it: "Scheda dell'ente. {0}, codice fiscale {1}.",
    en: "Card of the organisation. {0}, fiscal code {1}.")
  static let providersSaid = Text(
    it: "Enti: {0}. Con almeno un'offerta: {1}; senza: {2}. Comuni serviti pubblicati per {3}, "
      + "volontari per {4}.",
    en: "Organisations: {0}. With at least one offer: {1}; without: {2}. Municipalities served "
      + "are published for {3}, volunteers for {4}.")
  static let cardLead = Text(
    it:
      "I numeri sono di questo ente, arrotondati a cinque dove riguardano persone; degli altri si "
      + "mostra solo la distribuzione.",
    en:
      "The numbers are of this organisation, rounded to five where they are about people; of the others "
      + "only the distribution is shown."
  )
  static let identityTitle = Text(it: "Chi è", en: "Who it is")
  static let identityCaption = Text(
    it: "{0}: come si descrive", en: "{0}: as it describes itself")
  static let activityTitle = Text(it: "Che cosa ha fatto", en: "What it did")
  static let activity = Text(
    it: "Nei dodici mesi fino al {0}: circa {1} a circa {2} (numeri arrotondati a cinque).",
    en: "In the twelve months to {0}: about {1} to about {2} (rounded to five).")
  static let activityCaption = Text(
    it: "Prestazioni rese in dodici mesi, per {0}",
    en: "Services delivered in twelve months, by {0}")
  static let activitySheet = Text(it: "Attività per {0}", en: "Activity by {0}")
  static let deliveries = Text(it: "Prestazioni rese", en: "Services delivered")
  static let protection = Text(
    it: "Numeri arrotondati a cinque; uno è riservato [c] dove riguarda poche persone, o dove lo "
      + "rivelerebbe. I servizi di cui non si può dire il luogo non sono contati nei comuni.",
    en:
      "Numbers are rounded to five; one is confidential [c] where few people are behind it, or where it "
      + "would reveal one. Services whose place may not be told are not counted in the municipalities."
  )
  static let withheld = Text(
    it: "L'attività consegnata riguarda troppo poche persone per essere pubblicata [c].",
    en: "The activity delivered concerns too few people to be published [c].")
  static let noDeliveries = Text(
    it: "Prestazioni: dato non pervenuto [..]. Nessuna consegna parla di questo ente negli ultimi "
      + "dodici mesi.",
    en:
      "Services delivered: figure not received [..]. No delivery speaks of this organisation in the "
      + "last twelve months.")
  static let referralsTitle = Text(it: "Invii e reciprocità", en: "Referrals and reciprocity")
  static let referralsSheet = Text(it: "Invii", en: "Referrals")
  static let referralsCaption = Text(
    it: "{0}: invii ad altri enti e da altri enti in dodici mesi",
    en: "{0}: referrals to and from other organisations in twelve months")
  static let referralsSent = Text(it: "Invii fatti ad altri enti", en: "Referrals made to others")
  static let referralsReceived = Text(
    it: "Invii ricevuti da altri enti", en: "Referrals received from others")
  static let partners = Text(it: "Enti con cui ha un legame", en: "Organisations it has a tie with")
  static let mutual = Text(
    it: "di cui con invii nei due sensi", en: "of which with referrals both ways")
  static let referralsSaid = Text(
    it:
      "Invii fatti in dodici mesi: {0}; ricevuti: {1}. Enti con cui ha un legame: {2}, di cui {3} "
      + "nei due sensi.",
    en: "Referrals made in twelve months: {0}; received: {1}. Organisations it has a tie with: "
      + "{2}, of which {3} both ways.")
  static let about = Text(it: "circa {0}", en: "about {0}")
  static let referralsWithheld = Text(it: "dato riservato [c]", en: "confidential figure [c]")
  static let referralsNote = Text(
    it:
      "Invii arrotondati a cinque; riservati [c] dove riguardano poche persone. Un legame con poche "
      + "persone non conta: la rete vera è più fitta. Gli altri enti non sono nominati.",
    en:
      "Referrals rounded to five; confidential [c] where few people are behind them. A tie with few "
      + "people does not count: the real network is denser. The other organisations are not named.")
  static let noReferrals = Text(
    it:
      "Invii: dato non pervenuto [..]. Nessuna consegna nomina questo ente negli ultimi dodici mesi.",
    en:
      "Referrals: figure not received [..]. No delivery names this organisation in the last twelve "
      + "months.")
  static let reciprocityCaption = Text(
    it: "Reciprocità e rete nel territorio intero",
    en: "Reciprocity and network in the whole territory")
  static let reciprocitySheet = Text(it: "Reciprocità", en: "Reciprocity")
  static let reciprocityNote = Text(
    it:
      "Gli scambi sono fra persone e non dicono quale ente li ha resi possibili: la reciprocità si "
      + "conosce per il territorio, non per ente.",
    en: "Exchanges are between persons and do not say which organisation made them possible: "
      + "reciprocity is known for the territory, not by organisation.")
  static let comparisonTitle = Text(it: "Fra gli altri enti", en: "Among the others")
  static let comparisonSheet = Text(it: "Confronto", en: "Comparison")
  static let comparisonLead = Text(
    it:
      "Il confronto è con gli enti dello stesso tipo, o con tutti dove quelli con un dato sono meno di cinque. Un "
      + "ente più grande fa di più: il confronto descrive, non dà un voto.",
    en:
      "The comparison is with organisations of the same kind, or with all where fewer than five of those have a "
      + "figure. A larger organisation does more: the comparison describes, it does not grade.")
  static let comparisonCaption = Text(
    it: "{0} e la distribuzione degli altri enti",
    en: "{0} and the distribution of the other organisations")
  static let tooFew = Text(
    it: "Gli altri enti con un dato sono meno di cinque: la distribuzione non si mostra.",
    en: "Fewer than five other organisations have a figure: no distribution is shown.")
  static let measure = Text(it: "Misura", en: "Measure")
  static let own = Text(it: "Questo ente", en: "This organisation")
  static let firstQuarter = Text(it: "Un quarto non supera", en: "A quarter do not exceed")
  static let middle = Text(it: "Metà non supera", en: "Half do not exceed")
  static let thirdQuarter = Text(
    it: "Tre quarti non superano", en: "Three quarters do not exceed")
  static let others = Text(it: "Altri enti con un dato", en: "Other organisations with a figure")
  static let whichOthers = Text(it: "Quali", en: "Which")
  static let ofItsKind = Text(it: "dello stesso tipo", en: "of the same kind")
  static let ofAllKinds = Text(it: "tutti", en: "all")
  static let opportunitiesTitle = Text(
    it: "Dove manca una risposta", en: "Where answers are missing")
  static let opportunitiesSheet = Text(it: "Dove manca risposta", en: "Missing answers")
  static let opportunitiesLead = Text(
    it: "Servizi chiesti nei comuni serviti da questo ente, che nessuno o un ente solo offre.",
    en:
      "Services asked for in the municipalities served by this organisation, offered by nobody or "
      + "by one organisation alone.")
  static let opportunitiesCaption = Text(
    it: "{0}: richieste con poca o nessuna offerta nei comuni serviti",
    en: "{0}: requests with little or no offer in the municipalities served")
  static let noOpportunities = Text(
    it: "Ogni servizio chiesto è offerto da almeno due enti.",
    en: "Each service asked for is offered by at least two organisations.")
  static let withheldOpportunities = Text(
    it:
      "Lo offre un ente solo, o nessuno, e quanti lo chiedono è riservato [c]: {0}.",
    en:
      "One organisation alone offers it, or nobody, and how many ask is confidential [c]: {0}."
  )
  static let inComuni = CountedText(
    one: Text(it: "{1} in {0} comune", en: "{1} in {0} municipality"),
    many: Text(it: "{1} in {0} comuni", en: "{1} in {0} municipalities"))
  static let answering = Text(it: "Enti che lo offrono", en: "Organisations that offer it")
  static let qualityTitle = Text(it: "La qualità dei dati", en: "Data quality")
  static let sources = Text(
    it:
      "Consegne che parlano di questo ente: {0}. Righe e motivi sono nella ricevuta che chi consegna "
      + "ha avuto, con «scarti.csv»; qui si contano i rilievi di tutta la consegna.",
    en: "Deliveries that speak of this organisation: {0}. Rows and reasons are in the receipt the "
      + "publisher was given, with “scarti.csv”; here findings of the whole delivery are counted.")
  static let receiptsCaption = Text(
    it: "Le consegne e le loro ricevute", en: "Deliveries and their receipts")
  static let receiptsSheet = Text(it: "Ricevute", en: "Receipts")
  static let receipt = Text(it: "File della ricevuta", en: "File of the receipt")
  static let receiptsNote = Text(
    it:
      "La ricevuta non è pubblicata con questa pagina: il file è nella cartella di lavoro di chi ha "
      + "caricato la consegna, che ne dà copia a chi l'ha fatta.",
    en: "The receipt is not published with this page: the file is in the working folder of whoever "
      + "loaded the delivery, who gives a copy to its publisher.")
  static let noSources = Text(
    it: "Nessuna consegna di prestazioni parla di questo ente [..].",
    en: "No delivery of services speaks of this organisation [..].")
  static let networkDoor = Text(it: "Enti e rete", en: "Organisations and network")
  static let networkText = Text(
    it: "Per chi coordina gli enti: una scheda per ciascuno, chi copre che cosa, offerte ferme.",
    en: "For coordinators: a card for each organisation, who covers what, idle offers.")

  /// Codes of the exchange contract.
  static func name(ofKind code: String) -> Text {
    switch code {
    case "odv": Text(it: "Organizzazione di volontariato", en: "Voluntary organisation")
    case "aps": Text(it: "Associazione di promozione sociale", en: "Social promotion association")
    case "filantropico": Text(it: "Ente filantropico", en: "Grant-making body")
    case "impresa_sociale": Text(it: "Impresa sociale", en: "Social enterprise")
    case "coop_sociale": Text(it: "Cooperativa sociale", en: "Social cooperative")
    case "rete": Text(it: "Rete associativa", en: "Associative network")
    case "mutuo_soccorso": Text(it: "Società di mutuo soccorso", en: "Mutual aid society")
    case "altro_ets":
      Text(it: "Altro ente del Terzo settore", en: "Other third-sector organisation")
    case "impresa": Text(it: "Impresa", en: "Company")
    case "ente_pubblico": Text(it: "Ente pubblico", en: "Public body")
    case "ente_ecclesiastico": Text(it: "Ente ecclesiastico", en: "Church body")
    default: Text(it: code, en: code)
    }
  }

  static func name(ofOutcome code: String) -> Text {
    switch code {
    case "qualificato": Text(it: "accolta", en: "accepted")
    case "respinto": Text(it: "respinta", en: "rejected")
    case "ritirato": Text(it: "ritirata", en: "withdrawn")
    default: Text(it: "decisa", en: "decided")
    }
  }

  /// Units of capacity of the exchange contract.
  static func unit(_ code: String) -> Text {
    switch code {
    case "posti": Text(it: "posti", en: "places")
    case "ore_settimana": Text(it: "ore la settimana", en: "hours a week")
    case "utenti": Text(it: "utenti", en: "users")
    default: Text(it: code, en: code)
    }
  }
}
