/// The tightest real bounds of withheld counts in one connected part of the tables.
///
/// Linear programming over `A x = b, 0 ≤ x ≤ u`: the bounded primal simplex on a dense tableau, one
/// start for all objectives. Every vertex met widens what is known to be possible for all cells, so
/// most cells need no programme of their own.
struct SimplexBounds {
  /// Columns; the tableau is `rows × columns`, row after row.
  private let columns: Int
  private var rows: Int
  private var tableau: [Double]
  private var value: [Double]
  private var basis: [Int]
  private var isBasic: [Bool]
  /// Upper bound of each column, infinite when there is none.
  private let ceiling: [Double]
  /// True where the column stands for `ceiling − x`.
  private var isFlipped: [Bool]
  private var gain: [Double]
  /// Extreme values met so far.
  private(set) var lower: [Double]
  private(set) var upper: [Double]

  private static let epsilon = 1e-9

  struct Equation {
    var terms: [(column: Int, coefficient: Double)]
    var constant: Double
  }

  /// Nil when no solution was found: the published numbers contradict each other, or rounding won.
  init?(_ equations: [Equation], ceilings: [Double]) {
    columns = ceilings.count
    rows = equations.count
    ceiling = ceilings
    tableau = [Double](repeating: 0, count: rows * columns)
    value = []
    for (row, equation) in equations.enumerated() {
      let sign: Double = equation.constant < 0 ? -1 : 1
      value.append(sign * equation.constant)
      for term in equation.terms {
        tableau[row * columns + term.column] += sign * term.coefficient
      }
    }
    // One artificial variable per equation, numbered past the columns; it never comes back.
    basis = (0..<rows).map { ceilings.count + $0 }
    isBasic = [Bool](repeating: false, count: columns)
    isFlipped = isBasic
    gain = [Double](repeating: 0, count: columns)
    lower = [Double](repeating: .infinity, count: columns)
    upper = [Double](repeating: -.infinity, count: columns)
    guard findStart() else { return nil }
    record()
  }

  /// Widens the range of a column to what is possible, or until its whole values are `enough` apart.
  mutating func explore(_ column: Int, until enough: Int?) {
    for direction in [1.0, -1.0] {
      if isWide(column, enough) { return }
      aim(at: column, direction)
      improve(watching: column, until: enough)
    }
  }

  /// Whole values only: counts are. The tolerance lets 2.9999999 be 3 on either side.
  func wholeRange(_ column: Int) -> (lower: Int, upper: Int) {
    (
      Int((lower[column] - 1e-6).rounded(.up)),
      upper[column].isFinite
        ? Int((upper[column] + 1e-6).rounded(.down)) : BoundPropagation.unbounded
    )
  }

  private func isWide(_ column: Int, _ enough: Int?) -> Bool {
    guard let enough else { return false }
    let range = wholeRange(column)
    return range.upper - range.lower >= enough
  }

  // MARK: - Start

  private mutating func findStart() -> Bool {
    for row in 0..<rows {
      for column in 0..<columns { gain[column] += tableau[row * columns + column] }
    }
    improve(watching: nil, until: nil)
    var row = 0
    while row < rows {
      if basis[row] < columns {
        row += 1
        continue
      }
      if value[row] > 1e-6 { return false }
      let entries = row * columns..<(row + 1) * columns
      if let place = entries.first(where: {
        abs(tableau[$0]) > 1e-7 && !isBasic[$0 - row * columns]
      }) {
        pivot(row, place - row * columns)
        row += 1
      } else {
        // The equation says nothing the others do not.
        tableau.removeSubrange(entries)
        value.remove(at: row)
        basis.remove(at: row)
        rows -= 1
      }
    }
    return true
  }

  // MARK: - Steps

  /// Makes `gain` the change of `direction · x[column]` per unit of each non-basic column.
  private mutating func aim(at column: Int, _ direction: Double) {
    let sign = isFlipped[column] ? -direction : direction
    if let row = basis.firstIndex(of: column) {
      for j in 0..<columns { gain[j] = -sign * tableau[row * columns + j] }
      gain[column] = 0
    } else {
      for j in 0..<columns { gain[j] = 0 }
      gain[column] = sign
    }
  }

  private mutating func improve(watching column: Int?, until enough: Int?) {
    // Largest gain first; by lowest index (Bland) once it has taken long, which cannot cycle.
    let fast = 20 + 4 * (rows + columns)
    for turn in 0..<(8 * fast) {
      guard let entering = entering(byIndex: turn > fast) else { break }
      if !advance(entering, byIndex: turn > fast) {
        // Nothing stops the column: its bound is as wide as can be.
        markUnbounded(entering)
        break
      }
      guard let column else { continue }
      see(column)
      if isWide(column, enough) { break }
    }
    // Every cell has some value at the vertex reached: that is news for all of them.
    if column != nil { record() }
  }

  private func entering(byIndex: Bool) -> Int? {
    var best: Int?
    var most = Self.epsilon
    for column in 0..<columns where gain[column] > most {
      if isBasic[column] || ceiling[column] <= 0 { continue }
      if byIndex { return column }
      best = column
      most = gain[column]
    }
    return best
  }

  /// One step along a column; false when nothing limits it.
  private mutating func advance(_ entering: Int, byIndex: Bool) -> Bool {
    var limit = ceiling[entering]
    var leaving: Int?
    for row in 0..<rows {
      let a = tableau[row * columns + entering]
      var step = Double.infinity
      if a > Self.epsilon {
        step = value[row] / a
      } else if a < -Self.epsilon, basis[row] < columns {
        step = (ceiling[basis[row]] - value[row]) / -a
      }
      if !step.isFinite { continue }
      let isCloser = step < limit - Self.epsilon
      let isTie = leaving != nil && step <= limit + Self.epsilon
      if isCloser || (isTie && byIndex && basis[row] < basis[leaving ?? row]) {
        limit = max(0, step)
        leaving = row
      }
    }
    if !limit.isFinite { return false }
    guard let leaving else {
      for row in 0..<rows { value[row] -= limit * tableau[row * columns + entering] }
      flip(entering)
      return true
    }
    if tableau[leaving * columns + entering] < 0 { flipBasic(leaving) }
    pivot(leaving, entering)
    return true
  }

  /// A non-basic column that sits at its ceiling is counted down from there.
  private mutating func flip(_ column: Int) {
    for row in 0..<rows { tableau[row * columns + column].negate() }
    gain[column].negate()
    isFlipped[column].toggle()
  }

  private mutating func flipBasic(_ row: Int) {
    let column = basis[row]
    for j in 0..<columns { tableau[row * columns + j].negate() }
    tableau[row * columns + column] = 1
    value[row] = ceiling[column] - value[row]
    isFlipped[column].toggle()
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let (rows, columns) = (rows, columns)
    let factor = 1 / tableau[row * columns + column]
    let old = value[row] * factor
    value[row] = old
    // Only the columns the pivot row holds change: a few in a sparse table.
    var touched: [Int] = []
    touched.reserveCapacity(columns)
    for j in row * columns..<(row + 1) * columns where tableau[j] != 0 {
      tableau[j] *= factor
      touched.append(j - row * columns)
    }
    touched.withUnsafeBufferPointer { touched in
      tableau.withUnsafeMutableBufferPointer { t in
        let source = t.baseAddress! + row * columns
        for i in 0..<rows where i != row {
          let target = t.baseAddress! + i * columns
          let multiple = target[column]
          if multiple == 0 { continue }
          var k = 0
          while k < touched.count {
            let j = touched[k]
            target[j] -= multiple * source[j]
            k += 1
          }
          target[column] = 0
          value[i] -= multiple * old
          if abs(value[i]) < 1e-11 { value[i] = 0 }
        }
        let multiple = gain[column]
        for j in touched { gain[j] -= multiple * source[j] }
        gain[column] = 0
      }
    }
    if basis[row] < columns { isBasic[basis[row]] = false }
    basis[row] = column
    isBasic[column] = true
  }

  // MARK: - What was met

  private mutating func record() {
    for column in 0..<columns where !isBasic[column] {
      see(column, 0)
    }
    for row in 0..<rows where basis[row] < columns { see(basis[row], value[row]) }
  }

  private mutating func see(_ column: Int) {
    see(column, isBasic[column] ? basis.firstIndex(of: column).map { value[$0] } ?? 0 : 0)
  }

  private mutating func see(_ column: Int, _ x: Double) {
    let actual = isFlipped[column] ? ceiling[column] - x : x
    lower[column] = min(lower[column], actual)
    upper[column] = max(upper[column], actual)
  }

  private mutating func markUnbounded(_ entering: Int) {
    upper[entering] = .infinity
    for row in 0..<rows where tableau[row * columns + entering] < -Self.epsilon {
      if basis[row] < columns { upper[basis[row]] = .infinity }
    }
  }
}
