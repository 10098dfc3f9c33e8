import Glibc

/// The gamma distribution with unit scale: what exact Poisson limits are read from.
public enum GammaDistribution {
  /// P(X ≤ x) for shape a: the regularised lower incomplete gamma function.
  ///
  /// Series below a + 1, Lentz's continued fraction above it (Abramowitz & Stegun 6.5.29, 6.5.31).
  public static func cumulative(_ x: Double, shape a: Double) -> Double {
    precondition(a > 0, "a positive shape")
    if x <= 0 { return 0 }
    return x < a + 1 ? series(x, a) : 1 - fraction(x, a)
  }

  /// The x with P(X ≤ x) = p, for 0 < p < 1; relative error about 1e-12.
  ///
  /// Wilson–Hilferty start, Newton steps kept inside a shrinking bracket.
  public static func quantile(_ p: Double, shape a: Double) -> Double {
    precondition(p > 0 && p < 1 && a > 0, "a probability strictly between 0 and 1")
    let z = NormalDistribution.quantile(p)
    let cube = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    var x = max(a * cube * cube * cube, 1e-8)
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<200 {
      let error = cumulative(x, shape: a) - p
      if error > 0 { high = x } else { low = x }
      let density = exp((a - 1) * log(x) - x - logGamma(a))
      var next = density > 0 ? x - error / density : x
      if !(next > low && next < high) || density == 0 {
        next = high.isFinite ? (low + high) / 2 : 2 * x
      }
      if abs(next - x) <= 1e-14 * next { return next }
      x = next
    }
    return x
  }

  private static func series(_ x: Double, _ a: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    while abs(term) > abs(sum) * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum * exp(a * log(x) - x - logGamma(a))
  }

  private static func fraction(_ x: Double, _ a: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1...100_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = an * d + b
      if abs(d) < tiny { d = tiny }
      c = b + an / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return h * exp(a * log(x) - x - logGamma(a))
  }
}

/// ln Γ(x); the reentrant form, because the plain one writes a global sign.
func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}
