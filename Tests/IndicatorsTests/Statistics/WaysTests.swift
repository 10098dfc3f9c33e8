import Indicators
import Testing

@Suite struct WaysTests {
  @Test func aPlaceIsReachedWithinTheLimitAndAtIt() {
    let ways = Ways([[0, 30, nil], [20, 0, nil], [nil, nil, 0]])
    #expect(ways.reach(from: 0, to: [1], within: 30))
    #expect(!ways.reach(from: 0, to: [1], within: 29))
    #expect(!ways.reach(from: 0, to: [2], within: 1000), "there is no way")
    #expect(ways.reach(from: 2, to: [2], within: 0))
  }

  /// However they come.
  @Test func waysAreInTheOrderOfTheirPlaces() {
    let ways = Ways([[Ways.Way(place: 2, minutes: 5), Ways.Way(place: 1, minutes: 9)], [], []])
    #expect(ways[0].map(\.place) == [1, 2] && ways[1].isEmpty)
  }
}
