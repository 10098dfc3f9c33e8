import Testing
import Warehouse

@testable import Indicators

/// The rows of a delivery do not tell a count that the tables withhold.
@Suite struct RowsOfDeliveryTests {
  private func rows(_ dataset: String, read: Int, refused: Int) throws -> [Int] {
    let store = try Store()
    try store.write { access in
      let source = Source(
        publisher: "comune", dataset: dataset, title: "Prova", licence: "CC BY 4.0",
        policy: .cumulative, isSynthetic: true)
      let id = try access.save(source)
      var snapshot = Snapshot(
        delivery: "2026-06-30.csv", receivedOn: RandomWarehouse.asOf,
        sha256: String(repeating: "2", count: 64), bytes: 1,
        descriptor: String(repeating: "3", count: 64))
      let table = try #require(FactTable.allCases.first { $0.dataset == dataset }).name
      let opened = try access.open(snapshot, source: id, table: table)
      (snapshot.rowsRead, snapshot.rowsKept, snapshot.rowsRefused) = (read, read - refused, refused)
      try access.close(snapshot, id: opened, source: id, policy: .cumulative)
    }
    let rows = RowsOfDelivery(try #require(try store.deliveries().first))
    return [rows.read, rows.kept, rows.refused]
  }

  /// Six requests of a comune are five or so; what is wrong in them is told as it is.
  @Test(arguments: [
    (6, 0, [5, 5, 0]), (8, 1, [10, 9, 1]), (1, 0, [5, 5, 0]), (7, 7, [7, 0, 7]), (0, 0, [0, 0, 0]),
  ])
  func ofPersonsAreRounded(_ read: Int, _ refused: Int, _ told: [Int]) throws {
    #expect(try rows("richieste", read: read, refused: refused) == told)
  }

  @Test func ofOrganisationsAreExact() throws {
    #expect(try rows("enti", read: 6, refused: 1) == [6, 5, 1])
  }
}
