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
    #expect(parts.map(\.deliveries) == [nil, 27, 60, nil])
  }

  /// One alone would be the whole less the others: the smallest of those goes with it.
  @Test func neverOneAlone() {
    let parts = ProviderProfile.protected(Self.activity([4, 20, 9, 30])) { _ in 5 }
    #expect(parts.map(\.deliveries) == [nil, 60, nil, 90])
    #expect(ProviderProfile.protected(Self.activity([4])) { _ in 5 }.map(\.deliveries) == [nil])
  }

  @Test func thresholdsAreOfThePart() {
    let parts = ProviderProfile.protected(Self.activity([8, 8, 3])) { $0 == "1" ? 10 : 5 }
    #expect(parts.map(\.deliveries) == [24, nil, nil])
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
