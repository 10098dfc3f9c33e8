/// Rows of a delimited text file: RFC 4180, and what Italian offices really send.
///
/// CR, LF and CRLF may be mixed and may occur inside quotes; rows may be ragged; a quote inside an
/// unquoted field is text; spaces are kept. A row's line is the physical line where it begins.
public final class CSVReader: TableReader {
  /// Longest record accepted: what passes it is an unclosed quote or not a table at all.
  public static let recordLimit = 16 << 20
  /// Most fields of a record: what a spreadsheet can show.
  public static let columnLimit = 16_384

  public let columnNames: [String] = []
  public let dialect: CSVDialect
  public private(set) var blankRowCount = 0
  private let text: TextWindow
  private let recordLimit: Int
  private var consumed = 0
  private var line: Int32 = 1
  private var lastByte: UInt8 = 0
  /// Of the last scan.
  private var looseLines: [Int32] = []

  public init(
    _ source: ByteSource, dialect: CSVDialect = CSVDialect(),
    windowSize: Int = ByteWindow.defaultSize, recordLimit: Int = CSVReader.recordLimit
  ) throws {
    self.dialect = dialect
    self.recordLimit = recordLimit
    text = try TextWindow(source, encoding: dialect.encoding, size: windowSize)
  }

  public func next(into batch: RawBatch) throws -> Bool {
    // The arrays leave the batch while they are filled, so that no access check stands in the loop.
    var (bytes, cells, rows) = (batch.bytes, batch.cells, batch.rows)
    (batch.bytes, batch.cells, batch.rows) = ([], [], [])
    batch.unterminatedLine = 0
    if !batch.looseLines.isEmpty { batch.looseLines.removeAll() }
    if !batch.broken.isEmpty { batch.broken.removeAll() }
    var used = (bytes: 0, cells: 0, rows: 0)
    defer {
      rows.removeLast(rows.count - used.rows)
      (batch.bytes, batch.cells, batch.rows) = (bytes, cells, rows)
    }
    rows.append(contentsOf: repeatElement(RawRow.none, count: RawBatch.capacity - rows.count))
    while true {
      CSVReader.extend(&bytes, to: used.bytes + text.count - consumed + TextWindow.padding, with: 0)
      CSVReader.extend(&cells, to: 4096, with: .empty)
      let before = used.rows
      let outcome = scan(&bytes, &cells, &rows, &used)
      if !looseLines.isEmpty {
        batch.looseLines.formUnion(looseLines)
        looseLines.removeAll()
      }
      for row in rows[before..<used.rows] where row.cellCount > CSVReader.columnLimit {
        throw tooWide(row.line)
      }
      switch outcome {
      case .batchFull: return true
      case .needsCells:
        guard cells.count < 2 * RawBatch.cellBudget else { throw tooWide(line) }
        CSVReader.extend(&cells, to: cells.count * 2, with: .empty)
      case .needsInput:
        if text.isLast {
          if used.rows > 0 { noteEnd(after: rows[used.rows - 1], in: batch) }
          return used.rows > 0
        }
        if text.count - consumed > recordLimit { throw tooLong(&bytes, &cells, &rows) }
        try text.refill(consumed: consumed)
        consumed = 0
      case .unclosedQuote(let line):
        guard isLastLine else { throw unclosed(line) }
        _ = scan(&bytes, &cells, &rows, &used, asLast: true, withQuotes: false)
        batch.broken[line] = .unclosed
        return true
      case .zeroByte(let line):
        throw UnreadableFile(
          code: "csv-byte-nullo",
          message: "il testo contiene un byte nullo: il file è danneggiato o non è testo;"
            + " esportarlo di nuovo in CSV UTF-8.", line: Int(line))
      }
    }
  }

  private func scan(
    _ bytes: inout [UInt8], _ cells: inout [RawCell], _ rows: inout [RawRow],
    _ used: inout (bytes: Int, cells: Int, rows: Int), asLast: Bool = false,
    withQuotes: Bool = true
  ) -> CSVScanner.Outcome {
    bytes.withUnsafeMutableBufferPointer { bytes in
      cells.withUnsafeMutableBufferPointer { cells in
        rows.withUnsafeMutableBufferPointer { rows in
          var scanner = CSVScanner(
            delimiter: dialect.delimiter, quote: withQuotes ? dialect.quote ?? 0 : 0,
            escape: dialect.escape ?? 0, skipsBlanks: dialect.skipsBlanks,
            input: text.start + consumed, end: text.end, isLast: asLast || text.isLast, line: line,
            bytes: bytes.baseAddress!, byteCount: used.bytes, byteBudget: RawBatch.byteBudget,
            cells: cells.baseAddress!, cellCount: used.cells, cellCapacity: cells.count,
            rows: rows.baseAddress!, rowCount: used.rows, rowCapacity: rows.count)
          let outcome = scanner.scan()
          used = (scanner.byteCount, scanner.cellCount, scanner.rowCount)
          consumed = scanner.input - UnsafePointer(text.start)
          if consumed > 0 { lastByte = text.start[consumed - 1] }
          line = scanner.line
          blankRowCount += scanner.blankRows
          if !scanner.looseLines.isEmpty { looseLines += scanner.looseLines }
          return outcome
        }
      }
    }
  }

  /// What is left is one line, and not the first: it is cut, or has a quote too many, and the rows before
  /// it are whole.
  private var isLastLine: Bool {
    let rest = UnsafeBufferPointer(start: text.start + consumed, count: text.count - consumed)
    let end = rest.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? 0
    return line > 1 && !rest[..<end].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether the file ends inside its last row.
  private func noteEnd(after row: RawRow, in batch: RawBatch) {
    guard lastByte != 0x0A, lastByte != 0x0D else { return }
    batch.unterminatedLine = row.line
    if text.endsInsideLetter { batch.broken[row.line] = .cut }
  }

  private static func extend<T>(_ array: inout [T], to count: Int, with filler: T) {
    if array.count < count {
      array.append(contentsOf: repeatElement(filler, count: count - array.count))
    }
  }

  /// Reading the record as if the file ended here tells whether a quote swallowed it.
  private func tooLong(
    _ bytes: inout [UInt8], _ cells: inout [RawCell], _ rows: inout [RawRow]
  ) -> UnreadableFile {
    let start = Int(line)
    CSVReader.extend(&bytes, to: text.count - consumed + TextWindow.padding, with: 0)
    var ignored = (bytes: 0, cells: 0, rows: 0)
    if case .unclosedQuote(let line) = scan(&bytes, &cells, &rows, &ignored, asLast: true) {
      return unclosed(line, "non si chiudono entro \(recordLimit >> 20) MiB")
    }
    return UnreadableFile(
      code: "csv-riga-troppo-lunga",
      message: "la riga supera \(recordLimit >> 20) MiB: controllare il separatore di riga"
        + " e le virgolette.", line: start)
  }

  private func tooWide(_ line: Int32) -> UnreadableFile {
    UnreadableFile(
      code: "csv-troppe-colonne",
      message: "la riga ha più di \(CSVReader.columnLimit) campi: controllare il separatore, o"
        + " dichiararlo in source.json.", line: Int(line))
  }

  private func unclosed(_ line: Int32, _ how: String = "non si chiudono più") -> UnreadableFile {
    UnreadableFile(
      code: "csv-virgolette-aperte",
      message: "le virgolette aperte in questa riga \(how): chiuderle o raddoppiarle"
        + " nel testo, oppure dichiarare nel descrittore che il file non usa virgolette.",
      line: Int(line))
  }
}

extension RawRow {
  static let none = RawRow(line: 0, firstCell: 0, cellCount: 0)
}
