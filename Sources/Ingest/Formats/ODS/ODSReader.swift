/// Rows of one sheet of an .ods workbook, streamed from the archive.
///
/// A row's line is its number in the sheet. Values are those stored with the cells, as for .xlsx:
/// numbers, ISO dates, booleans; texts are the paragraphs a person reads.
public final class ODSReader: SheetReader {
  public let columnNames: [String] = []
  public var blankRowCount: Int { handler.state.pointee.blankRows }
  /// Sheets met so far: they are listed among the cells, and all known at the end.
  public var sheetNames: [String] { handler.state.pointee.sheets.map(\.name) }
  public var hiddenSheetNames: [String] {
    handler.state.pointee.sheets.filter(\.isHidden).map(\.name)
  }
  /// The sheet being read.
  public var sheet: String { handler.state.pointee.chosen ?? "" }

  var countsDaysFrom1904: Bool { handler.state.pointee.is1904 }
  var withoutValue: UncalculatedCells { handler.state.pointee.withoutValue }
  var toCalculate: UncalculatedCells { UncalculatedCells() }

  var hidden: HiddenParts { handler.state.pointee.hidden }

  private let choice: SheetChoice?
  private let archive: ZipArchive
  private var cells: ReadAhead
  private var handler: ODSParser
  private var parser: SheetXMLParser
  private let windowSize: Int
  private var progress = XMLPullParser.State.needsInput
  private var hasRows = false

  static let content = "content.xml"

  public convenience init(
    _ source: ByteSource, sheet choice: SheetChoice? = nil, preferring preferred: String? = nil,
    windowSize: Int = 1 << 16
  ) throws {
    try self.init(
      ZipArchive(source), sheet: choice, preferring: preferred, windowSize: windowSize)
  }

  /// Sheets stand among their cells: only of a workbook that is soon read is it asked whether one has
  /// the name. In a larger one the sheet is the first, unless the source names another.
  static let listedLimit = 1 << 20

  private static func lists(_ name: String, in archive: ZipArchive) throws -> Bool {
    guard let size = archive.compressedSize(of: content), size <= listedLimit else { return false }
    let handler = ODSParser(ODSState(choice: .name(name)))
    let parser = SheetXMLParser(handler: handler, of: .openDocumentPart(content))
    handler.parser = parser
    let entry = try archive.entry(content)
    var progress = XMLPullParser.State.needsInput
    while progress == .needsInput, handler.state.pointee.chosen == nil {
      progress = try parser.feed(1 << 16, entry.read)
    }
    return handler.state.pointee.chosen != nil
  }

  init(
    _ archive: ZipArchive, sheet choice: SheetChoice?, preferring preferred: String? = nil,
    windowSize: Int
  ) throws {
    self.archive = archive
    self.windowSize = windowSize
    guard archive.contains(ODSReader.content) else {
      throw UnreadableFile(
        code: "ods-danneggiato",
        message: "nell'archivio non c'è «\(ODSReader.content)»: aprire il file, salvarlo di nuovo e"
          + " riconsegnarlo.")
    }
    if archive.contains("META-INF/manifest.xml") {
      let manifest = try archive.contents("META-INF/manifest.xml", limit: 16 << 20)
      if manifest.firstRange(of: Array("encryption-data".utf8)) != nil,
        let refusal = FileKind.xlsProtected.refusal
      {
        throw refusal
      }
    }
    var choice = choice
    if choice == nil, let preferred, try ODSReader.lists(preferred, in: archive) {
      choice = .name(preferred)
    }
    self.choice = choice
    cells = ReadAhead(try archive.entry(ODSReader.content).read)
    handler = ODSParser(ODSState(choice: choice))
    parser = SheetXMLParser(handler: handler, of: .openDocumentPart(ODSReader.content))
    handler.parser = parser
  }

  public func next(into batch: RawBatch) throws -> Bool {
    if try read(into: batch) {
      hasRows = true
      return true
    }
    if progress == .finished, choice == nil, !hasRows {
      // Nobody chose the empty sheet.
      while let place = nextVisible {
        try turn(to: place)
        hasRows = try read(into: batch)
        if hasRows { return true }
      }
    }
    guard progress == .finished, handler.state.pointee.chosen == nil else { return false }
    // Sheets are listed among their cells: that none bears the name is known at the end, and then a
    // number may be a place, and hidden sheets are better than none.
    guard let place, sheetNames.indices.contains(place - 1) else { throw missing }
    try turn(to: place)
    return try read(into: batch)
  }

  private func turn(to place: Int) throws {
    cells = ReadAhead(try archive.entry(ODSReader.content).read)
    handler = ODSParser(ODSState(choice: .position(place)))
    parser = SheetXMLParser(handler: handler, of: .openDocumentPart(ODSReader.content))
    handler.parser = parser
    progress = .needsInput
  }

  /// Place of the first visible sheet after the one just read.
  private var nextVisible: Int? {
    let sheets = handler.state.pointee.sheets
    guard let read = sheets.firstIndex(where: { $0.name == sheet }) else { return nil }
    return sheets.indices.first { $0 > read && !sheets[$0].isHidden }.map { $0 + 1 }
  }

  private var place: Int? {
    switch choice {
    case nil: 1
    case .name(let name): Int(name)
    case .position: nil
    }
  }

  private func read(into batch: RawBatch) throws -> Bool {
    batch.removeAll()
    let state = handler.state
    swap(&state.pointee.bytes, &batch.bytes)
    swap(&state.pointee.cells, &batch.cells)
    swap(&state.pointee.rows, &batch.rows)
    defer {
      swap(&state.pointee.bytes, &batch.bytes)
      swap(&state.pointee.cells, &batch.cells)
      swap(&state.pointee.rows, &batch.rows)
    }
    state.pointee.giveCopies()
    if state.pointee.isFull { return true }
    // The parser pauses at the end of a row that fills the batch, never inside one.
    if progress == .paused { progress = try parser.resume() }
    while progress == .needsInput { progress = try parser.feed(windowSize, cells.read) }
    return !state.pointee.rows.isEmpty
  }

  public func mergedRanges() throws -> [CellRange] { handler.state.pointee.merged }

  private var missing: UnreadableFile {
    let names = sheetNames.map { "«\($0)»" }.joined(separator: ", ")
    let wanted =
      switch choice {
      case nil: "nessun foglio"
      case .position(let place): "non c'è il foglio numero \(place)"
      case .name(let name): "non c'è il foglio «\(name)»"
      }
    return UnreadableFile(
      code: "foglio-assente",
      message: "\(wanted): i fogli del file sono \(names.isEmpty ? "nessuno" : names);"
        + " correggere il nome nel descrittore.")
  }
}
