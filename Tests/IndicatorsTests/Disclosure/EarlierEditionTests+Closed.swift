import Testing

@testable import Indicators

/// What is withheld today was shown in the edition before, or the other way round.
extension EarlierEditionTests {
  /// Nobody asked in the first comune, then one did: the province and what is shown of the others would say
  /// that there are at most two among those withheld.
  @Test func whatIsWithheldTodayIsNotToldByWhatItWas() throws {
    let comuni = comuni(4)
    func after(_ then: [Int?], _ now: [Int?]) throws -> [Observation] {
      try reconciled(edition(then, of: comuni), edition(now, of: comuni), comuni)
    }
    let grown = try after([120, 0, 30, 40, 50], [135, 1, 31, 47, 56])
    #expect(grown.map(\.numerator) == [135, 0, 30, 47, 56], "nothing is withheld: as ever")
    let closed = try after([120, 0, 30, 40, 50], [135, nil, nil, 47, 56])
    #expect(closed.map(\.numerator) == [135, nil, nil, 47, 50])
    #expect(closed[4].status == .provisional)
    // Enough of them to be told, or none at all.
    for whole in [141, 133] {
      let many = try after([120, 0, 30, 40, 50], [whole, nil, nil, 47, 56])
      #expect(many.map(\.numerator) == [Double(whole), nil, nil, 47, 56])
    }
  }

  /// Six who asked kept company by one comune in the first edition and by another in the second.
  @Test func theCompanyMayNotChangeWhileNobodyMoves() throws {
    let comuni = comuni(4)
    let then = edition([120, nil, nil, 40, 50], of: comuni)
    let now = edition([130, nil, 26, nil, 60], of: comuni)
    // The first is 120 - 40 - 50 less the second's 26: four.
    let shown = try reconciled(then, now, comuni)
    #expect(shown.map(\.numerator) == [130, nil, nil, nil, 60])
  }
}
