/// How a delimited text file separates its fields.
public struct CSVDialect: Sendable, Equatable {
  /// ASCII byte between two fields.
  public var delimiter: UInt8
  /// ASCII byte around a field that holds delimiters or newlines; nil when nothing quotes.
  public var quote: UInt8?
  /// ASCII byte that makes the next one literal; nil (RFC 4180) when a doubled quote does that.
  public var escape: UInt8?
  /// Blanks between a delimiter and a quote are layout: `1, "due" ,3`. RFC 4180 would make the quotes
  /// part of the text.
  public var skipsBlanks: Bool
  public var encoding: TextEncoding

  public init(
    delimiter: UInt8 = UInt8(ascii: ";"), quote: UInt8? = UInt8(ascii: "\""),
    escape: UInt8? = nil, skipsBlanks: Bool = false, encoding: TextEncoding = .utf8
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.skipsBlanks = skipsBlanks
    self.encoding = encoding
  }
}
