import Testing
import Warehouse

@testable import Indicators

/// The interval of a mean of thirteen: eleven at an end of the scale of ratings, one beside it, one far.
@Suite struct MeanLimitsTests {
  private func mean(of field: FactField, _ values: [Double]) throws -> CellEstimates.Figure {
    var tally = CellTally()
    tally.cases = values.count
    tally.sum = values.reduce(0, +)
    tally.squares = values.reduce(0) { $0 + $1 * $1 }
    let estimates = CellEstimates(
      counting: Counting(
        .serviceRequest, when: .day(.requestedOn), measure: .mean(Quantity(field))),
      settings: try DisclosureSettings(), residents: { _, _, _ in nil }, total: { _ in nil },
      threshold: { _ in nil })
    let key = CellTable.Key(unit: 0, period: .year(2025), dimension: 0, code: "totale")
    return try #require(estimates.figures(key, tally).first)
  }

  @Test func noRatingIsBeyondTheScale() throws {
    let high = [Double](repeating: 5, count: 11) + [4, 2]
    let rated = try mean(of: .rating, high)
    #expect(rated.upper == 5 && near(rated.lower, 4.227614, 1e-6))
    let low = try mean(of: .rating, high.map { 6 - $0 })
    #expect(low.lower == 1 && near(low.upper, 1.772386, 1e-6))
    // What has no scale has no end.
    #expect(near(try mean(of: .birthYear, high).upper, 5.157001, 1e-6))
  }
}
