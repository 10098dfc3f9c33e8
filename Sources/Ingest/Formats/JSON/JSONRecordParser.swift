/// Reads one object of the table into one row: nested objects become dotted columns, arrays of
/// scalars one cell joined with `|`, any other array its own JSON text.
struct JSONRecordParser {
  static let depthLimit = 64

  var columns = KeyTree()
  var cells: [RawCell] = []
  var rows: [RawRow] = []
  /// Start of the batch's bytes, which cells count from.
  var base: UnsafeMutablePointer<UInt8>?

  private var row: [RawCell] = []
  /// Serial of the record that last set each column.
  private var setBy: [Int] = []
  private var serial = 0
  private var lastLine: Int32 = 0
  private var hasContent = false
  /// The column last set, and where its value ended.
  private var lastSet = -1
  private var lastEnd: UnsafePointer<UInt8>?
  /// Rows that are broken records, by line.
  var broken: [Int32: BrokenRecord] = [:]

  /// What a record that fails must leave as it was.
  struct Mark {
    fileprivate let rows: Int
    fileprivate let cells: Int
    fileprivate let lastLine: Int32
  }

  var mark: Mark { Mark(rows: rows.count, cells: cells.count, lastLine: lastLine) }

  mutating func restore(_ mark: Mark) {
    rows.removeLast(rows.count - mark.rows)
    cells.removeLast(cells.count - mark.cells)
    lastLine = mark.lastLine
  }

  /// Adds what was read of the record that has just failed at `place`, but for a value that ended right
  /// there: it may be cut.
  mutating func addBroken(
    _ record: BrokenRecord, line: Int32, stoppedAt place: UnsafePointer<UInt8>
  ) {
    if row.indices.contains(lastSet), var end = lastEnd {
      while end < place, end.pointee == 0x20 || end.pointee == 0x09 { end += 1 }
      if end == place { setBy[lastSet] = 0 }
    }
    addRow(line: line)
    broken[lastLine] = record
  }

  /// Nothing read so far is of the record to come, which may be none.
  mutating func begin() {
    serial += 1
    hasContent = false
    lastSet = -1
  }

  private mutating func addRow(line: Int32) {
    let first = cells.count
    for column in row.indices {
      cells.append(setBy[column] == serial ? row[column] : .empty)
    }
    lastLine = max(line, lastLine + 1)
    rows.append(
      RawRow(line: lastLine, firstCell: Int32(first), cellCount: Int32(cells.count - first)))
  }

  /// The cursor is at `{`. False when nothing in the object holds anything: no row is added. `context`
  /// is what the row has besides, from the objects around it.
  mutating func record(
    _ cursor: inout JSONCursor,
    adding context: [(column: Int, bytes: [UInt8], kind: RawCellKind)] = []
  ) throws(JSONStop) -> Bool {
    let line = cursor.line
    begin()
    try object(KeyTree.root, &cursor, depth: 1)
    guard hasContent else { return false }
    for value in context {
      let start = cursor.out
      for byte in value.bytes {
        cursor.out.pointee = byte
        cursor.out += 1
      }
      put(value.column, start, value.kind, cursor)
    }
    addRow(line: line)
    return true
  }

  /// Reads a value that is no row: its texts by column, under the given name.
  mutating func values(
    under name: [String], _ cursor: inout JSONCursor
  ) throws(JSONStop) -> [(column: Int, bytes: [UInt8], kind: RawCellKind)] {
    serial += 1
    var node = KeyTree.root
    for key in name {
      node = columns.child(of: node, named: key)
      guard node >= 0 else { throw .tooManyColumns(cursor) }
    }
    try value(node, &cursor, depth: name.count)
    return row.indices.filter { setBy[$0] == serial }.map { column in
      let start = base! + Int(row[column].start)
      return (
        column, Array(UnsafeBufferPointer(start: start, count: Int(row[column].length))),
        row[column].kind
      )
    }
  }

  private mutating func object(
    _ node: Int32, _ cursor: inout JSONCursor, depth: Int
  ) throws(JSONStop) {
    cursor.p += 1
    try cursor.skipSpace()
    if cursor.p.pointee == UInt8(ascii: "}") {
      cursor.p += 1
      return
    }
    var hint = columns.firstChild(of: node)
    while true {
      guard cursor.p.pointee == UInt8(ascii: "\"") else {
        throw cursor.unexpectedField
      }
      // The key is decoded where its value will overwrite it.
      let key = cursor.out
      try cursor.string()
      let child = columns.child(of: node, key: key, cursor.out - key, hint: &hint)
      cursor.out = key
      guard child >= 0 else { throw .tooManyColumns(cursor) }
      guard columns.use(child, record: serial) else { throw duplicate(child, cursor) }
      try cursor.skipSpace()
      try cursor.expect(UInt8(ascii: ":"), "«:» dopo il nome del campo")
      try cursor.skipSpace()
      try value(child, &cursor, depth: depth)
      try cursor.skipSpace()
      switch cursor.p.pointee {
      case UInt8(ascii: ","):
        cursor.p += 1
        try cursor.skipSpace()
      case UInt8(ascii: "}"):
        cursor.p += 1
        return
      default: throw cursor.unexpected("«,» o «}»")
      }
    }
  }

  private mutating func value(
    _ node: Int32, _ cursor: inout JSONCursor, depth: Int
  ) throws(JSONStop) {
    let start = cursor.out
    switch cursor.p.pointee {
    case UInt8(ascii: "{"):
      guard depth < JSONRecordParser.depthLimit else { throw .tooDeep(cursor) }
      try object(node, &cursor, depth: depth + 1)
    case UInt8(ascii: "["):
      try array(&cursor, depth: depth)
      if try setPoint(node, start, cursor) { return }
      try set(node, start, cursor.out > start ? .text : .empty, cursor)
    default:
      let kind = try scalar(&cursor)
      // What is an object elsewhere and is not there has no column of its own.
      if kind == .empty, columns.firstChild(of: node) >= 0 { return }
      try set(node, start, kind, cursor)
    }
  }

  /// Copies a string, number or literal; null copies nothing.
  func scalar(_ cursor: inout JSONCursor) throws(JSONStop) -> RawCellKind {
    switch cursor.p.pointee {
    case UInt8(ascii: "\""):
      try cursor.string()
      return .text
    case UInt8(ascii: "-"), 0x30...0x39:
      try cursor.number()
      return .number
    case UInt8(ascii: "t"):
      try cursor.literal("true")
      return .boolean
    case UInt8(ascii: "f"):
      try cursor.literal("false")
      return .boolean
    case UInt8(ascii: "n"):
      let start = cursor.out
      try cursor.literal("null")
      cursor.out = start
      return .empty
    default: throw cursor.unexpectedValue
    }
  }

  private func array(_ cursor: inout JSONCursor, depth: Int) throws(JSONStop) {
    guard depth < JSONRecordParser.depthLimit else { throw .tooDeep(cursor) }
    let (opening, start) = (cursor.p, cursor.out)
    var isFlat = true
    cursor.p += 1
    try cursor.skipSpace()
    if cursor.p.pointee == UInt8(ascii: "]") {
      cursor.p += 1
      return
    }
    while true {
      switch cursor.p.pointee {
      case UInt8(ascii: "["):
        isFlat = false
        try array(&cursor, depth: depth + 1)
      case UInt8(ascii: "{"):
        isFlat = false
        try skipObject(&cursor, depth: depth + 1)
      default: _ = try scalar(&cursor)
      }
      try cursor.skipSpace()
      if cursor.p.pointee == UInt8(ascii: "]") {
        cursor.p += 1
        break
      }
      try cursor.expect(UInt8(ascii: ","), "«,» o «]»")
      cursor.out.pointee = UInt8(ascii: "|")
      cursor.out += 1
      try cursor.skipSpace()
    }
    if !isFlat {
      cursor.out = start
      cursor.out.update(from: opening, count: cursor.p - opening)
      cursor.out += cursor.p - opening
    }
  }

  /// Checks an object inside an array, whose text the array keeps as it is.
  private func skipObject(_ cursor: inout JSONCursor, depth: Int) throws(JSONStop) {
    guard depth < JSONRecordParser.depthLimit else { throw .tooDeep(cursor) }
    cursor.p += 1
    try cursor.skipSpace()
    if cursor.p.pointee == UInt8(ascii: "}") {
      cursor.p += 1
      return
    }
    while true {
      guard cursor.p.pointee == UInt8(ascii: "\"") else {
        throw cursor.unexpected("il nome di un campo fra virgolette")
      }
      try cursor.string()
      try cursor.skipSpace()
      try cursor.expect(UInt8(ascii: ":"), "«:» dopo il nome del campo")
      try cursor.skipSpace()
      switch cursor.p.pointee {
      case UInt8(ascii: "["): try array(&cursor, depth: depth + 1)
      case UInt8(ascii: "{"): try skipObject(&cursor, depth: depth + 1)
      default: _ = try scalar(&cursor)
      }
      try cursor.skipSpace()
      if cursor.p.pointee == UInt8(ascii: "}") {
        cursor.p += 1
        return
      }
      try cursor.expect(UInt8(ascii: ","), "«,» o «}»")
      try cursor.skipSpace()
    }
  }

  mutating func set(
    _ node: Int32, _ start: UnsafeMutablePointer<UInt8>, _ kind: RawCellKind,
    _ cursor: JSONCursor
  ) throws(JSONStop) {
    let column = columns.column(of: node)
    guard column >= row.count || setBy[column] != serial else { throw duplicate(node, cursor) }
    put(column, start, kind, cursor)
    let length = cursor.out - start
    if !hasContent {
      hasContent = UnsafeBufferPointer(start: start, count: length).contains { $0 > 0x20 }
    }
  }

  private mutating func put(
    _ column: Int, _ start: UnsafeMutablePointer<UInt8>, _ kind: RawCellKind, _ cursor: JSONCursor
  ) {
    while row.count <= column {
      row.append(.empty)
      setBy.append(0)
    }
    setBy[column] = serial
    (lastSet, lastEnd) = (column, cursor.p)
    row[column] = RawCell(
      start: UInt32(truncatingIfNeeded: start - base!),
      length: UInt32(truncatingIfNeeded: cursor.out - start), kind: kind)
  }

  static let duplicateCode = "json-campo-doppio"

  private func duplicate(_ node: Int32, _ cursor: JSONCursor) -> JSONStop {
    .invalid(
      JSONRecordParser.duplicateCode,
      "il campo «\(columns.name(of: node))» c'è due volte nello stesso oggetto, e non si sa quale"
        + " valga: correggere l'esportazione.", cursor.line)
  }
}
