/// Rows of a JSON document whose table is not at its root: the objects at a path
/// (`dati/richieste`), lists on the way included.
///
/// What stands before the list in the objects it lies in is repeated in each row, in columns named
/// from the root (`$.ente`, `$.dati.comune`). A row's line is the one where its object begins.
public final class JSONPathReader: TableReader {
  public var columnNames: [String] { parser.columns.names }
  public private(set) var blankRowCount = 0
  public let path: [String]

  /// What is open around the cursor.
  private enum Level {
    /// An object in which the key `path[step]` is looked for; `isFirst` until a key was read.
    case object(step: Int, isFirst: Bool)
    /// A list reached after `step` keys.
    case list(step: Int, isFirst: Bool)
  }

  private struct ContextValue {
    var column: Int
    /// Number of levels around the object that holds it.
    var depth: Int
    var bytes: [UInt8]
    var kind: RawCellKind
  }

  private let text: TextWindow
  private let keys: [[UInt8]]
  private var parser = JSONRecordParser()
  private var levels: [Level] = []
  private var context: [ContextValue] = []
  private var consumed = 0
  private var line: Int32 = 1
  private var found = false
  private(set) var pages = PageMarks()

  public init(
    _ source: ByteSource, path: [String], encoding: TextEncoding = .utf8,
    windowSize: Int = ByteWindow.defaultSize
  ) throws {
    precondition(!path.isEmpty)
    self.path = path
    keys = path.map { Array($0.utf8) }
    text = try TextWindow(source, encoding: encoding, size: windowSize)
  }

  public func next(into batch: RawBatch) throws -> Bool {
    batch.removeAll()
    swap(&parser.cells, &batch.cells)
    swap(&parser.rows, &batch.rows)
    var bytes = batch.bytes
    batch.bytes = []
    defer {
      swap(&parser.cells, &batch.cells)
      swap(&parser.rows, &batch.rows)
      batch.bytes = bytes
    }
    var used = 0
    while true {
      // What is kept from the objects around is written beside each row.
      let kept = context.reduce(0) { $0 + $1.bytes.count }
      let needed = used + text.count - consumed + kept + TextWindow.padding
      if bytes.count < needed {
        bytes.append(contentsOf: repeatElement(0, count: needed - bytes.count))
      }
      let outcome = bytes.withUnsafeMutableBufferPointer {
        step(bytes: $0.baseAddress!, used: &used)
      }
      switch outcome {
      case .goesOn: if isFull(used) { return true }
      case .finished:
        guard found || !parser.rows.isEmpty else { throw notFound }
        return !parser.rows.isEmpty
      case .stopped(.failed(let error)): throw error
      case .stopped(.needsInput):
        if text.count - consumed > JSONReader.recordLimit {
          throw UnreadableFile(
            code: "json-oggetto-troppo-lungo",
            message: "un valore supera \(JSONReader.recordLimit >> 20) MiB: controllare"
              + " «percorso» in source.json.", line: Int(line))
        }
        try text.refill(consumed: consumed)
        consumed = 0
      }
    }
  }

  private func isFull(_ used: Int) -> Bool {
    parser.rows.count >= RawBatch.capacity || used >= RawBatch.byteBudget
      || parser.cells.count >= RawBatch.cellBudget
  }

  private enum Outcome {
    case goesOn, finished
    case stopped(JSONStop)
  }

  /// Reads one thing: a row, a value beside the rows, or a bracket. Nothing changes if it does not end
  /// inside the window.
  private func step(bytes: UnsafeMutablePointer<UInt8>, used: inout Int) -> Outcome {
    var cursor = JSONCursor(
      p: text.start + consumed, end: text.end, isLast: text.isLast, out: bytes + used, line: line)
    parser.base = bytes
    do throws(JSONStop) {
      try cursor.skipSpace()
      if levels.isEmpty, cursor.p == cursor.end {
        if cursor.isLast { return .finished }
        throw .needsInput
      }
      switch levels.last {
      case nil: try value(0, &cursor)
      case .list(let step, let isFirst): try element(step, isFirst, &cursor)
      case .object(let step, let isFirst): try member(step, isFirst, &cursor)
      }
    } catch {
      if case .failed(let problem) = error {
        let place = JSONPlace(
          cursor.p, from: text.start, isLineStart: text.isFirst, to: cursor.end,
          columns: columnNames)
        return .stopped(.failed(problem.located(at: place)))
      }
      return .stopped(error)
    }
    consumed = cursor.p - UnsafePointer(text.start)
    line = cursor.line
    used = cursor.out - bytes
    return .goesOn
  }

  private func element(
    _ step: Int, _ isFirst: Bool, _ cursor: inout JSONCursor
  ) throws(JSONStop) {
    if cursor.p.pointee == UInt8(ascii: "]") {
      cursor.p += 1
      close()
      return
    }
    if !isFirst {
      try cursor.expect(UInt8(ascii: ","), "«,» o «]»")
      try cursor.skipSpace()
    }
    let place = levels.count - 1
    try value(step, &cursor)
    levels[place] = .list(step: step, isFirst: false)
  }

  private func member(
    _ step: Int, _ isFirst: Bool, _ cursor: inout JSONCursor
  ) throws(JSONStop) {
    if cursor.p.pointee == UInt8(ascii: "}") {
      cursor.p += 1
      close()
      return
    }
    if !isFirst {
      try cursor.expect(UInt8(ascii: ","), "«,» o «}»")
      try cursor.skipSpace()
    }
    guard cursor.p.pointee == UInt8(ascii: "\"") else {
      throw cursor.unexpected("il nome di un campo fra virgolette")
    }
    let place = levels.count - 1
    let key = cursor.out
    try cursor.string()
    let name = Array(UnsafeBufferPointer(start: key, count: cursor.out - key))
    cursor.out = key
    try cursor.skipSpace()
    try cursor.expect(UInt8(ascii: ":"), "«:» dopo il nome del campo")
    try cursor.skipSpace()
    if name == keys[step] {
      try value(step + 1, &cursor)
    } else {
      try keep(name, &cursor)
    }
    levels[place] = .object(step: step, isFirst: false)
  }

  /// The value reached after `step` keys: opened, or read as a row.
  private func value(_ step: Int, _ cursor: inout JSONCursor) throws(JSONStop) {
    let isRow = step == keys.count
    switch cursor.p.pointee {
    case UInt8(ascii: "["):
      guard levels.count < JSONRecordParser.depthLimit else { throw .tooDeep(cursor) }
      cursor.p += 1
      levels.append(.list(step: step, isFirst: true))
      found = found || isRow
    case UInt8(ascii: "{") where isRow:
      if try parser.record(&cursor, adding: context.map { ($0.column, $0.bytes, $0.kind) }) {
        found = true
      } else {
        blankRowCount += 1
      }
      pages.rows += 1
    case UInt8(ascii: "{"):
      cursor.p += 1
      levels.append(.object(step: step, isFirst: true))
    default:
      let start = cursor.out
      let kind = try parser.scalar(&cursor)
      cursor.out = start
      guard kind == .empty || !isRow else {
        throw .invalid(
          "json-non-tabella",
          "in «\(path.joined(separator: "/"))» c'è un valore che non è un oggetto { … }: serve un"
            + " oggetto per riga di tabella.", cursor.line)
      }
    }
  }

  /// Reads a value beside the way to the rows.
  private func keep(_ key: [UInt8], _ cursor: inout JSONCursor) throws(JSONStop) {
    let start = cursor.out
    var steps = ["$"]
    for level in levels {
      if case .object(let step, _) = level, step > 0 { steps = ["$"] + path[..<step] }
    }
    steps.append(String(decoding: key, as: UTF8.self))
    let depth = levels.count
    let values = try parser.values(under: steps, &cursor)
    cursor.out = start
    for value in values {
      pages.note(columnNames[value.column], String(decoding: value.bytes, as: UTF8.self))
    }
    for value in values where value.kind != .empty {
      context.append(
        ContextValue(column: value.column, depth: depth, bytes: value.bytes, kind: value.kind))
    }
  }

  private func close() {
    context.removeAll { $0.depth >= levels.count }
    levels.removeLast()
  }

  private var notFound: UnreadableFile {
    UnreadableFile(
      code: "percorso-non-trovato",
      message: "nel file non c'è «\(path.joined(separator: "/"))»: correggere «percorso» in"
        + " source.json.")
  }
}
