import Testing
import Warehouse

@testable import Ingest

/// Totals whose word is not in the first cell of their row.
@Suite struct TotalsInsideRowsTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private func load(_ rows: [String]) throws -> DirtBench.Outcome {
    try bench.load(
      (["anno;comune;area_utenza;spesa_lorda;fonte"] + rows).joined(separator: "\n") + "\n",
      as: "spesa_sociale")
  }

  private static let rows = ["2024;Locri;ANZ;100,00;bilancio", "2024;Locri;FAM;200,00;bilancio"]

  @Test(arguments: [
    "Totale", "Totale (A+B)", "Tot. complessivo", "Spesa totale", "Complesso", "Sub totale anziani",
    "T O T A L E",
  ])
  func aRowThatAddsUpTheOthersIsLeftOut(word: String) throws {
    let outcome = try load(Self.rows + ["2024;Locri;\(word);300,00;bilancio"])
    #expect(outcome.lines("riga-totale") == [4])
    #expect(outcome.cells("riga-totale") == [word])
    #expect(outcome.snapshot.rowsKept == 2)
    #expect(outcome.snapshot.rowsRefused == 0)
  }

  /// In a column of texts too, where nothing else would have told.
  @Test func inAColumnOfTexts() throws {
    let outcome = try bench.load(
      """
      ente;mese;attivita;volontari;ore
      99990009997;2026-03;trasporto;4;100
      99990009997;2026-03;mensa;5;120
      99990009997;2026-03;Totale;9;220

      """, as: "volontari")
    #expect(outcome.lines("riga-totale") == [4])
    #expect(outcome.snapshot.rowsKept == 2)
  }

  /// What does not add up is no total by that word alone.
  @Test func aWordAloneIsNoTotal() throws {
    let outcome = try load(Self.rows + ["2024;Locri;Spesa totale;301,00;bilancio"])
    #expect(outcome.lines("riga-totale").isEmpty)
    #expect(outcome.snapshot.rowsKept == 3)
  }

  /// The year beside a total is no sum.
  @Test func yearsAreNotAddedUp() throws {
    let rows = ["Locri;2024;ANZ;100,00;bilancio", "Locri;2024;FAM;200,00;bilancio"]
    let outcome = try bench.load(
      (["comune;anno;area_utenza;spesa_lorda;fonte"] + rows + ["Totale;2025;;300,00;"])
        .joined(separator: "\n") + "\n", as: "spesa_sociale")
    #expect(outcome.lines("riga-totale") == [4])
    #expect(outcome.lines("totale-non-quadra").isEmpty)
  }
}
