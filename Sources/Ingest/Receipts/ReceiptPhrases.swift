/// The words of the receipt.
enum ReceiptPhrases {
  static let title = Words(
    "Ricevuta di conferimento: {0}, consegna {1}", "Delivery receipt: {0}, delivery {1}")
  static let receipt = Words("Ricevuta di conferimento", "Delivery receipt")
  static let synthetic = Words("Dati di esempio (sintetici)", "Sample data (synthetic)")
  static let skip = Words("Vai al contenuto", "Skip to content")
  static let contents = Words("In questa pagina", "On this page")
  static let footer = Words(
    "Ricevuta scritta da Tavolo per chi ha consegnato il file. Non contiene dati personali: degli "
      + "identificativi si mostra solo la forma. Va comunque tenuta riservata.",
    "Receipt written by Tavolo for whoever delivered the file. It holds no personal data: of "
      + "identifiers only the shape is shown. Keep it confidential all the same.")

  // MARK: Summary
  static let received = Words(
    "{0} ha consegnato {1} il {2}.", "{0} delivered {1} on {2}.")
  static let looked = Words(
    "Prova di lettura di {0}: nulla è stato caricato.", "Trial reading of {0}: nothing was loaded.")
  static let rows = Words(
    "Righe lette: {0}. Tenute: {1}. Rifiutate: {2} ({3}).",
    "Rows read: {0}. Kept: {1}. Refused: {2} ({3}).")
  static let completes = Words(
    "Il file completa la consegna {0}: porta, corrette, righe che erano state rifiutate.",
    "The file completes delivery {0}: it brings, mended, rows that had been refused.")
  static let nothingFound = Words(
    "Nessun rilievo: tutto è stato letto senza dubbi.",
    "Nothing found: everything was read without doubt.")
  static let otherCauses = Words(
    "Altre cause, nella ricevuta: {0}.", "Other causes, in the receipt: {0}.")
  static let sendAgain = Words(
    "Si può correggere alla fonte ed esportare di nuovo, oppure correggere il solo scarti.csv e "
      + "consegnarlo: quello che era già stato accolto resta.",
    "You may mend at the source and export again, or mend scarti.csv alone and deliver it: what was "
      + "already accepted stays.")

  // MARK: Causes
  static let toDoTitle = Words(
    "Che cosa correggere, da ciò che rende di più", "What to mend, most rewarding first")
  static let regained = Words(
    "Correggere alla fonte: {0}, una sola causa.", "Mend at the source: {0}, a single cause.")
  static let otherwiseWrong = Words(
    "Con anche un altro difetto: {0}.", "With another fault too: {0}.")
  static let withOthers = Words(
    "Righe rifiutate per questa e altre cause insieme: {0}.",
    "Rows refused for this and other causes together: {0}.")
  static let emptied = Words(
    "Le righe sono tenute, il valore non è usato. Celle: {0}.",
    "The rows are kept, the value is not used. Cells: {0}.")
  static let setAside = Words(
    "Vale l'ultima riga di ogni identificativo. Righe precedenti messe da parte: {0}.",
    "The last row of each identifier holds. Earlier rows set aside: {0}.")
  static let wholeFileGain = Words("Riguarda tutto il file.", "It concerns the whole file.")
  static let noted = Words("Niente è andato perso. Volte: {0}.", "Nothing was lost. Times: {0}.")

  // MARK: Sections
  static let arrived = Words("Che cosa è arrivato", "What arrived")
  static let understood = Words("Che cosa abbiamo capito del file", "How the file was understood")
  static let toDo = Words("Che cosa correggere", "What to mend")
  static let cost = Words("Che cosa costa negli indicatori", "What it costs in the indicators")
  static let lines = Words("Le righe, causa per causa", "The rows, cause by cause")
  static let audits = Words("Confronto con le altre tabelle", "Compared with the other tables")
  static let files = Words("I file di questa ricevuta", "The files of this receipt")

  // MARK: Checks between tables
  static let notAudited = Words(
    "La consegna non è ancora stata confrontata con le altre tabelle.",
    "The delivery has not been compared with the other tables yet.")
  static let auditedSound = Words(
    "Nessuna contraddizione con le altre tabelle presenti nell'archivio.",
    "Nothing contradicts the other tables in the warehouse.")
  static let auditedLead = Words(
    "Il confronto cambia quando arriva un'altra tabella. Le righe sono tenute come sono: quale delle "
      + "due tabelle sbaglia lo sa chi le ha scritte. L'elenco intero è in controlli.csv.",
    "This changes when another table arrives. The rows are kept as they are: whoever wrote them knows "
      + "which of the two tables is wrong. The whole list is in controlli.csv.")
  static let auditedCause = Words("{0}. Volte: {1}.", "{0}. Times: {1}.")

  static let item = Words("Voce", "Item")
  static let value = Words("Valore", "Value")
  static let decision = Words("Decisione", "Decision")
  static let evidence = Words("Come lo sappiamo", "How we know")
  static let file = Words("File", "File")
  static let fingerprint = Words("Impronta SHA-256", "SHA-256 fingerprint")
  static let size = Words("Dimensione", "Size")
  static let bytes = Words("{0} byte", "{0} bytes")
  static let day = Words("Consegnato il", "Delivered on")
  static let publisher = Words("Da", "By")
  static let source = Words("Fonte", "Source")
  static let rowsRead = Words("Righe lette", "Rows read")
  static let keptRows = Words("Righe tenute", "Rows kept")
  static let refusedRows = Words("Righe rifiutate", "Rows refused")
  static let span = Words("Periodo delle righe tenute", "Period of the rows kept")
  static let fromTo = Words("da {0} a {1}", "from {0} to {1}")
  static let sheets = Words("Fogli del file", "Sheets of the file")
  static let hiddenSheets = Words("Fogli nascosti, non letti", "Hidden sheets, not read")
  static let repaired = Words(
    "Caratteri codificati due volte (come «Ã¨» per «è»), riparati",
    "Characters encoded twice (as “Ã¨” for “è”), repaired")
  static let lost = Words(
    "Caratteri già persi prima della consegna (�)", "Characters already lost before delivery (�)")
  static let blankRows = Words("Righe vuote saltate", "Blank rows skipped")
  static let columnsUnread = Words(
    "Colonne non lette, e non conservate", "Columns not read, and not kept")
  static let corrections = Words(
    "Celle lette come dicono le correzioni registrate", "Cells read as recorded corrections say")
  static let certainty = Words("Certezza", "Certainty")
  static let columns = Words("Che cosa leggiamo in ogni colonna", "What is read in each column")
  static let column = Words("Colonna", "Column")
  static let field = Words("Campo", "Field")
  static let meaning = Words("Significato", "Meaning")

  // MARK: To do
  static let priority = Words("N.", "No.")
  static let severity = Words("Gravità", "Severity")
  static let what = Words("Che cosa", "What")
  static let gain = Words("Che cosa si recupera", "What is regained")
  static let times = Words("Volte", "Times")
  static let fix = Words("Che cosa serve", "What is needed")
  static let toDoLead = Words(
    "In testa le correzioni che da sole riportano più righe. Una correzione fatta nel sistema di origine "
      + "vale anche per le consegne che verranno.",
    "First come the corrections that alone bring back most rows. A correction made in the system of "
      + "origin also holds for the deliveries to come.")

  // MARK: Cost
  static let costHeadline = Words(
    "Righe di questa consegna che non entrano in nessun indicatore: {0}, il {1} di quelle consegnate.",
    "Rows of this delivery that enter no indicator: {0}, {1} of those delivered.")
  static let costPlaces = Words(
    "Comuni toccati, per quanto si può leggere: {0}.",
    "Municipalities concerned, as far as can be read: {0}.")
  static let costMeaning = Words(
    "Per ogni comune: quante delle sue righe mancano, fra quelle di cui il comune si è potuto leggere, e "
      + "di quali servizi. La copertura è la quota di richieste attivate entro {0} giorni fra quelle che "
      + "hanno avuto almeno {0} giorni, contate su questa consegna; i suoi limiti sono i valori che "
      + "potrebbe avere se le righe rifiutate fossero lette. I punti in gioco sono la distanza massima fra "
      + "la copertura di oggi e quei limiti. Rispetto all'indicatore pubblicato non sono tolte le rinunce "
      + "nei primi giorni e non ci sono le altre fonti.",
    "For each municipality: how many of its rows are missing, among those whose municipality could be read, and of "
      + "which services. Coverage is the share of requests activated within {0} days among those that had "
      + "at least {0} days, counted on this delivery; its bounds are the values it could have if the "
      + "refused rows were read. The points at stake are the greatest distance between the coverage of "
      + "today and those bounds. Unlike the published indicator, early withdrawals are not taken out and "
      + "other sources are not in it.")
  static let shareMeaning = Words(
    "Per ogni comune: quante delle sue righe mancano, fra quelle di cui il comune si è potuto leggere, e "
      + "di quali servizi.",
    "For each municipality: how many of its rows are missing, among those whose municipality could be read, and of "
      + "which services.")
  static let noPlaces = Words(
    "Nelle righe rifiutate non c'è un comune: il costo non si divide per luogo.",
    "Refused rows carry no municipality: the cost is not divided by place.")
  static let comune = Words("Comune", "Municipality")
  static let service = Words("Servizio", "Service")
  static let services = Words("Servizi delle righe rifiutate", "Services of the refused rows")
  static let missingShare = Words("Quota mancante", "Share missing")
  static let coverageNow = Words("Copertura senza di esse", "Coverage without them")
  static let coverageBounds = Words("Potrebbe essere", "It could be")
  static let points = Words("Punti in gioco", "Points at stake")
  static let between = Words("fra {0} e {1}", "between {0} and {1}")
  static let notJudged = Words("non ancora valutabile", "not yet to be judged")
  static let byComune = Words("Righe mancanti per comune", "Missing rows by municipality")
  static let byService = Words("Righe mancanti per servizio", "Missing rows by service")
  static let morePlaces = Words("Voci non elencate: {0}.", "Entries not listed: {0}.")
  static let unreadable = Words("(non leggibile)", "(not readable)")
  static let notUnderstood = Words("(non riconosciuto)", "(not recognised)")
  static let keptWithoutPlace = Words(
    "Righe tenute che non contano per nessun comune, perché il loro non è stato riconosciuto: {0}.",
    "Rows kept that count for no municipality, because theirs was not recognised: {0}.")

  // MARK: Lines
  static let values = Words("Valori più frequenti", "Most frequent values")
  static let line = Words("Riga", "Row")
  static let cell = Words("Cella", "Cell")
  static let note = Words("Nota", "Note")
  static let cellEmpty = Words("(vuota)", "(empty)")
  static let wholeFile = Words("tutto il file", "the whole file")
  static let affected = Words("Righe interessate", "Rows concerned")
  static let moreFindings = Words("altri rilievi: {0}", "more findings: {0}")
  static let firstLines = Words(
    "Le prime {0} di {1}; tutte in {2}", "The first {0} of {1}; all of them in {2}")
  static let firstOfMany = Words(
    "Le prime {0} di {1}; le prime 100.000 di tutti i rilievi sono in {2}",
    "The first {0} of {1}; the first 100,000 of all findings are in {2}")

  // MARK: Files
  static let annotatedFile = Words(
    "la vostra tabella, con le celle da correggere colorate e commentate e il perché nell'ultima colonna",
    "your table, with the cells to mend coloured and commented, and why in the last column")
  static let scrapsFile = Words(
    "le righe rifiutate ({0}), con la vostra intestazione. Si corregge questo file e lo si consegna da solo, con "
      + "un nome che comincia con il giorno della riconsegna (per esempio 2026-07-15-scarti.csv). Le "
      + "colonne «Tavolo: origine» e «Tavolo: motivo» restano dove sono; dove c'è scritto [come "
      + "nell'originale] Tavolo riprende la cella dal file già consegnato, così nessun dato personale "
      + "esce da lì; dove l'errore è proprio in quella cella, al suo posto si scrive il valore giusto",
    "the refused rows ({0}), under your own header. Mend this file and deliver it by itself, under a name that "
      + "begins with the day of delivery (such as 2026-07-15-scarti.csv). The columns “Tavolo: origine” "
      + "and “Tavolo: motivo” stay where they are; where a cell says [come nell'originale] Tavolo takes "
      + "it again from the file already delivered, so that no personal datum leaves it; where the mistake "
      + "is in that very cell, write the right value in its place")
  static let findingsFile = Words(
    "tutti i rilievi, uno per riga, per chi vuole filtrarli",
    "every finding, one per row, for whoever wants to filter them")
  static let summaryFile = Words(
    "un riassunto senza alcun valore consegnato, da incollare in un messaggio",
    "a summary without any delivered value, to be pasted in a message")
}
