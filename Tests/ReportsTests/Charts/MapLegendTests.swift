import Testing

@testable import Reports

extension ChartDrawingTests {
  /// The page makes as much room under the land as the legend needs: one of fewer classes needs less.
  @Test func aMapSaysHowHighItsLegendIs() throws {
    func heights(_ values: [Double]) throws -> (land: Double, key: Double, whole: Double) {
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
      let found = try #require(
        svg.firstMatch(
          of: #/viewBox="0 0 720 ([\d.]+)" .*style="--land:([\d.]+);--key:([\d.]+)"/#))
      let (_, whole, land, key) = found.output
      return try (
        #require(Double(land)), #require(Double(key)), #require(Double(whole))
      )
    }
    let one = try heights([0.1])
    let five = try heights([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    #expect(five.key == one.key + 4 * 26)
    #expect(one.land < one.key && one.whole == one.key)
    #expect(five.land > five.key && five.whole == five.land)
  }
}
