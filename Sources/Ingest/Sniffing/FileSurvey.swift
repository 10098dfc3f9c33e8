/// What a file is and how it is written, decided on all of it before the first row is read, each
/// decision with its evidence so that the receipt can say what was guessed.
public struct FileSurvey: Sendable {
  /// How lines end; `mixed` is accepted, but worth knowing.
  public enum Newline: String, Sendable {
    case lf = "LF"
    case crlf = "CRLF"
    case cr = "CR"
    case mixed = "misti"
  }

  public var kind: Decision<FileKind>
  /// `gzip` or `zip`, when the table came compressed, and the name it had inside.
  public var container: (kind: String, name: String)?
  /// Of the file as delivered, or of what was inside it.
  public var byteCount: Int
  /// Of text files only, like everything below.
  public var encoding: Decision<TextEncoding>?
  public var newline: Newline?
  public var delimiter: Decision<UInt8>?
  public var quote: Decision<UInt8?>?
  public var escape: Decision<UInt8?>?
  /// Blanks between delimiters and quotes are layout; nil where there are none.
  public var skipsBlanks: Decision<Bool>?
  /// Places where UTF-8 was taken for cp1252 and encoded again (`Ã¨` for `è`).
  public var doubledSequences = 0
  /// Characters named as HTML does, in the first part of a text.
  public var htmlReferences = 0
  /// U+FFFD marks: letters lost before the delivery.
  public var replacementCharacters = 0
  /// An XML document that declares a table of single bytes, and is UTF-8.
  public private(set) var contradictsProlog = false
  /// Bytes that are not UTF-8 in a file that mostly is, and the line of the first.
  public var foreignBytes: (count: Int, firstLine: Int)?

  /// The dialect to read a delimited text with.
  public var dialect: CSVDialect? {
    guard let encoding, let delimiter, let quote else { return nil }
    return CSVDialect(
      delimiter: delimiter.value, quote: quote.value, escape: escape?.value,
      skipsBlanks: skipsBlanks?.value ?? false, encoding: encoding.value)
  }

  /// Surveys the source; what `options` declare is taken as it is.
  ///
  /// - Parameter beginning: looks at so many bytes of a text alone: a guess about the rest.
  /// - Throws: `UnreadableFile` when the source cannot be opened, is text in no one encoding, or is of
  ///   a kind that is refused by name.
  public init(
    _ source: ByteSource, options: TableOptions = TableOptions(),
    ofBeginning beginning: Int? = nil
  ) throws {
    var look = try FirstLook(source, ofBeginning: beginning)
    if look.kind == .zip { look.kind = try FileSignature.kind(of: ZipArchive(source)) }
    byteCount = look.byteCount
    if let found = look.kind {
      kind = try FileSurvey.binary(found, declared: options.kind)
      return
    }
    let encoding = try look.encoding(options)
    let sample = try TextWindow(
      source, encoding: encoding.value, size: beginning ?? ByteWindow.defaultSize)
    try sample.fill()
    let head = UnsafeBufferPointer(start: sample.start, count: sample.count)
    if options.encoding == nil, encoding.value == .utf8, look.census.validSequences == 0,
      ForeignEncoding.isUTF7(head)
    {
      throw ForeignEncoding.utf7.refusal
    }
    kind = try FileSurvey.text(head, declared: options.kind)
    self.encoding = encoding
    take(look.census)
    if kind.value == .xml, options.encoding == nil { compareProlog(of: head, with: look.census) }
    htmlReferences = HTMLText.references(in: head)
    guard kind.value == .csv else { return }
    let dialect = DialectDecision(sample: sample, options: options)
    delimiter = dialect.delimiter
    quote = dialect.quote
    escape = dialect.escape
    skipsBlanks = dialect.skipsBlanks
  }

  private mutating func take(_ census: ByteCensus) {
    newline = FileSurvey.newline(census)
    doubledSequences = census.doubledSequences
    replacementCharacters = census.replacementCharacters
    if encoding?.value == .mixed, let line = census.firstInvalidLine {
      foreignBytes = (census.invalidBytes, line)
    }
  }

  /// Accented letters of one byte are never, all of them, good UTF-8: where they are, the prolog is wrong.
  private mutating func compareProlog(
    of head: UnsafeBufferPointer<UInt8>, with census: ByteCensus
  ) {
    guard let prolog = FileSignature.xmlEncoding(head: head) else { return }
    contradictsProlog = census.invalidBytes == 0 && census.validSequences > 0
    encoding =
      contradictsProlog
      ? Decision(
        .utf8, confidence: 0.95,
        evidence:
          "il prologo XML dice \(prolog.rawValue), ma ogni carattere non ASCII è UTF-8 valido")
      : Decision(prolog, confidence: 1, evidence: "dichiarata nel prologo XML")
  }

  /// The kind its first bytes say, unless it is refused or is not what was declared.
  private static func binary(
    _ found: FileKind, declared: FileKind?
  ) throws -> Decision<FileKind> {
    if let refusal = found.refusal { throw refusal }
    if let declared, declared != found { throw mismatch(declared, found) }
    return Decision(found, confidence: 1, evidence: "riconosciuto dai primi byte")
  }

  /// The kind of text that was declared, or that its beginning shows.
  private static func text(
    _ head: UnsafeBufferPointer<UInt8>, declared: FileKind?
  ) throws -> Decision<FileKind> {
    let found = FileSignature.textKind(head: head)
    if let declared, declared.isText, found != .errorReply { return .declared(declared) }
    if let refusal = found.refusal { throw refusal }
    if let declared { throw mismatch(declared, found) }
    return Decision(found, confidence: 0.95, evidence: "riconosciuto dall'inizio del testo")
  }

  /// The same rows are read by both.
  func readsLike(_ other: FileSurvey) -> Bool {
    kind.value == other.kind.value && dialect == other.dialect
      && (doubledSequences > 0) == (other.doubledSequences > 0)
      && (htmlReferences > 0) == (other.htmlReferences > 0)
  }

  private static func mismatch(_ declared: FileKind, _ found: FileKind) -> UnreadableFile {
    UnreadableFile(
      code: "formato-diverso",
      message: "il descrittore dice «\(declared.rawValue)», ma il file è «\(found.rawValue)»:"
        + " correggere «formato» in source.json o consegnare il file giusto.")
  }

  private static func newline(_ census: ByteCensus) -> Newline? {
    switch (census.lineFeeds, census.carriageReturns, census.pairs) {
    case (0, 0, _): nil
    case (_, 0, _): .lf
    case (0, _, _): .cr
    case (let feeds, let returns, let pairs) where feeds == pairs && returns == pairs: .crlf
    default: .mixed
    }
  }
}

/// One pass over the bytes: what the first of them say the file is, and the census of a text.
private struct FirstLook {
  var census = ByteCensus()
  var mark: TextEncoding?
  /// The byte order mark of an encoding Tavolo does not read.
  var foreignMark: ForeignEncoding?
  /// Nil for text.
  var kind: FileKind?
  let byteCount: Int

  init(_ source: ByteSource, ofBeginning beginning: Int?) throws {
    var census = ByteCensus()
    var mark: TextEncoding?
    var foreignMark: ForeignEncoding?
    var kind: FileKind?
    var isFirst = true
    let window = try ByteWindow(source, size: beginning ?? ByteWindow.defaultSize)
    try window.readThrough { bytes in
      if isFirst {
        isFirst = false
        kind = FileSignature.kind(head: bytes)
        mark = EncodingDecision.byteOrderMark(bytes)
        foreignMark = ForeignEncoding.byteOrderMark(bytes)
      }
      // The marks of a protected workbook stand anywhere in its container.
      if kind == .xls, FileSignature.contains(bytes, FileSignature.utf16("EncryptedPackage")) {
        kind = .xlsProtected
      }
      if kind == nil { census.add(bytes) }
      return beginning == nil && (kind == nil || kind == .xls)
    }
    census.finish()
    byteCount = try window.totalCount
    self.census = census
    self.mark = mark
    self.foreignMark = foreignMark
    self.kind = window.position == 0 ? .empty : kind
  }

  /// The encoding that was declared, or that all its bytes make likely.
  func encoding(_ options: TableOptions) throws -> Decision<TextEncoding> {
    if options.encoding == nil, let foreign = ForeignEncoding(census, mark: foreignMark) {
      throw foreign.refusal
    }
    let encoding =
      try options.encoding.map { .declared($0) } ?? EncodingDecision.decide(census, mark: mark)
    let zeros = census.evenZeros + census.oddZeros
    if zeros * 100 > census.byteCount, encoding.value != .utf16LittleEndian,
      encoding.value != .utf16BigEndian, let refusal = FileKind.binary.refusal
    {
      throw refusal
    }
    return encoding
  }
}
