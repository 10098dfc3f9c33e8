/// A workbook being written to a file: sheets are added, filled, and `close()` completes it.
///
/// The same calls give the same bytes. What is not closed is not a file: an unclosed workbook is
/// thrown away. One workbook belongs to one thread; separate workbooks may be written in parallel.
public final class Workbook {
  public let path: String
  private let native: NativeWorkbook
  public private(set) var sheets: [Sheet] = []

  /// - Parameter constantMemory: rows go to disk as they are written. For long sheets: cells must
  ///   come row by row, and marked tables are not available.
  public init(
    path: String, properties: DocumentProperties, constantMemory: Bool = false
  ) throws(WorkbookError) {
    self.path = path
    native = try NativeWorkbook(path: path, constantMemory: constantMemory)
    try native.setProperties(properties)
  }

  /// Adds a sheet under a valid name near to the wanted one (`Sheet.name` tells which).
  public func addSheet(_ wanted: String) throws(WorkbookError) -> Sheet {
    let name = SheetName.valid(wanted, notIn: sheets.map(\.name))
    let sheet = Sheet(name: name, native: try native.addSheet(name))
    sheets.append(sheet)
    return sheet
  }

  /// Names a range for formulas and navigation: `name` has letters, digits and underscores.
  public func define(
    _ name: String, sheet: String, range: CellRange
  ) throws(WorkbookError) {
    let formula = "=" + CellReference.absolute(sheet: sheet, range)
    try native.define(name, formula: formula)
  }

  /// Completes the file.
  public func close() throws(WorkbookError) { try native.close() }
}
