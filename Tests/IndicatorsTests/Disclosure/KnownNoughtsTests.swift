import Testing

@testable import Indicators
@testable import Warehouse

/// Of a withheld nought a reader knows nothing, unless it follows from what is shown.
@Suite struct KnownNoughtsTests {
  /// The bounds of three comuni of one district, in one year, of all requests.
  private func bounds(_ counts: [Int], hidden: [Bool], wholeIsHidden: Bool = false) throws -> [Int]
  {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [4000, 3000, 2000], [:], 0))
    let frame = Frame(
      comuni: try store.comuni(), ats: try store.ambiti(), services: [], areas: [], channels: [],
      asOf: RandomWarehouse.asOf, years: 1)
    let protection = CountProtection(
      frame: frame, grid: Grid(frame: frame), settings: try DisclosureSettings(),
      isSensitive: frame.modalities.map { _ in false })
    var all = [Int](repeating: 0, count: frame.cells)
    var isHidden = [Bool](repeating: false, count: frame.cells)
    func cell(_ unit: Int) -> Int { frame.cell(unit: unit, period: 0, modality: 0) }
    for unit in 0..<frame.firstComune {
      all[cell(unit)] = counts.reduce(0, +)
      isHidden[cell(unit)] = wholeIsHidden
    }
    for (comune, count) in counts.enumerated() {
      all[cell(frame.firstComune + comune)] = count
      isHidden[cell(frame.firstComune + comune)] = hidden[comune]
    }
    let bounds = protection.bounds(of: all, hidden: isHidden, .perThousandResidents)
    return counts.indices.map { bounds[cell(frame.firstComune + $0)] }
  }

  @Test func whatIsShownIsKnown() throws {
    #expect(try bounds([7, 0, 9], hidden: [false, false, false]) == [7, 0, 9])
  }

  @Test func aNoughtBesideAWithheldCountIsNotKnown() throws {
    #expect(try bounds([7, 0, 2], hidden: [false, true, true]) == [7, 1, 2])
  }

  @Test func theRestOfASumThatIsAllShownIsNought() throws {
    #expect(try bounds([7, 0, 0], hidden: [false, true, true]) == [7, 0, 0])
    #expect(try bounds([7, 0, 0], hidden: [false, true, true], wholeIsHidden: true) == [7, 1, 1])
  }
}
