import Indicators

/// The words of the programme page.
enum ProgrammePhrases {
  static let title = Text(it: "Avanzamento dei programmi", en: "Progress of programmes")
  static let subtitle = Text(
    it: "Programmato, finanziato, pagato, tempo trascorso e risultati di ogni CUP.",
    en: "Planned, funded, paid, time elapsed and results of each project code (CUP).")
  static let notReGiS = Text(
    it: "Questa pagina non sostituisce il rendiconto ReGiS.",
    en: "This page does not replace the official ReGiS accounts.")
  static let funded = Text(
    it: "Per i programmi PNRR: Finanziato dall'Unione europea – NextGenerationEU.",
    en: "For PNRR programmes: Funded by the European Union – NextGenerationEU.")
  static let section = Text(it: "CUP {0}", en: "Project code (CUP) {0}")
  static let identification = Text(it: "{0}: identificazione", en: "{0}: identification")
  static let identificationSaid = Text(
    it: "Programmi: {0}. Con un inizio effettivo dichiarato: {1}; con una fine effettiva: {2}.",
    en: "Programmes: {0}. With an actual start stated: {1}; with an actual end: {2}.")
  static let cupInFull = Text(it: "Codice unico di progetto (CUP)", en: "Project code (CUP)")
  static let localCode = Text(
    it: "Codice locale di progetto (CLP)", en: "Local project code (CLP)")
  static let measure = Text(it: "Misura", en: "Measure")
  static let implementer = Text(it: "Soggetto attuatore", en: "Implementing body")
  static let status = Text(it: "Stato", en: "Status")
  static let plannedStart = Text(it: "Inizio previsto", en: "Planned start")
  static let actualStart = Text(it: "Inizio effettivo", en: "Actual start")
  static let plannedEnd = Text(it: "Fine prevista", en: "Planned end")
  static let actualEnd = Text(it: "Fine effettiva", en: "Actual end")
  static let fundingTitle = Text(
    it: "Finanziamento, per fonte e per data", en: "Funding, by source and date")
  static let paymentsTitle = Text(it: "Pagamenti", en: "Payments")
  static let progressTitle = Text(
    it: "Avanzamento finanziario e tempo trascorso", en: "Financial progress and time elapsed")
  static let targetsTitle = Text(it: "Obiettivi e indicatori fisici", en: "Targets and outputs")
  static let fundingCaption = Text(
    it: "{0}: finanziamenti dichiarati", en: "{0}: declared funding")
  static let paymentsCaption = Text(
    it: "{0}: pagamenti dichiarati", en: "{0}: declared payments")
  static let progressCaption = Text(
    it: "{0}: avanzamento con il suo denominatore", en: "{0}: progress with its denominator")
  static let targetsCaption = Text(
    it: "{0}: programmato e realizzato", en: "{0}: planned and achieved")
  static let allProgrammes = Text(it: "Tutti i programmi", en: "All programmes")
  static let overviewTitle = Text(it: "Tutti i programmi", en: "All programmes")
  static let overviewCaption = Text(
    it: "I programmi con CUP: ultimo finanziamento e pagamento totale dichiarati",
    en: "Programmes with a project code: latest declared total funding and payment")
  static let programme = Text(it: "Programma", en: "Programme")
  static let whereabouts = Text(it: "Dove", en: "Where")
  static let wholeTerritory = Text(
    it: "nessun comune indicato", en: "no municipality stated")
  static let chartName = Text(it: "Nome nel grafico", en: "Name in the chart")
  static let totalFunding = Text(it: "Finanziamento totale (€)", en: "Total funding (€)")
  static let paid = Text(it: "Pagato (€)", en: "Paid (€)")
  static let moneyChart = Text(
    it: "CUP {0}: finanziato e pagato, per dichiarazione",
    en: "CUP {0}: funded and paid, by statement")
  static let fundedBar = Text(it: "Finanziato: {0}, {1}", en: "Funded: {0}, {1}")
  static let paidBar = Text(it: "Pagato: {0}, {1}", en: "Paid: {0}, {1}")
  static let noFunding = Text(
    it: "Finanziamenti: dato non pervenuto [..].", en: "Funding: figure not received [..].")
  static let noPayments = Text(
    it: "Pagamenti: dato non pervenuto [..].", en: "Payments: figure not received [..].")
  static let noProgress = Text(
    it: "Avanzamento: dato non pervenuto [..].", en: "Progress: figure not received [..].")
  static let noTargets = Text(
    it: "Obiettivi: dato non pervenuto [..].", en: "Targets: figure not received [..].")
  static let progressLead = Text(
    it: "La percentuale dipende dal denominatore: si stampano tutte, ciascuna con il suo.",
    en: "The percentage depends on the denominator: all are printed, each with its own.")
  static let targetsLead = Text(
    it:
      "Gli indicatori ufficiali così come sono. Dove il programmato è zero il rapporto non si può "
      + "calcolare [x]: non è 0\u{A0}% e non è 100\u{A0}%.",
    en: "The official indicators as they are. Where zero was planned the ratio cannot be computed "
      + "[x]: it is neither 0% nor 100%.")
  static let ownTitle = Text(it: "Indicatori propri", en: "Own indicators")
  static let ownLead = Text(
    it:
      "Non sono indicatori ufficiali del PNRR: dicono che cosa è successo alle persone, per tutto il "
      + "territorio e non per un solo CUP.",
    en: "They are not official PNRR indicators: they tell what happened to people, over the whole "
      + "territory and not of one project code alone.")
  static let statement = Text(it: "{0} secondo {1}, al {2}", en: "{0} according to {1}, on {2}")
  static let statementsSaid = Text(
    it: "Dichiarazioni: {0}; origini diverse: {1}; dal {2} al {3}.",
    en: "Statements: {0}; different origins: {1}; from {2} to {3}.")
  static let newestStatements = Text(
    it: "All'ultima data: {0}.", en: "On the last day: {0}.")
  static let changesSaid = Text(
    it: "Variazioni: {0}. In aumento: {1}; in diminuzione: {2}; con lo stesso importo: {3}.",
    en: "Changes: {0}. Increases: {1}; decreases: {2}; with the same amount: {3}.")
  static let targetsSaid = Text(
    it: "Indicatori: {0}. Hanno raggiunto il programmato: {1}; non ancora: {2}; senza un rapporto "
      + "calcolabile [x]: {3}.",
    en:
      "Figures: {0}. That reached what was planned: {1}; not yet: {2}; without a ratio that can be "
      + "computed [x]: {3}.")
  static let disagreement = Text(
    it: "{0}, le dichiarazioni non coincidono: {1}. La differenza è di {2}.",
    en: "{0}, statements disagree: {1}. The difference is {2}.")
  static let laterStatements = Text(
    it:
      "Alcune dichiarazioni sono successive al {0}, il giorno a cui sono gli altri dati: ciascuna ha "
      + "la sua data.",
    en: "Some statements are later than {0}, the day of the other data: each has its own date.")
  static let fund = Text(it: "Fonte di finanziamento", en: "Source of funds")
  static let amount = Text(it: "Importo (€)", en: "Amount (€)")
  static let date = Text(it: "Alla data", en: "As of")
  static let origin = Text(it: "Chi lo dice", en: "Who says so")
  static let target = Text(it: "Obiettivo", en: "Target")
  static let code = Text(it: "Codice", en: "Code")
  static let planned = Text(it: "Programmato", en: "Planned")
  static let achieved = Text(it: "Realizzato", en: "Achieved")
  static let share = Text(it: "Realizzato su programmato", en: "Achieved of planned")
  static let sheetCard = Text(it: "Identificazione", en: "Identification")
  static let sheetFunding = Text(it: "Finanziamenti", en: "Funding")
  static let sheetPayments = Text(it: "Pagamenti", en: "Payments")
  static let sheetProgress = Text(it: "Avanzamento", en: "Progress")
  static let sheetTargets = Text(it: "Obiettivi", en: "Targets")

  static let changesTitle = Text(
    it: "Variazioni fra una dichiarazione e l'altra", en: "Changes from one statement to the next")
  static let changesCaption = Text(
    it: "{0}: variazioni degli importi dichiarati", en: "{0}: changes of declared amounts")
  static let changesNote = Text(
    it: "Una variazione fra due fonti diverse può essere un'altra definizione, non una modifica.",
    en: "A change between two different sources may be another definition, not a modification.")
  static let noChanges = Text(
    it: "Nessuna fonte di finanziamento è stata dichiarata due volte: non ci sono variazioni da "
      + "mostrare.",
    en: "No source of funds was stated twice: there are no changes to show.")
  static let sheetChanges = Text(it: "Variazioni", en: "Changes")
  static let before = Text(it: "Prima (€)", en: "Before (€)")
  static let beforeDate = Text(it: "Prima, alla data", en: "Before, as of")
  static let beforeOrigin = Text(it: "Prima, chi lo dice", en: "Before, who says so")
  static let after = Text(it: "Dopo (€)", en: "After (€)")
  static let afterDate = Text(it: "Dopo, alla data", en: "After, as of")
  static let afterOrigin = Text(it: "Dopo, chi lo dice", en: "After, who says so")
  static let difference = Text(it: "Differenza (€)", en: "Difference (€)")
  static let relative = Text(it: "Differenza (%)", en: "Difference (%)")
  static let timeTitle = Text(it: "Tempo e quanto manca", en: "Time and what is left")
  static let noEnd = Text(
    it: "Fine prevista: dato non pervenuto [..].", en: "Planned end: figure not received [..].")
  static let noStart = Text(
    it: "L'inizio non è stato consegnato [..]: il tempo trascorso e la curva a S non si possono "
      + "calcolare.",
    en: "The start was not delivered [..]: time elapsed and the S-curve cannot be computed.")
  static let daysLeft = Text(
    it: "La fine prevista è il {0}, fra {1}.", en: "The planned end is {0}, in {1}.")
  static let endsToday = Text(
    it: "La fine prevista è il {0}, il giorno a cui sono i dati.",
    en: "The planned end is {0}, the very day of the data.")
  static let daysLate = Text(
    it: "La fine prevista era il {0}: è passata da {1}.",
    en: "The planned end was {0}, {1} ago.")
  static let leftToPay = Text(
    it: "Da pagare sul totale dichiarato: {0}.", en: "Left to pay of the declared total: {0}.")
  static let rate = Text(
    it:
      "Per finire in tempo si dovrebbero pagare {0} al mese: è una proiezione, non una previsione "
      + "ufficiale.",
    en:
      "To finish on time {0} a month would have to be paid: a projection, not an official forecast."
  )
  static let curveCaption = Text(
    it: "CUP {0}: quota pagata e andamento di riferimento",
    en: "CUP {0}: share paid and reference course")
  static let curveSentence = Text(
    it: "Al {0} è pagato il {1} del totale; nell'andamento di riferimento sarebbe il {2}.",
    en: "On {0}, {1} of the total is paid; in the reference course it would be {2}.")
  static let paidShare = Text(it: "Quota pagata del totale (%)", en: "Share paid of the total (%)")
  static let usualShare = Text(
    it: "Andamento di riferimento, curva a S (%)", en: "Reference course, S-curve (%)")
  static let usualNote = Text(
    it:
      "L'andamento di riferimento è una curva a S fra inizio e fine: non è il piano del programma.",
    en: "The reference course is an S-curve between start and end: it is not the programme's plan.")
  static let sheetCurve = Text(it: "Curva a S", en: "S-curve")

  static let fundedByUnion = Text(
    it: "Finanziato dall'Unione europea – NextGenerationEU.",
    en: "Funded by the European Union – NextGenerationEU.")

  /// Codes of the exchange contract.
  static func name(ofFund code: String) -> Text {
    switch code {
    case "pnrr": Text(it: "PNRR", en: "PNRR (Recovery plan)")
    case "pnc": Text(it: "Piano nazionale complementare (PNC)", en: "National complementary plan")
    case "stato": Text(it: "Stato", en: "State")
    case "regione": Text(it: "Regione", en: "Region")
    case "provincia": Text(it: "Provincia o Città metropolitana", en: "Province")
    case "comune": Text(it: "Comune", en: "Municipality")
    case "altro_pubblico": Text(it: "Altro pubblico", en: "Other public")
    case "privato": Text(it: "Privato", en: "Private")
    case "altro": Text(it: "Altro", en: "Other")
    case "totale": Text(it: "Totale", en: "Total")
    case "": Text(it: "Fonte non indicata", en: "Source not stated")
    default: Text(it: code, en: code)
    }
  }
}
