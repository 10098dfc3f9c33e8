import Testing

@testable import Reports

@Suite struct PrioritySensitivityTests {
  /// Places far worse than the others are first in every trial; equal ones share what is left.
  @Test func whatIsFarIsSureAndWhatIsEqualIsNot() throws {
    let far = PrioritySensitivity.shares(
      [[4, 4, 4, 4], [-4, -4, -4, -4], [-4, -4, -4, -4], [-4, -4, -4, -4], [-4, -4, -4, -4]])
    #expect(far[0] == 1)
    let equal = PrioritySensitivity.shares(.init(repeating: [0, 0, 0, 0], count: 12))
    for share in equal {
      // A quarter, give or take four standard errors of a thousand trials.
      #expect((try #require(share) - 0.25).magnitude < 0.055)
    }
    #expect((equal.compactMap(\.self).reduce(0, +) - 3).magnitude < 1e-9)
  }

  @Test func whatCannotBeJudgedHasNoShare() {
    let shares = PrioritySensitivity.shares([
      [nil, nil], [-1, nil], [0, 0], [0, 1], [2, 2], [1, 1],
    ])
    #expect(shares[0] == nil && shares[1] == nil && shares[2] != nil)
    // Three places are always the first three: nothing is said.
    #expect(PrioritySensitivity.shares([[1, 1], [2, 2], [3, 3]]) == [nil, nil, nil])
  }

  @Test func twoRunsAgree() {
    let places: [PrioritySensitivity.Margins] = [
      [1, 2], [0, 1], [2, nil], [1, 1], [0, 0], [2, 0],
    ]
    #expect(PrioritySensitivity.shares(places) == PrioritySensitivity.shares(places))
  }

  /// The upper end of 0.5 ± 0.196 is two standard errors of 0.1 below 0.896: the signal is as far beyond
  /// chance. Where the intervals overlap the margin is below zero.
  @Test func marginsAreInStandardErrors() throws {
    let own = 0.304_003_6...0.695_996_4
    func margin(
      _ own: ClosedRange<Double>?, _ other: ClosedRange<Double>?, above: Bool
    ) -> Double? { PrioritySensitivity.margin(own, beyond: other, worseIsAbove: above) }
    let below = try #require(margin(own, 0.895_996_4...0.9, above: false))
    #expect((below - 2).magnitude < 1e-6)
    #expect(try #require(margin(own, 0.5...0.6, above: true)) < 0)
    #expect(margin(nil, own, above: true) == nil && margin(own, nil, above: true) == nil)
    #expect(margin(1...1, 0...0.5, above: true) == .infinity)
    #expect(margin(0...0.5, 1...1, above: true)! < 0)
  }

  /// The trials follow the rule: two signals come before one however strong, though the other figures of
  /// the first are good.
  @Test func theTrialsFollowTheRule() throws {
    let shares = PrioritySensitivity.shares(
      [[3, 3, -9, -9]] + .init(repeating: [-3, -3, 9, -3], count: 9))
    #expect(try #require(shares[0]) > 0.95)
    for share in shares.dropFirst() { #expect(try #require(share) < 0.35) }
  }

  /// A place that the rule proposes by the one signal that can be judged takes part.
  @Test func oneSignalAloneIsOrdered() throws {
    let shares = PrioritySensitivity.shares(
      [[5, nil]] + .init(repeating: [-5, -5], count: 6))
    #expect(try #require(shares[0]) > 0.99)
    #expect(try #require(shares[1]) < 0.01)
  }

  /// The place that is worst on the signal the table cares for is first; with equal weights it is not.
  @Test func theDecidedWeightsOrder() throws {
    let places: [PrioritySensitivity.Margins] =
      [[4, -4], [-4, 4], [-3, 4], [-3, 4], [-3, 4], [-3, 4]]
    let decided = PrioritySensitivity.shares(places, weights: [10, 0.1])
    let equal = PrioritySensitivity.shares(places)
    #expect(try #require(decided[0]) == 1)
    #expect(try #require(equal[0]) < 0.6)
  }
}
