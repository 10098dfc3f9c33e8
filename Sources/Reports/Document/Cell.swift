import Warehouse

/// One cell of a table: a typed value, how it is shown, and the observation it comes from.
///
/// The writers are dumb: the spreadsheet gets the number and its format, the page gets its text.
struct Cell: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int)
    case number(Double, NumberStyle)
    case euro(cents: Int64)
    case day(Day)
    /// Two ends of an interval, the second infinite where it is open: one cell on a page, two columns in a
    /// sheet.
    case interval(Double, Double, NumberStyle)
    case link(String, Link.Target)
  }

  var value: Value
  var mark: Mark?
  /// A word shown in place of a value that has none, beside its mark: `non raggiunta`.
  var word: String?
  /// Interval of the value, where it has no column of its own: what two cells are compared by.
  var bounds: ClosedRange<Double>?
  /// Id of the observation, accepted by `tavolo explain`.
  var observation: String?

  init(_ value: Value, mark: Mark? = nil, word: String? = nil, observation: String? = nil) {
    self.value = value
    self.mark = mark
    self.word = word
    self.observation = observation
  }

  static func text(_ text: String) -> Cell { Cell(.text(text)) }
  static func integer(_ value: Int) -> Cell { Cell(.integer(value)) }
  static func day(_ day: Day?) -> Cell {
    day.map { Cell(.day($0)) } ?? Cell(.none, mark: .notReceived)
  }
  static func link(_ text: String, _ target: Link.Target) -> Cell { Cell(.link(text, target)) }
}

/// How a number is shown, the same in every format.
enum NumberStyle: Hashable, Sendable {
  /// With so many decimals.
  case decimal(Int)
  /// A share of 1, shown as a percentage.
  case percent(Int)
  /// Percentage points, shown with their sign, plus included.
  case points(Int)

  /// Of what was counted: decimals only where it has any, and where they are not lost among hundreds.
  static func ofCount(_ value: Double) -> NumberStyle {
    .decimal(value == value.rounded() || value.magnitude >= 100 ? 0 : 2)
  }

  /// With one decimal more.
  var finer: NumberStyle {
    switch self {
    case .decimal(let digits): .decimal(digits + 1)
    case .percent(let digits): .percent(digits + 1)
    case .points(let digits): .points(digits + 1)
    }
  }

  /// For an interval of differences that lies on one side of zero, and must not seem to touch it.
  func telling(_ lower: Double, _ upper: Double) -> NumberStyle {
    guard case .points(let digits) = self, digits < 5, lower * upper > 0,
      rounded(lower) == 0 || rounded(upper) == 0
    else { return self }
    return finer.telling(lower, upper)
  }

  /// Coordinates of the number format of spreadsheets.
  var spreadsheetFormat: String {
    switch self {
    case .decimal(0): "#,##0"
    case .decimal(let digits): "#,##0." + String(repeating: "0", count: digits)
    case .percent(0): "0%"
    case .percent(let digits): "0." + String(repeating: "0", count: digits) + "%"
    case .points(let digits):
      {
        let zeros = digits == 0 ? "0" : "0." + String(repeating: "0", count: digits)
        return "+\(zeros);-\(zeros);\(zeros)"
      }()
    }
  }

  func text(_ value: Double, _ language: Language) -> String {
    switch self {
    case .decimal(let digits): language.decimal(value, digits)
    case .percent(let digits): language.percent(value, digits)
    case .points(let digits): language.signed(value, digits)
    }
  }
}
