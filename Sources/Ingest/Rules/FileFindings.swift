import Warehouse

/// What can be doubtful, or worth knowing, about a file as a whole and about rows that are not data.
extension FindingKind {
  static let mixedEncoding = FindingKind(
    "codifica-mista", .warning,
    it: "il file unisce due codifiche: ciò che non è UTF-8 è letto come windows-1252",
    en: "the file mixes two encodings: what is not UTF-8 is read as windows-1252",
    expected: "un'esportazione tutta in UTF-8; controllare le lettere accentate")
  static let repairedText = FindingKind(
    "doppia-codifica", .note,
    it: "alcuni testi erano codificati due volte (Ã¨ per è) e sono stati rimessi a posto",
    en: "some texts were encoded twice (Ã¨ for è) and were put right",
    expected: "un'esportazione in UTF-8 senza conversioni")
  static let unescapedText = FindingKind(
    "testo-html", .note,
    it:
      "alcuni testi erano scritti per una pagina web (&agrave; per à) e sono stati rimessi a posto",
    en: "some texts were written for a web page (&agrave; for à) and were put right",
    expected: "un'esportazione con le lettere al posto dei loro nomi")
  static let lostLetters = FindingKind(
    "lettere-perdute", .warning,
    it: "alcune lettere sono andate perse prima della consegna (al loro posto c'è \u{FFFD})",
    en: "some letters were lost before the delivery (\u{FFFD} stands in their place)",
    expected: "una nuova esportazione dal sistema d'origine")
  static let uncertainEncoding = FindingKind(
    "codifica-incerta", .warning,
    it:
      "non si è certi della codifica dei caratteri: le lettere accentate possono essere sbagliate",
    en: "the character encoding is uncertain: accented letters may be wrong",
    expected: "un'esportazione in UTF-8; oppure codifica in source.json, viste le lettere")
  static let noRows = FindingKind(
    "nessuna-riga", .warning, it: "il file ha l'intestazione e nessuna riga",
    en: "the file has a header and no rows",
    expected: "un'esportazione con le sue righe; nulla, se non c'è niente da dire")
  static let shrunkDelivery = FindingKind(
    "consegna-ridotta", .warning,
    it: "più della metà delle righe della consegna precedente non c'è più",
    en: "more than half of the rows of the previous delivery are gone",
    expected: "nulla, se è così; altrimenti togliere la consegna ed esportare di nuovo tutto")
  static let repeatedHeader = FindingKind(
    "intestazione-ripetuta", .note, it: "l'intestazione è ripetuta fra le righe: non caricata",
    en: "the header is repeated among the rows: not loaded", expected: "nulla da fare")
  static let totalAmongCodes = FindingKind(
    "totale-tra-i-codici", .error,
    it: "la cella di una colonna di codici dice che la riga è un totale: non è caricata",
    en: "the cell of a column of codes says that the row is a total: it is not loaded",
    expected:
      "togliere la riga, se i suoi numeri sono già nelle altre; altrimenti la voce giusta, o una riga in"
      + " values.csv che traduca questa")
  static let totalMismatch = FindingKind(
    "totale-non-quadra", .warning,
    it: "la riga sembra un totale, ma i suoi numeri non sono la somma di quelle sopra",
    en: "the row looks like a total, but its numbers are not the sum of those above",
    expected: "il totale giusto, o tutte le righe che somma; se non è un totale, nulla")
  static let noteRow = FindingKind(
    "riga-nota", .note,
    it: "nota in fondo alla tabella, o fra le righe dopo un #: non caricata",
    en: "note at the foot of the table, or among its rows after a #: not loaded",
    expected: "nulla da fare")
  static let ruleRow = FindingKind(
    "riga-disegnata", .note, it: "riga disegnata fra quelle della tabella (-----): non caricata",
    en: "a line drawn between the rows of the table (-----): not loaded", expected: "nulla da fare")
  static let brokenRecord = FindingKind(
    "oggetto-non-valido", .error,
    it: "la riga non è un oggetto JSON intero e valido",
    en: "the line is not a whole and valid JSON object",
    expected:
      "un oggetto { … } per riga: correggere la riga alla fonte, o riscriverla in scarti.csv")
  static let cutFile = FindingKind(
    "file-tagliato", .error,
    it: "il file finisce prima della fine: l'ultima riga non è intera, e altre possono mancare",
    en: "the file ends before its end: the last row is not whole, and others may be missing",
    expected: "il file intero: esportarlo e consegnarlo di nuovo")
  static let otherLength = FindingKind(
    "riga-di-altra-lunghezza", .error,
    it: "la riga non è lunga come le altre: i posti dei suoi campi non sono quelli del tracciato",
    en: "the line is not as long as the others: its fields are not at the places of the layout",
    expected: "una riga lunga come le altre: esportarla di nuovo, o riscriverla in scarti.csv")
  static let swallowedRows = FindingKind(
    "virgolette-spaiate", .error,
    it: "fra due virgolette della riga ci sono altre righe della tabella, che non sono lette",
    en: "between two quotes of the row are other rows of the table, which are not read",
    expected:
      "le virgolette di un testo raddoppiate; oppure virgolette «nessuna» in source.json, se il file"
      + " non ne usa")
  static let mergedCells = FindingKind(
    "celle-unite", .note,
    it: "celle unite in verticale: il loro valore vale per tutte le righe che coprono",
    en: "cells merged downwards: their value holds for all the rows they cover",
    expected: "nulla da fare")
  static let sameSheets = FindingKind(
    "fogli-uguali", .warning,
    it: "altri fogli hanno le stesse colonne e non sono stati letti: le loro righe mancano",
    en: "other sheets have the same columns and were not read: their rows are missing",
    expected:
      "\"foglio\": \"*\" in source.json, per leggerli insieme; se contano le righe di uno solo, il suo"
      + " nome")
  static let hiddenParts = FindingKind(
    "parti-nascoste", .note,
    it: "il foglio nasconde righe o colonne: sono lette come le altre",
    en: "the sheet hides rows or columns: they are read like the others",
    expected: "nulla, se contano; altrimenti un foglio senza di esse")
  static let otherSheets = FindingKind(
    "altri-fogli", .note, it: "il file ha altri fogli, che non sono stati letti",
    en: "the file has other sheets, which were not read",
    expected: "se i dati sono in un altro foglio, indicarlo in foglio di source.json")
}
