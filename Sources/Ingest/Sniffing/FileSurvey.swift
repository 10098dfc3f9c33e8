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
  /// Of the file as delivered.
  public var byteCount: Int
  /// Of text files only, like everything below.
  public var encoding: Decision<TextEncoding>?
  public var newline: Newline?
  public var delimiter: Decision<UInt8>?
  public var quote: Decision<UInt8?>?
  public var escape: UInt8?
  /// Places where UTF-8 was taken for cp1252 and encoded again (`Ã¨` for `è`).
  public var doubledSequences = 0
  /// U+FFFD marks: letters lost before the delivery.
  public var replacementCharacters = 0

  /// The dialect to read a delimited text with.
  public var dialect: CSVDialect? {
    guard let encoding, let delimiter, let quote else { return nil }
    return CSVDialect(
      delimiter: delimiter.value, quote: quote.value, escape: escape, encoding: encoding.value)
  }

  /// Surveys the source; what `options` declare is taken as it is.
  ///
  /// Throws `UnreadableFile` when the source cannot be opened, is text in no one encoding, or is of
  /// a kind that is refused by name.
  public init(_ source: ByteSource, options: TableOptions = TableOptions()) throws {
    var census = ByteCensus()
    var mark: TextEncoding?
    var signature: FileKind?
    var isFirst = true
    let window = try ByteWindow(source)
    let declaresText = options.kind.map { $0 != .xlsx } ?? false
    try window.readThrough { bytes in
      if isFirst {
        isFirst = false
        if !declaresText { signature = options.kind ?? FileSignature.kind(head: bytes) }
        mark = EncodingDecision.byteOrderMark(bytes)
      }
      // The marks of a protected workbook stand anywhere in its container.
      if signature == .xls, FileSignature.contains(bytes, FileSignature.utf16("EncryptedPackage")) {
        signature = .xlsProtected
      }
      if signature == nil || signature == .csv { census.add(bytes) }
      return signature == nil || signature == .xls
    }
    census.finish()
    byteCount = try window.totalCount
    if window.position == 0 { signature = .empty }
    if signature == .zip { signature = try FileSignature.kind(of: ZipArchive(source)) }
    if let signature {
      kind = Decision(signature, confidence: 1, evidence: "riconosciuto dai primi byte")
      if let refusal = signature.refusal { throw refusal }
      return
    }
    let encoding =
      try options.encoding.map { .declared($0) } ?? EncodingDecision.decide(census, mark: mark)
    self.encoding = encoding
    newline = FileSurvey.newline(census)
    doubledSequences = census.doubledSequences
    replacementCharacters = census.replacementCharacters
    let zeros = census.evenZeros + census.oddZeros
    if zeros > 0, encoding.value != .utf16LittleEndian, encoding.value != .utf16BigEndian,
      zeros * 100 > census.byteCount, let refusal = FileKind.binary.refusal
    {
      throw refusal
    }
    let sample = try TextWindow(source, encoding: encoding.value)
    try sample.fill()
    let head = UnsafeBufferPointer(start: sample.start, count: sample.count)
    if let declared = options.kind {
      kind = .declared(declared)
    } else {
      let found = FileSignature.textKind(head: head)
      kind = Decision(found, confidence: 0.95, evidence: "riconosciuto dall'inizio del testo")
      if let refusal = found.refusal { throw refusal }
    }
    guard kind.value == .csv else { return }
    escape = options.escape
    let dialect = DialectDecision(
      sample: sample, delimiter: options.delimiter, quote: options.quote)
    delimiter = dialect.delimiter
    quote = dialect.quote
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
