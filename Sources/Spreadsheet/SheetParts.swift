/// Rows and columns of a sheet, counted from 0, both ends included.
public struct CellRange: Hashable, Sendable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Pixels of a column so many characters wide.
  public static func pixels(ofColumn width: Double) -> Int { Int(width * 7) + 5 }
}

/// A marked table: named, with a header row a program and a screen reader can find, and filters.
public struct SheetTable: Hashable, Sendable {
  /// Letters, digits and underscores; unique in the workbook.
  public var name: String
  /// Header row and data rows. A table has at least one data row.
  public var range: CellRange
  /// One per column, none empty, no two equal (compared without case).
  public var headers: [String]
  /// One per column.
  public var headerStyles: [CellStyle]

  public init(
    name: String, range: CellRange, headers: [String], headerStyles: [CellStyle]? = nil
  ) {
    self.name = name
    self.range = range
    self.headers = headers
    self.headerStyles = headerStyles ?? headers.map { _ in .header }
  }
}

/// Paper: what makes a sheet print well.
public struct PrintSetup: Sendable {
  public var landscape: Bool
  /// Rows repeated at the top of every page.
  public var titleRows: ClosedRange<Int>?
  /// Columns repeated at the left of every page, where they are spread over several.
  public var titleColumns: ClosedRange<Int>?
  /// Cells that are printed, each range on pages of its own; none prints all.
  public var areas: [CellRange]
  /// Plain texts; `&` is not interpreted.
  public var footerLeft: String
  /// Adds "pagina n di m", in the words given: `Pagina`, `di`.
  public var pageWords: (page: String, of: String)?
  /// Pages side by side the columns are spread over.
  public var pagesWide = 1
  /// Pages under each other the rows are fitted on; 0 is as many as it takes.
  public var pagesTall = 0
  /// Lines between the cells on paper too: for what is filled in by hand.
  public var showsGrid = false

  public init(
    landscape: Bool = true, titleRows: ClosedRange<Int>? = nil, areas: [CellRange] = [],
    footerLeft: String = "", pageWords: (page: String, of: String)? = nil
  ) {
    self.landscape = landscape
    self.areas = areas
    self.titleRows = titleRows
    self.footerLeft = footerLeft
    self.pageWords = pageWords
  }

  /// Spreads columns so many characters wide over as many pages as keep them readable, the first of
  /// them on each.
  public mutating func spread(_ widths: [Double], repeating titles: Int = 1) {
    let pixels = widths.reduce(0) { $0 + CellRange.pixels(ofColumn: $1) }
    pagesWide = max(1, (pixels + Self.widest - 1) / Self.widest)
    titleColumns = pagesWide > 1 ? 0...(titles - 1) : nil
  }

  /// Pixels on the width of an A4 sheet beyond which letters of 11 points are printed under 6.
  private static let widest = 1900

  /// The footer in the codes of the format.
  var footer: String {
    let left = footerLeft.isEmpty ? "" : "&L&8" + footerLeft.replacing("&", with: "&&")
    let right = pageWords.map { "&R&8\($0.page) &P \($0.of) &N" } ?? ""
    // The format holds 255 characters; the page number is worth more than the end of a long text.
    let room = 254 - right.utf16.count
    return CellText.prefix(of: left, utf16Units: room) + right
  }
}

/// A rule that formats cells by what they hold. Never the only way something is said.
public enum ConditionalFormat: Hashable, Sendable {
  case dataBar(color: UInt32)
  case lessThan(Double, CellStyle)
  case greaterThan(Double, CellStyle)
  case textContains(String, CellStyle)
}

/// What a fill-in cell accepts.
public struct Validation: Hashable, Sendable {
  public enum Choices: Hashable, Sendable {
    /// Whatever is typed: for the prompt alone.
    case anything
    /// Days from 1970-01-01.
    case days(ClosedRange<Int>)
    case integers(ClosedRange<Int64>)
    case decimals(ClosedRange<Double>)
    /// Together at most 255 characters, commas included.
    case list([String])
    /// The texts of a column of another sheet.
    case column(sheet: String, rows: ClosedRange<Int>, column: Int)
  }

  /// What happens when something else is typed.
  public enum Alert: Hashable, Sendable { case stop, warning, none }

  public var choices: Choices
  public var alert: Alert
  /// Said when something else is typed; empty leaves the program's own words.
  public var complaint: String
  public var promptTitle: String
  public var prompt: String

  public init(
    _ choices: Choices, alert: Alert = .stop, complaint: String = "", promptTitle: String = "",
    prompt: String = ""
  ) {
    self.choices = choices
    self.alert = alert
    self.complaint = complaint
    self.promptTitle = promptTitle
    self.prompt = prompt
  }
}

/// A picture from bytes (PNG, JPEG, GIF or BMP), never without its alternative text.
public struct SheetImage: Hashable, Sendable {
  public var bytes: [UInt8]
  public var altText: String
  public var scale: Double

  public init(bytes: [UInt8], altText: String, scale: Double = 1) {
    self.bytes = bytes
    self.altText = altText
    self.scale = scale
  }
}
