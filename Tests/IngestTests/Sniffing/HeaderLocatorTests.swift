import Ingest
import Testing

private func located(
  _ text: String, expected: [String], firstRow: Int? = nil, depth: Int = 1,
  merged: [CellRange] = []
) throws -> LocatedHeader? {
  let batch = RawBatch()
  _ = try CSVReader(.memory(Array(text.utf8))).next(into: batch)
  return HeaderLocator.locate(
    in: batch, expected: expected, firstRow: firstRow, depth: depth, mergedRanges: merged)
}

@Suite struct HeaderLocatorTests {
  let expected = ["Comune", "Data richiesta", "Servizio", "Esito"]

  @Test func headerUnderATitleAndBlankRows() throws {
    let text =
      "Elenco richieste;;;\n;;;\n;;;\n comune ;DATA\u{A0}RICHIESTA;\"Ser-\nvizio\";Esito\na;b;c;d\n"
    let header = try located(text, expected: expected + ["Serv"])
    #expect(header?.headers == ["comune", "DATA RICHIESTA", "Ser- vizio", "Esito"])
    #expect(header?.firstRow == 1)
    #expect(header?.lastRow == 1)
    #expect(header?.line == 4)
  }

  @Test func aQuarterOfTheNamesIsNotEnoughUnlessTheyAreTheWholeRow() throws {
    #expect(try located("Comune;x;y;z\n1;2;3;4\n", expected: expected) == nil)
    #expect(try located("Comune\nLocri\n", expected: expected) == nil)
    #expect(try located("Comune;Esito\nLocri;evasa\n", expected: expected)?.headers.count == 2)
  }

  @Test func theBestRowWinsAndOfEqualsTheFirst() throws {
    let better = "Comune;Data richiesta;Servizio;x\nComune;Data richiesta;Servizio;Esito\n"
    #expect(try located(better, expected: expected)?.line == 2)
    let equal = "Comune;Servizio;Esito\n1;2;3\nComune;Servizio;Esito\n"
    #expect(try located(equal, expected: expected)?.line == 1)
  }

  @Test func declaredRowIsTakenAsItIs() throws {
    let header = try located("titolo\nA;B\n1;2\n", expected: expected, firstRow: 2)
    #expect(header?.headers == ["A", "B"])
    #expect(try located("A;B\n", expected: expected, firstRow: 7) == nil)
  }

  /// Somebody pasted a text into the row of the names: it is cut, and the others are names all the same.
  @Test func aTextIsNoName() throws {
    let text = String(repeating: "parole ", count: 30_000)
    let header = try located(
      "Comune;Esito;\(text)\nLocri;evasa;x\n", expected: expected, firstRow: 1)
    #expect(header?.headers.prefix(2) == ["Comune", "Esito"])
    #expect(
      header.map { $0.headers[2].utf8.count <= 10_000 && $0.headers[2].hasPrefix("parole") } == true
    )
  }

  /// Domain.md D09: «Anno 2024» over «M/F».
  @Test func stackedRowsWithMergedCells() throws {
    let text = "Comune;Anno 2024;;Anno 2025;\n;M;F;M;F\nLocri;1;2;3;4\n"
    let names = ["Comune", "Anno 2024 / M", "Anno 2024 / F", "Anno 2025 / M", "Anno 2025 / F"]
    // From a CSV the merges are lost: the upper names reach over the blanks.
    #expect(try located(text, expected: names)?.headers == names)
    let merged = ["A1:A2", "B1:C1", "D1:E1"].compactMap { CellRange($0) }
    let header = try located(text, expected: names, depth: 2, merged: merged)
    #expect(header?.headers == names)
    #expect(header?.lastRow == 1)
  }

  /// An upper row may have no word of the names: it is part of the header where the source says two rows.
  @Test func anUpperRowNeedNotSayAnyName() throws {
    let text = "Persona;;Ufficio;\nComune;Data richiesta;Servizio;Esito\nLocri;1;2;3\n"
    let header = try located(text, expected: expected, depth: 2)
    #expect(header?.line == 1 && header?.lastRow == 1)
    #expect(
      header?.headers == [
        "Persona / Comune", "Persona / Data richiesta", "Ufficio / Servizio", "Ufficio / Esito",
      ])
  }

  @Test func mergedCellsReachPastTheLastFilledCell() throws {
    let header = try located(
      "Comune;Anno\nLocri;1;2\n", expected: ["Comune", "Anno", "Anno (2)"],
      merged: [CellRange("B1:C1")!])
    #expect(header?.headers == ["Comune", "Anno", "Anno (2)"])
  }

  /// Domain.md D13: the header of a real export names two columns twice.
  @Test func repeatedNamesAreNumbered() throws {
    let header = try located(
      "COD CATASTALE;COD ISTAT;COD CATASTALE;cod istat;\n",
      expected: ["COD CATASTALE", "COD ISTAT"])
    #expect(
      header?.headers == ["COD CATASTALE", "COD ISTAT", "COD CATASTALE (2)", "cod istat (2)", ""])
  }
}
