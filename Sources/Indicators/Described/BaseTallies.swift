import Warehouse

/// What is gathered in one place: counts, sums, who is behind them, waits. Two tallies add up.
public struct CellTally: Sendable {
  /// Cases, and those of them in the numerator.
  public var cases = 0
  public var hits = 0
  public var sum = 0.0
  public var squares = 0.0
  /// Denominator of a ratio.
  public var other = 0.0
  /// Who is behind the cases: in the numerator (or all, where there is none), and out of it.
  var inside = FewIdentities()
  var outside = FewIdentities()
  /// Different units, and those of them in the numerator.
  var units = KeySet()
  var unitHits = KeySet()
  /// What each contributor gave of a sum, where one could make nearly all of it.
  var contributions = KeyTable<Double>()
  /// `day << 2 | cause`, with how often.
  var waits = KeyTable<Int>()
  /// Waits that end before they begin: they are in nothing else.
  private(set) var reversed = 0

  public init() {}

  mutating func add(_ more: CellTally) {
    cases += more.cases
    hits += more.hits
    sum += more.sum
    squares += more.squares
    other += more.other
    inside.formUnion(more.inside)
    outside.formUnion(more.outside)
    units.formUnion(more.units)
    unitHits.formUnion(more.unitHits)
    contributions.add(more.contributions)
    waits.add(more.waits)
    reversed += more.reversed
  }

  /// True when the second largest contributor could tell the largest within a tenth (rule p%, p = 10).
  var isDominated: Bool {
    guard !contributions.isEmpty else { return false }
    var (first, second, all) = (0.0, 0.0, 0.0)
    for (_, value) in contributions.entries {
      all += value
      if value > first { (first, second) = (value, first) } else { second = max(second, value) }
    }
    return all > 0 && all - first - second < 0.1 * first
  }

  mutating func add(_ one: Contribution) {
    if one.isReversed {
      reversed += 1
      return
    }
    cases += 1
    if one.isInNumerator { hits += 1 }
    sum += one.sum
    squares += one.squares
    other += one.other
    if let unit = one.unit {
      units.insert(unit)
      if one.isUnitHit { unitHits.insert(unit) }
    }
    if one.isOfContributor { contributions.add(one.sum, to: one.identity) }
    if let wait = one.wait { waits.add(1, to: wait) }
    if one.isInside { inside.insert(one.identity) } else { outside.insert(one.identity) }
  }
}

/// What one fact adds to every cell it is in: plain values, made once for each of millions of facts.
struct Contribution {
  /// Who is behind it.
  var identity: UInt64
  /// Of a share: the fact is in the numerator.
  var isInNumerator = false
  /// The identity is behind the numerator; where there is none, behind the cases.
  var isInside = true
  var sum = 0.0
  var squares = 0.0
  var other = 0.0
  var unit: UInt64?
  var isUnitHit = false
  /// The sum is of somebody who must not be recognised as the one who gave nearly all of it.
  var isOfContributor = false
  /// `day << 2 | cause`.
  private(set) var wait: UInt64?
  /// It is a wait that ends before it begins: two dates of which one is wrong.
  var isReversed = false

  mutating func wait(days: Int, cause: Int) {
    wait = UInt64(min(max(days, 0), DurationTally.longest) << 2 | cause)
  }
}

/// Different identities, counted up to a limit no threshold exceeds: enough to know whether there are too
/// few, however many facts there are. The union of two is exact up to the limit.
struct FewIdentities: Sendable {
  static let limit = 50
  private var members = KeySet()

  var count: Int { members.count }

  mutating func insert(_ identity: UInt64) {
    if members.count < FewIdentities.limit { members.insert(identity) }
  }

  mutating func formUnion(_ more: FewIdentities) {
    for identity in more.members.all { insert(identity) }
  }
}

/// Tallies by base cell: comune (or `ND`), quarter, and a code of one dimension.
public struct BaseTallies: Sendable {
  struct Key: Hashable {
    /// Index of the comune in the frame; the one after the last is `ND`.
    var comune: Int
    /// Index of the quarter in the frame; what holds at the as-of date is in the last one.
    var quarter: Int
    var dimension: Int
    var code: String
  }

  /// A code of a dimension.
  private struct Column {
    let dimension: Int
    let code: String
    /// By comune and quarter, the place of the tally; -1 where nothing has been counted.
    var cells: [Int32]
  }

  /// Dimension 0 is the total.
  let dimensions: [String]
  private let quarters: Int
  private let places: Int
  private var columns: [Column] = []
  /// By dimension, the column of each code.
  private var columnOf: [[String: Int]]
  private var tallies: [CellTally] = []

  init(dimensions: [String], frame: Frame) {
    self.dimensions = ["totale"] + dimensions
    quarters = frame.quarters.count
    places = (frame.comuni.count + 1) * quarters
    columnOf = self.dimensions.map { _ in [:] }
    _ = column(dimension: 0, code: "totale")
  }

  /// The number of a code of a dimension; the total's is 0.
  mutating func column(dimension: Int, code: String) -> Int {
    if let known = columnOf[dimension][code] { return known }
    columnOf[dimension][code] = columns.count
    columns.append(
      Column(
        dimension: dimension, code: code, cells: [Int32](repeating: -1, count: places)))
    return columns.count - 1
  }

  mutating func update(
    comune: Int, quarter: Int, column: Int, _ body: (inout CellTally) -> Void
  ) {
    let place = comune * quarters + quarter
    var cell = Int(columns[column].cells[place])
    if cell < 0 {
      cell = tallies.count
      tallies.append(CellTally())
      columns[column].cells[place] = Int32(cell)
    }
    body(&tallies[cell])
  }

  /// - Parameter codes: of each dimension after the total, in order.
  mutating func update(
    comune: Int, quarter: Int, codes: [String], _ body: (inout CellTally) -> Void
  ) {
    update(comune: comune, quarter: quarter, column: 0, body)
    for (i, code) in codes.enumerated() {
      let column = column(dimension: i + 1, code: code)
      update(comune: comune, quarter: quarter, column: column, body)
    }
  }

  /// Every cell in which something was counted, by comune, quarter, dimension and code: sums of decimals
  /// must not depend on which came first.
  var cells: [(key: Key, tally: CellTally)] {
    let sorted = columns.sorted { ($0.dimension, $0.code) < ($1.dimension, $1.code) }
    return (0..<places).flatMap { place in
      sorted.compactMap { column in
        let cell = Int(column.cells[place])
        guard cell >= 0 else { return nil }
        let key = Key(
          comune: place / quarters, quarter: place % quarters, dimension: column.dimension,
          code: column.code)
        return (key, tallies[cell])
      }
    }
  }
}
