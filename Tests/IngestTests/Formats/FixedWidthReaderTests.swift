import Testing

@testable import Ingest

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

  private static func lines(_ bytes: [UInt8]) throws -> (rows: [[String]], broken: [Int32: String])
  {
    let reader = try FixedWidthReader(.memory(bytes), layout: layout)
    let batch = RawBatch()
    guard try reader.next(into: batch) else { return ([], [:]) }
    return (
      batch.rows.indices.map { row in (0..<3).map { batch.text(row: row, column: $0) } },
      batch.broken.mapValues(\.problem)
    )
  }

  /// A line that lost or won characters has its fields elsewhere.
  @Test func aLineOfAnotherLengthIsBroken() throws {
    let text =
      "001Locri      2026\n002Bova       2025\n003Bovalino   20\n004 Gerace     2026\n"
      + "005Siderno    2026   \n006Melicuccà  2026\n007Ardore     2024\n"
    let broken = try Self.lines(Array(text.utf8)).broken
    #expect(
      broken == [3: "16 caratteri invece di 18", 4: "19 caratteri invece di 18"])
  }

  /// The letters with accents are two bytes: only so are all the lines as long.
  @Test func placesThatCountBytes() throws {
    let text = "001Locri      2026\n002Melicuccà 2025\n003Platì     2024\n004Bova       2025\n"
    let (rows, broken) = try Self.lines(Array(text.utf8))
    #expect(broken.isEmpty)
    #expect(rows.map { $0[2] } == ["2026", "2025", "2024", "2025"])
    #expect(rows.map { $0[1] } == ["Locri", "Melicuccà", "Platì", "Bova"])
  }

  /// A place may fall inside a letter, which then is of the field it ends in.
  @Test func noLetterIsCutInTwo() throws {
    let text = "001Locri      2026\n002Bova      à025\n003Bova       2024\n"
    #expect(try Self.lines(Array(text.utf8)).rows[1] == ["002", "Bova", "à025"])
  }

  @Test func withoutALayoutItSaysWhatIsMissing() {
    let error = #expect(throws: UnreadableFile.self) {
      try TableFile.open(.memory(Array("abc\n".utf8)), options: TableOptions(kind: .fixedWidth))
    }
    #expect(error?.code == "tracciato-mancante")
  }

  /// `2026-03-1` at fixed places has lost a digit.
  @Test func aCutDateIsNone() throws {
    let outcome = try DirtBench().load(
      "001Locri      2026-03-1\n002Bova       2026-03-2\n", named: "2026-06-30.txt",
      settings: """
        "tracciato": {"id_richiesta": "1-3", "comune": "4-14", "data_richiesta": "15-23"}
        """,
      columns: """
        campo,2000-01-01
        id_richiesta,id_richiesta
        comune,comune
        data_richiesta,data_richiesta
        canale,=sportello
        servizio,=C1
        """)
    #expect(outcome.lines("data-non-valida") == [1, 2])
  }

  @Test func placesAsWritten() {
    #expect(FixedLayout.places("11-20") == 11...20)
    #expect(FixedLayout.places("5") == 5...5)
    for wrong in ["", "0-3", "7-2", "a-b", "1-", "-1", "1-2-3"] {
      #expect(FixedLayout.places(wrong) == nil, "\(wrong)")
    }
  }
}
