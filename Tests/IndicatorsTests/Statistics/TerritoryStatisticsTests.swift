import Testing

@testable import Indicators

/// Measures over territories, held to statsmodels 0.15.0, scipy 1.17.1, esda 2.9.0 and to brute force.
@Suite struct TerritoryStatisticsTests {
  /// Dobson's interval computed with scipy.stats.chi2 (Dobson et al. 1991, formula 6).
  @Test func directStandardisation() throws {
    let strata = [
      Standardisation.Stratum(cases: 10, population: 1000, standard: 35000),
      Standardisation.Stratum(cases: 25, population: 1200, standard: 25000),
      Standardisation.Stratum(cases: 40, population: 800, standard: 16000),
    ]
    let result = try #require(Standardisation.direct(strata))
    #expect(near(result.rate, 0.021984649122807016, 1e-15))
    #expect(near(result.interval.lower, 0.017175390907286862, 1e-12))
    #expect(near(result.interval.upper, 0.027696831608278585, 1e-12))
    // With one stratum it is the exact Poisson interval of the crude rate.
    let one = try #require(
      Standardisation.direct([Standardisation.Stratum(cases: 9, population: 900, standard: 7)]))
    let limits = ExactPoisson.interval(count: 9)
    #expect(near(one.interval.lower, limits.lower / 900, 1e-15))
    #expect(
      Standardisation.direct([Standardisation.Stratum(cases: 0, population: 9, standard: 7)]) == nil
    )
  }

  @Test func indirectStandardisation() throws {
    let strata = [
      Standardisation.Stratum(cases: 4, population: 1000, standard: 0.002),
      Standardisation.Stratum(cases: 6, population: 500, standard: 0.012),
    ]
    let result = try #require(Standardisation.indirect(strata))
    #expect(near(result.expected, 8, 1e-12) && near(result.ratio, 1.25, 1e-12))
    #expect(near(result.interval.lower, ExactPoisson.interval(count: 10).lower / 8, 1e-12))
    #expect(Standardisation.indirect([]) == nil)
  }

  /// statsmodels WLS on the fractional rank, weights = residents: slope −0.0253165, its 95 % interval from
  /// Student's t; concentration index by numpy from its definition.
  @Test func socialGradient() throws {
    let result = try #require(
      SocialGradient([
        (50000, 0.061), (90000, 0.055), (30000, 0.05), (20000, 0.041), (10000, 0.032),
      ]))
    #expect(near(result.slope, -0.025316455696202538, 1e-12))
    #expect(near(result.interval?.lower, -0.04452169, 1e-8))
    #expect(near(result.interval?.upper, -0.00611122, 1e-8))
    #expect(near(result.concentration, -0.07048872180451128, 1e-12))
    let flat = try #require(SocialGradient([(10, 0.1), (30, 0.1), (5, 0.1)]))
    #expect(near(flat.slope, 0) && near(flat.concentration, 0))
    #expect(SocialGradient([]) == nil)
  }

  /// esda.Moran on a 4 × 4 rook lattice: I 0.5799729, p_sim 0.0002 over 9,999 permutations.
  @Test func moran() throws {
    let values: [Double] = [3, 5, 4, 8, 2, 6, 7, 9, 1, 4, 8, 12, 0, 3, 9, 14]
    let neighbours = (0..<16).map { i -> [Int] in
      let (r, c) = (i / 4, i % 4)
      return [(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)]
        .filter { (0..<4).contains($0.0) && (0..<4).contains($0.1) }.map { $0.0 * 4 + $0.1 }
    }
    let result = try #require(MoranI(values, neighbours: neighbours, permutations: 9999))
    #expect(near(result.index, 0.5799729364005413, 1e-12))
    #expect(near(result.expected, -1.0 / 15, 1e-12))
    #expect(result.pValue <= 0.002)
    #expect(MoranI(values, neighbours: neighbours) == MoranI(values, neighbours: neighbours))
    var random = SeededRandom(seed: 9)
    var mixed = values
    random.shuffle(&mixed)
    #expect(try #require(MoranI(mixed, neighbours: neighbours)).pValue > 0.02)
    #expect(MoranI([1, 1], neighbours: [[1], [0]]) == nil)
  }

  /// scipy.spatial.distance.jensenshannon(base=2)².
  @Test func jensenShannon() throws {
    let result = try #require(
      Divergence.jensenShannon([10, 20, 30, 0, 40], [15, 15, 30, 20, 20]))
    #expect(near(result.bits, 0.13072750167082553, 1e-12))
    #expect(near(result.parts.reduce(0, +), result.bits, 1e-15))
    #expect(result.parts.max() == result.parts[3])
    #expect(near(Divergence.jensenShannon([1, 0], [0, 5])?.bits, 1, 1e-15))
    #expect(Divergence.jensenShannon([0], [1]) == nil)
    #expect(near(Divergence.dissimilarity([50, 50], [20, 80]), 0.3, 1e-12))
  }

  /// domain.md §7: two-step catchments, binary weights, 30 minutes; and what both forms preserve.
  @Test func floatingCatchments() {
    let minutes: [[Double?]] = [[10, 25], [28, 5], [45, 35]]
    let access = FloatingCatchment.access(
      population: [1000, 500, 200], supply: [10, 5], times: Ways(minutes), within: 30, decay: .none)
    #expect(zip(access, [0.01, 0.01, 0]).allSatisfy { near($0, $1, 1e-12) })
    #expect(near(FloatingCatchment.Decay.gaussian.weight(15, within: 30), 0.701366, 1e-6))
    var random = SeededRandom(seed: 4)
    for _ in 0..<50 {
      let population = (0..<20).map { _ in Double(random.below(5000) + 1) }
      let supply = (0..<5).map { _ in Double(random.below(80)) }
      let minutes = population.map { _ in supply.map { _ in Optional(Double(random.below(60))) } }
      for limit in [15.0, 30] {
        let plain = FloatingCatchment.access(
          population: population, supply: supply, times: Ways(minutes), within: limit)
        let served = supply.indices.filter { j in
          minutes.contains { FloatingCatchment.Decay.gaussian.weight($0[j]!, within: limit) > 0 }
        }
        let reachable = served.reduce(0) { $0 + supply[$1] }
        let sum = zip(plain, population).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(near(sum, reachable, 1e-9 * max(1, reachable)))
        let balanced = FloatingCatchment.balanced(
          population: population, supply: supply, times: Ways(minutes), within: limit)
        #expect(balanced.allSatisfy { $0 >= 0 && $0.isFinite })
      }
    }
  }

  /// Each point alone in reach of one place: every form of catchment gives supply over residents; and a
  /// balanced level of service, shared out by standardised weights, adds up to it (Páez et al. 2019).
  @Test func balancedCatchments() {
    let alone = FloatingCatchment.balanced(
      population: [1000, 400], supply: [10, 2], times: [[5, 99], [99, 5]], within: 30,
      decay: .none)
    #expect(near(alone[0], 0.01, 1e-12) && near(alone[1], 0.005, 1e-12))
    // Two equal places share one point: each has half of its level of service.
    let shared = FloatingCatchment.balanced(
      population: [500, 500], supply: [10], times: [[5], [5]], within: 30, decay: .none)
    #expect(near(shared[0], 0.005, 1e-12) && near(shared[1], 0.005, 1e-12))
  }

  /// The two formulas of the catalogue, written out over all pairs; of half of them there is no way.
  @Test func catchmentsAreTheSumsOfTheirFormulas() {
    var random = SeededRandom(seed: 6)
    for _ in 0..<50 {
      let population = (0..<12).map { _ in Double(random.below(5000) + 1) }
      let supply = (0..<5).map { _ in Double(random.below(80)) }
      let minutes = population.map { _ in
        supply.map { _ in random.below(2) == 0 ? nil : Double(random.below(40)) }
      }
      let weights = minutes.map { row in
        row.map { $0.map { FloatingCatchment.Decay.gaussian.weight($0, within: 30) } ?? 0 }
      }
      func sum(_ value: (_ place: Int) -> Double) -> Double {
        population.indices.reduce(0) { $0 + value($1) }
      }
      func share(_ place: Int, _ point: Int) -> Double {
        let whole = weights[place].reduce(0, +)
        return whole > 0 ? weights[place][point] / whole : 0
      }
      let plain = FloatingCatchment.access(
        population: population, supply: supply, times: Ways(minutes), within: 30)
      let balanced = FloatingCatchment.balanced(
        population: population, supply: supply, times: Ways(minutes), within: 30)
      for i in population.indices {
        let (one, other) = supply.indices.reduce((0.0, 0.0)) { sums, j in
          let weight = weights[i][j]
          guard weight > 0 else { return sums }
          return (
            sums.0 + weight * supply[j] / sum { weights[$0][j] * population[$0] },
            sums.1 + weight / sum { weights[$0][j] } * supply[j]
              / sum { population[$0] * share($0, j) }
          )
        }
        #expect(near(plain[i], one, 1e-12) && near(balanced[i], other, 1e-12))
      }
    }
  }

  @Test func weightedPercentiles() {
    let items: [(value: Double, weight: Double)] = [(0.5, 10), (0.1, 1), (0.3, 89)]
    #expect(WeightedPercentile.value(0.01, of: items) == 0.1)
    #expect(WeightedPercentile.value(0.1, of: items) == 0.3)
    #expect(WeightedPercentile.value(0.95, of: items) == 0.5)
    #expect(WeightedPercentile.value(0.5, of: []) == nil)
    // Weights of whole people: the same as the sorted list of all of them.
    var random = SeededRandom(seed: 8)
    for _ in 0..<100 {
      let items = (0..<20).map { _ in
        (value: Double(random.below(30)), weight: Double(random.below(9)))
      }
      let people = items.flatMap { [Double](repeating: $0.value, count: Int($0.weight)) }.sorted()
      guard !people.isEmpty else { continue }
      for p in [0.1, 0.25, 0.5, 0.9] {
        let place = max(1, Int((p * Double(people.count)).rounded(.up)))
        #expect(WeightedPercentile.value(p, of: items) == people[place - 1])
      }
    }
    #expect(near(WeightedPercentile.variation([(1, 1), (3, 1)]), 0.5, 1e-12))
  }

  @Test func overlapsAndConcentration() {
    // domain.md §7.
    #expect(near(Overlap.jaccard(["a", "b", "c", "d"], ["c", "d", "e"]), 0.4, 1e-12))
    #expect(Overlap.jaccard(Set<Int>(), []) == nil)
    let hhi = HerfindahlHirschman([50, 30, 20])
    #expect(near(hhi?.index, 0.38, 1e-12) && near(hhi?.normalised, 0.07, 1e-12))
    #expect(near(hhi?.concentrationRatio(1), 0.5, 1e-12))
    #expect(near(hhi?.concentrationRatio(3), 1, 1e-12))
  }

  @Test func neighbours() {
    let near = Neighbours([[1, 10, 5], [2, 11, 5], [9, 50, 5], [10, 52, 5]])
    #expect(near.nearest(to: 0, 1) == [1] && near.nearest(to: 3, 2) == [2, 1])
    // A unit of measure changes nothing; a measure that does not vary says nothing.
    let scaled = Neighbours([[1000, 10, 5], [2000, 11, 5], [9000, 50, 5], [10000, 52, 5]])
    #expect(abs(near.distance(0, 2) - scaled.distance(0, 2)) < 1e-12)
    #expect(near.scores.allSatisfy { $0[2] == 0 })
    // What is not known is the mean of what is.
    let unknown = Neighbours([[1], [3], [.nan]])
    #expect(unknown.scores == [[-1], [1], [0]])
  }

  /// scipy.stats.gamma.ppf for the posterior; the mean is Marshall's (domain.md §7).
  @Test func gammaPoisson() throws {
    let areas: [(population: Double, users: Double)] = [
      (1000, 50), (2000, 160), (500, 10), (1500, 120), (1000, 30),
    ]
    let result = try #require(GammaPoisson(areas))
    let marshall = try #require(Marshall(areas))
    for i in areas.indices {
      #expect(near(result.rates[i], marshall.rates[i], 1e-12))
      #expect(
        result.intervals[i].lower < result.rates[i] && result.rates[i] < result.intervals[i].upper)
    }
    let quantile = GammaDistribution.quantile(0.025, shape: 13.2) / 1051.9
    #expect(near(quantile, 0.00671883, 1e-8))
    #expect(GammaPoisson([(1000, 10), (1000, 10)]) == nil)
  }

  @Test func bootstrapOfTheGini() throws {
    let areas: [(population: Double, users: Double)] = (1...40).map {
      (1000, Double(20 + $0 % 7 * 5))
    }
    let gini = try #require(Gini.coefficient(areas))
    let interval = try #require(
      Bootstrap.interval(areas, seed: 3) { Gini.coefficient($0) })
    #expect(interval.lower < gini && gini < interval.upper)
    #expect(interval == Bootstrap.interval(areas, seed: 3) { Gini.coefficient($0) })
    #expect(Bootstrap.interval([1]) { Double($0.count) } == nil)
    // The mean of n equal-chance draws: about ±1.96 standard errors.
    let values = (0..<200).map { Double($0 % 10) }
    let mean = try #require(
      Bootstrap.interval(values, seed: 1) { $0.reduce(0, +) / Double($0.count) })
    let half = 1.96 * (8.25 / 200).squareRoot()
    #expect(abs((mean.upper - mean.lower) / 2 - half) < 0.04)
  }

  /// A class of few is never alone: with the next one, the last with the one before. One of nobody stays.
  @Test func aClassOfFewIsPutTogetherWithANeighbour() {
    func pooled(_ persons: [Double]) -> [[Double]] {
      let ages = [0...17, 18...64, 65...74, 75...84, 85...130]
      return Standardisation.pooled(zip(ages, persons).map { ($0, $1) }, least: 5).map {
        [Double($0.ages.lowerBound), Double($0.ages.upperBound), $0.persons]
      }
    }
    #expect(pooled([3, 20, 0, 4, 2]) == [[0, 64, 23], [65, 74, 0], [75, 130, 6]])
    #expect(pooled([9, 9, 9, 9, 4]) == [[0, 17, 9], [18, 64, 9], [65, 74, 9], [75, 130, 13]])
    #expect(pooled([9, 9, 9, 9, 9]).count == 5)
    #expect(pooled([1, 1, 1, 0, 0]) == [[0, 130, 3]])
  }
}
