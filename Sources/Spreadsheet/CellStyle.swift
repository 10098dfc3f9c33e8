/// How a cell looks. Equal styles share one format in the file.
public struct CellStyle: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable { case natural, left, center, right }

  /// A spreadsheet number format code, `#,##0.00`; programs show it by the reader's own conventions.
  public var numberFormat: String?
  public var bold = false
  public var italic = false
  public var wrap = false
  public var alignment = Alignment.natural
  public var alignTop = false
  /// 0xRRGGBB; nil leaves the program's own.
  public var color: UInt32?
  public var fill: UInt32?
  public var size: Double?
  public var underline = false
  public var bottomBorder = false
  /// Steps from the edge the text is aligned to.
  public var indent = 0

  public init(
    numberFormat: String? = nil, bold: Bool = false, italic: Bool = false, wrap: Bool = false,
    alignment: Alignment = .natural, alignTop: Bool = false, color: UInt32? = nil,
    fill: UInt32? = nil, size: Double? = nil, underline: Bool = false, bottomBorder: Bool = false,
    indent: Int = 0
  ) {
    self.numberFormat = numberFormat
    self.bold = bold
    self.italic = italic
    self.wrap = wrap
    self.alignment = alignment
    self.alignTop = alignTop
    self.color = color
    self.fill = fill
    self.size = size
    self.underline = underline
    self.bottomBorder = bottomBorder
    self.indent = indent
  }

  public static let plain = CellStyle()
  public static let header = CellStyle(
    bold: true, wrap: true, fill: 0xEEF4FB, bottomBorder: true)
  public static let numberHeader = CellStyle(
    bold: true, wrap: true, alignment: .right, fill: 0xEEF4FB, bottomBorder: true)
  /// Typed text stays text: leading zeros survive.
  public static let text = CellStyle(numberFormat: "@")
  public static let day = CellStyle(numberFormat: "dd/mm/yyyy")
  public static let moment = CellStyle(numberFormat: "dd/mm/yyyy hh:mm")
  public static let integer = CellStyle(numberFormat: "#,##0")
  public static let decimal = CellStyle(numberFormat: "#,##0.00")
  public static let percent = CellStyle(numberFormat: "0.0%")
  public static let euro = CellStyle(numberFormat: "#,##0.00 \"€\"")
}
