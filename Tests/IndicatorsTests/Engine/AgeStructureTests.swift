import Testing

@testable import Indicators
@testable import Warehouse

@Suite struct AgeStructureTests {
  private func count(_ year: Int, _ ages: ClosedRange<Int>, _ sex: String, _ residents: Int)
    -> PopulationCount
  {
    PopulationCount(comune: "080043", year: year, ages: ages, sex: sex, residents: residents)
  }

  @Test func theLastYearIsSummedOverSexes() throws {
    let counts = [
      count(2025, 0...14, "F", 1), count(2025, 65...120, "F", 1),
      count(2026, 0...14, "F", 40), count(2026, 0...14, "M", 60), count(2026, 15...64, "F", 500),
      count(2026, 65...79, "M", 100), count(2026, 80...120, "F", 50),
      count(2027, 0...120, "F", 9),
    ]
    let ages = AgeStructure.all(counts, upTo: 2026)
    #expect(
      ages[try #require(ComuneCode("080043"))]
        == AgeStructure(year: 2026, residents: 750, children: 100, elders: 150))
  }

  /// A band across 15 or 65 years tells neither how many are under nor how many over.
  @Test(arguments: [[0...17, 18...120], [0...14, 15...69, 70...120], [0...14, 15...64]])
  func bandsThatDoNotPartTheAgesSayNothing(_ bands: [ClosedRange<Int>]) {
    #expect(AgeStructure.all(bands.map { count(2026, $0, "F", 10) }, upTo: 2026).isEmpty)
  }
}
