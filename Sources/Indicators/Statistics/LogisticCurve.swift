import Glibc

/// The S-curve many programmes spend along: `K / (1 + e^{−r(t − m)})`.
public struct LogisticCurve: Hashable, Sendable {
  public var ceiling: Double
  public var rate: Double
  public var middle: Double

  public func value(at t: Double) -> Double { ceiling / (1 + exp(-rate * (t - middle))) }

  /// When the curve reaches a value; nil at or above its ceiling.
  public func time(of value: Double) -> Double? {
    value > 0 && value < ceiling ? middle - log(ceiling / value - 1) / rate : nil
  }

  /// Least squares by Levenberg–Marquardt (Marquardt 1963). Nil below six points (three parameters and as
  /// many to judge them by), or when it does not settle on a rising curve.
  public init?(fitting points: [(time: Double, value: Double)]) {
    guard points.count >= 6, let first = points.first, let last = points.last,
      last.time > first.time
    else { return nil }
    let top = points.map(\.value).max()!
    guard top > 0 else { return nil }
    var x = [top * 1.1, 4 / (last.time - first.time), (first.time + last.time) / 2]
    func curve(_ x: [Double]) -> LogisticCurve {
      LogisticCurve(ceiling: x[0], rate: x[1], middle: x[2])
    }
    func loss(_ x: [Double]) -> Double {
      let c = curve(x)
      return points.reduce(0) {
        $0 + ($1.value - c.value(at: $1.time)) * ($1.value - c.value(at: $1.time))
      }
    }
    var damping = 1e-3
    var current = loss(x)
    for _ in 0..<500 {
      let c = curve(x)
      var normal = [[Double]](repeating: [0, 0, 0], count: 3)
      var right = [0.0, 0, 0]
      for point in points {
        let e = exp(-c.rate * (point.time - c.middle))
        let d = 1 + e
        let slope = [
          1 / d, c.ceiling * e * (point.time - c.middle) / (d * d),
          -c.ceiling * e * c.rate / (d * d),
        ]
        let miss = point.value - c.ceiling / d
        for i in 0..<3 {
          right[i] += slope[i] * miss
          for j in 0..<3 { normal[i][j] += slope[i] * slope[j] }
        }
      }
      for i in 0..<3 { normal[i][i] *= 1 + damping }
      guard let step = LinearSystem.solve(normal, right) else { break }
      let next = zip(x, step).map { $0 + $1 }
      let reached = loss(next)
      if reached <= current {
        let gain = current - reached
        x = next
        current = reached
        damping = max(damping / 10, 1e-12)
        if gain <= 1e-15 * (1 + current) { break }
      } else {
        damping *= 10
        if damping > 1e12 { break }
      }
    }
    self = curve(x)
    guard rate > 0, ceiling > 0, rate.isFinite, ceiling.isFinite, middle.isFinite else {
      return nil
    }
  }

  init(ceiling: Double, rate: Double, middle: Double) {
    (self.ceiling, self.rate, self.middle) = (ceiling, rate, middle)
  }
}
