import Testing

@testable import Ingest

@Suite struct MergedHeaderTests {
  /// Whether the merged cells of a sheet were asked for, to find a header.
  private static func asks(_ text: String, expected: [String]) throws -> Bool {
    let batch = RawBatch()
    _ = try CSVReader(.memory(Array(text.utf8))).next(into: batch)
    var isAsked = false
    let header = HeaderText.locate(in: batch) {
      isAsked = true
      return []
    } _: {
      HeaderLocator.locate(in: batch, expected: expected, mergedRanges: $0)
    }
    #expect(header?.headers == expected)
    return isAsked
  }

  @Test func mergedCellsAreLookedForWhereTheyMayChangeTheHeader() throws {
    #expect(try !Self.asks("Comune;Esito\nLocri;evasa\nBova;\n", expected: ["Comune", "Esito"]))
    // Below a title, or with a blank that something may cover.
    #expect(try Self.asks("Elenco;\nComune;Esito\nLocri;x\n", expected: ["Comune", "Esito"]))
    #expect(try Self.asks("Comune;Esito;\nLocri;x;y\n", expected: ["Comune", "Esito", ""]))
  }
}
