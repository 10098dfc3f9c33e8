import Glibc

/// How two ways of dividing the same thing differ.
public enum Divergence {
  /// Jensen–Shannon divergence in bits, 0 = alike … 1 = nothing in common (Lin 1991, *IEEE Trans. Inf.
  /// Theory* 37), with what each category adds. Nil when either sums to nothing.
  public static func jensenShannon(
    _ first: [Double], _ second: [Double]
  ) -> (bits: Double, parts: [Double])? {
    guard let p = shares(first), let q = shares(second), p.count == q.count else { return nil }
    func term(_ a: Double, _ m: Double) -> Double { a > 0 ? a / 2 * log2(a / m) : 0 }
    let parts = zip(p, q).map { a, b in term(a, (a + b) / 2) + term(b, (a + b) / 2) }
    return (parts.reduce(0, +), parts)
  }

  /// Half the sum of the absolute differences of shares, 0…1: the part that should change category
  /// (Duncan & Duncan 1955).
  public static func dissimilarity(_ first: [Double], _ second: [Double]) -> Double? {
    guard let p = shares(first), let q = shares(second), p.count == q.count else { return nil }
    return zip(p, q).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
  }

  private static func shares(_ amounts: [Double]) -> [Double]? {
    let sum = amounts.reduce(0, +)
    return sum > 0 ? amounts.map { $0 / sum } : nil
  }
}

/// What two sets have in common.
public enum Overlap {
  /// `|A ∩ B| / |A ∪ B|` (Jaccard 1901); nil when both are empty.
  public static func jaccard<T>(_ a: Set<T>, _ b: Set<T>) -> Double? {
    let union = a.union(b).count
    return union > 0 ? Double(a.intersection(b).count) / Double(union) : nil
  }
}
