import TestSupport
import Testing
import Warehouse

@testable import Ingest

@Suite struct ColumnMapTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func map(_ text: String) throws -> ColumnMap {
    try folder.write(text, to: "columns.csv")
    return try ColumnMap(file: folder.path + "/columns.csv", contract: .richieste)
  }

  @Test func aCellThatBeginsWithAnEqualsSignIsWhatEveryRowSays() throws {
    let map = try map(
      """
      campo,2025-01-01,2026-01-01
      id_richiesta,Id,Codice
      comune,=Reggio di Calabria,Comune
      canale,,=sportello

      """)
    let old = Day(iso: "2025-06-30")!
    let new = Day(iso: "2026-06-30")!
    #expect(map.headers(on: old) == ["id_richiesta": "Id"])
    #expect(map.constants(on: old) == ["comune": "Reggio di Calabria"])
    #expect(map.headers(on: new) == ["id_richiesta": "Codice", "comune": "Comune"])
    #expect(map.constants(on: new) == ["canale": "sportello"])
  }

  @Test func anEqualsSignAloneSaysNothing() throws {
    #expect {
      _ = try map("campo,2025-01-01\ncomune,=\n")
    } throws: { error in
      let error = error as? DescriptorError
      return error?.line == 2 && error?.message.contains("=Alessandria") == true
    }
  }

  @Test func withoutAFileThereIsNoMapAndNoConstant() throws {
    #expect(ColumnMap().headers(on: Day(iso: "2026-01-01")!) == nil)
    #expect(ColumnMap().constants(on: Day(iso: "2026-01-01")!).isEmpty)
  }
}
