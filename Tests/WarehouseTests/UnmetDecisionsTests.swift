import Testing

@testable import Warehouse

/// Decisions about nothing are looked for again only where the answer may be another.
@Suite struct UnmetDecisionsTests {
  let store: Store
  init() throws { store = try Store() }

  private func deliver(_ id: String, month: Int) throws {
    let day = Day(year: 2026, month: month, day: 28)!
    try store.deliver(
      [DeliveredRequest(id, line: 2)], as: "\(day).csv", on: day,
      from: .ofRequests("comune", .incremental))
    try store.settle()
  }

  @Test func theyAreLookedForWhenDecisionsOrFactsChange() throws {
    var searches = 0
    func told(_ decision: String) throws -> [String] {
      let place = RequestPlace(source: "comune/richieste", id: decision)
      return try store.unmetDecisions(of: [decision]) {
        searches += 1
        return try store.requestsUnmet([place]).map { "«\($0.id)»\nnon c'è" }
      }
    }
    try deliver("A", month: 1)
    #expect(try told("B") == ["«B»\nnon c'è"])
    #expect(try told("B") == ["«B»\nnon c'è"])
    #expect(searches == 1)
    #expect(try told("A") == [])
    #expect(try told("A") == [])
    #expect(searches == 2, "nothing to tell is an answer too")
    #expect(try told("B") == ["«B»\nnon c'è"])
    try deliver("B", month: 2)
    #expect(try told("B") == [])
    #expect(searches == 4)
    // Whoever is let go of is in no row any more.
    _ = try store.write { try $0.letGo("casi", before: Day(year: 2020, month: 1, day: 1)!) }
    #expect(try told("B") == [])
    #expect(searches == 5)
  }
}
