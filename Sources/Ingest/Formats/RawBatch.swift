/// What a cell was in the file it came from, before anything is understood of it.
public enum RawCellKind: UInt8, Sendable {
  /// Nothing there: an absent cell, a JSON null, an empty unquoted CSV field.
  case empty
  /// Text as delivered (also every CSV field, and numbers that JSON or XLSX carry as text).
  case text
  /// A number the format itself types (JSON number, XLSX numeric cell); the bytes are its decimal
  /// form with a dot, shortest that round-trips.
  case number
  /// Such a number of which the sheet shows more than its digits: the bytes are what is shown, `000123`,
  /// `46/2026`, `90 min`.
  case shown
  /// A date or date-time the format itself types (XLSX date style); the bytes are ISO 8601,
  /// `2026-03-12`, `2026-03-12T10:15:00`, or `10:15:00` for a time of day alone.
  case date
  /// Such a date of which the sheet shows no day (`dic-26`); the bytes are those of the whole date.
  case month
  /// A boolean the format itself types; the bytes are `true` or `false`.
  case boolean
  /// An error value of a spreadsheet; the bytes are its name, `#DIV/0!`.
  case error

  var isTextOrNumber: Bool { self == .text || self == .number || self == .shown }

  /// The format types it as a date, whatever of it is shown.
  var isDate: Bool { self == .date || self == .month }
}

/// One cell: a range of the batch's bytes.
public struct RawCell: Sendable {
  public var start: UInt32
  public var length: UInt32
  public var kind: RawCellKind

  public init(start: UInt32, length: UInt32, kind: RawCellKind) {
    self.start = start
    self.length = length
    self.kind = kind
  }

  public static let empty = RawCell(start: 0, length: 0, kind: .empty)
}

/// One row: its first cell's index in the batch, and where it began in the delivered file.
public struct RawRow: Sendable {
  /// 1-based line where the record begins (text formats), or row number (spreadsheets).
  public var line: Int32
  public var firstCell: Int32
  public var cellCount: Int32

  public init(line: Int32, firstCell: Int32, cellCount: Int32) {
    self.line = line
    self.firstCell = firstCell
    self.cellCount = cellCount
  }
}

/// What is wrong with a record that cannot be read though those around it can.
public struct BrokenRecord: Sendable, Equatable {
  /// Where in the record and what was expected, in Italian; nothing of what was delivered.
  public var problem: String
  /// What stands around the place, masked: nobody knows which field it is of.
  public var excerpt: String
  public var cause = Cause.object

  public enum Cause: Sendable {
    /// A line of NDJSON that is no object.
    case object
    /// The file ends inside it.
    case cut
    /// It holds other rows, between a quote and another that were not meant as such.
    case swallowing
    /// It is longer or shorter than the lines of a file of fixed places.
    case otherLength
    /// It stands under the header of another table.
    case otherTable
  }

  static let cut = BrokenRecord(
    problem: "finisce a metà di una lettera", excerpt: "", cause: .cut)
  static let ofOtherTable = BrokenRecord(problem: "", excerpt: "", cause: .otherTable)
  static let unclosed = BrokenRecord(
    problem: "le sue virgolette non si chiudono", excerpt: "", cause: .cut)
}

/// A few thousand rows as a reader found them, reused from batch to batch so that memory stays flat.
///
/// Bytes are UTF-8 (valid by construction: a reader replaces or refuses what is not) and already
/// unquoted and unescaped; no `String` exists yet. Only what `rows` refer to means something: a
/// reader may leave `bytes` and `cells` longer than that, so as not to clear them for every batch.
public final class RawBatch {
  /// Readers stop filling at this many rows: a batch and what is made of it stay in a core's cache.
  public static let capacity = 4096
  /// Readers stop filling after the row that passes this many bytes.
  static let byteBudget = 4 << 20
  /// Or after the row that passes this many cells.
  static let cellBudget = 1 << 20

  public var bytes: [UInt8] = []
  public var cells: [RawCell] = []
  public var rows: [RawRow] = []
  /// Rows that the format itself spoils, by line: their cells are those that could be read all the same.
  public var broken: [Int32: BrokenRecord] = [:]

  /// Line of the row that the file ends without a line end; 0 when none of these is.
  var unterminatedLine: Int32 = 0
  /// Lines of the rows in which text follows a closing quote.
  var looseLines: Set<Int32> = []

  public init() {
    bytes.reserveCapacity(1 << 20)
    cells.reserveCapacity(RawBatch.capacity * 16)
    rows.reserveCapacity(RawBatch.capacity)
  }

  /// Gives its rows for another batch's, without copying them.
  func exchange(with other: RawBatch) {
    swap(&bytes, &other.bytes)
    swap(&cells, &other.cells)
    swap(&rows, &other.rows)
    swap(&broken, &other.broken)
    swap(&unterminatedLine, &other.unterminatedLine)
    swap(&looseLines, &other.looseLines)
  }

  public func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    if !broken.isEmpty { broken.removeAll() }
    unterminatedLine = 0
    looseLines.removeAll()
  }

  /// Bytes up to the end of the last row's cells: `bytes.count` may be more than a batch holds.
  public var usedByteCount: Int {
    guard let last = rows.last else { return 0 }
    let range = Int(last.firstCell)..<Int(last.firstCell + last.cellCount)
    return cells[range].reduce(0) { max($0, Int($1.start + $1.length)) }
  }

  /// A row's cell as text, for messages and tests; columns beyond the row's end are empty.
  public func text(row: Int, column: Int) -> String { text(row: row, column: column, upTo: .max) }

  /// - Parameter limit: bytes taken at most.
  func text(row: Int, column: Int, upTo limit: Int) -> String {
    let r = rows[row]
    guard column >= 0, column < Int(r.cellCount) else { return "" }
    let cell = cells[Int(r.firstCell) + column]
    let start = Int(cell.start)
    return String(decoding: bytes[start..<start + min(limit, Int(cell.length))], as: UTF8.self)
  }

  public func kind(row: Int, column: Int) -> RawCellKind {
    let r = rows[row]
    guard column >= 0, column < Int(r.cellCount) else { return .empty }
    return cells[Int(r.firstCell) + column].kind
  }
}
