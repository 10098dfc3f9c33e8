import Glibc

/// Number of successes in n independent trials.
public struct BinomialDistribution: Hashable, Sendable {
  public var trials: Int
  public var probability: Double

  public init(trials: Int, probability: Double) {
    precondition(trials >= 0 && probability >= 0 && probability <= 1)
    self.trials = trials
    self.probability = probability
  }

  /// P(X = k).
  public func mass(_ k: Int) -> Double {
    if k < 0 || k > trials { return 0 }
    if probability == 0 { return k == 0 ? 1 : 0 }
    if probability == 1 { return k == trials ? 1 : 0 }
    let (n, x) = (Double(trials), Double(k))
    return exp(
      logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1)
        + x * log(probability) + (n - x) * log1p(-probability))
  }

  /// P(X ≤ k), through the incomplete beta function (Abramowitz & Stegun 26.5.24).
  public func cumulative(_ k: Int) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return regularisedBeta(1 - probability, Double(trials - k), Double(k + 1))
  }

  /// Mid-distribution P(X < k) + ½ P(X = k): the mid-P value of a lower tail (Lancaster 1961).
  public func midCumulative(_ k: Int) -> Double {
    let mass = mass(k)
    return max(0, cumulative(k) - mass / 2)
  }

  /// Where the mid-distribution, joined by straight lines between integers, reaches p; in successes,
  /// between 0 and n.
  ///
  /// Ma, Genton & Parzen (2011), Asymptotic properties of sample quantiles of discrete
  /// distributions, *Ann. Inst. Stat. Math.* 63. A count lies outside the two quantiles exactly when
  /// its one-sided mid-P value is below the tail probability.
  public func midQuantile(_ p: Double) -> Double {
    var low = -1
    var high = trials
    if midCumulative(high) < p { return Double(trials) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if midCumulative(middle) >= p { high = middle } else { low = middle }
    }
    if high == 0 { return 0 }
    let (below, above) = (midCumulative(high - 1), midCumulative(high))
    return Double(high - 1) + (p - below) / (above - below)
  }
}

/// I_x(a, b), the regularised incomplete beta function, by Lentz's continued fraction
/// (Abramowitz & Stegun 26.5.8) on the side where it converges fast.
func regularisedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  if x > (a + 1) / (a + b + 2) { return 1 - regularisedBeta(1 - x, b, a) }
  let front = exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
  let tiny = 1e-300
  var c = 1.0
  var d = 1 / (1 - (a + b) * x / (a + 1))
  var h = d
  for i in 1...100_000 {
    let m = Double(i)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonzero(1 + even * d, tiny)
    c = nonzero(1 + even / c, tiny)
    h *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonzero(1 + odd * d, tiny)
    c = nonzero(1 + odd / c, tiny)
    h *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return front * h / a
}

private func nonzero(_ x: Double, _ tiny: Double) -> Double { abs(x) < tiny ? tiny : x }
