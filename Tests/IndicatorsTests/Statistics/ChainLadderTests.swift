import Testing

@testable import Indicators

@Suite struct ChainLadderTests {
  /// Taylor, G. C. and Ashe, F. R. (1983), Second moments of estimates of outstanding claims, *Journal of
  /// Econometrics* 23, 37–61: incremental claims.
  private static let taylorAshe: [[Double]] = [
    [357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948],
    [352118, 884021, 933894, 1_183_289, 445745, 320996, 527804, 266172, 425046],
    [290507, 1_001_799, 926219, 1_016_654, 750816, 146923, 495992, 280405],
    [310608, 1_108_250, 776189, 1_562_400, 272482, 352053, 206286],
    [443160, 693190, 991983, 769488, 504851, 470639],
    [396132, 937085, 847498, 805037, 705960],
    [440832, 847631, 1_131_398, 1_063_269],
    [359480, 1_061_648, 1_443_370],
    [376686, 986608],
    [344014],
  ]
  private static let rows = taylorAshe.map { increments in
    var sum = 0.0
    return ChainLadder.Row(
      firstAge: 0,
      values: increments.map {
        sum += $0
        return sum
      })
  }

  /// Mack (1993), tables of the section on Taylor and Ashe's triangle: factors, σ²/1000, reserves and their
  /// standard errors, each by year and of the total.
  @Test func macksFiguresOfTaylorAndAshe() {
    let ladder = ChainLadder(Self.rows)
    let factors = [3.4906, 1.7473, 1.4574, 1.1739, 1.1038, 1.0863, 1.0539, 1.0766, 1.0177]
    #expect(zip(ladder.factors, factors).allSatisfy { abs($0 - $1) < 5e-5 })
    let variances = [160.280, 37.737, 41.965, 15.183, 13.731, 8.186, 0.447, 1.147, 0.447]
    #expect(zip(ladder.variances, variances).allSatisfy { abs($0 / 1000 - $1) < 6e-4 })
    #expect(ladder.factors.count == 9 && ladder.horizon == 9)

    let latest = Self.rows.map { (value: $0.values.last!, age: $0.lastAge) }
    let reserves: [Double] = [
      0, 94_634, 469_511, 709_638, 984_889, 1_419_459, 2_177_641, 3_920_301, 4_278_972, 4_625_811,
    ]
    let errors: [Double] = [
      0, 75_535, 121_699, 133_549, 261_406, 411_010, 558_317, 875_328, 971_258, 1_363_155,
    ]
    for (place, one) in latest.enumerated() {
      let (end, error) = ladder.ultimate(of: [one])
      #expect(abs(end - one.value - reserves[place]) < 1)
      #expect(abs(error - errors[place]) < 1)
    }
    let (end, error) = ladder.ultimate(of: latest)
    #expect(abs(end - latest.reduce(0) { $0 + $1.value } - 18_680_856) < 1)
    #expect(abs(error - 2_447_095) < 1)
  }

  /// Rows that begin later speak of the ages they have; before and after those that are spoken of nothing
  /// grows.
  @Test func agesNobodySpeaksOf() {
    let ladder = ChainLadder([
      .init(firstAge: 1, values: [100, 110, 110]), .init(firstAge: 1, values: [100, 130]),
      .init(firstAge: 0, values: [50]), .init(firstAge: 2, values: [0, 4]),
    ]) { $0.count >= 2 }
    #expect(ladder.start == 1 && ladder.horizon == 2 && ladder.factors == [1.2])
    #expect(ladder.ultimate(of: [(50, 0), (100, 1), (40, 2)]).value == 50 + 120 + 40)
    #expect(ladder.ultimate(of: [(50, 0), (40, 2), (0, 1)]).error == 0)
    // σ² = 100 (0.01 + 0.01) = 2; of 100 rows 120² · 2/1.44 · (1/100 + 1/200).
    #expect(abs(ladder.variances[0] - 2) < 1e-12)
    #expect(abs(ladder.ultimate(of: [(100, 1)]).error - 300.0.squareRoot()) < 1e-9)
    #expect(ChainLadder([.init(firstAge: 0, values: [5, 0])]).horizon == 0, "all taken back")
    #expect(ChainLadder([]).horizon == 0)
  }
}
