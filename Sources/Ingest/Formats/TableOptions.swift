/// What the caller declares about a file; everything left nil is decided by looking at it.
public struct TableOptions: Sendable {
  public var kind: FileKind?
  public var encoding: TextEncoding?
  public var delimiter: UInt8?
  /// `.some(nil)` declares that nothing quotes.
  public var quote: UInt8??
  /// `.some(nil)` declares that nothing escapes.
  public var escape: UInt8??
  /// Blanks between delimiters and quotes are layout.
  public var skipsBlanks: Bool?
  public var sheet: SheetChoice?
  /// Read where a workbook has a sheet so named and nobody chose one; otherwise the first.
  public var preferredSheet: String?
  /// Where the rows of a JSON or XML document are, from its root.
  public var recordPath: [String]?
  /// Columns of a fixed-width file.
  public var layout: FixedLayout?
  /// Bytes read at a time; tests make it tiny so that every boundary is met.
  public var windowSize: Int

  public init(
    kind: FileKind? = nil, encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
    quote: UInt8?? = nil, escape: UInt8?? = nil, skipsBlanks: Bool? = nil,
    sheet: SheetChoice? = nil,
    recordPath: [String]? = nil, layout: FixedLayout? = nil,
    windowSize: Int = 1 << 20
  ) {
    self.kind = kind
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.skipsBlanks = skipsBlanks
    self.sheet = sheet
    self.recordPath = recordPath
    self.layout = layout
    self.windowSize = windowSize
  }
}

/// Which sheet of a workbook to read.
public enum SheetChoice: Sendable, Equatable {
  /// As the tab says, case and outer spaces aside; a number alone may be its place.
  case name(String)
  /// 1-based, hidden sheets included.
  case position(Int)
}

extension TableOptions {
  /// The project's own tables: maps and reference lists are UTF-8 CSV with commas.
  static var projectCSV: TableOptions {
    TableOptions(
      kind: .csv, encoding: .utf8, delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""),
      escape: .some(nil))
  }
}
