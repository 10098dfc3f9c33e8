import Testing

@testable import Sample

@Suite struct RandomStreamTests {
  /// Vectors of the reference implementation (Vigna, splitmix64.c) for the seed 1234567.
  @Test func isSplitMix64() {
    var random = RandomStream(state: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
    #expect(random.next() == 4_593_380_528_125_082_431)
  }

  @Test func streamsAreIndependentOfEachOther() {
    var a = RandomStream(seed: 1, .request, 5)
    var b = RandomStream(seed: 1, .request, 6)
    var c = RandomStream(seed: 1, .person, 5)
    var d = RandomStream(seed: 2, .request, 5)
    #expect(Set([a.next(), b.next(), c.next(), d.next()]).count == 4)
  }

  @Test func normalsHaveMeanZeroAndDeviationOne() {
    var random = RandomStream(seed: 3, .text, 0)
    let draws = (0..<20_000).map { _ in random.normal() }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.05)
  }

  @Test(arguments: [(0.0, 1.0), (1, 2.718281828459), (-3.5, 0.030197383422), (6, 403.428793492735)])
  func exponential(_ x: Double, _ expected: Double) {
    #expect(abs(RandomStream.exp(x) / expected - 1) < 1e-9)
  }

  @Test func waitingTimesHaveTheirMedianAndALongTail() {
    var random = RandomStream(seed: 4, .text, 1)
    let days = (0..<20_001).map { _ in random.days(median: 30, sigma: 0.9) }.sorted()
    #expect((28...32).contains(days[10_000]))
    // Log-normal: the 95th percentile is median · e^(1.645 σ) = 132.
    #expect((120...144).contains(days[19_000]))
  }

  @Test func choicesFollowTheirWeights() {
    let choice = WeightedChoice([1, 0, 3])
    #expect(choice.pick(0) == 0)
    #expect(choice.pick(0.2499) == 0)
    #expect(choice.pick(0.25) == 2)
    #expect(choice.pick(0.9999) == 2)
  }

  @Test func apportionedPartsAddUp() {
    #expect(apportion(10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(apportion(7, by: [0.5, 0, 0.5]) == [4, 0, 3])
    #expect(apportion(0, by: [1, 2]) == [0, 0])
    #expect(apportion(3, by: [0, 0]) == [0, 0])
  }
}
