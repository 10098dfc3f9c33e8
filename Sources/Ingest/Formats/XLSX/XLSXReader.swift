/// Rows of one sheet of an .xlsx workbook, streamed from the archive.
///
/// A row's line is its number in the sheet. Only the shared texts are held in memory. Formulas give
/// the value stored with them; numbers with a date format become ISO dates.
public final class XLSXReader: SheetReader {
  public let columnNames: [String] = []
  public var blankRowCount: Int { handler.state.pointee.blankRows }
  /// All the sheets, in the order of their tabs.
  public let sheetNames: [String]
  public let hiddenSheetNames: [String]
  /// The sheet being read.
  public private(set) var sheet: String

  var countsDaysFrom1904: Bool { workbook.is1904 }
  var withoutValue: UncalculatedCells { handler.state.pointee.withoutValue }
  var toCalculate: UncalculatedCells {
    workbook.isToCalculate ? handler.state.pointee.zeroOrEmpty : UncalculatedCells()
  }

  var shownScales: [Int: Int] { handler.state.pointee.shownScales }
  var hidden: HiddenParts { handler.state.pointee.hidden }

  private let workbook: Workbook
  private var part: String
  private var cells: ReadAhead
  private var handler: SheetParser
  private var parser: SheetXMLParser
  private let windowSize: Int
  private var progress = XMLPullParser.State.needsInput
  /// Visible sheets after this one, to be read in its place if it is empty and nobody chose it.
  private var spare: [Workbook.Sheet] = []
  private var hasRows = false

  public convenience init(
    _ source: ByteSource, sheet choice: SheetChoice? = nil, windowSize: Int = 1 << 16
  ) throws {
    try self.init(Workbook(source), sheet: choice, windowSize: windowSize)
  }

  init(_ workbook: Workbook, sheet choice: SheetChoice?, windowSize: Int) throws {
    let chosen = try workbook.sheet(choice)
    self.workbook = workbook
    self.windowSize = windowSize
    sheetNames = workbook.sheets.map(\.name)
    hiddenSheetNames = workbook.sheets.filter(\.isHidden).map(\.name)
    sheet = chosen.name
    part = chosen.part!
    cells = ReadAhead(try workbook.archive.entry(part).read)
    handler = SheetParser(
      SheetState(
        strings: try workbook.sharedStrings(), styles: try workbook.styles(),
        is1904: workbook.is1904, sheet: chosen.name))
    parser = SheetXMLParser(handler: handler, of: .workbookPart(part))
    handler.parser = parser
    if choice == nil { spare = workbook.sheets(after: chosen) }
  }

  public func next(into batch: RawBatch) throws -> Bool {
    while try !read(into: batch) {
      guard !hasRows, !spare.isEmpty else { return false }
      try turn(to: spare.removeFirst())
    }
    hasRows = true
    return true
  }

  private func turn(to other: Workbook.Sheet) throws {
    let state = handler.state.pointee
    sheet = other.name
    part = other.part!
    cells = ReadAhead(try workbook.archive.entry(part).read)
    handler = SheetParser(
      SheetState(
        strings: state.strings, styles: state.styles, is1904: state.is1904, sheet: other.name))
    parser = SheetXMLParser(handler: handler, of: .workbookPart(part))
    handler.parser = parser
    progress = .needsInput
  }

  private func read(into batch: RawBatch) throws -> Bool {
    let state = handler.state
    batch.removeAll()
    swap(&state.pointee.bytes, &batch.bytes)
    swap(&state.pointee.cells, &batch.cells)
    swap(&state.pointee.rows, &batch.rows)
    defer {
      swap(&state.pointee.bytes, &batch.bytes)
      swap(&state.pointee.cells, &batch.cells)
      swap(&state.pointee.rows, &batch.rows)
    }
    // The parser pauses at the end of a row that fills the batch, never inside one.
    if progress == .paused { progress = try parser.resume() }
    while progress == .needsInput { progress = try parser.feed(windowSize, cells.read) }
    return !state.pointee.rows.isEmpty
  }

  /// The merged cells of the sheet, so that a caller can spread a heading over its columns.
  public func mergedRanges() throws -> [CellRange] {
    try MergedRanges.read(workbook.archive.entry(part))
  }
}
