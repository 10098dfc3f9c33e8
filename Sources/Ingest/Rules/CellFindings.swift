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
    expected: "giorno, mese e anno")
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
  static let unknownComune = FindingKind(
    "comune-non-riconosciuto", .warning, it: "il comune non è stato riconosciuto",
    en: "the comune was not recognised",
    expected:
      "il codice ISTAT di 6 cifre o il nome ufficiale; una grafia ricorrente si aggiunge a values.csv"
  )
  static let outsideComune = FindingKind(
    "comune-fuori-territorio", .note, it: "il comune è fuori dal territorio di riferimento",
    en: "the comune is outside the reference territory",
    expected: "nulla da fare se la persona risiede davvero altrove")
  static let ceasedComune = FindingKind(
    "comune-cessato", .note, it: "il comune è cessato: si usa quello che gli è succeduto",
    en: "the comune has ceased: its successor is used",
    expected: "il comune attuale")
  static let specialComune = FindingKind(
    "comune-non-indicato", .note, it: "la voce non indica un comune",
    en: "the word does not name a comune",
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
    expected: "un'età come 65, una fascia come 65-69, oppure 100+")
  static let invalidQuantity = FindingKind(
    "quantita-non-valida", .warning, it: "non è una quantità", en: "it is not a quantity",
    expected: "un numero, oppure una durata come 1h30 o 90 min")
  static let errorCell = FindingKind(
    "cella-errore", .warning, it: "la cella contiene un errore del foglio di calcolo",
    en: "the cell holds a spreadsheet error",
    expected: "un valore; correggere la formula prima di esportare")
}

/// What can be wrong with a row or a delivery as a whole.
extension FindingKind {
  static let shiftedRow = FindingKind(
    "riga-spostata", .error, it: "la riga ha più celle dell'intestazione",
    en: "the row has more cells than the header",
    expected: "tante celle quante colonne; un separatore nel testo va fra virgolette")
  static let totalRow = FindingKind(
    "riga-totale", .note, it: "riga di totale, non caricata", en: "total row, not loaded",
    expected: "nulla da fare")
  static let repeatedID = FindingKind(
    "id-ripetuto", .warning, it: "l'identificativo è già in una riga precedente: vale quest'ultima",
    en: "the identifier is in an earlier row too: this one holds",
    expected: "una riga sola per identificativo")
  static let staleCorrection = FindingKind(
    "correzione-superata", .warning,
    it: "una correzione registrata non trova più il valore atteso e non è stata applicata",
    en: "a recorded correction no longer finds the value it expects and was not applied",
    expected: "togliere o aggiornare la riga di corrections.csv")
  static let unusedCorrection = FindingKind(
    "correzione-inutilizzata", .note, it: "una correzione registrata riguarda una riga che non c'è",
    en: "a recorded correction concerns a row that is not there",
    expected: "togliere la riga di corrections.csv")
  static let undecidedDates = FindingKind(
    "ordine-date-incerto", .warning,
    it:
      "nessuna data della colonna dice se viene prima il giorno o il mese: si legge prima il giorno",
    en: "no date of the column tells whether the day or the month comes first: day first is read",
    expected: "scrivere formato_data in source.json")
  static let undecidedNumbers = FindingKind(
    "numeri-ambigui", .warning,
    it:
      "la colonna non dice se il punto separa le migliaia o i decimali: le celle ambigue sono vuotate",
    en: "the column does not tell thousands from decimals: ambiguous cells are emptied",
    expected: "scrivere numeri in source.json")
}
