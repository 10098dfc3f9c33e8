/// How a column of facts is kept while it travels from the parser to SQLite.
public enum ColumnKind: Sendable {
  /// Days, whole numbers, cents, booleans.
  case integer
  case real
  /// A code: an index into the column's dictionary.
  case code
  /// Text held in the batch's own bytes.
  case text
  /// A 128-bit keyed token.
  case token
}

/// One column of a `FactBatch`.
///
/// Two integers a cell hold every kind: the integer, the bit pattern of a real, a dictionary index,
/// the offset and length of a text, the two halves of a token. `FactBatch.null` in the first means
/// NULL. The storage is plain memory owned by the column, because every cell of every delivery goes
/// through it.
public final class FactColumn {
  public let name: String
  public let kind: ColumnKind
  public let a: UnsafeMutablePointer<Int64>
  public let b: UnsafeMutablePointer<Int64>
  /// What the indices of a `.code` column stand for; shared by all batches of a load.
  public let dictionary: CodeDictionary?

  public init(name: String, kind: ColumnKind, capacity: Int, dictionary: CodeDictionary? = nil) {
    precondition((kind == .code) == (dictionary != nil), "a code column has a dictionary")
    self.name = name
    self.kind = kind
    self.dictionary = dictionary
    a = .allocate(capacity: capacity)
    b = .allocate(capacity: capacity)
    a.initialize(repeating: FactBatch.null, count: capacity)
    b.initialize(repeating: 0, count: capacity)
  }

  deinit {
    a.deallocate()
    b.deallocate()
  }
}

/// A few thousand facts, column by column, as `BulkLoad` writes them.
///
/// Sendable because a batch belongs to one thread at a time: the parser fills it, hands it over
/// through a lock, and touches it again only when the writer has handed it back.
public final class FactBatch: @unchecked Sendable {
  public static let null = Int64.min

  public let columns: [FactColumn]
  public let capacity: Int
  /// Bytes of the `.text` columns.
  public var bytes: [UInt8] = []
  /// Original line of each row.
  public let lines: UnsafeMutablePointer<Int32>
  /// Rows that were refused are skipped by the writer.
  public let isRefused: UnsafeMutablePointer<Bool>
  public var count = 0
  /// What was found in these rows, written in the same transaction.
  public var findings: [Finding] = []

  public init(columns: [FactColumn], capacity: Int) {
    self.columns = columns
    self.capacity = capacity
    lines = .allocate(capacity: capacity)
    isRefused = .allocate(capacity: capacity)
    lines.initialize(repeating: 0, count: capacity)
    isRefused.initialize(repeating: false, count: capacity)
  }

  deinit {
    lines.deallocate()
    isRefused.deallocate()
  }

  /// Empties the batch for its next use; cells are overwritten by whoever fills it.
  public func reset() {
    bytes.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
    isRefused.update(repeating: false, count: capacity)
    count = 0
  }
}

/// The words a code column's indices stand for, append-only, kept as C strings so that giving one to
/// SQLite costs a pointer.
///
/// Sendable because a word's place never moves: the writer only reads places whose index reached it
/// through the lock that handed the batch over.
public final class CodeDictionary: @unchecked Sendable {
  /// Far above any code list (Italy has fewer than 20,000 comuni, ceased ones included).
  public static let capacity = 65_536

  struct Word {
    let text: UnsafeMutablePointer<CChar>
    let length: CInt
  }

  /// For the thread that adds to them: they move as they grow.
  public private(set) var codes: [String] = []
  private var indices: [String: Int64] = [:]
  let words: UnsafeMutablePointer<Word>

  public init() { words = .allocate(capacity: CodeDictionary.capacity) }

  deinit {
    for i in codes.indices { words[i].text.deallocate() }
    words.deallocate()
  }

  /// What an index stands for; its place never moves.
  func code(_ index: Int64) -> String { String(cString: words[Int(index)].text) }

  /// The index of a code, added if it is new.
  public func index(of code: String) -> Int64 {
    if let known = indices[code] { return known }
    let index = codes.count
    precondition(
      index < CodeDictionary.capacity, "a code list holds tens of codes, not of thousands")
    let utf8 = Array(code.utf8)
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: utf8.count + 1)
    for (i, byte) in utf8.enumerated() { text[i] = CChar(bitPattern: byte) }
    text[utf8.count] = 0
    (words + index).initialize(
      to: Word(text: text, length: CInt(utf8.count)))
    codes.append(code)
    indices[code] = Int64(index)
    return Int64(index)
  }
}
