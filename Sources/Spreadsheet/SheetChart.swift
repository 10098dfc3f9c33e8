/// A native chart drawn from cells of the workbook.
public struct SheetChart: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case column, bar, line, scatter
  }

  public struct Series: Hashable, Sendable {
    public var name: String
    /// Sheet the two ranges are on.
    public var sheet: String
    public var categories: CellRange
    public var values: CellRange
    /// 0xRRGGBB.
    public var color: UInt32
    /// A line is broken, a mark is a diamond: what tells it from another without its colour.
    public var isDashed: Bool

    public init(
      name: String, sheet: String, categories: CellRange, values: CellRange,
      color: UInt32 = 0x0066CC, isDashed: Bool = false
    ) {
      self.name = name
      self.sheet = sheet
      self.categories = categories
      self.values = values
      self.color = color
      self.isDashed = isDashed
    }
  }

  public var kind: Kind
  public var title: String
  public var categoryAxis: String
  public var valueAxis: String
  public var series: [Series]
  /// What the chart shows, for who cannot see it.
  public var altText: String
  /// Number format of the value axis.
  public var valueFormat: String?
  /// Where the value axis ends, which then begins at 0; nil lets the program choose both.
  public var valueMax: Double?
  /// Format of the categories where they are days.
  public var dayFormat: String?
  public var width: Int
  public var height: Int

  /// Width and height in pixels.
  public init(
    _ kind: Kind, title: String, categoryAxis: String, valueAxis: String, series: [Series],
    altText: String, valueFormat: String? = nil, width: Int = 720, height: Int = 400
  ) {
    self.kind = kind
    self.title = title
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.series = series
    self.altText = altText
    self.valueFormat = valueFormat
    self.width = width
    self.height = height
  }
}
