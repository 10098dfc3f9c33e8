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
      [nil, nil], [1, nil], [0, 0], [0, 1], [2, 2], [1, 1],
    ])
    #expect(shares[0] == nil && shares[1] == nil && shares[2] != nil)
    // Three places are always the first three: nothing is said.
    #expect(PrioritySensitivity.shares([[1, 1], [2, 2], [3, 3]]) == [nil, nil, nil])
  }

  @Test func twoRunsAgree() {
    let places: [PrioritySensitivity.Distances] = [
      [1, 2], [0, 1], [2, nil], [1, 1], [0, 0], [2, 0],
    ]
    #expect(PrioritySensitivity.shares(places) == PrioritySensitivity.shares(places))
  }

  /// 0.5 with an interval of ± 0.196 is two standard errors of 0.1 from 0.3.
  @Test func distancesAreInStandardErrors() throws {
    let below = PrioritySensitivity.distance(
      0.5, lower: 0.304_003_6, upper: 0.695_996_4, reference: 0.7, worseIsAbove: false)
    #expect((try #require(below) - 2).magnitude < 1e-6)
    #expect(
      PrioritySensitivity.distance(1, lower: 1, upper: 1, reference: 0, worseIsAbove: true) == nil)
  }

  /// The place that is worst on the signal the table cares for is first; with equal weights it is not.
  @Test func theDecidedWeightsOrder() throws {
    let places: [PrioritySensitivity.Distances] =
      [[4, -4], [-4, 4], [-3, 4], [-3, 4], [-3, 4], [-3, 4]]
    let decided = PrioritySensitivity.shares(places, weights: [10, 0.1])
    let equal = PrioritySensitivity.shares(places)
    #expect(try #require(decided[0]) == 1)
    #expect(try #require(equal[0]) < 0.6)
  }
}
