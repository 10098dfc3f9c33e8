import Testing

@testable import Indicators

/// Wilson and Newcombe: domain.md §7; Newcombe (1998) *Stat. Med.* 17, 857–872 and 873–890, tables I
/// and II; further digits from statsmodels 0.15.0 (`proportion_confint(method="wilson")`,
/// `confint_proportions_2indep(method="newcomb", compare="diff")`).
@Suite struct ProportionTests {
  @Test(arguments: [
    (3, 12, 0.95, 0.08894166839405476, 0.5323053349335658),
    (3, 12, 0.998, 0.05197701443076458, 0.6695947130609672),
    (0, 20, 0.95, 0, 0.1611251580528194), (1, 29, 0.95, 0.006113214292762667, 0.17175521879320294),
    (15, 148, 0.95, 0.06238639953073628, 0.16048724172330803),
    (81, 263, 0.95, 0.2552885198782742, 0.36620957698280004),
    (81, 263, 0.998, 0.22803574024200476, 0.40138942190936955),
    (20, 20, 0.95, 0.8388748419471804, 1),
  ])
  func wilson(_ x: Int, _ n: Int, _ level: Double, _ lower: Double, _ upper: Double) {
    let interval = Wilson.interval(successes: x, of: n, level: level)
    #expect(near(interval?.lower, lower, 1e-12))
    #expect(near(interval?.upper, upper, 1e-12))
  }

  @Test func wilsonAgainstTheScoreTestItInverts() throws {
    // The limits are where the score statistic of the hypothesis equals z.
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let n = Int.random(in: 1...400, using: &random)
      let x = Int.random(in: 0...n, using: &random)
      let interval = try #require(Wilson.interval(successes: x, of: n))
      for limit in [interval.lower, interval.upper] where limit > 0 && limit < 1 {
        let z =
          (Double(x) / Double(n) - limit) / (limit * (1 - limit) / Double(n)).squareRoot()
        #expect(near(abs(z), 1.959963984540054, 1e-7))
      }
      #expect(interval.lower >= 0 && interval.upper <= 1)
    }
    #expect(Wilson.interval(successes: 0, of: 0) == nil)
  }

  @Test(arguments: [
    ((56, 70), (48, 80), 0.05243147240236498, 0.33387265403690614),
    ((9, 10), (3, 10), 0.1705227239345029, 0.809017973535488),
    ((0, 10), (0, 20), -0.1611251580528194, 0.27753279986288926),
  ])
  func newcombe(
    _ first: (Int, Int), _ second: (Int, Int), _ lower: Double, _ upper: Double
  ) throws {
    let difference = try #require(Newcombe.difference(first, minus: second))
    #expect(near(difference.interval.lower, lower, 1e-12))
    #expect(near(difference.interval.upper, upper, 1e-12))
    let mirrored = try #require(Newcombe.difference(second, minus: first))
    #expect(near(mirrored.interval.lower, -upper, 1e-12))
    #expect(mirrored.value == -difference.value)
    #expect(Newcombe.difference((0, 0), minus: second) == nil)
  }
}
