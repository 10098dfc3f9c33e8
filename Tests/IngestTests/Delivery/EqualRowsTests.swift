import Testing
import Warehouse

@testable import Ingest

/// Where rows have no identifier a table pasted twice doubles every number, and nothing else would tell.
@Suite struct EqualRowsTests {
  private static let table = """
    comune;anno;eta;sesso;residenti
    Locri;2025;0-4;M;210
    Locri;2025;0-4;F;198

    """

  @Test func aTablePastedTwiceIsTold() throws {
    let rows = Self.table.split(separator: "\n").dropFirst().joined(separator: "\n")
    let looked = try LookedFile(Self.table + rows + "\n", dataset: "popolazione")
    #expect(looked.examination.snapshot.rowsKept == 4)
    #expect(looked.findings(.equalRows).map(\.detail) == ["righe: 2; riga 4; riga precedente: 2"])
  }

  /// One cell is enough, also of a column that nobody reads; so is another place for the same cells.
  @Test func otherRowsAreNotEqual() throws {
    #expect(try LookedFile(Self.table, dataset: "popolazione").findings(.equalRows).isEmpty)
    let noted =
      "comune;anno;eta;sesso;residenti;nota;prova\n"
      + "Locri;2025;0-4;M;210;x;\nLocri;2025;0-4;M;210;;x\nLocri;2025;0-4;M;210;y;\n"
    #expect(try LookedFile(noted, dataset: "popolazione").findings(.equalRows).isEmpty)
  }

  /// Rows with an identifier say by it which are the same.
  @Test func anIdentifierSaysMore() throws {
    let row = "1;Locri;13/03/2026;sportello;C1\n"
    let looked = try LookedFile("id_richiesta;comune;data_richiesta;canale;servizio\n" + row + row)
    #expect(looked.findings(.equalRows).isEmpty)
    #expect(looked.examination.snapshot.rowsKept == 2)
  }
}
