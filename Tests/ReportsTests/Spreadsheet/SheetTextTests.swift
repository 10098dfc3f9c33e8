import Testing

@testable import Spreadsheet

@Suite struct SheetTextTests {
  @Test func longTextsAreCutWhereAReaderSeesIt() {
    let text = CellText.storable(String(repeating: "à", count: 40_000))
    #expect(text.utf16.count == CellText.limit)
    #expect(text.hasSuffix(" […]"))
    let fits = String(repeating: "à", count: CellText.limit)
    #expect(CellText.storable(fits) == fits)
  }

  @Test func whatXMLCannotHoldIsRemoved() {
    #expect(CellText.storable("a\u{0}b\u{FFFE}c") == "abc")
    #expect(CellText.storable("riga\nnuova") == "riga\nnuova")
  }

  @Test func hexSequencesStayLiteral() {
    #expect(CellText.storable("_x0041_") == "_x005F_x0041_")
    #expect(CellText.storable("a_x00zz_b_x") == "a_x00zz_b_x")
  }

  @Test(arguments: [
    ("Tempi: primo/secondo", "Tempi  primo secondo"),
    ("'citato'", "citato"), ("", "Foglio"), ("History", "History 1"),
    ("Copertura dei bisogni espressi per comune", "Copertura dei bisogni espressi"),
  ])
  func sheetNamesAreMadeValid(wanted: String, expected: String) {
    #expect(SheetName.valid(wanted) == expected)
  }

  @Test func sheetNamesAreUniqueWithoutCase() {
    #expect(SheetName.valid("dati", notIn: ["Dati"]) == "dati (2)")
    let long = String(repeating: "n", count: 31)
    #expect(SheetName.valid(long, notIn: [long]).count == 31)
    #expect(SheetName.valid("dati", notIn: ["Dati", "dati (2)"]) == "dati (3)")
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func columnLetters(index: Int, letters: String) {
    #expect(CellReference.column(index) == letters)
  }

  @Test func referencesQuoteTheSheet() {
    let range = CellRange(rows: 1...12, columns: 0...1)
    #expect(CellReference.absolute(sheet: "L'attesa", range) == "'L''attesa'!$A$2:$B$13")
  }

  /// A text a little longer than its column is wide, counted in digits, still stands on one line.
  @Test func aTextThatFitsHasOneLine() {
    let line = RowHeight.points(for: [("Valore", 36)])
    let service = "Interventi per favorire la domiciliarità"
    #expect(RowHeight.points(for: [(service, 36)]) == line)
    #expect(RowHeight.points(for: [(service + ", e altro", 36)]) == 2 * line)
    #expect(RowHeight.points(for: [(service + "\n" + service, 36)]) == 2 * line)
  }

  /// A header breaks between words: three lines of a word or two, not the two its letters would fill.
  @Test func headersHaveRoomForTheirWords() {
    let line = RowHeight.points(ofHeaders: [("Valore", 14)])
    let marked = ("Tutto il territorio – segno", 16.0)
    #expect(RowHeight.points(ofHeaders: [("Valore", 14), marked]) == 3 * line)
    #expect(RowHeight.points(ofHeaders: [("precipitevolissimevolmente", 14)]) == 3 * line)
    // Bold letters of the font that stands in for a missing one are a fifth wider.
    #expect(RowHeight.points(ofHeaders: [("Tre quarti non superano", 14)]) == 3 * line)
  }

  @Test func footersKeepThePageNumber() {
    let print = PrintSetup(
      footerLeft: String(repeating: "&", count: 300), pageWords: ("Pagina", "di"))
    #expect(print.footer.utf16.count <= 255)
    #expect(print.footer.hasSuffix("&R&8Pagina &P di &N"))
  }
}
