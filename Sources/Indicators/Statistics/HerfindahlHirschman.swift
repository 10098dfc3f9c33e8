/// Concentration of a quantity over providers.
public struct HerfindahlHirschman: Hashable, Sendable {
  /// `H = Σ share²`, from 1/n (all equal) to 1 (one alone).
  public var index: Double
  /// `(H − 1/n)/(1 − 1/n)`, from 0 to 1; 1 for a single provider.
  public var normalised: Double
  /// Shares, the largest first.
  public var shares: [Double]

  /// Hirschman (1945), Herfindahl (1950). Providers with nothing count in n; nil when the sum is 0.
  public init?(_ amounts: [Double]) {
    let sum = amounts.reduce(0, +)
    guard sum > 0 else { return nil }
    shares = amounts.map { $0 / sum }.sorted(by: >)
    index = shares.reduce(0) { $0 + $1 * $1 }
    let floor = 1 / Double(amounts.count)
    normalised = amounts.count == 1 ? 1 : (index - floor) / (1 - floor)
  }

  /// Share of the k largest: CR1, CR3.
  public func concentrationRatio(_ k: Int) -> Double { shares.prefix(k).reduce(0, +) }
}
