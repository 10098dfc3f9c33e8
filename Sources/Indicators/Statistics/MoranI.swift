/// Do neighbouring areas resemble each other?
public struct MoranI: Hashable, Sendable {
  /// `I = (n/Σw) Σ w_ij z_i z_j / Σ z_i²`; about −1/(n−1) when place says nothing.
  public var index: Double
  public var expected: Double
  /// Share of the permutations whose index is at least as far on the same side, `(c + 1)/(m + 1)`.
  public var pValue: Double

  /// Moran (1950), *Biometrika* 37; pseudo p-value by random permutation of the values over the areas
  /// (Anselin 1995), the same for the same seed. Nil when all values are equal or nobody has a neighbour.
  ///
  /// - Parameter neighbours: of each area, the others it touches.
  public init?(
    _ values: [Double], neighbours: [[Int]], permutations: Int = 999, seed: UInt64 = 1
  ) {
    let n = Double(values.count)
    let weight = Double(neighbours.reduce(0) { $0 + $1.count })
    let mean = values.reduce(0, +) / n
    var z = values.map { $0 - mean }
    let squares = z.reduce(0) { $0 + $1 * $1 }
    guard squares > 0, weight > 0 else { return nil }
    func index(_ z: [Double]) -> Double {
      var sum = 0.0
      for (i, others) in neighbours.enumerated() {
        for j in others { sum += z[i] * z[j] }
      }
      return n / weight * sum / squares
    }
    let observed = index(z)
    var random = SeededRandom(seed: seed)
    var larger = 0
    for _ in 0..<permutations {
      random.shuffle(&z)
      if index(z) >= observed { larger += 1 }
    }
    self.index = observed
    expected = -1 / (n - 1)
    pValue = Double(min(larger, permutations - larger) + 1) / Double(permutations + 1)
  }
}
