import Testing

@testable import Ingest

/// What is decided or masked in Italian is told in English to who reads English.
@Suite struct EnglishWordsTests {
  @Test(arguments: [
    ("16 caratteri: LLLLLL99L99L999L", "16 characters: LLLLLL99L99L999L"),
    ("1 carattere: L", "1 character: L"), ("kiosk", "kiosk"), ("", "(empty)"),
  ]) func aMaskedCellIsTold(cell: String, english: String) {
    #expect(FindingWords.cell(cell, .en) == english)
    #expect(FindingWords.cell(cell, .it) == (cell.isEmpty ? "(vuota)" : cell))
  }

  @Test(arguments: [
    ("quadra con le righe sopra: Ore 7,5", "it is the sum of the rows above: Ore 7,5"),
    ("Ore: dichiarato 8, somma delle righe 7,5", "Ore: stated 8, sum of the rows 7,5"),
    (
      "«GENNAIO» dalla riga 1, «FEBBRAIO» dalla riga 7",
      "«GENNAIO» from row 1, «FEBBRAIO» from row 7"
    ),
    ("riga precedente: 2; identica", "earlier row: 2; the same"), ("da 1 a 5", "from 1 to 5"),
    ("riga 4", "row 4"),
  ]) func aDetailIsTold(italian: String, english: String) {
    #expect(FindingWords.detail(italian, .en) == english)
    #expect(FindingWords.detail(italian, .it) == italian)
  }

  /// One letter beyond ASCII is one, in both languages.
  @Test(arguments: [
    ("perché", "1 carattere non ASCII, UTF-8 valido", "1 character beyond ASCII, valid UTF-8"),
    (
      "perché è", "2 caratteri non ASCII, tutti UTF-8 validi",
      "2 characters beyond ASCII, all of them valid UTF-8"
    ),
  ]) func lettersAreCounted(text: String, italian: String, english: String) throws {
    var census = ByteCensus()
    Array(text.utf8).withUnsafeBufferPointer { census.add($0) }
    census.finish()
    let decision = try EncodingDecision.decide(census, mark: nil)
    #expect(decision.evidence == italian)
    let item = Decisions.Item("Codifica dei caratteri", "UTF-8", decision.evidence, 0.99)
    let words = DecisionWords(item, .en)
    #expect(words.because == english && words.certainty == "99%")
  }
}
