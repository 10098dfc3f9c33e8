import Warehouse

/// What can be wrong with one cell, whatever its dataset.
extension FindingKind {
  static let missingValue = FindingKind(
    "valore-mancante", .error, it: "manca un valore obbligatorio",
    en: "a required value is missing",
    expected: "un valore in questa colonna; senza, la riga non si può usare")
  static let invalidDate = FindingKind(
    "data-non-valida", .warning, it: "non è una data che esiste",
    en: "it is not a date that exists",
    expected: "una data come 31/12/2026 o 2026-12-31")
  static let partialDate = FindingKind(
    "data-incompleta", .warning, it: "la data indica solo il mese",
    en: "the date only gives the month",
    expected:
      "giorno, mese e anno; se si sa solo il mese, formato_data «mm/aaaa» in source.json: vale il primo giorno"
  )
  static let zeroDate = FindingKind(
    "data-zero", .warning,
    it: "è il giorno che i programmi scrivono dove la data manca: è letta così com'è",
    en: "it is the day that programs write where there is no date: it is read as it stands",
    expected:
      "la data vera, o una cella vuota; le righe di moduli mai inviati si tolgono con «righe_escluse» in"
      + " source.json; nulla, se quel giorno è vero")
  static let oldDate = FindingKind(
    "data-remota", .warning, it: "è un giorno di prima del 1970: è letto così com'è",
    en: "it is a day before 1970: it is read as it stands",
    expected: "la data vera; controllare il secolo (1926 per 2026); nulla, se quel giorno è vero")
  static let monthOnly = FindingKind(
    "solo-mese", .note, it: "la colonna indica solo il mese: vale il suo primo giorno",
    en: "the column only gives the month: its first day stands for it",
    expected: "nulla da fare; i tempi misurati con questa data sono a meno di un mese")
  static let serialDates = FindingKind(
    "date-seriali", .note,
    it: "alcune date sono numeri di giorni, come li conta un foglio di calcolo: lette così",
    en: "some dates are numbers of days, as a spreadsheet counts them: read as such",
    expected: "una data come 31/12/2026; se quei numeri non sono date, dichiarare formato_data in"
      + " source.json")
  static let invalidNumber = FindingKind(
    "numero-non-valido", .warning, it: "non è un numero", en: "it is not a number",
    expected: "un numero come 1.234,56 oppure 1234.56, secondo la convenzione della colonna")
  static let outOfRange = FindingKind(
    "fuori-intervallo", .warning, it: "il numero è fuori dall'intervallo possibile",
    en: "the number is outside the possible range",
    expected: "un valore nell'intervallo indicato")
  static let unknownCode = FindingKind(
    "codice-sconosciuto", .warning, it: "la voce non è nell'elenco dei codici",
    en: "the word is not in the code list",
    expected: "una voce dell'elenco, oppure una riga in values.csv che la traduca")
  static let untoldWord = FindingKind(
    "voce-non-dichiarata", .warning,
    it: "la voce non è in values.csv e non è caricata: può essere una nota su una persona",
    en: "the word is not in values.csv and is not loaded: it may be a note about a person",
    expected:
      "una riga in values.csv con un codice breve, se è una voce di un elenco; mai una nota libera")
  static let unknownComune = FindingKind(
    "comune-non-riconosciuto", .warning, it: "il comune non è stato riconosciuto",
    en: "the municipality was not recognised",
    expected:
      "il codice ISTAT di 6 cifre o il nome ufficiale; una grafia ricorrente si aggiunge a values.csv"
  )
  static let postcodeForComune = FindingKind(
    "cap-al-posto-del-comune", .warning,
    it: "le cinque cifre sembrano un CAP, che non dice quale comune",
    en: "the five digits look like a postcode, which does not tell which municipality",
    expected: "il codice ISTAT di 6 cifre, con lo zero iniziale, o il nome del comune")
  static let outsideComune = FindingKind(
    "comune-fuori-territorio", .note, it: "il comune è fuori dal territorio di riferimento",
    en: "the municipality is outside the reference territory",
    expected: "nulla da fare se la persona risiede davvero altrove")
  static let mostlyOutside = FindingKind(
    "quasi-tutto-fuori-territorio", .warning,
    it: "più della metà delle righe è di comuni fuori dal territorio di riferimento",
    en: "more than half of the rows are of municipalities outside the reference territory",
    expected: "la cartella di lavoro della provincia giusta: tavolo init, poi --workspace")
  static let ceasedComune = FindingKind(
    "comune-cessato", .note,
    it:
      "il comune è cessato: il fatto resta al suo codice ed è contato in quello che gli è succeduto",
    en: "the municipality has ceased: the fact stays under its code and counts in its successor",
    expected: "il comune attuale")
  static let otherProvince = FindingKind(
    "provincia-diversa", .note, it: "la provincia scritta non è quella del comune, che è uno solo",
    en: "the province written is not that of the municipality, of which there is only one",
    expected: "la sigla della provincia giusta, o nessuna")
  static let widerTerritory = FindingKind(
    "territorio-piu-ampio", .warning,
    it:
      "la cella nomina un totale o un territorio più ampio di un comune: i suoi numeri possono essere già nelle altre righe",
    en:
      "the cell names a total or a territory wider than a municipality: its numbers may be in the other rows already",
    expected:
      "le sole righe dei comuni; se quei numeri non sono altrove, una riga di values.csv che traduca la voce"
      + " in ND")
  static let specialComune = FindingKind(
    "comune-non-indicato", .note, it: "la voce non indica un comune",
    en: "the word does not name a municipality",
    expected: "un comune, quando è noto")
  static let invalidIdentifier = FindingKind(
    "identificativo-non-valido", .warning, it: "l'identificativo personale non è valido",
    en: "the personal identifier is not valid",
    expected: "un codice fiscale di 16 caratteri, provvisorio di 11 cifre, STP o ENI")
  static let maskedIdentifier = FindingKind(
    "identificativo-mascherato", .note, it: "l'identificativo personale è mascherato",
    en: "the personal identifier is masked",
    expected: "un identificativo intero, se l'accordo lo prevede; la persona non si può distinguere"
  )
  static let invalidOrganisation = FindingKind(
    "codice-ente-non-valido", .warning, it: "il codice fiscale dell'ente non è valido",
    en: "the organisation's fiscal code is not valid",
    expected: "11 cifre con il controllo giusto")
  static let invalidCUP = FindingKind(
    "cup-non-valido", .warning, it: "il CUP non ha la forma prevista",
    en: "the CUP does not have the required form",
    expected: "15 caratteri come B41H22000020006")
  static let personalData = FindingKind(
    "dato-personale-nel-testo", .warning, it: "il testo contiene un dato personale",
    en: "the text holds a personal identifier",
    expected:
      "nessun codice fiscale, recapito o IBAN in questa colonna; il contenuto non è stato caricato"
  )
  static let invalidYesNo = FindingKind(
    "si-no-non-valido", .warning, it: "non è un sì o un no", en: "it is not a yes or a no",
    expected: "sì oppure no")
  static let invalidAge = FindingKind(
    "eta-non-valida", .warning, it: "non è un'età o una fascia di età",
    en: "it is not an age or an age band",
    expected:
      "un'età come 65, una fascia come 65-69, oppure 100+; una parola (minori) si traduce in"
      + " values.csv")
  static let invalidQuantity = FindingKind(
    "quantita-non-valida", .warning, it: "non è una quantità", en: "it is not a quantity",
    expected: "un numero, oppure una durata come 1h30 o 90 min")
  static let unsaidDuration = FindingKind(
    "minuti-o-ore", .warning,
    it: "in una colonna di minuti 1:30 può essere un'ora e mezza o un minuto e mezzo: non è usata",
    en:
      "in a column of minutes 1:30 may be an hour and a half or a minute and a half: it is not used",
    expected:
      "i minuti con un numero (90) o la durata con le sue parole (1h30, 20 min); se sono ore e minuti,"
      + " scrivere in numeri di source.json {\"durata_minuti\": \"ore.minuti\"}, con il nome del campo"
  )
  static let ambiguousDate = FindingKind(
    "data-ambigua", .warning, it: "la data si legge in due modi e nulla dice quale vale",
    en: "the date reads two ways and nothing says which holds",
    expected: "l'ordine di giorno e mese, in formato_data di source.json")
  static let ambiguousNumber = FindingKind(
    "numero-ambiguo", .warning, it: "il numero si legge in due modi e nulla dice quale vale",
    en: "the number reads two ways and nothing says which holds",
    expected: "la convenzione della colonna, in numeri di source.json")
  static let scientificID = FindingKind(
    "codice-in-notazione-scientifica", .warning,
    it: "il foglio di calcolo ha preso il codice per un numero e ne ha perso le cifre",
    en: "the spreadsheet took the code for a number and lost its digits",
    expected: "il codice intero: formattare la colonna come testo ed esportare di nuovo")
  static let dateID = FindingKind(
    "codice-diventato-data", .warning,
    it: "il codice è una data: un foglio di calcolo può averlo trasformato (3/2026 in marzo 2026)",
    en: "the code is a date: a spreadsheet may have turned it into one (3/2026 into March 2026)",
    expected:
      "il codice: formattare la colonna come testo, correggere la cella ed esportare di nuovo")
  static let decimalID = FindingKind(
    "codice-con-decimali", .warning,
    it: "il codice finisce con «.0»: un programma lo ha preso per un numero",
    en: "the code ends in «.0»: a program took it for a number",
    expected:
      "il codice com'è nel sistema: dove è scritto senza «.0» è un altro codice, e nulla li collega"
  )
  static let roundedAmount = FindingKind(
    "importo-arrotondato", .note,
    it: "l'importo ha frazioni di centesimo: è arrotondato al centesimo",
    en: "the amount holds fractions of a cent: it is rounded to the cent",
    expected: "nulla da fare se l'importo viene da un calcolo; altrimenti due decimali")
  static let errorCell = FindingKind(
    "cella-errore", .warning, it: "la cella contiene un errore del foglio di calcolo",
    en: "the cell holds a spreadsheet error",
    expected: "un valore; correggere la formula prima di esportare")
}

extension FindingKind {
  /// The same row twice is a note; two contents for one id are something to settle.
  static func finding(
    _ repeated: RepeatedRow, contract: Contract, header: String
  ) -> Finding {
    let names = repeated.different.map { column in
      contract.fields.first { $0.column == column }?.name ?? column
    }
    var finding = finding(
      .repeatedID, line: repeated.line, header: header,
      cell: Masking.mask(repeated.id, isPersonal: false),
      detail: "riga precedente: \(repeated.earlier); "
        + (names.isEmpty ? "identica" : "diverse: " + names.joined(separator: ", ")))
    if names.isEmpty { finding.severity = .note }
    return finding
  }
}

/// What can be wrong with a row or a delivery as a whole.
extension FindingKind {
  static let shiftedRow = FindingKind(
    "riga-spostata", .error, it: "le celle della riga non sono tante quante le colonne",
    en: "the row has not as many cells as there are columns",
    expected: "tante celle quante colonne; un separatore nel testo va fra virgolette")
  static let unevenRow = FindingKind(
    "riga-irregolare", .warning,
    it: "la riga non ha tante celle quante le altre: può mancare o avanzare un separatore",
    en: "the row has not as many cells as the others: a separator may be missing or too many",
    expected: "tante celle quante colonne, anche vuote; controllare che ognuna sia sotto la sua")
  static let looseQuotes = FindingKind(
    "testo-dopo-virgolette", .warning,
    it:
      "dopo le virgolette che chiudono una cella c'è altro testo: può avere inghiottito un separatore",
    en: "after the quotes that close a cell is more text: it may have swallowed a separator",
    expected: "le virgolette di un testo raddoppiate; controllare le celle della riga")
  static let totalRow = FindingKind(
    "riga-totale", .note, it: "riga di totale, non caricata", en: "total row, not loaded",
    expected: "nulla da fare")
  static let repeatedID = FindingKind(
    "id-ripetuto", .warning, it: "l'identificativo è già in una riga precedente: vale quest'ultima",
    en: "the identifier is in an earlier row too: this one holds",
    expected: "una riga sola per identificativo: dire quale delle due è giusta")
  static let forgottenPerson = FindingKind(
    "persona-dimenticata", .note,
    it: "righe di persone cancellate su richiesta, non caricate",
    en: "rows about persons erased on request, not loaded",
    expected: "togliere quelle persone dall'esportazione, se la cancellazione riguarda anche voi")
  static let staleCorrection = FindingKind(
    "correzione-superata", .warning,
    it: "una correzione registrata non trova più il valore atteso e non è stata applicata",
    en: "a recorded correction no longer finds the value it expects and was not applied",
    expected: "togliere o aggiornare la riga di corrections.csv")
  static let unusedCorrection = FindingKind(
    "correzione-inutilizzata", .note, it: "una correzione registrata riguarda una riga che non c'è",
    en: "a recorded correction concerns a row that is not there",
    expected: "togliere la riga di corrections.csv")
  static let twinDelivery = FindingKind(
    "consegna-gemella", .warning,
    it:
      "lo stesso file è arrivato un'altra volta con un altro nome e non è stato caricato di nuovo",
    en: "the same file came again under another name and was not loaded twice",
    expected: "nulla, se è una copia; altrimenti la consegna giusta al suo posto")
  static let undecidedDates = FindingKind(
    "ordine-date-incerto", .warning,
    it:
      "nessuna data della colonna dice se viene prima il giorno o il mese: quelle che si leggono in due modi sono vuotate",
    en:
      "no date of the column tells whether the day or the month comes first: those that read both ways are emptied",
    expected: "chiedere a chi consegna e scrivere formato_data in source.json")
  static let undecidedNumbers = FindingKind(
    "numeri-ambigui", .warning,
    it:
      "la colonna non dice se il punto separa le migliaia o i decimali: le celle ambigue sono vuotate",
    en: "the column does not tell thousands from decimals: ambiguous cells are emptied",
    expected: "chiedere a chi consegna e scrivere numeri in source.json")
}
