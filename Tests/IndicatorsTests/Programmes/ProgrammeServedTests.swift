import Testing

@testable import Indicators

/// People reached by a programme, as the deliveries that name it tell.
@Suite struct ProgrammeServedTests {
  @Test func fewPersonsAreWithheldAndTheRestIsRounded() throws {
    let served = Programme.Served.protected(
      [("B", 412, 93), ("C", 50, 4), ("D", 5, 5)], threshold: 5)
    #expect(served["B"] == .some(.init(deliveries: 410, persons: 95)))
    #expect(served["C"] == .some(nil))
    #expect(served["D"] == .some(.init(deliveries: 5, persons: 5)))
    #expect(served["A"] == nil)
  }
}
