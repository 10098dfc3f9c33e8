/// Rates of territories whose residents differ in age and sex, made comparable.
public enum Standardisation {
  /// One stratum (an age class of a sex) of a territory.
  public struct Stratum: Hashable, Sendable {
    public var cases: Double
    public var population: Double
    /// Residents of the standard population in the stratum (direct), or its rate (indirect).
    public var standard: Double

    public init(cases: Double, population: Double, standard: Double) {
      self.cases = cases
      self.population = population
      self.standard = standard
    }
  }

  /// Direct: the rate the standard population would have with the territory's own rates,
  /// `Σ w_a r_a`, with the interval of Dobson, Kuulasmaa, Eberle & Scherer (1991, *Stat. Med.* 10):
  /// `DSR + √(V/O) (limit of O − O)`, the limits exact Poisson. Nil when a stratum has nobody or the
  /// cases are none (no variance to scale).
  public static func direct(
    _ strata: [Stratum], level: Double = ConfidenceInterval.usualLevel
  ) -> (rate: Double, interval: ConfidenceInterval)? {
    let whole = strata.reduce(0) { $0 + $1.standard }
    let cases = strata.reduce(0) { $0 + $1.cases }
    guard whole > 0, cases > 0, strata.allSatisfy({ $0.population > 0 || $0.standard == 0 }) else {
      return nil
    }
    var (rate, variance) = (0.0, 0.0)
    for stratum in strata where stratum.population > 0 {
      let weight = stratum.standard / whole
      rate += weight * stratum.cases / stratum.population
      variance += weight * weight * stratum.cases / (stratum.population * stratum.population)
    }
    let limits = ExactPoisson.interval(count: Int(cases.rounded()), level: level)
    let scale = (variance / cases).squareRoot()
    return (
      rate,
      ConfidenceInterval(
        lower: rate + scale * (limits.lower - cases), upper: rate + scale * (limits.upper - cases))
    )
  }

  /// Indirect: observed over expected, `O / Σ P_a r_a` with the standard's rates, with the exact Poisson
  /// interval of the observed (Breslow & Day 1987, p. 69). Nil when nothing is expected.
  public static func indirect(
    _ strata: [Stratum], level: Double = ConfidenceInterval.usualLevel
  ) -> (ratio: Double, expected: Double, interval: ConfidenceInterval)? {
    let expected = strata.reduce(0) { $0 + $1.population * $1.standard }
    guard expected > 0 else { return nil }
    let observed = strata.reduce(0) { $0 + $1.cases }
    let limits = ExactPoisson.interval(count: Int(observed.rounded()), level: level)
    return (
      observed / expected, expected,
      ConfidenceInterval(lower: limits.lower / expected, upper: limits.upper / expected)
    )
  }

  /// Classes of age in order, each with the persons in it, so put together that none has fewer than `least`
  /// and more than none: with the next one, the last with the one before.
  public static func pooled(
    _ classes: [(ages: ClosedRange<Int>, persons: Double)], least: Double
  ) -> [(ages: ClosedRange<Int>, persons: Double)] {
    func isFew(_ persons: Double) -> Bool { persons > 0 && persons < least }
    var pools: [(ages: ClosedRange<Int>, persons: Double)] = []
    func join(_ next: (ages: ClosedRange<Int>, persons: Double)) {
      let last = pools.removeLast()
      pools.append(
        (last.ages.lowerBound...next.ages.upperBound, last.persons + next.persons))
    }
    for one in classes {
      if let last = pools.last, isFew(last.persons) { join(one) } else { pools.append(one) }
    }
    if let last = pools.last, isFew(last.persons), pools.count > 1 {
      pools.removeLast()
      join(last)
    }
    return pools
  }
}
