import Testing
import Warehouse

@testable import Indicators

@Suite struct CellTableTests {
  /// Cells with cases, and totals that have none, in one order.
  @Test func aPeriodHasTheCellsWithCasesAndItsTotals() {
    let asOf = Day(year: 2026, month: 6, day: 30)!
    let frame = Frame(
      comuni: [], ats: [], services: [], areas: [], channels: [], asOf: asOf, years: 3)
    let counting = Counting(
      .proximityAccess, when: .day(.accessedOn), by: [Counting.Breakdown("esito", .outcome)],
      measure: .count)
    let tally = FactTally(counting: counting, frame: frame, asOf: asOf)
    tally.add(
      FactSlice(
        ["richiesta", "nessuno", "richiesta"].map {
          [.accessedOn: "2025-02-03", .outcome: $0]
        }, reading: counting.fields), observedUntil: asOf)
    let table = CellTable(tally.tallies, counting: counting, frame: frame)
    func codes(_ year: Int) -> [String] {
      table.keys(in: .year(year)).filter { $0.unit == 0 }.map { "\($0.dimension) \($0.code)" }
    }
    #expect(codes(2025) == ["0 totale", "1 nessuno", "1 richiesta"])
    #expect(codes(2024) == ["0 totale"], "nobody came")
  }
}
