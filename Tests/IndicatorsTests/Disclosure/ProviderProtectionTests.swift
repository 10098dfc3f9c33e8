import Indicators
import Testing
import Warehouse

@testable import Indicators

/// The card of an organisation shows no part that few persons are behind, nor lets one be worked out.
@Suite struct ProviderProtectionTests {
  static func activity(_ persons: [Int]) -> [ProviderActivity] {
    persons.enumerated().map {
      ProviderActivity(
        provider: "99990009997", part: "\($0.offset)", deliveries: $0.element * 3,
        persons: $0.element)
    }
  }

  @Test func fewPersonsAreWithheld() {
    let parts = ProviderProfile.protected(Self.activity([4, 9, 20, 3])) { _ in 5 }
    #expect(parts.map(\.deliveries) == [nil, 25, 60, nil])
  }

  /// One alone would be the whole less the others: the smallest of those goes with it.
  @Test func neverOneAlone() {
    let parts = ProviderProfile.protected(Self.activity([4, 20, 9, 30])) { _ in 5 }
    #expect(parts.map(\.deliveries) == [nil, 60, nil, 90])
    #expect(ProviderProfile.protected(Self.activity([4])) { _ in 5 }.map(\.deliveries) == [nil])
  }

  /// One person and two: what they add up to is three, whoever adds them.
  @Test func norSeveralThatAreTooFewTogether() {
    let parts = ProviderProfile.protected(Self.activity([1, 2, 9, 20])) { _ in 5 }
    #expect(parts.map(\.deliveries) == [nil, nil, nil, 60])
  }

  /// Whatever the parts, what the whole tells of those withheld is of as many persons as may be told, and
  /// no count is told to the last unit.
  @Test func theRestOfACardIsNeverOfAFew() {
    var random = SplitMix64(state: 4)
    for _ in 0..<500 {
      let persons = (0..<(1 + random.below(8))).map { _ in 1 + random.below(15) }
      let parts = ProviderProfile.protected(Self.activity(persons)) { $0 == "0" ? 10 : 5 }
      let rest = zip(parts, persons).filter { $0.0.deliveries == nil }.map(\.1)
      #expect(rest.isEmpty || rest.count == parts.count || rest.count > 1)
      #expect(rest.isEmpty || rest.count == parts.count || rest.reduce(0, +) >= 5)
      for (part, count) in zip(parts, persons) {
        if let told = part.deliveries { #expect(told % 5 == 0 && count >= 5) }
      }
    }
  }

  @Test func thresholdsAreOfThePart() {
    let parts = ProviderProfile.protected(Self.activity([8, 8, 3])) { $0 == "1" ? 10 : 5 }
    #expect(parts.map(\.deliveries) == [25, nil, nil])
  }

  @Test func personsAreRounded() {
    #expect([5, 7, 8, 12, 13].map(ProviderProfile.rounded) == [5, 5, 10, 10, 15])
  }

  /// The median has a full cell of persons on either side, as every waiting time; of forty waits of 1 to
  /// 40 days half have ended by day 20.
  @Test func fewWaitsHaveNoMedian() throws {
    let settings = try DisclosureSettings()
    #expect(ProviderProfile.medianDays(Array(1...40), 5, settings) == 20)
    #expect(ProviderProfile.medianDays([1, 2, 3, 4], 5, settings) == nil)
    #expect(ProviderProfile.medianDays([], 5, settings) == nil)
  }
}
