/// One sheet of a workbook. Rows and columns are counted from 0.
public final class Sheet {
  public let name: String
  private let native: NativeSheet

  init(name: String, native: NativeSheet) {
    self.name = name
    self.native = native
  }

  // MARK: Cells

  public func write(
    _ value: SheetValue, row: Int, column: Int, style: CellStyle = .plain
  ) throws(WorkbookError) {
    if let serial = value.serial {
      guard serial.isFinite else {
        throw .notANumber(sheet: name, row: row, column: column)
      }
      if case .number = value {
      } else if serial < SheetValue.firstSafeSerial {
        throw .dayOutOfRange(sheet: name, row: row, column: column)
      }
      return try native.writeNumber(serial, row, column, style)
    }
    switch value {
    case .text(let text): try native.writeText(CellText.storable(text), row, column, style)
    case .boolean(let flag): try native.writeBoolean(flag, row, column, style)
    case .sheetLink(let text, let sheet):
      let target = "internal:\(CellReference.quoted(sheet))!A1"
      try native.writeLink(target, CellText.storable(text), row, column, style)
    default: try native.writeBlank(row, column, style)
    }
  }

  public func writeRow(
    _ values: [SheetValue], row: Int, fromColumn column: Int = 0, style: CellStyle = .plain
  ) throws(WorkbookError) {
    for (offset, value) in values.enumerated() {
      try write(value, row: row, column: column + offset, style: style)
    }
  }

  /// A formula with the value it has, so that programs that do not recalculate show it too.
  ///
  /// The one door to formulas: no data passes here. It exists to imitate the totals rows of the
  /// workbooks offices send.
  public func writeFormula(
    _ formula: String, value: Double, row: Int, column: Int, style: CellStyle = .plain
  ) throws(WorkbookError) {
    guard value.isFinite else { throw .notANumber(sheet: name, row: row, column: column) }
    try native.writeFormula(formula, value, row, column, style)
  }

  /// A note on a cell, shown when it is pointed at; never the only place where something is said.
  public func comment(_ text: String, row: Int, column: Int) throws(WorkbookError) {
    try native.comment(CellText.storable(text), row, column)
  }

  /// Merges cells under one text. Reports never do: it imitates the headers of workbooks in use.
  public func merge(
    _ range: CellRange, text: String, style: CellStyle = .plain
  ) throws(WorkbookError) {
    try native.merge(range, CellText.storable(text), style)
  }

  // MARK: Structure

  /// Width in characters of the default font, and how the cells nobody writes look: those are to be
  /// filled in.
  public func setWidth(
    _ width: Double, columns: ClosedRange<Int>, style: CellStyle = .plain
  ) throws(WorkbookError) {
    try native.setWidth(width, columns, style)
  }

  /// Height in points.
  public func setHeight(_ height: Double, row: Int) throws(WorkbookError) {
    try native.setHeight(height, row)
  }

  /// Keeps the first rows and columns in view.
  public func freeze(rows: Int, columns: Int = 0) throws(WorkbookError) {
    try native.freeze(rows, columns)
  }

  /// Marks a table; its header cells are written, its data cells are the caller's.
  public func add(_ table: SheetTable) throws(WorkbookError) { try native.add(table) }

  /// Filters on a header row, where a marked table is not available.
  public func autofilter(_ range: CellRange) throws(WorkbookError) {
    try native.autofilter(range)
  }

  public func add(_ rule: ConditionalFormat, on range: CellRange) throws(WorkbookError) {
    try native.add(rule, range)
  }

  public func add(_ validation: Validation, on range: CellRange) throws(WorkbookError) {
    try native.add(validation, range)
  }

  public func add(_ chart: SheetChart, row: Int, column: Int) throws(WorkbookError) {
    try native.add(chart, row, column)
  }

  public func add(_ image: SheetImage, row: Int, column: Int) throws(WorkbookError) {
    try native.add(image, row, column)
  }

  public func set(_ print: PrintSetup) throws(WorkbookError) { try native.set(print) }

  /// Without the grid, a page of text reads as a page.
  public func hideGridlines() throws(WorkbookError) { try native.hideGridlines() }

  /// Not shown, but there: for the lists behind drop-downs, never for data.
  public func hide() throws(WorkbookError) { try native.hide() }

  /// The sheet the workbook opens on.
  public func activate() throws(WorkbookError) { try native.activate() }
}
