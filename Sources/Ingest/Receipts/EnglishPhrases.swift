import Foundation

/// What is decided on a file, and what details findings carry, is said in Italian where it is known; here
/// are the English words. Headers and cells stand between «» and stay as they were delivered.
enum EnglishPhrases {
  static func english(_ text: String) -> String {
    if let word = words[text] { return word }
    var quoted: [String] = []
    var text = text
    if text.contains("«") {
      text = text.replacing(#/forse «([^«»]*)»/#) {
        "forse «\($0.output.1.replacing(" o ", with: " or "))»"
      }
      text = text.replacing(#/«[^«»]*»/#) { match in
        quoted.append(String(match.output))
        return "«\(quoted.count - 1)»"
      }
    }
    for (pattern, en) in patterns where mayBegin(text, pattern) {
      text = text.replacingOccurrences(of: pattern, with: en, options: .regularExpression)
    }
    // Most pieces are in no text: that is asked of the bytes.
    for (it, en) in longestFirst where text.holds(it) {
      text = text.replacingOccurrences(of: it, with: en)
    }
    return quoted.isEmpty ? text : text.replacing(#/«(\d+)»/#) { quoted[Int($0.output.1)!] }
  }

  private static let longestFirst = pieces.sorted { $0.it.count > $1.it.count }

  /// What few texts do: an expression is compiled each time it is tried.
  private static func mayBegin(_ text: String, _ pattern: String) -> Bool {
    if pattern.hasPrefix(#"^(\d+)"#) { return text.first?.isNumber ?? false }
    guard pattern.hasPrefix("^") else { return true }
    return text.hasPrefix(pattern.dropFirst().prefix(while: \.isLetter))
  }

  /// Whole texts: categories of personal data, and labels too short to be pieces of others.
  private static let words = [
    "caratteristiche": "characteristics", "domicilio": "place of residence", "economia": "means",
    "identità": "identity", "nascita": "birth", "operatore": "staff", "recapito": "contacts",
    "salute": "health", "terzi": "other persons", "testo libero": "free text", "Riga": "Row",
    "nessuna": "none", "spazio": "space", "misti": "mixed", "ignorati": "ignored", "tenuti": "kept",
    "virgola": "comma", "un'altra riga": "another row", "saltate": "skipped",
  ]

  /// Where the order of words changes, or a number stands among them.
  private static let patterns: [(it: String, en: String)] = [
    (#"^riga (\d+)$"#, "row $1"), (#"^(\d+) colonne$"#, "$1 columns"), (#"^di (\d+)$"#, "of $1"),
    (#"^(\d+) righe, dalla (\d+)$"#, "$1 rows, from $2 on"),
    (#"^da (-?\d+) a (-?\d+)$"#, "from $1 to $2"),
    (#"^serve un numero intero, da (-?\d+) a (-?\d+)$"#, "a whole number is wanted, from $1 to $2"),
    (#"^sono (\d+)$"#, "$1 of them"),
    (#"^(\d+) caratteri invece di (\d+)$"#, "$1 characters instead of $2"),
    (#"^altre (\d+) righe$"#, "$1 other rows"), (#"^(\d+) per (.*)$"#, "$1 by $2"),
    (#"^([a-z_]+) o ([a-z_]+)$"#, "$1 or $2"),
    (
      #"^con questa scelta (\d+) righe su (\d+) sono regolari$"#,
      "by this choice $1 rows of $2 are regular"
    ),
    (
      #"^non è UTF-8 \(dalla riga (\d+)\); letti così, i (\d+) byte non ASCII danno lettere e segni dell'italiano scritto$"#,
      "it is not UTF-8 (from row $1 on); read like this, its $2 bytes beyond ASCII give letters and signs of written Italian"
    ),
    (
      #"^non è UTF-8 \(dalla riga (\d+)\), e i byte non ASCII .*$"#,
      "it is not UTF-8 (from row $1 on), and its bytes beyond ASCII follow each other like letters of another alphabet: this is only the least unlikely"
    ),
    (
      #"^(\d+) caratteri su (\d+) hanno un byte nullo, sempre dalla stessa parte$"#,
      "$1 characters of $2 have a zero byte, always on the same side"
    ),
    (
      #"^(\d+) caratteri sono UTF-8 e (\d+) byte no \(il primo alla riga (\d+)\).*$"#,
      "$1 characters are UTF-8 and $2 bytes are not (the first in row $3): the file joins two encodings, and those bytes are read as windows-1252"
    ),
    (
      #"^(\d+) volte uno spazio sta fra il separatore e le virgolette: .*$"#,
      "$1 times a blank stands between separator and quotes: read without, the fields are regular"
    ),
    (
      #"^(\d+) volte uno spazio sta fra il separatore e le virgolette, .*$"#,
      "$1 times a blank stands between separator and quotes, but the quotes are part of the text"
    ),
    (#"^(\d+) righe su (\d+) hanno (\d+) campi$"#, "$1 rows of $2 have $3 fields"),
    (
      #"^i primi numeri vanno da (\d+) a (\d+), gli ultimi da (\d+) a (\d+): .* \(celle: (\d+)\)$"#,
      "the first numbers go from $1 to $2, the last from $3 to $4: the year is written first, with two digits (cells: $5)"
    ),
    (
      #"^(\d+) date vere, nessuna dopo il giorno 12 (.*), e (\d+) testi, tutti dopo (.*)$"#,
      "$1 true dates, none after day 12 $2, and $3 texts, all of them after it $4"
    ),
    (
      #"^è l'elemento più esterno che si ripete \((\d+) volte\)$"#,
      "it is the outermost element that repeats ($1 times)"
    ),
    (#" e altre (\d+) celle "#, " and $1 other cells "),
  ]

  private static let pieces: [(it: String, en: String)] = [
    // Decisions on the file
    ("moltiplicata per ", "multiplied by "), ("Codifica dei caratteri", "Character encoding"),
    ("Formato", "Format"), ("Separatore", "Separator"), ("Intestazione", "Header"),
    ("Foglio", "Sheet"), ("Colonna ", "Column "),
    ("Righe sopra l'intestazione", "Rows above the header"),
    ("titoli o note, non caricati", "titles or notes, not loaded"),
    ("Colonne senza nome", "Columns without a name"), ("non lette", "not read"),
    ("Righe vuote", "Blank rows"), ("Compresso", "Compressed"),
    ("dentro c'è ", "inside is "), ("Virgolette", "Quotes"),
    ("Spazi fra separatore e virgolette", "Blanks between separator and quotes"),
    ("Carattere di escape", "Escape character"), ("Fine riga", "Line end"),
    ("contate nel file", "counted in the file"),
    ("le virgolette nel testo si raddoppiano", "quotes inside a text are doubled"),
    ("nessuna barra rovesciata davanti alle virgolette", "no backslash before the quotes"),
    (
      "le virgolette nel testo sono precedute da una barra rovesciata",
      "quotes inside a text have a backslash before them"
    ),
    ("dichiarata nel prologo XML", "declared in the XML prologue"),
    (
      ", e uno tagliato a metà dove finisce il file",
      ", and one cut in the middle where the file ends"
    ),
    ("è l'elenco più lungo del documento", "it is the longest list of the document"),
    ("giorni contati dal ", "days counted from "), (" è il ", " is "),
    ("non deciso", "not decided"), ("punto e virgola", "semicolon"), ("tabulazione", "tab"),
    ("barra verticale", "vertical bar"),
    ("riconosciuto dai primi byte", "recognised by its first bytes"),
    ("riconosciuto dall'inizio del testo", "recognised by the beginning of its text"),
    ("dichiarato nel descrittore", "declared in the descriptor"),
    ("vale la consuetudine", "the usual one is taken"),
    ("nessuna virgoletta nel file, ", "no quote in the file, "),
    ("solo caratteri ASCII", "ASCII characters alone"),
    ("BOM UTF-8, e ogni byte è UTF-8 valido", "UTF-8 mark, and every byte is valid UTF-8"),
    (
      " caratteri non ASCII, tutti UTF-8 validi",
      " characters beyond ASCII, all of them valid UTF-8"
    ),
    (" carattere non ASCII, UTF-8 valido", " character beyond ASCII, valid UTF-8"),
    ("il file si apre con il BOM ", "the file opens with the mark of "),
    ("nessun separatore divide le righe in campi", "no separator divides the rows into fields"),
    // Dates and numbers of a column
    ("alcune celle provano il giorno prima (", "some cells prove the day first ("),
    ("), altre il mese prima (", "), others the month first ("),
    ("alcune celle hanno la virgola decimale (", "some cells have a decimal comma ("),
    ("), altre il punto (", "), others a dot ("),
    ("come la colonna ", "like the column "), (", che lo prova: ", ", which proves it: "),
    ("italiani (", "Italian ("), ("internazionali (", "international ("),
    ("solo cifre", "digits alone"), ("gg/mm/aaaa", "dd/mm/yyyy"), ("mm/gg/aaaa", "mm/dd/yyyy"),
    ("aaaa-mm-gg", "yyyy-mm-dd"), ("aaaa-gg-mm", "yyyy-dd-mm"), ("aa-mm-gg", "yy-mm-dd"),
    ("mm/aaaa", "mm/yyyy"),
    ("nessuna data che dipenda dall'ordine", "no date that depends on the order"),
    (" e un'altra cella ", " and another cell "),
    ("si leggono in entrambi i modi e nessuna cella decide", "read both ways and no cell decides"),
    ("si legge in entrambi i modi e nessuna cella decide", "reads both ways and no cell decides"),
    (" si legge in un modo solo", " reads one way only"),
    (", o l'altro è dopo la consegna", ", or the other is after the delivery"),
    ("celle come questa: ", "cells like it: "),
    (", senza punti né virgole", ", without dots or commas"),
    (
      "valgono numeri diversi secondo la convenzione, e nessuna cella decide",
      "stand for different numbers by one convention or the other, and no cell decides"
    ),
    (
      "vale numeri diversi secondo la convenzione, e nessuna cella decide",
      "stands for different numbers by one convention or the other, and no cell decides"
    ),
    (
      "valgono numeri diversi secondo la convenzione, e gli altri importi hanno al più due decimali",
      "stand for different numbers by one convention or the other, and the other amounts have two decimals at most"
    ),
    (
      "vale numeri diversi secondo la convenzione, e gli altri importi hanno al più due decimali",
      "stands for different numbers by one convention or the other, and the other amounts have two decimals at most"
    ),
    ("serve un mese come ", "a month is wanted, such as "),
    ("nella stessa colonna ci sono ", "in the same column are "), ("» e «", "» and «"),
    (
      "i decimali sono tutti sotto 60, come i minuti (",
      "the decimals are all below 60, like minutes ("
    ),
    ("più di due decimali", "more than two decimals"),
    ("è una percentuale", "it is a percentage"),
    // Objects that are no JSON
    ("carattere ", "character "), ("qui serve ", "wanted here: "),
    ("la fine della riga", "the end of the line"),
    ("la fine dell'oggetto", "the end of the object"),
    (": fra un oggetto e l'altro non vanno virgole, oppure tutto va fra [ ]", ""),
    ("la fine della stringa (gli a capo si scrivono \\n)", "the end of the string"),
    ("il nome di un campo fra virgolette doppie (\")", "the name of a field in double quotes"),
    ("il nome di un campo fra virgolette", "the name of a field in quotes"),
    ("un altro campo: dopo l'ultimo non va la virgola", "another field: no comma after the last"),
    (
      "un valore: un testo fra virgolette doppie, un numero, true, false o null (NaN e simili non sono"
        + " JSON: un dato che manca si scrive null)",
      "a value: a text in double quotes, a number, true, false or null"
    ),
    ("un valore (", "a value ("), ("una cifra esadecimale", "a hexadecimal digit"),
    ("una cifra", "a digit"),
    (
      "uno dei caratteri \"\\/bfnrtu dopo la barra rovesciata",
      "one of \"\\/bfnrtu after the backslash"
    ),
    ("la riga finisce a metà dell'oggetto", "the line ends inside the object"),
    // Findings
    ("la consegna non c'è", "the delivery is not there"),
    ("forse ", "perhaps "), ("riga precedente: ", "earlier row: "),
    ("; identica", "; the same"), ("; diverse: ", "; different: "),
    (" celle invece di ", " cells instead of "), (" caratteri", " characters"),
    (" carattere", " character"), (", oggi ", ", today "), ("scritto ", "written "),
    (", letto ", ", read "),
    ("a meno che non sia il codice ISTAT di ", "unless it is the ISTAT code of "),
    ("qualificato dal ", "qualified since "), (" decesso, ", " death, "),
    ("qualifica sospesa o decaduta", "qualification suspended or lapsed"),
    ("nessuna candidatura accolta", "no application accepted"), ("finanziamento ", "funding "),
    ("quadra con le righe sopra", "it is the sum of the rows above"),
    ("dichiarato ", "stated "), ("somma delle righe ", "sum of the rows "),
    ("somma delle quote ", "sum of the shares "),
    ("arrivato anche come ", "it came as well as "), ("letto come ", "read as "),
    ("nella prima parte del file: ", "in the first part of the file: "),
    (" byte, il primo in questa riga", " bytes, the first in this row"),
    ("righe senza: ", "rows without it: "), ("celle riempite: ", "cells filled: "),
    ("celle vuote: ", "blank cells: "),
    (" celle: ", " cells: "), (" cella: ", " cell: "), (" (nascosto)", " (hidden)"),
    ("per il campo ", "of the field "), (", rispetto a ", ", by comparison with "),
    (" su ", " of "),
    ("colonna ", "column "),
    (": nessuna consegna è di quel periodo", ": no delivery is of that period"),
    ("dalla riga ", "from row "), ("righe: ", "rows: "), ("colonne: ", "columns: "),
    (", riga ", ", row "), (" righe", " rows"), (" riga", " row"),
  ]
}

extension String {
  /// Whether these very bytes stand in it; many times cheaper than asking of letters.
  fileprivate func holds(_ piece: String) -> Bool {
    withCString { text in piece.withCString { strstr(text, $0) != nil } }
  }
}
