/// What to do about each kind of finding, in English; the Italian is beside the check.
enum FindingAdvice {
  static let english: [String: String] = [
    "valore-mancante": "a value in this column: without it the row cannot be used",
    "data-non-valida": "a date such as 31/12/2026 or 2026-12-31",
    "data-incompleta":
      "day, month and year; where only the month is known, formato_data «mm/aaaa» in source.json: its first day stands for it",
    "data-zero":
      "the true date, or an empty cell; rows of forms never sent are left out with righe_escluse in source.json; nothing, if that is the day",
    "data-remota":
      "the true date; check the century (1926 for 2026); nothing, if that is the day",
    "data-futura": "a date not later than the day of delivery; check the year or the month",
    "date-in-disordine": "the same date or a later one; check whether the two days were swapped",
    "numero-non-valido": "a number such as 1.234,56 or 1234.56, as the column writes them",
    "fuori-intervallo": "a value within the range shown",
    "codice-sconosciuto": "a word of the list, or a line of values.csv that translates it",
    "voce-non-dichiarata":
      "a line in values.csv with a short code, if it is a word of a list; never a free note",
    "comune-non-riconosciuto":
      "the 6-digit ISTAT code or the official name; a recurring spelling goes into values.csv",
    "comune-fuori-territorio": "nothing to do if the person really lives elsewhere",
    "quasi-tutto-fuori-territorio":
      "the workspace of the right province: tavolo init, then --workspace",
    "comune-cessato": "the present municipality",
    "comune-non-indicato": "a municipality, when it is known",
    "identificativo-non-valido":
      "a codice fiscale of 16 characters, a provisional one of 11 digits, STP or ENI",
    "identificativo-mascherato":
      "a whole identifier, if the agreement provides for it; the person cannot be told apart",
    "persone-per-nome":
      "a code for each person, be it the sender's own; or the column left empty",
    "codice-ente-non-valido": "11 digits with the right check digit",
    "cup-non-valido": "15 characters such as B41H22000020006",
    "dato-personale-nel-testo":
      "no codice fiscale, contact or IBAN in this column; its content was not loaded",
    "si-no-non-valido": "yes or no (sì, no)",
    "eta-non-valida":
      "an age such as 65, a band such as 65-69, or 100+; values.csv translates a word (minori)",
    "eta-incerta":
      "the band with both its ends; or, once it is known, a line of values.csv that translates it (oltre 65 into 65+ or 66+)",
    "quantita-non-valida": "a number, or a duration such as 1h30 or 90 min",
    "solo-prima-riga":
      "the value on every row: in a pivot table, repeat all item labels; otherwise, if what is written above holds of the rows without, the header in solo_prima_riga of source.json",
    "altra-tabella":
      "one table a sheet: the other in a sheet or file of its own, described by its source",
    "territorio-piu-ampio":
      "the rows of municipalities alone; if those numbers are nowhere else, a line of values.csv that translates the word into ND",
    "minuti-o-ore":
      "the minutes as a number (90) or the length with its words (1h30, 20 min); if they are hours and minutes, declare numeri in source.json: {\"durata_minuti\": \"ore.minuti\"}, with the name of the field",
    "importo-arrotondato":
      "nothing to do if the amount comes out of a calculation; otherwise two decimals",
    "cella-errore": "a value; mend the formula before exporting",
    "riga-spostata": "as many cells as columns; a separator inside a text goes in quotes",
    "riga-irregolare":
      "as many cells as columns, the empty ones too; check that each is under its own",
    "testo-dopo-virgolette": "the quotes of a text doubled; check the cells of the row",
    "oggetto-non-valido":
      "one object { … } a line: mend the line at its source, or write it anew in scarti.csv",
    "file-tagliato": "the whole file: export it and deliver it again",
    "riga-di-altra-lunghezza":
      "a line as long as the others: export it again, or write it anew in scarti.csv",
    "virgolette-spaiate":
      "the quotes of a text doubled; or virgolette «nessuna» in source.json, if the file uses none",
    "date-seriali":
      "a date such as 31/12/2026; if those numbers are no dates, declare formato_data in source.json",
    "riga-totale": "nothing to do",
    "eta-sovrapposte":
      "each age once: bands that do not overlap, and one source for each municipality",
    "detto-in-due-consegne":
      "each number once: politica «cumulativa» if each delivery repeats or mends the earlier ones, one source alone if two say the same; nothing, if they are parts to be added up",
    "origine-discorde":
      "the identifier of that same request in the other system, or none; if it is really the same, MERGED in .tavolo/decisioni/richieste.csv",
    "id-ripetuto": "one row per identifier",
    "righe-uguali": "one row alone, if it is one thing written twice; otherwise nothing",
    "nascita-non-plausibile": "a year of birth that gives an age between 0 and 115 years",
    "correzione-superata": "remove or update the line of corrections.csv",
    "correzione-inutilizzata": "remove the line of corrections.csv",
    "ordine-date-incerto": "declare formato_data in source.json",
    "numeri-ambigui": "declare numeri in source.json",
    "colonna-non-mappata":
      "a line of columns.csv with the field it is, or «-» for the field if it is not to be read",
    "colonne-non-mappate":
      "for each a line of columns.csv with the field it is, or «-» if it is not to be read; «-,*» if none"
      + " of the others is",
    "codifica-incerta":
      "an export in UTF-8; or codifica in source.json, once the letters look right",
    "consegna-ridotta":
      "nothing if those rows are really gone; otherwise remove the delivery and export all of it again",
    "identificativi-ricominciati":
      "identifiers that do not come again, such as 2026-000123 with the year before them, in the earlier deliveries too; nothing, if the source is cumulative and each delivery repeats everything, or if those rows are really mended",
    "consegna-parziale":
      "all the rows: export again without limits, or all the pages; nothing, if they are here already",
    "nessuna-riga": "an export with its rows; nothing, if there are none to tell of",
    "altri-fogli": "the sheet to read, in foglio of source.json; nothing, if it is the right one",
    "codice-con-decimali":
      "the code as it is in the system: where it is written without «.0» it is another, and nothing links them",
    "codice-in-notazione-scientifica":
      "the code as text: format the column as text before exporting",
    "codifica-mista": "an export all in UTF-8; check the accented letters",
    "data-ambigua": "the order of day and month, in formato_data of source.json",
    "doppia-codifica": "an export in UTF-8 without conversions",
    "testo-html": "an export with the letters in place of their names",
    "celle-unite": "nothing to do",
    "fogli-uguali": "all the rows in one sheet; or the right one in foglio of source.json",
    "intestazione-ripetuta": "nothing to do",
    "lettere-perdute": "an export in UTF-8: the lost letters cannot be guessed",
    "numero-ambiguo": "the convention of the column, in numeri of source.json",
    "riga-nota": "nothing to do", "riga-disegnata": "nothing to do",
    "note-migliaia":
      "moltiplicatori in source.json, if the note is about the numbers of the table",
    "codice-diventato-data":
      "the code as text: format the column as text, mend the cell and export again",
    "totale-tra-i-codici":
      "take the row out, if its numbers are in the others already; otherwise the right word, or a line of"
      + " values.csv that translates this one",
    "totale-non-quadra": "the right total, or all the rows it adds up; if it is no total, nothing",
    "prima-della-richiesta":
      "a date not before that of the request, or the id of another request",
    "ente-non-qualificato":
      "a beginning after the qualification, neither suspended nor lapsed on that day",
    "prestazione-dopo-il-decesso":
      "a date not after the death; check the outcome of the request",
    "accesso-fuori-apertura":
      "a date between the opening and the closure of the point; check both",
    "ente-sconosciuto":
      "the fiscal code of an organisation of the dataset «enti», or one more row in it",
    "riferimento-sconosciuto":
      "an id that the dataset named holds, or the row that is missing there",
    "pagamenti-oltre-il-finanziamento":
      "payments within the funding; check whether one of the two sources is older",
    "parti-nascoste":
      "nothing, if they count; otherwise a sheet without them",
    "risposta-dopo-il-decesso":
      "a date not after the death; check the outcome or the date of closure",
    "intervallo-incoerente":
      "a value between the lower end and the upper; check whether they were swapped",
    "posti-oltre-la-capacita":
      "no more places taken than accredited, nor accredited than authorised; the value stays",
    "riga-senza-contenuto":
      "at least one of the values named",
    "quote-non-tornano":
      "shares whose sum is the whole amount, or no more than it; the values stay",
    "stessa-persona":
      "two different persons; check whether one column was copied over the other",
    "solo-mese":
      "nothing to do; times measured by this date are within a month",
    "cap-al-posto-del-comune":
      "the 6-digit ISTAT code, with its leading zero, or the name of the municipality",
    "provincia-diversa":
      "the letters of the right province, or none",
    "persona-dimenticata":
      "take those persons out of the export, if the erasure concerns you as well",
    "consegna-gemella":
      "nothing, if it is a copy; otherwise the right delivery in its place",
    "date-forse-scambiate":
      "the file as it left the program, not opened and saved by a spreadsheet; if the dates are right, write all of them in the same way",
    "formula-senza-valore":
      "open the file with Excel or LibreOffice, save it and deliver it again",
    "formula-da-calcolare":
      "open the file with Excel or LibreOffice, save it and deliver it again",
    "colonna-personale":
      "take the column out of the export",
    "fogli-uniti":
      "nothing to do",
    "righe-che-annullano":
      "nothing, if another row with the same id takes its place; otherwise take the cancelled row out of the"
      + " delivery that brought it",
    "righe-escluse":
      "nothing to do; the choice is in source.json (righe_escluse, righe_tenute)",
    "etichette-ripetute":
      "nothing to do; the choice is in source.json (solo_prima_riga)",
    "colonna-mai-incontrata":
      "update columns.csv with the new name, in a column for the new period",
    "mappa-inutilizzata":
      "nothing, if other deliveries need it; otherwise take it out of the map",
    "intervallo-non-numero":
      "the number itself; nothing, if it may not be told: a cell left blank is not counted as zero",
    "ore-o-minuti":
      "ask whoever delivers, and declare numeri in source.json: {\"quantita\": \"ore.minuti\"} if 1.30 is an hour and a half, «italiani» or «internazionali» if they are decimals",
    "origine-assente": "put the delivery the rows come from back into deliveries/",
  ]
}
