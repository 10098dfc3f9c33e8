import Testing
import Warehouse

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
    #expect(grown.map(\.numerator) == [135, 0, 30, 47, 50], "by two at most, of the first two")
    let closed = try after([120, 0, 30, 40, 50], [135, nil, nil, 47, 56])
    #expect(closed.map(\.numerator) == [135, nil, nil, 47, 50])
    #expect(closed[4].status == .provisional)
    // Enough of them to be told, or none at all.
    for whole in [141, 133] {
      let many = try after([120, 0, 30, 40, 50], [whole, nil, nil, 47, 56])
      #expect(many.map(\.numerator) == [Double(whole), nil, nil, 47, 56])
    }
  }

  /// What a number says of itself beside is no reason to take it for how things stand.
  @Test func whatIsHeldBackIsKnownWhateverElseItSays() throws {
    let comuni = comuni(4)
    var then = edition([120, 0, 30, 40, 50], of: comuni)
    for place in then.indices { then[place].note = Observation.toldInPart }
    let now = edition([135, 1, 31, 47, 56], of: comuni)
    let shown = try reconciled(then, now, comuni)
    #expect(shown.map(\.isHeldBack) == [false, true, true, false, true])
    #expect(shown[1].isToldInPart)
    let again = try reconciled(shown, now, comuni)
    #expect(again == shown)
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

  /// Two more asked than could be told; how many they are now is the whole of their waits too.
  @Test(arguments: [42, 48]) func whatOneIndicatorKeepsBackNoOtherShows(_ requests: Int) throws {
    func edition(_ requests: Int, wait: Double?) -> [Observation] {
      let count = Double(requests)
      return [
        Observation(
          indicator: "richieste-per-1000", territory: .total, period: .year(2025),
          value: count / 10, numerator: count, denominator: 10_000),
        Observation(
          indicator: "tempo-primo-contatto.mediana", territory: .total, period: .year(2025),
          value: wait, denominator: wait == nil ? nil : count,
          status: wait == nil ? .suppressed : .published),
      ]
    }
    let isTold = requests == 48
    let opened = try reconciled(edition(40, wait: nil), edition(requests, wait: 12))
    #expect(opened.map(\.numerator) == [isTold ? 48 : 40, nil])
    #expect(opened[1].denominator == (isTold ? 48 : nil))
    #expect((opened[1].status == .suppressed) == !isTold)
  }

  /// Nobody had asked in the third comune. Where the first ATS has not grown, the six more of a class are of
  /// the last comune, and the eight more of its ATS leave two for the third.
  @Test func whatSeveralSumsTellTogetherIsKeptBack() throws {
    var comuni = comuni(4)
    for place in comuni.indices {
      comuni[place].ats = place < 2 ? "NORD" : "SUD"
      comuni[place].innerAreaClass = place % 2 == 0 ? "A" : "C"
    }
    func edition(_ counts: [Int?], _ wholes: [(TerritoryKey, Int)]) -> [Observation] {
      self.edition(counts, of: comuni)
        + wholes.map { place, count in
          Observation(
            indicator: "richieste-per-1000", territory: place, period: .year(2025),
            value: Double(count) / 5, numerator: Double(count), denominator: 5000)
        }
    }
    let wholes = [
      TerritoryKey(.ats, "NORD"), TerritoryKey(.ats, "SUD"), TerritoryKey(.innerAreaClass, "C"),
    ]
    let then = edition([nil, nil, nil, 0, nil], Array(zip(wholes, [100, 20, 60])))
    let now = edition([nil, nil, nil, nil, nil], Array(zip(wholes, [100, 28, 66])))
    let shown = try reconciled(then, now, comuni, ats: ["NORD", "SUD"])
    // Of the three that told it, the one that moved least.
    #expect(shown.suffix(3).map(\.numerator) == [100, 28, 60])
  }
}
