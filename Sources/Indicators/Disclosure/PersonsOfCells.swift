/// How many persons the cells of one edition are of, worked out once: sums ask for those of all their members,
/// time and again.
struct PersonsOfCells: Sendable {
  /// What two editions may be subtracted by.
  enum Number: Int, CaseIterable {
    case counted
    /// Of how many; where that is a population everybody knows, nothing.
    case whole
    /// How many of the whole are not counted.
    case others
  }

  private enum State: UInt8 {
    case absent, said, keptBack
  }

  /// By number and cell; not a number where it is not shown.
  private var numbers: [[Double]]
  private var states: [State]

  init(
    of cells: Range<Int>, _ observation: (_ cell: Int) -> Observation?,
    rules: (_ cell: Int) -> RulesOfIndicator
  ) {
    numbers = Array(
      repeating: Array(repeating: .nan, count: cells.count), count: Number.allCases.count)
    states = Array(repeating: .absent, count: cells.count)
    for cell in cells {
      guard let one = observation(cell) else { continue }
      let rules = rules(cell)
      states[cell] =
        one.status == .suppressed || one.isHeldBack ? .keptBack : .said
      for number in Number.allCases {
        numbers[number.rawValue][cell] = rules.persons(number, of: one)
      }
    }
  }

  subscript(number: Number, cell: Int) -> Double? {
    let one = numbers[number.rawValue][cell]
    return one.isNaN ? nil : one
  }

  func has(_ cell: Int) -> Bool { states[cell] != .absent }

  /// Those a number is of: all there are or, where the rest are residents, those counted.
  func all(_ cell: Int) -> Double? { self[.whole, cell] ?? self[.counted, cell] }

  /// What a reader learns of a cell: what was held back is not what it says.
  ///
  /// - Parameter isKnown: true where what is in no row is nothing.
  func told(_ number: Number, _ cell: Int, isKnown: Bool) -> Double? {
    switch states[cell] {
    case .absent: isKnown ? 0 : nil
    case .said: self[number, cell]
    case .keptBack: nil
    }
  }
}
