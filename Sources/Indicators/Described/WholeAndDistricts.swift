/// The whole and its districts where a number is told of both: whoever is in no district is the whole less the
/// districts, and has a place too.
struct WholeAndDistricts {
  /// Units of the frame, the whole first.
  let units: [Int]
  private let frame: Frame
  private let places: [Int: Int]

  init(_ units: [Int], of frame: Frame) {
    self.units = units
    self.frame = frame
    places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
  }

  /// Of the units, and at the end of those of no district.
  var count: Int { units.count + 1 }

  /// Where somebody of a comune counts.
  func places(ofComune comune: Int) -> [Int] {
    let own = frame.unitsOfComune[comune].compactMap { places[$0] }
    return own.count > 1 ? own : own + [units.count]
  }

  /// Places that may be looked at: a district of too few would follow from the whole and the others.
  func shown(_ isSafe: [Bool]) -> Range<Int> {
    isSafe.dropFirst().allSatisfy(\.self) ? units.indices : 0..<1
  }
}

extension Computation {
  var wholeAndDistricts: WholeAndDistricts { WholeAndDistricts(wideUnits, of: frame) }
}
