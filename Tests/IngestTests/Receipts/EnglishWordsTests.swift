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
