import Testing

@testable import Reports

extension ChartDrawingTests {
  /// The page makes as much room under the land as the legend needs: one of fewer classes needs less.
  @Test func aMapSaysHowHighItsLegendIs() throws {
    func map(_ values: [Double]) throws -> (whole: Double, under: Double, land: Double) {
      let areas = values.enumerated().map { index, value in
        Chart.Area(
          item: .init(label: "a", value: value),
          rings: [
            [(0.0, 0.0), (9, 0), (9, 1), (0, 1)].map {
              .init(longitude: $0.0, latitude: $0.1 + Double(index))
            }
          ])
      }
      let svg = Self.svg(.map(Self.scale, areas))
      let frame = try #require(
        svg.firstMatch(of: #/viewBox="0 0 720 ([\d.]+)" .*style="--under:([\d.]+)%"/#))
      let key = try #require(
        svg.firstMatch(of: #/class="key" style="--move:translate\(-96.67%,([\d.]+)px\) scale/#))
      return try (
        #require(Double(frame.output.1)), #require(Double(frame.output.2)),
        #require(Double(key.output.1))
      )
    }
    let one = try map([0.1])
    let five = try map([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    // One class: the legend is the higher of the two, and five have four rows more of it.
    let key = one.whole + 4 * 26
    #expect(one.land < one.whole && five.land == five.whole && key < five.whole)
    #expect(abs(one.under - (one.land + 0.5 * one.whole) * 155 / 720) < 0.06)
    #expect(abs(five.under - 1.5 * key * 155 / 720) < 0.06)
  }
}
