import Warehouse

/// A table as Tavolo sees it, row by row, before anything is understood of it: a line of JSON each,
/// one list of typed cells, blank cells null.
///
/// The rows of a spreadsheet keep their places: an empty one is an empty list. A format that names its
/// own columns (JSON, XML, fixed width) gives the names first.
public struct TableListing {
  private let path: String
  private let options: TableOptions

  /// A row that is no whole record, and is not given.
  public struct OmittedRow: Sendable {
    public let line: Int
    /// What is wrong with it, in Italian.
    public let problem: String
  }

  /// - Parameter sheet: name or place of the sheet of a workbook.
  /// - Throws: `DescriptorError` when the file is a source's delivery and its descriptor is wrong.
  public init(path: String, sheet: String? = nil) throws {
    self.path = path
    var options = TableOptions()
    if let folder = SourceFolder.path(ofDelivery: path) {
      options = try SourceFolder(path: folder).settings.tableOptions(path: folder)
    }
    if let sheet { options.sheet = .name(sheet) }
    self.options = options
  }

  /// Calls `write` with whole lines, a few thousand at a time, until it answers false; returns the rows that
  /// were left out.
  ///
  /// Throws `UnreadableFile`; the lines before the place where the file cannot be read are given.
  public func write(_ write: ([UInt8]) throws -> Bool) throws -> [OmittedRow] {
    try UnreadableFile.naming(path) { try list(write) }
  }

  private func list(_ write: ([UInt8]) throws -> Bool) throws -> [OmittedRow] {
    var table = try TableFile.open(path: path, options: options)
    let batch = RawBatch()
    var lines = JSONLines()
    if namesItsColumns(table) {
      // Keys may be met for the first time in the last object: one pass to know them all.
      if table.reader.columnNames.isEmpty || table.survey.kind.value != .fixedWidth {
        while try table.reader.next(into: batch) {}
      }
      lines.width = table.reader.columnNames.count
      lines.add(names: table.reader.columnNames)
      table = try table.reopened()
    }
    lines.keepsPlaces = table.sheet != nil
    var omitted: [OmittedRow] = []
    while try table.reader.next(into: batch) {
      for row in batch.rows.indices {
        let line = batch.rows[row].line
        if let finding = batch.brokenRecord(at: line) {
          let words = [FindingKind.named(finding.code)?.message.it, finding.detail]
          omitted.append(
            OmittedRow(line: Int(line), problem: words.compactMap(\.self).joined(separator: ": ")))
          continue
        }
        lines.add(row, of: batch)
        if lines.bytes.count > JSONLines.budget, try !write(lines.take()) { return omitted }
      }
    }
    _ = try write(lines.take())
    return omitted
  }

  private func namesItsColumns(_ table: OpenedTable) -> Bool {
    switch table.survey.kind.value {
    case .json, .ndjson, .xml, .fixedWidth: true
    default: false
    }
  }
}

/// Rows of a batch written as lines of JSON.
private struct JSONLines {
  static let budget = 1 << 18

  private(set) var bytes: [UInt8] = []
  /// Cells of every line at least.
  var width = 0
  /// Rows between two of the file that hold nothing are lines too.
  var keepsPlaces = false
  private var line: Int32 = 0

  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func add(names: [String]) {
    bytes.append(UInt8(ascii: "["))
    for (i, name) in names.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      let text = Array(name.utf8)
      text.withUnsafeBufferPointer { add(text: $0) }
    }
    close()
  }

  mutating func add(_ row: Int, of batch: RawBatch) {
    let place = batch.rows[row]
    if keepsPlaces {
      while line + 1 < place.line {
        bytes += "[]\n".utf8
        line += 1
      }
      line = place.line
    }
    bytes.append(UInt8(ascii: "["))
    batch.bytes.withUnsafeBufferPointer { text in
      for i in 0..<max(width, Int(place.cellCount)) {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        guard i < Int(place.cellCount) else {
          bytes += "null".utf8
          continue
        }
        let cell = batch.cells[Int(place.firstCell) + i]
        add(
          cell.kind,
          UnsafeBufferPointer(
            rebasing: text[Int(cell.start)..<Int(cell.start + cell.length)]))
      }
    }
    close()
  }

  private mutating func close() { bytes += "]\n".utf8 }

  private mutating func add(_ kind: RawCellKind, _ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty {
      bytes += "null".utf8
    } else {
      switch kind {
      case .number, .boolean: bytes.append(contentsOf: text)
      case .empty, .text, .shown, .date, .month, .error: add(text: text)
      }
    }
  }

  private mutating func add(text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
