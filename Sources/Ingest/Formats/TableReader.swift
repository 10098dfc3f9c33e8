/// A streaming reader: bytes of one format in, raw rows with their original line numbers out.
///
/// Every reader passes the same conformance suite. A reader knows nothing of headers, contracts or
/// meaning; it yields every row of the table, the title and header rows included, in file order.
/// Lines grow from row to row, for a row is known by its line: of several rows that begin on one line
/// of a text (a document written without line ends) each takes the number after the one before.
/// Rows in which no cell holds anything but spaces are skipped (their line numbers are not reused),
/// unless they are broken records: those are rows whatever could be read of them, and `RawBatch.broken`
/// says what is wrong.
public protocol TableReader: AnyObject {
  /// Names the format itself gives to its columns, in the order of the cells' columns: the keys of
  /// JSON objects (nested ones joined with a dot), growing as new keys are met. Empty for formats
  /// whose header is a row like any other.
  var columnNames: [String] { get }

  /// Rows skipped so far because no cell of theirs held anything (ghost rows).
  var blankRowCount: Int { get }

  /// Refills `batch` with the next rows. False when there was nothing left to read.
  func next(into batch: RawBatch) throws -> Bool
}

/// A file that cannot be understood as a whole; it stops its source alone (exit code 65).
///
/// One sentence, in Italian, saying what is wrong, where, and what to do.
public struct UnreadableFile: Error, Equatable, CustomStringConvertible {
  /// Stable code, for instance `file-vuoto`, `zip-danneggiato`, `json-non-valido`.
  public var code: String
  public var message: String
  /// 1-based, when the place is known.
  public var line: Int?
  /// What the file is, when that is why it is refused.
  public var kind: FileKind?
  /// Its path, where the message does not say which it is.
  public var file: String?

  public init(code: String, message: String, line: Int? = nil, kind: FileKind? = nil) {
    self.code = code
    self.message = Masking.sentence(message)
    self.line = line
    self.kind = kind
  }

  /// There is no such file, or it cannot be opened: nothing is known of what it holds.
  public var isAbsent: Bool {
    ["file-assente", "file-non-leggibile", "file-non-regolare"].contains(code)
  }

  /// What goes wrong with the file says which it is.
  static func naming<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch var error as UnreadableFile where !error.isAbsent {
      error.file = path
      throw error
    }
  }

  public var description: String {
    (file.map { "«\($0)», " } ?? "") + (line.map { "riga \($0): " } ?? "") + message
  }
}
