/// Rows of the chosen table of an OpenDocument spreadsheet, as its elements come.
struct ODSState {
  var bytes: [UInt8] = []
  var cells: [RawCell] = []
  var rows: [RawRow] = []
  private(set) var blankRows = 0
  /// Formulas without a value.
  private(set) var withoutValue = UncalculatedCells()
  private(set) var hidden = HiddenParts()
  /// Days are counted from 1904.
  private(set) var is1904 = false
  private(set) var sheets: [(name: String, isHidden: Bool)] = []
  /// Name of the sheet being read, or read.
  private(set) var chosen: String?
  /// Merged cells among the first rows: they matter to headers alone.
  private(set) var merged: [CellRange] = []

  static let rowLimit = 1_048_576
  static let textLimit = 16 << 20
  /// Cells that repetitions may make out of nothing.
  static let repeatLimit = 16 << 20
  private static let mergedRowLimit = 200
  /// `document-content/body/spreadsheet/table`: tables elsewhere are no sheets.
  private static let tableDepth = 4

  private let choice: SheetChoice?
  private var hiddenStyles: Set<String> = []
  private var tableStyle: String?
  private var isInTable = false
  private var depth = 0
  /// Depth of an element of which nothing is read (notes, drawings, tables inside cells); 0 for none.
  private var skippedFrom = 0

  private var row = 0
  private var rowRepeats = 1
  private var isHidden = false
  /// Empty rows not counted yet: those at the end of a sheet are its paper, not its data.
  private var pendingBlanks = 0
  private var column = 0
  private var firstCell = 0
  private var firstByte = 0
  /// A row to be given again, and how many times.
  private var template: (bytes: [UInt8], cells: [RawCell]) = ([], [])
  private var copies = 0
  private var madeByRepeats = 0

  private var cell = ODSCell()
  private var cellDepth = 0

  init(choice: SheetChoice?) { self.choice = choice }

  var isFull: Bool {
    rows.count >= RawBatch.capacity || bytes.count >= RawBatch.byteBudget
      || cells.count >= RawBatch.cellBudget
  }

  /// Gives the copies of the last row that are still due, as far as the batch allows.
  mutating func giveCopies() {
    while copies > 0, !isFull {
      let offset = UInt32(bytes.count)
      let first = cells.count
      bytes.append(contentsOf: template.bytes)
      for var cell in template.cells {
        cell.start += offset
        cells.append(cell)
      }
      row += 1
      rows.append(
        RawRow(line: Int32(row), firstCell: Int32(first), cellCount: Int32(template.cells.count)))
      copies -= 1
    }
  }

  // MARK: Elements

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    depth += 1
    guard skippedFrom == 0 else { return }
    if cellDepth > 0 {
      if !cell.startChild(name, attributes, isDirect: depth == cellDepth + 1, &bytes) {
        skippedFrom = depth
      }
      try checkLength()
    } else if isInTable {
      if name == "table-cell" || name == "covered-table-cell" {
        startCell(attributes)
      } else if name == "table-row" {
        let repeats = attributes["number-rows-repeated"].flatMap(CellReference.number) ?? 1
        rowRepeats = max(1, repeats)
        isHidden = HiddenParts.isCollapsed(attributes)
        column = 0
        firstCell = cells.count
        firstByte = bytes.count
      } else if name == "table-column" {
        hidden.add(tableColumn: attributes)
      } else if name == "shapes" || name == "forms" {
        skippedFrom = depth
      }
    } else if name == "table" {
      if depth == ODSState.tableDepth { startTable(attributes) }
    } else if name == "null-date" {
      is1904 = attributes.string("date-value")?.hasPrefix("1904") ?? false
    } else if name == "style" {
      tableStyle = attributes.string("family") == "table" ? attributes.string("name") : nil
    } else if name == "table-properties", let style = tableStyle,
      attributes.string("display") == "false"
    {
      hiddenStyles.insert(style)
    }
  }

  /// True at the end of a row.
  mutating func end(_ name: XMLName) throws -> Bool {
    defer { depth -= 1 }
    if skippedFrom > 0 {
      if depth == skippedFrom { skippedFrom = 0 }
      return false
    }
    if cellDepth > 0 {
      if depth == cellDepth {
        cellDepth = 0
        try endCell()
      } else if depth == cellDepth + 1 {
        cell.endParagraph()
      }
    } else if isInTable {
      if name == "table-row" {
        try endRow()
        return true
      }
      if depth == ODSState.tableDepth { isInTable = false }
    }
    return false
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard cellDepth > 0, skippedFrom == 0 else { return }
    cell.append(piece, &bytes)
    try checkLength()
  }

  /// A few bytes of the file are thousands of blanks: a row may be as long as a cell.
  private func checkLength() throws {
    if bytes.count - firstByte > ODSState.textLimit {
      throw refusal("ha una riga di oltre \(ZipLimits.size(ODSState.textLimit))")
    }
  }

  private mutating func startTable(_ attributes: XMLAttributes) {
    let name = attributes.string("name") ?? ""
    let isHidden = attributes.string("style-name").map(hiddenStyles.contains) ?? false
    sheets.append((name, isHidden))
    guard chosen == nil else { return }
    let isWanted =
      switch choice {
      case nil: !isHidden
      case .position(let place): place == sheets.count
      case .name(let wanted): Workbook.key(wanted) == Workbook.key(name)
      }
    guard isWanted else { return }
    chosen = name
    isInTable = true
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    cellDepth = depth
    cell.start(attributes, &bytes)
    if cell.columnSpan > 1 || cell.rowSpan > 1, row < ODSState.mergedRowLimit {
      merged.append(
        CellRange(
          rows: (row + 1)...(row + cell.rowSpan),
          columns: column...(column + cell.columnSpan - 1)))
    }
  }

  private mutating func endCell() throws {
    let kind = cell.end(&bytes)
    defer { column += cell.repeats }
    if kind == .empty, cell.isUncalculated { withoutValue.add(row: row + 1, column: column) }
    guard kind != .empty else { return }
    guard column + cell.repeats <= CellReference.columnLimit else {
      throw refusal("ha celle oltre la colonna \(CellReference.columnLimit)ª")
    }
    if cell.repeats > 1 { try countRepeats(cell.repeats - 1) }
    while cells.count - firstCell < column { cells.append(.empty) }
    let raw = RawCell(
      start: UInt32(cell.start), length: UInt32(bytes.count - cell.start), kind: kind)
    for _ in 0..<cell.repeats { cells.append(raw) }
  }

  private mutating func endRow() throws {
    let holdsSomething = cells[firstCell...].contains { cell in
      bytes[Int(cell.start)..<Int(cell.start + cell.length)].contains { $0 > 0x20 }
    }
    guard holdsSomething else {
      cells.removeLast(cells.count - firstCell)
      bytes.removeLast(bytes.count - firstByte)
      row += rowRepeats
      pendingBlanks += rowRepeats
      return
    }
    guard row + rowRepeats <= ODSState.rowLimit else {
      throw refusal("ha righe oltre la \(ODSState.rowLimit)ª")
    }
    blankRows += pendingBlanks
    pendingBlanks = 0
    row += 1
    let count = cells.count - firstCell
    hidden.note(width: count, isHidden: isHidden, count: rowRepeats)
    rows.append(
      RawRow(line: Int32(row), firstCell: Int32(firstCell), cellCount: Int32(count)))
    guard rowRepeats > 1 else { return }
    try countRepeats((rowRepeats - 1) * count)
    template.bytes = Array(bytes[firstByte...])
    template.cells = cells[firstCell...].map { cell in
      cell.kind == .empty
        ? .empty
        : RawCell(start: cell.start - UInt32(firstByte), length: cell.length, kind: cell.kind)
    }
    copies = rowRepeats - 1
    giveCopies()
  }

  private mutating func countRepeats(_ count: Int) throws {
    madeByRepeats += count
    guard madeByRepeats <= ODSState.repeatLimit else {
      throw refusal("ripete le stesse celle più di \(ODSState.repeatLimit) volte")
    }
  }

  private func refusal(_ what: String) -> UnreadableFile {
    UnreadableFile(
      code: "ods-danneggiato",
      message:
        "il foglio «\(chosen ?? "")» \(what): cancellare ciò che non serve, salvarlo di nuovo"
        + " e riconsegnarlo.", line: row + 1)
  }
}
