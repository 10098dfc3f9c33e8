import Indicators

/// The words of the portfolio and of what a programme's page says beside its money.
extension ProgrammePhrases {
  static let portfolioCount = Text(
    it: "Programmi con CUP: {0}. Con finanziamento e pagamenti dichiarati: {1}. Con inizio e fine "
      + "dichiarati: {2}.",
    en:
      "Programmes with a project code: {0}. With declared funding and payments: {1}. With declared "
      + "start and end: {2}.")
  static let portfolioTotal = Text(
    it:
      "In tutto, nei programmi che dichiarano l'uno e l'altro: finanziamento {0}, pagato {1}, cioè il "
      + "{2}. La data di ogni importo è nella pagina del suo CUP.",
    en:
      "In all, in the programmes that declare both: funding {0}, paid {1}, that is {2}. The date of "
      + "each amount is on the page of its project.")
  static let portfolioBehind = Text(
    it:
      "Il tempo trascorso supera il pagato di oltre 25 punti in questi CUP: {0}. I pagamenti arrivano "
      + "dopo il lavoro: è un segno da verificare, non un ritardo accertato.",
    en:
      "Time elapsed exceeds payments by more than 25 points in these projects: {0}. Payments follow "
      + "work: a sign to be checked, not an established delay.")
  static let portfolioOverdue = Text(
    it: "Traguardi scaduti e non raggiunti in questi CUP: {0}.",
    en: "Milestones due and not reached in these projects: {0}.")
  static let portfolioEnded = Text(
    it: "La fine prevista è passata e nessuna fine effettiva è dichiarata in questi CUP: {0}.",
    en: "The planned end has passed and no actual end is declared in these projects: {0}.")
  static let portfolioDisagree = Text(
    it:
      "Le fonti non concordano sugli importi di questi CUP: {0}. Nelle loro pagine ci sono tutte le "
      + "dichiarazioni.",
    en: "Sources disagree on the amounts of these projects: {0}. Their pages hold every statement.")
  static let saidBy = Text(it: "Secondo {0}, al {1}.", en: "According to {0}, on {1}.")
  static let ofTheTotal = Text(it: "{0} del totale.", en: "{0} of the total.")
  static let seeStatements = Text(
    it: "Le dichiarazioni non coincidono: sono tutte qui sotto.",
    en: "Statements disagree: all are below.")
  static let nobodySays = Text(
    it: "Nessuna consegna lo dice.", en: "No delivery says so.")
  static let endsOn = Text(it: "Fine: {0}.", en: "End: {0}.")
  static let ofMilestones = Text(
    it: "Su {0} previsti; scaduti e non raggiunti: {1}.",
    en: "Of {0} planned; due and not reached: {1}.")
  static let sheetMoney = Text(it: "Finanziato e pagato", en: "Funded and paid")
  static let statementColumn = Text(it: "Dichiarazione", en: "Statement")
  static let paidOfTotal = Text(it: "Pagato sul totale", en: "Paid of the total")
  static let elapsed = Text(it: "Tempo trascorso", en: "Time elapsed")
  static let milestonesReached = Text(it: "Traguardi raggiunti", en: "Milestones reached")
  static let milestonesOverdue = Text(
    it: "Traguardi scaduti e non raggiunti", en: "Milestones due and not reached")
  static let portfolioChart = Text(
    it: "Tempo trascorso e quota pagata di ogni programma",
    en: "Time elapsed and share paid of each programme")
  static let portfolioDescription = Text(
    it:
      "Per ogni CUP due punti: la quota di tempo trascorsa e la quota pagata del totale. La quota di tempo "
      + "è più grande di quella pagata in {0}, più piccola in {1}, uguale in {2}; manca una delle due in {3}.",
    en:
      "Two dots for each project: the share of time elapsed and the share paid of the total. The share of "
      + "time is larger than the share paid in {0}, smaller in {1}, equal in {2}; one of the two is missing "
      + "in {3}.")
  static let moneySaid = Text(
    it: "Finanziamento totale: {0}. Pagato: {1}.", en: "Total funding: {0}. Paid: {1}.")
  static let shareAxis = Text(it: "Quota (%)", en: "Share (%)")

  static let monthsAtPace = Text(
    it: "Al ritmo dei pagamenti fatti finora ci vorrebbero ancora {0}.",
    en: "At the pace of payments so far it would take another {0}.")
  static let monthsOnCurve = Text(
    it: "Lungo la curva a S che meglio li descrive ci vorrebbero ancora {0}.",
    en: "Along the S-curve that describes them best it would take another {0}.")
  static let forecast = Text(
    it: "Proiezione al ritmo dei pagamenti fatti finora",
    en: "Projection at the pace of payments so far")

  static let milestonesTitle = Text(it: "Traguardi", en: "Milestones")
  static let milestonesCaption = Text(
    it: "CUP {0}: traguardi previsti ed effettivi",
    en: "Project code {0}: milestones planned and actual")
  static let milestone = Text(it: "Traguardo", en: "Milestone")
  static let plannedDay = Text(it: "Previsto il", en: "Planned for")
  static let actualDay = Text(it: "Raggiunto il", en: "Reached on")
  static let daysLateColumn = Text(it: "Giorni di ritardo", en: "Days late")
  static let isReached = Text(it: "raggiunto", en: "reached")
  static let isOverdue = Text(it: "scaduto, non raggiunto", en: "due, not reached")
  static let isAhead = Text(it: "da raggiungere", en: "to be reached")
  static let notYet = Text(it: "non ancora", en: "not yet")
  static let milestonesSaid = Text(
    it: "Traguardi previsti: {0}; raggiunti: {1}; scaduti e non raggiunti: {2}.",
    en: "Milestones planned: {0}; reached: {1}; due and not reached: {2}.")
  static let medianDelay = Text(
    it: "Metà di quelli raggiunti ha avuto un ritardo di {0} o meno.",
    en: "Half of those reached were late by {0} or less.")
  static let medianAdvance = Text(
    it: "Metà di quelli raggiunti è arrivata con un anticipo di {0} o più.",
    en: "Half of those reached came {0} or more ahead of time.")
  static let milestonesNote = Text(
    it:
      "Un ritardo negativo è un anticipo. Di un traguardo scaduto e aperto si contano i giorni fino "
      + "alla data di riferimento.",
    en:
      "A negative delay is an advance. For a milestone due and open days are counted to the as-of "
      + "date.")
  static let noMilestones = Text(
    it: "Traguardi: dato non pervenuto [..].", en: "Milestones: figure not received [..].")

  static let awardsTitle = Text(it: "Affidamenti", en: "Contracts")
  static let awardsCaption = Text(
    it: "CUP {0}: affidamenti dichiarati", en: "Project code {0}: declared contracts")
  static let awardsSaid = Text(
    it: "Contratti (CIG): {0}, per {1} in tutto.",
    en: "Contracts (CIG codes): {0}, worth {1} in all.")
  static let awardsWithoutCode = Text(
    it: "Righe senza CIG, escluse dalla somma: {0}.",
    en: "Rows without a CIG code, left out of the sum: {0}.")
  static let awardedOn = Text(it: "Aggiudicato il", en: "Awarded on")
  static let awardee = Text(it: "Aggiudicatario", en: "Awardee")
  static let role = Text(it: "Ruolo", en: "Role")
  static let awardsNote = Text(
    it:
      "Un raggruppamento compare in più righe con lo stesso CIG: il suo importo è contato una volta.",
    en: "A consortium has several rows with one CIG code: its amount is counted once.")
  static let personsNote = Text(
    it:
      "Chi nel nome non ha una forma giuridica può essere una persona, e una persona non è nominata [c].",
    en: "Whoever has no legal form in the name may be a person, and a person is not named [c].")
  static let noAwards = Text(
    it: "Affidamenti: dato non pervenuto [..].", en: "Contracts: figure not received [..].")

  static let reachedTitle = Text(
    it: "Persone e risultati per sesso ed età", en: "People and results by sex and age")
  static let reachedCaption = Text(
    it: "{0}, per sesso ed età, al {1}", en: "{0}, by sex and age, on {1}")
  static let reachedSheet = Text(it: "Sesso ed età {0}", en: "Sex and age {0}")
  static let reachedNote = Text(
    it:
      "Se una parte riguarda troppo poche persone la divisione è riservata per intero [c]: il totale "
      + "la rivelerebbe.",
    en:
      "If a part concerns too few people the whole breakdown is confidential [c]: the total would "
      + "reveal it.")
  static let noReached = Text(
    it: "Divisione per sesso ed età: dato non pervenuto [..].",
    en: "Breakdown by sex and age: figure not received [..].")
  static let who = Text(it: "Chi", en: "Who")
  static let sex = Text(it: "Sesso", en: "Sex")
  static let age = Text(it: "Età", en: "Age")
  static let ofAge = Text(it: "{0} anni", en: "aged {0}")
  static let costPerResult = Text(
    it:
      "{0}: pagato per unità di risultato ({2}) {1}, con i pagamenti al {3} e i risultati al {4}.",
    en: "{0}: paid per unit of result ({2}) {1}, with payments as of {3} and results as of {4}.")

  static let equityTitle = Text(
    it: "Comuni interni e piccoli", en: "Inner and small municipalities")
  static let equityCaption = Text(
    it: "Comuni coinvolti, interni e piccoli, accanto al territorio intero",
    en: "Municipalities involved, inner and small, beside the whole territory")
  static let everywhere = Text(
    it:
      "I comuni interessati non sono indicati uno per uno: o è tutto il territorio, o il dato non è "
      + "pervenuto [..].",
    en:
      "The municipalities concerned are not listed one by one: either it is the whole territory, or "
      + "the figure was not received [..].")
  static let `where` = Text(it: "Comuni coinvolti: {0}.", en: "Municipalities involved: {0}.")
  static let allComuni = Text(it: "Tutti", en: "All")
  static let innerComuni = Text(
    it: "Interni (classi D, E, F delle aree interne)", en: "Inner (inner-area classes D, E, F)")
  static let smallComuni = Text(
    it: "Piccoli (fino a 5.000 residenti)", en: "Small (up to 5,000 residents)")
  static let involved = Text(it: "Comuni coinvolti", en: "Municipalities involved")
  static let involvedShare = Text(it: "Quota dei coinvolti", en: "Share of those involved")
  static let territoryShare = Text(
    it: "Quota sul territorio", en: "Share in the territory")
  static let residentsShare = Text(
    it: "Quota dei residenti coinvolti", en: "Share of residents involved")
  static let territoryResidentsShare = Text(
    it: "Quota dei residenti del territorio", en: "Share of residents of the territory")
  static let equitySaid = Text(
    it: "{0}: {1} su {2} dei coinvolti; nel territorio {3} su {4}.",
    en: "{0}: {1} of {2} of those involved; in the territory {3} of {4}.")
  static let equityNote = Text(
    it: "Classi della mappa delle aree interne 2020; piccoli comuni come nella legge 158/2017.",
    en: "Classes of the 2020 map of inner areas; small municipalities as in law 158/2017.")

  static let attachmentsTitle = Text(it: "Allegati", en: "Attachments")
  static let attachmentsLead = Text(
    it:
      "I file consegnati da cui viene questa pagina, con l'impronta per il fascicolo di controllo.",
    en: "The delivered files this page comes from, with the fingerprint for the control file.")
  static let attachmentsCaption = Text(
    it: "Consegne su programmi e denaro", en: "Deliveries about programmes and money")
  static let noAttachments = Text(
    it: "Nessuna consegna su programmi e denaro.", en: "No delivery about programmes and money.")

  static func name(ofSex code: String) -> Text {
    switch code {
    case "F": Text(it: "Donne", en: "Women")
    case "M": Text(it: "Uomini", en: "Men")
    default: Text(it: "Altro o non indicato", en: "Other or not stated")
    }
  }
}
