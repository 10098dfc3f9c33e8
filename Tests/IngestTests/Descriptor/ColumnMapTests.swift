import Foundation
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

  /// Opened in the spreadsheet of an Italian office and saved again: semicolons, days its own way.
  @Test func aTableSavedByASpreadsheetIsTheSame() throws {
    let map = try map(
      """
      # Bozza;;
      campo;01/01/2026;nota
      id_richiesta;Codice;
      comune;"Comune; residenza";
      canale;Canale, primo contatto;
      ;;

      """)
    #expect(
      map.headers(on: Day(iso: "2026-06-30")!) == [
        "id_richiesta": "Codice", "comune": "Comune; residenza",
        "canale": "Canale, primo contatto",
      ])
    let error = #expect(throws: DescriptorError.self) {
      try self.map("campo;01/01/2026\ncomune;Comune; residenza\n")
    }
    #expect(error?.line == 2)
    #expect(error?.message.contains("un testo che contiene «;» va fra virgolette") == true)
  }

  @Test func aHeaderInThePlaceOfAFieldIsToldFromASlip() throws {
    func complaint(_ field: String) throws -> String {
      try #require(throws: DescriptorError.self) {
        try map("campo,2026-01-01\n\(field),Codice\n")
      }.message
    }
    #expect(try complaint("Comune di residenza").contains("serve il nome del campo"))
    let slip = try complaint("comun")
    #expect(slip.contains("forse «comune»?") && !slip.contains("serve"))
  }

  @Test func aTableInAnotherEncodingSaysHowToSaveIt() throws {
    let file = folder.path + "/columns.csv"
    try folder.write("", to: "columns.csv")
    try Data("campo,2026-01-01\ncanale,Modalit".utf8 + [0xE0, 0x0A]).write(
      to: URL(fileURLWithPath: file))
    let error = #expect(throws: DescriptorError.self) {
      try ColumnMap(file: file, contract: .richieste)
    }
    #expect(error?.message.contains("«CSV UTF-8»") == true)
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
