/// A picture of numbers. It says in words what it shows, and its table follows it.
struct Chart: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Horizontal bars with intervals.
    case bars(Scale, [Item], reference: Reference?)
    /// One dot per row with its interval, in the order given: it is not a ranking.
    case dots(Scale, [Item], reference: Reference?)
    /// Distances from a common line (0 for differences, 1 for ratios).
    case gaps(Scale, [Item], origin: Double)
    /// Values over time.
    case lines(Scale, periods: [String], [Series])
    /// Cumulative share over days.
    case curve(Scale, [Curve], horizon: Double)
    /// The same of one place beside that of all, small: one of some on the same axes.
    case panel(Scale, Curve, beside: Curve, horizon: Double)
    /// Values against the size of what they are measured on, inside the lines chance draws.
    case funnel(Scale, [FunnelPoint], center: Reference, sizeLabel: String)
    /// One place among the others, indicator by indicator.
    case spine([SpineRow], reference: String, peers: String)
    /// Two values of each row and the line between them.
    case pairs(Scale, [Pair], first: String, second: String)
    /// Shares reached between a start and an end, beside the usual course and where the present pace
    /// leads; `today` in days from the start.
    case progress(
      Scale, reference: Curve, actual: Curve, forecast: Curve?, start: String, end: String,
      length: Double, today: Double)
    /// Comuni filled by class.
    case map(Scale, [Area])
  }

  /// What an axis measures.
  struct Scale: Hashable, Sendable {
    var label: String
    var style: NumberStyle
    /// Zero is on the axis, whatever the values.
    var fromZero = true
  }

  /// One value; nil when it is not there, and then `mark` says why.
  struct Item: Hashable, Sendable {
    var label: String
    var value: Double?
    var lower: Double?
    var upper: Double?
    var mark: Mark?
    /// Shown in place of a value that has no mark.
    var word: String?

    /// True where nothing was there to be counted: neither withheld nor missing.
    var isNoCase: Bool { value == nil && mark == nil && word != nil }
  }

  /// What the values are held against; its own interval says why one beside it may not stand apart.
  struct Reference: Hashable, Sendable {
    var label: String
    var value: Double
    var interval: ClosedRange<Double>?
  }

  struct Series: Hashable, Sendable {
    var name: String
    /// One per period.
    var points: [Item]
  }

  struct FunnelPoint: Hashable, Sendable {
    var item: Item
    /// What the value is measured on: the denominator of a share.
    var size: Double
    /// True when it stands apart from the centre beyond the margin of error.
    var isDistinct: Bool
  }

  struct SpineRow: Hashable, Sendable {
    /// Its value is already in its own unit's words.
    var label: String
    var value: Double
    var text: String
    var isDistinct: Bool
    /// Of all the comuni with a value: smallest, first and third quarter, largest.
    var spread: [Double]
    var reference: Double
    /// Median of the comuni of the same class.
    var peers: Double?
    /// False turns the row, so that right is better wherever one side is.
    var higherIsRight: Bool
  }

  struct Pair: Hashable, Sendable {
    var label: String
    var first: Item
    var second: Item
  }

  struct Curve: Hashable, Sendable {
    struct Step: Hashable, Sendable {
      var day: Double
      var share: Double
      var lower: Double?
      var upper: Double?
    }
    var name: String
    var steps: [Step]
    /// How many are followed from the start; nil where it does not apply or is not published.
    var subjects: Int?
  }

  struct Area: Hashable, Sendable {
    struct Point: Hashable, Sendable {
      var longitude: Double
      var latitude: Double
    }
    var item: Item
    var rings: [[Point]]
  }

  /// Columns of the table a spreadsheet draws its own chart from; a map has none.
  struct Native: Hashable, Sendable {
    /// Of a scatter the categories are numbers.
    enum Kind: Hashable, Sendable { case column, bar, line, scatter }
    var kind: Kind
    var categories: Int
    /// Both ends of those that are intervals.
    var values: [Int]
  }

  /// Unique in the report.
  var id: String
  var title: String
  /// What the chart shows, in words.
  var description: String
  var kind: Kind
  var native: Native?

  /// It is one of some side by side.
  var isPanel: Bool { if case .panel = kind { true } else { false } }
}
