import Foundation

/// A whole-file decision in a reader's language. What is decided on a file is said in Italian where it
/// is decided; here are the English words, and a sentence that has none stays as it is.
struct DecisionWords {
  let label: String
  let value: String
  let because: String
  let certainty: String

  init(_ decision: Decisions.Item, _ language: ReceiptLanguage) {
    guard language == .en else {
      (label, value, because) = (decision.label, decision.value, decision.because)
      certainty = decision.certainty
      return
    }
    label = DecisionWords.english(decision.label)
    // A sheet keeps its name: only what Tavolo says of the file is put into English.
    value =
      decision.label == "Foglio" ? decision.value : DecisionWords.english(decision.value)
    because = DecisionWords.english(decision.because)
    certainty = decision.certainty.replacing(#/\s%/#, with: "%")
  }

  /// Italian pieces and their English.
  private static let pieces: [(it: String, en: String)] = [
    ("moltiplicata per ", "multiplied by "), ("Codifica dei caratteri", "Character encoding"),
    ("Formato", "Format"),
    ("Separatore", "Separator"), ("Intestazione", "Header"), ("Foglio", "Sheet"),
    ("Colonna ", "Column "), ("Righe sopra l'intestazione", "Rows above the header"),
    ("titoli o note, non caricati", "titles or notes, not loaded"),
    ("Colonne senza nome", "Columns without a name"), ("non lette", "not read"),
    ("Righe vuote", "Blank rows"), ("saltate", "skipped"), ("Compresso", "Compressed"),
    ("dentro c'è ", "inside is "), ("Virgolette", "Quotes"), ("nessuna", "none"),
    ("Spazi fra separatore e virgolette", "Blanks between separator and quotes"),
    ("ignorati", "ignored"), ("tenuti", "kept"),
    ("Carattere di escape", "Escape character"), ("Fine riga", "Line end"),
    ("contate nel file", "counted in the file"), ("misti", "mixed"), ("spazio", "space"),
    ("le virgolette nel testo si raddoppiano", "quotes inside a text are doubled"),
    (
      "nessuna barra rovesciata davanti alle virgolette", "no backslash before the quotes"
    ),
    (
      "le virgolette nel testo sono precedute da una barra rovesciata",
      "quotes inside a text have a backslash before them"
    ),
    ("dichiarata nel prologo XML", "declared in the XML prologue"),
    ("alcune celle provano il giorno prima (", "some cells prove the day first ("),
    ("), altre il mese prima (", "), others the month first ("),
    ("alcune celle hanno la virgola decimale (", "some cells have a decimal comma ("),
    ("), altre il punto (", "), others a dot ("),
    ("giorni contati dal ", "days counted from "), ("» è il ", "» is "),
    ("non deciso", "not decided"), ("come la colonna ", "like the column "),
    (", che lo prova: ", ", which proves it: "), ("punto e virgola", "semicolon"),
    ("virgola", "comma"),
    ("tabulazione", "tab"), ("barra verticale", "vertical bar"),
    ("italiani (", "Italian ("), ("internazionali (", "international ("),
    ("solo cifre", "digits alone"), ("gg/mm/aaaa", "dd/mm/yyyy"), ("mm/gg/aaaa", "mm/dd/yyyy"),
    ("aaaa-mm-gg", "yyyy-mm-dd"), ("aaaa-gg-mm", "yyyy-dd-mm"),
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
    ("nessuna data che dipenda dall'ordine", "no date that depends on the order"),
    ("si leggono in entrambi i modi e nessuna cella decide", "read both ways and no cell decides"),
    (" si legge in un modo solo", " reads one way only"),
    (", o l'altro è dopo la consegna", ", or the other is after the delivery"),
    (" (celle come questa: ", " (cells like this: "),
    (", senza punti né virgole", ", without dots or commas"),
    (
      "valgono numeri diversi secondo la convenzione, e nessuna cella decide",
      "stand for different numbers by one convention or the other, and no cell decides"
    ),
  ]

  private static let longestFirst = pieces.sorted { $0.it.count > $1.it.count }

  private static func english(_ text: String) -> String {
    var text = text
    for (it, en) in longestFirst { text = text.replacingOccurrences(of: it, with: en) }
    for (pattern, en) in [
      (#"^riga (\d+)$"#, "row $1"), (#"^(\d+) colonne$"#, "$1 columns"), (#"^di (\d+)$"#, "of $1"),
      (
        #"^con questa scelta (\d+) righe su (\d+) sono regolari$"#,
        "by this choice $1 rows of $2 are regular"
      ),
      (
        #"^non è UTF-8 \(dalla riga (\d+)\); letti così, i (\d+) byte non ASCII danno lettere e segni dell'italiano scritto$"#,
        "it is not UTF-8 (from row $1 on); read like this, its $2 bytes beyond ASCII give letters and signs of written Italian"
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
    ] { text = text.replacingOccurrences(of: pattern, with: en, options: .regularExpression) }
    return text
  }
}
