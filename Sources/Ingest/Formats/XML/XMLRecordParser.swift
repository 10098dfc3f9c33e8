/// Turns the elements at one path of an XML document into rows.
///
/// A row's columns are what its element holds: attributes and texts, named by the elements on the way
/// to them (`SINA.Mobilita`). What stands before it in the elements it lies in is repeated in each row,
/// named from the element that holds it (`Beneficiario.CodiceFiscale`, `Beneficiario.Anagrafica.Genere`).
/// Of an element that repeats inside a row, texts are joined with `|`; attributes and children go to
/// numbered columns (`Indirizzo (2).CodiceComune`), so that what belongs together stays together.
final class XMLRecordParser: XMLHandler {
  weak var parser: XMLPullParser?
  private(set) var columns = KeyTree()
  var bytes: [UInt8] = []
  var cells: [RawCell] = []
  var rows: [RawRow] = []
  private(set) var blankRows = 0
  /// Elements met at the path.
  private(set) var recordCount = 0

  /// An open element.
  private struct Frame {
    /// The key of its name; where its text goes.
    var base: Int32
    /// The key its attributes and children hang from; -1 until a repeated one needs it.
    var node: Int32
    var ordinal = 1
    var hint: Int32 = -1
    var serial: Int
    var textStart: Int
    var hasChildren = false
    /// What to go back to when an element of the path closes.
    var contextCount = 0
    var contextBytes = 0
  }

  private struct ContextValue {
    var column: Int
    var start: Int
    var length: Int
  }

  private let path: [[UInt8]]
  private var frames: [Frame] = []
  /// Open elements that are those of the path.
  private var matched = 0
  private var serial = 0
  /// Texts of the open elements, one after the other.
  private var texts: [UInt8] = []
  private var context: [ContextValue] = []
  private var contextText: [UInt8] = []
  private var row: [RawCell] = []
  private var setBy: [Int] = []
  private var rowSerial = 0
  private var rowLine = 0
  private var lastLine = 0
  private var rowStart = 0
  private var contextRoot: Int32 = -1

  static let textLimit = 16 << 20
  /// Elements of one name kept beside the rows: more of them are another table, not their heading.
  static let contextRepeats = 20

  init(path: [String]) { self.path = path.map { Array($0.utf8) } }

  var isFull: Bool {
    rows.count >= RawBatch.capacity || bytes.count >= RawBatch.byteBudget
      || cells.count >= RawBatch.cellBudget
  }

  private var isInRow: Bool { matched == path.count }

  // MARK: Elements

  override func startElement(_ name: XMLName, _ attributes: XMLAttributes) throws {
    serial += 1
    if !frames.isEmpty { frames[frames.count - 1].hasChildren = true }
    if !isInRow, matched == frames.count, isNext(name) {
      try openStep(name)
    } else {
      try openValue(name)
    }
    guard frames[frames.count - 1].base >= 0 else { return }
    try attributes.forEachDatum { key, value in
      let node = try nodeOfTop()
      let child = try key.withBytes { bytes in
        try columns.child(of: node, key: bytes, key.count, hint: &frames[frames.count - 1].hint)
          .orTooMany
      }
      try UnsafeRawPointer(value).withMemoryRebound(to: UInt8.self, capacity: 1) { text in
        var count = 0
        while text[count] != 0 { count += 1 }
        try set(child, UnsafeBufferPointer(start: text, count: count))
      }
    }
  }

  private func isNext(_ name: XMLName) -> Bool {
    let wanted = path[matched]
    guard wanted.count == name.count else { return false }
    return name.withBytes { bytes in wanted.indices.allSatisfy { wanted[$0] == bytes[$0] } }
  }

  /// The next element of the path: one that holds rows, or a row.
  private func openStep(_ name: XMLName) throws {
    matched += 1
    var node = KeyTree.root
    if isInRow {
      recordCount += 1
      rowSerial = serial
      rowLine = parser?.line ?? 0
      rowStart = bytes.count
    } else {
      var hint: Int32 = -1
      if contextRoot < 0 { contextRoot = columns.child(of: KeyTree.root, named: "") }
      node = try name.withBytes {
        try columns.child(of: contextRoot, key: $0, name.count, hint: &hint).orTooMany
      }
    }
    frames.append(
      Frame(
        base: node, node: node, hint: columns.firstChild(of: node), serial: serial,
        textStart: texts.count, contextCount: context.count, contextBytes: contextText.count))
  }

  /// Any other element: a value, or what holds values.
  private func openValue(_ name: XMLName) throws {
    // Under another root, or in what is ignored, nothing is kept.
    guard let last = frames.last, last.base >= 0 else { return ignore() }
    let parent = try nodeOfTop()
    let top = frames.count - 1
    let base = try name.withBytes {
      try columns.child(of: parent, key: $0, name.count, hint: &frames[top].hint).orTooMany
    }
    let ordinal = columns.occurrence(of: base, record: frames[top].serial)
    if !isInRow, ordinal > XMLRecordParser.contextRepeats { return ignore() }
    frames.append(
      Frame(
        base: base, node: ordinal == 1 ? base : -1, ordinal: ordinal,
        hint: columns.firstChild(of: base), serial: serial, textStart: texts.count))
  }

  private func ignore() {
    frames.append(Frame(base: -1, node: -1, serial: serial, textStart: texts.count))
  }

  /// The key that the innermost open element's attributes and children hang from.
  private func nodeOfTop() throws -> Int32 {
    let top = frames.count - 1
    if frames[top].node >= 0 { return frames[top].node }
    let label = Array("\(columns.key(of: frames[top].base)) (\(frames[top].ordinal))".utf8)
    var hint: Int32 = -1
    let parent = columns.parent(of: frames[top].base)
    let node = try label.withUnsafeBufferPointer {
      try columns.child(of: parent, key: $0.baseAddress!, $0.count, hint: &hint).orTooMany
    }
    frames[top].node = node
    frames[top].hint = columns.firstChild(of: node)
    return node
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard let top = frames.last, top.base >= 0 else { return }
    texts.append(contentsOf: piece)
    if texts.count > XMLRecordParser.textLimit { throw tooLong }
  }

  override func endElement(_ name: XMLName) throws {
    let frame = frames.removeLast()
    guard frame.base >= 0 else { return }
    let isStep = matched == frames.count + 1
    try closeText(of: frame, isStep: isStep)
    texts.removeLast(texts.count - frame.textStart)
    guard isStep else { return }
    if isInRow { closeRow() }
    matched -= 1
    context.removeLast(context.count - frame.contextCount)
    contextText.removeLast(contextText.count - frame.contextBytes)
    if isFull { parser?.pause() }
  }

  private func closeText(of frame: Frame, isStep: Bool) throws {
    var text = texts[frame.textStart...]
    guard text.contains(where: { $0 > 0x20 }) else { return }
    if frame.hasChildren || isStep {
      // Between elements, blanks are layout.
      text = text.drop { $0 <= 0x20 }
      while let last = text.last, last <= 0x20 { text.removeLast() }
    }
    var node = frame.base
    if isStep, node == KeyTree.root {
      // A row that is a text and nothing else is named as its element.
      var hint: Int32 = -1
      node = try path[path.count - 1].withUnsafeBufferPointer {
        try columns.child(of: node, key: $0.baseAddress!, $0.count, hint: &hint).orTooMany
      }
    }
    try Array(text).withUnsafeBufferPointer { try set(node, $0) }
  }

  // MARK: Values

  private func set(_ node: Int32, _ value: UnsafeBufferPointer<UInt8>) throws {
    let column = columns.column(of: node, distinct: true)
    while row.count <= column {
      row.append(.empty)
      setBy.append(0)
    }
    if !isInRow { return keep(value, in: column) }
    let start = bytes.count
    if setBy[column] == rowSerial {
      let before = row[column]
      for i in Int(before.start)..<Int(before.start + before.length) { bytes.append(bytes[i]) }
      bytes.append(UInt8(ascii: "|"))
    }
    bytes.append(contentsOf: value)
    if bytes.count - rowStart > XMLRecordParser.textLimit { throw tooLong }
    setBy[column] = rowSerial
    row[column] = RawCell(
      start: UInt32(start), length: UInt32(bytes.count - start),
      kind: bytes.count > start ? .text : .empty)
  }

  /// Keeps a value of an element that holds rows, for the rows to come.
  private func keep(_ value: UnsafeBufferPointer<UInt8>, in column: Int) {
    let start = contextText.count
    if let place = context.lastIndex(where: { $0.column == column }) {
      let before = context[place]
      contextText.append(contentsOf: contextText[before.start..<(before.start + before.length)])
      contextText.append(UInt8(ascii: "|"))
      contextText.append(contentsOf: value)
      context[place].start = start
      context[place].length = contextText.count - start
    } else {
      contextText.append(contentsOf: value)
      context.append(ContextValue(column: column, start: start, length: value.count))
    }
  }

  private func closeRow() {
    let hasContent = row.indices.contains { column in
      setBy[column] == rowSerial
        && bytes[Int(row[column].start)..<Int(row[column].start + row[column].length)]
          .contains { $0 > 0x20 }
    }
    guard hasContent else {
      bytes.removeLast(bytes.count - rowStart)
      // A whole document that holds nothing is no row of a table.
      if path.count > 1 { blankRows += 1 }
      return
    }
    for value in context {
      let start = bytes.count
      bytes.append(contentsOf: contextText[value.start..<(value.start + value.length)])
      row[value.column] = RawCell(
        start: UInt32(start), length: UInt32(value.length), kind: value.length > 0 ? .text : .empty)
      setBy[value.column] = rowSerial
    }
    lastLine = max(rowLine, lastLine + 1)
    let first = cells.count
    for column in row.indices { cells.append(setBy[column] == rowSerial ? row[column] : .empty) }
    rows.append(
      RawRow(
        line: Int32(clamping: lastLine), firstCell: Int32(first), cellCount: Int32(row.count)))
  }

  private var tooLong: UnreadableFile {
    UnreadableFile(
      code: "xml-cella-troppo-lunga",
      message:
        "l'elemento supera \(XMLRecordParser.textLimit >> 20) MiB di testo: non è una riga di"
        + " tabella.", line: parser?.line)
  }
}

extension Int32 {
  /// Itself, unless the tree had no room for one more key.
  fileprivate var orTooMany: Int32 {
    get throws {
      guard self >= 0 else {
        throw UnreadableFile(
          code: "xml-troppe-colonne",
          message: "gli elementi hanno più di \(KeyTree.limit) campi diversi: indicare in"
            + " «percorso» l'elemento che è una riga di tabella.")
      }
      return self
    }
  }
}
