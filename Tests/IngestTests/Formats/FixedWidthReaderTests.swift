import Ingest
import Testing

@Suite struct FixedWidthReaderTests {
  static let layout = FixedLayout(columns: [
    .init(name: "comune", places: 4...14), .init(name: "id", places: 1...3),
    .init(name: "anno", places: 15...18),
  ])

  @Test(arguments: tinyWindows)
  func placesCountCharacters(window: Int) throws {
    let text = "001Melicuccà  2026\r\n\n  2 Platì     \r003Bova       2025xx altro\n004"
    let reader = try FixedWidthReader(
      .memory(Array(text.utf8)), layout: Self.layout, windowSize: window)
    #expect(reader.columnNames == ["id", "comune", "anno"])
    #expect(
      try readRows(reader) == [
        ReadRow(1, ["001", "Melicuccà", "2026"]), ReadRow(3, ["2", "Platì", ""]),
        ReadRow(4, ["003", "Bova", "2025"]), ReadRow(5, ["004", "", ""]),
      ])
    #expect(reader.blankRowCount == 1)
  }

  @Test func otherEncodingsAndOverlappingPlaces() throws {
    let layout = FixedLayout(columns: [
      .init(name: "data", places: 1...8), .init(name: "anno", places: 5...8),
      .init(name: "nome", places: 9...13),
    ])
    let bytes = encoded("31122025città\r\n", .ibm850)
    let table = try TableFile.open(
      .memory(bytes), options: TableOptions(kind: .fixedWidth, encoding: .ibm850, layout: layout))
    #expect(try readRows(table.reader) == [ReadRow(1, ["31122025", "2025", "città"])])
  }

  @Test func withoutALayoutItSaysWhatIsMissing() {
    let error = #expect(throws: UnreadableFile.self) {
      try TableFile.open(.memory(Array("abc\n".utf8)), options: TableOptions(kind: .fixedWidth))
    }
    #expect(error?.code == "tracciato-mancante")
  }

  @Test func placesAsWritten() {
    #expect(FixedLayout.places("11-20") == 11...20)
    #expect(FixedLayout.places("5") == 5...5)
    for wrong in ["", "0-3", "7-2", "a-b", "1-", "-1", "1-2-3"] {
      #expect(FixedLayout.places(wrong) == nil, "\(wrong)")
    }
  }
}
