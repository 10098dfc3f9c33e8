import Testing

@testable import Indicators

@Suite struct InequalityTests {
  /// domain.md §7: (group, residents, users).
  private let areas = [
    Theil.Area(group: 0, population: 1000, users: 50),
    Theil.Area(group: 0, population: 2000, users: 160),
    Theil.Area(group: 1, population: 500, users: 10),
    Theil.Area(group: 1, population: 1500, users: 120),
    Theil.Area(group: 1, population: 1000, users: 30),
  ]
  private var plain: [(population: Double, users: Double)] {
    areas.map { ($0.population, $0.users) }
  }

  @Test func theilVector() throws {
    let theil = try #require(Theil(areas))
    #expect(near(theil.total, 0.0797750, 5e-8))
    #expect(near(theil.between, 0.0091587, 5e-8))
    #expect(near(theil.within, 0.0706162, 5e-8))
    #expect(theil.groups.map(\.group) == [0, 1])
  }

  @Test func theilSplitsExactly() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let areas = (0..<30).map { _ in
        Theil.Area(
          group: Int.random(in: 0...4, using: &random),
          population: Double(Int.random(in: 1...5000, using: &random)),
          users: Double(Int.random(in: 0...90, using: &random)))
      }
      let split = try #require(Theil(areas))
      let whole = try #require(
        Theil(areas.map { Theil.Area(population: $0.population, users: $0.users) }))
      #expect(near(split.total, whole.total, 1e-12))
      #expect(near(whole.between, 0, 1e-12))
      #expect(split.between > -1e-12 && split.within > -1e-12)
      let sum = split.groups.reduce(0) { $0 + $1.between + $1.share * $1.inside }
      #expect(near(sum, split.total, 1e-12))
    }
  }

  @Test func theilEdges() {
    #expect(Theil([]) == nil)
    #expect(Theil([Theil.Area(population: 10, users: 0)]) == nil)
    #expect(
      Theil([Theil.Area(population: 0, users: 1), Theil.Area(population: 9, users: 1)]) == nil)
    let zero = Theil([
      Theil.Area(population: 10, users: 1), Theil.Area(group: 1, population: 30, users: 3),
    ])
    #expect(near(zero?.total, 0, 1e-15))
  }

  @Test func giniVector() {
    #expect(near(Gini.coefficient(plain), 0.1914414, 5e-8))
    #expect(Gini.coefficient([]) == nil)
    #expect(near(Gini.coefficient([(10, 1), (30, 3)]), 0, 1e-15))
  }

  @Test func giniIsTheMeanDifference() {
    // Σ p_i p_j |r_i − r_j| / (2 r̄): the definition, without sorting.
    var random = SeededGenerator(seed: 4)
    for _ in 0..<50 {
      let areas = (0..<20).map { _ -> (population: Double, users: Double) in
        (
          Double(Int.random(in: 1...5000, using: &random)),
          Double(Int.random(in: 0...90, using: &random) + 1)
        )
      }
      let population = areas.reduce(0) { $0 + $1.population }
      let mean = areas.reduce(0) { $0 + $1.users } / population
      var sum = 0.0
      for a in areas {
        for b in areas {
          sum +=
            a.population * b.population * abs(a.users / a.population - b.users / b.population)
        }
      }
      let expected = sum / (population * population) / (2 * mean)
      #expect(near(Gini.coefficient(areas), expected, 1e-12))
    }
  }

  @Test func marshallVector() throws {
    let bayes = try #require(Marshall(plain))
    #expect(near(bayes.mean, 0.0616667, 5e-8))
    #expect(near(bayes.variance, 0.00053056, 5e-9))
    #expect(near(bayes.excess, 0.00047917, 5e-9))
    for (rate, golden) in zip(bayes.rates, [0.05133, 0.07889, 0.02853, 0.07855, 0.03361]) {
      #expect(near(rate, golden, 5e-6))
    }
    for (weight, golden) in zip(bayes.weights, [0.886, 0.9395, 0.7953, 0.921, 0.886]) {
      #expect(near(weight, golden, 5e-4))
    }
  }

  @Test func marshallWithoutExcess() throws {
    let same = try #require(Marshall([(100, 5), (200, 10), (0, 0)]))
    #expect(same.excess == 0 && same.weights == [0, 0, 0])
    #expect(same.rates.allSatisfy { near($0, 0.05, 1e-15) })
    #expect(Marshall([(0, 0)]) == nil)
  }

  @Test func concentrationVector() {
    let index = HerfindahlHirschman([50, 30, 20])
    #expect(near(index?.index, 0.38, 1e-12) && near(index?.normalised, 0.07, 1e-12))
    #expect(HerfindahlHirschman([0]) == nil && HerfindahlHirschman([3])?.normalised == 1)
  }
}
