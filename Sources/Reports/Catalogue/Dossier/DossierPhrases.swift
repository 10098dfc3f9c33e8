import Indicators

/// The words of the dossier of a table.
enum DossierPhrases {
  static let subtitle = Text(
    it: "Fascicolo per il tavolo di co-programmazione. {0}, {1}.",
    en: "Dossier for the co-programming table. {0}, {1}.")
  static let ofAllAreas = Text(
    it: "Questi numeri sono di tutte le aree di utenza, non solo di quelle del tavolo.",
    en: "These numbers are of all user areas, not only those of the table.")
  static let worseThanWhole = Text(
    it: "{0}, peggio che su tutto il territorio oltre il margine d'errore: {1}.",
    en: "{0}, worse than across the whole territory beyond the margin of error: {1}.")
  static let betterThanWhole = Text(
    it: "{0}, meglio che su tutto il territorio oltre il margine d'errore: {1}.",
    en: "{0}, better than across the whole territory beyond the margin of error: {1}.")
  static let ofTheWhole = Text(
    it:
      "Gli indicatori non si calcolano per i soli comuni del tavolo messi insieme: dove non sono divisi "
      + "per comune, quelli di questo fascicolo sono di tutto il territorio, {0}.",
    en:
      "Indicators are not worked out for the table's own municipalities together: where they are not by "
      + "municipality, those of this dossier are of the whole territory, {0}.")
  static let onlyTotal = Text(
    it:
      "Per «{0}» il dato non si pubblica o si pubblica per pochi comuni: si mostra quello di tutte "
      + "le aree.",
    en: "For “{0}” the figure is not published or is published for few municipalities: that of all "
      + "areas is shown.")

  // In sintesi
  static let summaryTitle = Text(it: "In sintesi", en: "At a glance")
  static let unknownTitle = Text(it: "Che cosa non sappiamo", en: "What we do not know")
  static let questionsTitle = Text(it: "Le domande al tavolo", en: "Questions to the table")
  static let beforeReading = Text(it: "Prima di leggere", en: "Before reading")
  static let noData = Text(
    it: "Nessuna fonte permette di calcolare: {0}.", en: "No source allows computing: {0}.")
  static let noFigure = Text(
    it: "Riservati [c] o non calcolabili [x], per tutto il territorio: {0}.",
    en: "Confidential [c] or not computable [x], for the whole territory: {0}.")
  static let missingByComune = Text(it: "{0}, {1}, per comune: ", en: "{0}, {1}, by municipality: ")
  static let otherPeriod = Text(
    it:
      "Per i comuni una parte degli indicatori non si pubblica nel periodo del tavolo ({0}): se ne "
      + "mostra un altro ({1}).",
    en: "For municipalities some indicators are not published in the period of the table ({0}): "
      + "another is shown ({1}).")
  static let provisionalGroups = Text(
    it: "La composizione di questi ambiti è provvisoria, in attesa degli atti regionali: {0}.",
    en: "The composition of these districts is provisional, pending regional acts: {0}.")
  static let cardTitle = Text(it: "Scheda del tavolo", en: "About the table")
  static let cardCaption = Text(
    it: "Oggetto, territorio e periodo del tavolo", en: "Subject, territory and period of the table"
  )
  static let cardSaid = Text(
    it: "Il tavolo riguarda {0}, con {1}; i dati sono al {2}.",
    en: "The table concerns {0}, with {1}; the data are as of {2}.")
  static let cardSheet = Text(it: "Scheda", en: "About")
  static let entry = Text(it: "Voce", en: "Item")
  static let content = Text(it: "Contenuto", en: "Content")
  static let proceeding = Text(it: "Procedimento", en: "Proceeding")
  static let thresholds = Text(it: "Soglia di riservatezza", en: "Confidentiality threshold")
  static let personsOrMore = Text(
    it: "{0} persone; {1} dove il tema è delicato",
    en: "{0} persons; {1} where the theme is sensitive")
  static let fingerprint = Text(it: "Impronta delle consegne", en: "Fingerprint of the deliveries")
  static let administration = Text(
    it: "Amministrazione procedente", en: "Leading administration")
  static let legalBasis = Text(it: "Base giuridica", en: "Legal basis")
  static let activities = Text(
    it: "Attività di interesse generale (art. 5, lettere)",
    en: "Activities of general interest (art. 5, letters)")
  static let territory = Text(it: "Territorio", en: "Territory")
  static let comuniCount = Text(it: "Numero di comuni", en: "Number of municipalities")
  static let residentsCount = Text(it: "Residenti", en: "Residents")
  static let userAreas = Text(it: "Aree di utenza", en: "User areas")
  static let services = Text(it: "Servizi", en: "Services")
  static let period = Text(it: "Periodo", en: "Period")
  static let comparison = Text(it: "Periodo di confronto", en: "Comparison period")
  static let asOf = Text(it: "Dati al", en: "Data as of")
  static let participants = Text(it: "Partecipanti", en: "Participants")

  // Bisogni
  static let needsTitle = Text(it: "Bisogni", en: "Needs")
  static let needsLead = Text(
    it: "Quante richieste arrivano ogni 1.000 residenti, da chi, per che cosa e per quale porta. "
      + "Le richieste contano il bisogno che si è espresso: chi non chiede non si vede qui.",
    en: "How many requests arrive per 1,000 residents, from whom, for what and through which door. "
      + "Requests count the need that was expressed: those who do not ask are not seen here.")
  static let needsOverTime = Text(it: "Come cambiano le richieste", en: "How requests change")
  static let needsByArea = Text(it: "Chi chiede", en: "Who asks")
  static let needsByService = Text(it: "Che cosa si chiede", en: "What is asked for")
  static let needsByChannel = Text(it: "Per quale porta", en: "Through which door")
  static let needsByComune = Text(it: "Da quali comuni", en: "From which municipalities")
  static let sheetNeedsTime = Text(it: "Richieste nel tempo", en: "Requests over time")
  static let sheetNeedsArea = Text(it: "Richieste per area", en: "Requests by area")
  static let sheetNeedsService = Text(it: "Richieste per servizio", en: "Requests by service")
  static let sheetNeedsComune = Text(it: "Richieste per comune", en: "Requests by municipality")
  static let sheetChannels = Text(it: "Canali", en: "Channels")

  // Risposte
  static let answersTitle = Text(it: "Risposte", en: "Answers")
  static let answersLead = Text(
    it: "Quali servizi si trovano nei comuni e quanto posto c'è. Un servizio dichiarato ovunque "
      + "non è per forza attivo ovunque.",
    en: "Which services are found in the municipalities and how much room there is. A service "
      + "declared everywhere is not necessarily active everywhere.")
  static let offerTitle = Text(it: "Dove c'è l'offerta", en: "Where the offer is")
  static let placesTitle = Text(it: "Quanti posti", en: "How many places")
  static let sheetOffer = Text(it: "Offerta per servizio", en: "Offer by service")
  static let sheetPlaces = Text(it: "Posti per comune", en: "Places by municipality")

  // Divari
  static let gapsTitle = Text(it: "Divari", en: "Gaps")
  static let gapsLead = Text(
    it: "Chi è raggiunto e chi no, quanto si aspetta, dove la distanza è più grande di quanto il "
      + "caso possa spiegare.",
    en: "Who is reached and who is not, how long people wait, where the distance is larger than "
      + "chance can explain.")
  static let coverageTitle = Text(it: "Persone raggiunte", en: "People reached")
  static let metTitle = Text(it: "Richieste soddisfatte", en: "Requests met")
  static let distanceTitle = Text(
    it: "Distanza dalla media di tutto il territorio",
    en: "Distance from the mean of the whole territory")
  static let distanceLead = Text(
    it:
      "Ogni comune è confrontato con la media di tutto il territorio e la differenza ha un intervallo "
      + "suo: è un confronto più fine di quello fra due intervalli, e un comune può distinguersi qui e "
      + "non nei grafici sopra.",
    en:
      "Each municipality is held against the mean of the whole territory and the difference has its "
      + "own interval: a finer comparison than that of two intervals, so a municipality may stand apart "
      + "here and not in the charts above.")
  static let inequalityTitle = Text(it: "Disuguaglianza tra territori", en: "Inequality")
  static let fromMean = Text(
    it: "Rispetto a tutto il territorio", en: "Against the whole territory")
  static let sheetCoverage = Text(it: "Copertura per comune", en: "Coverage by municipality")
  static let sheetMet = Text(it: "Bisogni soddisfatti", en: "Requests met")
  static let sheetGap = Text(it: "Divario per comune", en: "Gap by municipality")
  static let sheetInequality = Text(it: "Disuguaglianza", en: "Inequality")
  static let inequalityCaption = Text(
    it: "Indice di Theil della copertura e sue componenti, {0}",
    en: "Theil index of coverage and its components, {0}")
  static let theilValue = Text(it: "Valore (nat)", en: "Value (nats)")
  static let inequalityLead = Text(
    it: "L'indice di Theil è zero se ogni comune raggiunge la stessa quota di residenti, e cresce "
      + "quanto più i comuni si allontanano. Serve a confrontare un anno con l'altro e a vedere dove "
      + "nasce la disuguaglianza, se fra i gruppi o al loro interno.",
    en:
      "The Theil index is zero if every municipality reaches the same share of residents, and grows "
      + "the further apart they are. It serves to compare one year with another and to see where "
      + "inequality arises, between groups or inside them.")
  static let betweenShare = Text(
    it: "Parte della disuguaglianza che sta tra i gruppi ({1}): {0}. Il resto è dentro i gruppi.",
    en: "Part of the inequality that lies between groups ({1}): {0}. The rest is inside the groups."
  )

  // Tempi
  static let waitingTitle = Text(it: "Tempi di attesa", en: "Waiting times")
  static let waitingLead = Text(
    it: "Contano anche le richieste ancora aperte: toglierle farebbe sembrare le attese più brevi.",
    en: "Requests still open count too: leaving them out would make waits look shorter.")
  static let waitingComuniCaption = Text(
    it: "{0}: giorni e quota servita, per comune",
    en: "{0}: days and share served, by municipality")
  static let waitingCaption = Text(
    it: "{0}: giorni e quota servita, per territorio",
    en: "{0}: days and share served, by territory")
  static let waitingNote = Text(
    it:
      "Mediana: giorni entro cui ha avuto risposta la metà delle richieste; 90º percentile: nove su "
      + "dieci. «Non raggiunta»: alla data dei dati le risposte erano ancora meno di così.",
    en:
      "Median: days within which half of the requests had an answer; 90th percentile: nine in ten. "
      + "“Not reached”: at the date of the data answers were still fewer than that.")
  static let meanNote = Text(
    it:
      "Media nei primi {0} giorni: quanto si aspetta in quei giorni, comunque l'attesa finisca; chi "
      + "aspetta di più conta {0}. C'è anche dove la mediana non è raggiunta.",
    en:
      "Mean in the first {0} days: how long the wait is in those days, however it ends; whoever waits "
      + "longer counts {0}. It is there even where the median is not reached.")
  static let openNote = Text(
    it: "«Da … in su»: l'intervallo non ha ancora una fine, perché molte richieste aspettano.",
    en: "“… or more”: the interval has no end yet, as many requests are still waiting.")
  static let sheetByComune = Text(it: "{0}, comuni", en: "{0}, municip.")
  static let backlogTitle = Text(it: "Richieste ancora aperte", en: "Requests still open")
  static let age = Text(it: "Tempo di attesa", en: "Time waiting")
  static let median = Text(it: "Mediana (giorni)", en: "Median (days)")
  static let medianInterval = Text(
    it: "Mediana, intervallo al 95\u{A0}%", en: "Median, 95% interval")
  static let ninetieth = Text(it: "90º percentile (giorni)", en: "90th percentile (days)")
  static let within = Text(it: "Entro {0} giorni (%)", en: "Within {0} days (%)")
  static let mean = Text(
    it: "Media nei primi {0} (giorni)", en: "Mean in the first {0} (days)")
  static let shareServed = Text(it: "quota servita", en: "share served")

  // Risorse
  static let resourcesTitle = Text(it: "Risorse", en: "Resources")
  static let resourcesLead = Text(
    it: "Le risorse dell'art. 55 non sono solo denaro: anche strumenti, persone e competenze, "
      + "esistenti, mobilitabili e mancanti.",
    en: "Resources under art. 55 are not only money: tools, people and skills too, existing, "
      + "mobilisable and missing.")
  static let noProgrammes = Text(
    it:
      "Nessun programma con CUP è stato consegnato [..]: si chiede a chi lo attua, o si prende dai "
      + "dati aperti di ReGiS.",
    en:
      "No programme with a project code was delivered [..]: ask who carries it out, or take it from "
      + "the open data of ReGiS.")
  static let statementsNote = Text(
    it: "Ogni dichiarazione resta con la sua data e la sua origine, anche dove le fonti non "
      + "coincidono: le righe non si sommano.",
    en: "Each statement keeps its date and origin, also where sources do not agree: rows are not "
      + "to be added up.")
  static let gridTitle = Text(
    it: "Le risorse, di ogni tipo", en: "Resources of every kind")
  static let gridLead = Text(
    it:
      "Dove c'è scritto «da raccogliere al tavolo» nessun dato è stato consegnato: lo può dire chi "
      + "siede al tavolo.",
    en:
      "Where it says “to be collected at the table” no data were delivered: those at the table can "
      + "tell.")
  static let gridSaid = Text(
    it: "Caselle con un dato: {0} su {1}.", en: "Boxes with a figure: {0} of {1}.")
  static let gridCaption = Text(
    it: "Risorse esistenti, mobilitabili e mancanti",
    en: "Existing, mobilisable and missing resources")
  static let resourceKind = Text(it: "Tipo di risorsa", en: "Kind of resource")
  static let existing = Text(it: "Esistenti", en: "Existing")
  static let mobilisable = Text(it: "Mobilitabili", en: "Mobilisable")
  static let missingOnes = Text(it: "Mancanti", en: "Missing")
  static let economic = Text(it: "Economiche", en: "Economic")
  static let material = Text(it: "Strumentali", en: "Material")
  static let professional = Text(it: "Professionali", en: "Professional")
  static let intangible = Text(it: "Immateriali", en: "Intangible")
  static let toCollect = Text(it: "da raccogliere al tavolo", en: "to be collected at the table")
  static let programmesHere = Text(
    it: "Programmi che riguardano i comuni del tavolo o tutto il territorio: {0} su {1}.",
    en:
      "Programmes that concern the municipalities of the table or the whole territory: {0} of {1}.")
  static let programmesFunded = Text(
    it: "{0}, di cui {1} con un finanziamento dichiarato",
    en: "{0}, {1} of which with declared funding")
}
