import Foundation
import Warehouse

/// `scarti.csv`: the refused rows under their own header and separator, to be mended and delivered by
/// themselves. Written while they go by; nothing is written when nothing is refused.
///
/// Two columns of Tavolo's follow the delivered ones: where a row comes from and why it was refused.
/// Personal cells, and cells of columns nobody reads, do not leave the delivered file: in their place
/// stands a mark, and `Supplement` takes them from there again. A text that a spreadsheet would take
/// for a formula has an apostrophe before it, which `Supplement` takes away; a code whose digits it would
/// drop is written `="00042"`, which every delivery may.
final class RefusedRowsFile {
  static let originColumn = "Tavolo: origine"
  static let reasonColumn = "Tavolo: motivo"
  static let ownColumns = [originColumn, reasonColumn]
  /// Stands for a cell of the delivered file.
  static let mark = "[come nell'originale]"

  private let path: String
  private let delivery: String
  private let columns: [Column]
  private let delimiter: UInt8
  private let language: ReceiptLanguage
  private let numbers: (Field) -> NumberConvention?
  private var file: FileHandle?
  private var buffer: [UInt8] = []
  private(set) var rowCount = 0

  /// A column of the file and where its cells are among the delivered ones.
  struct Column {
    let header: String
    let place: () -> Int
  }

  init(
    path: String, delivery: String, table: DeliveredTable, pipeline: Pipeline,
    conventions: Conventions, language: ReceiptLanguage
  ) {
    self.path = path
    self.delivery = delivery
    self.language = language
    delimiter = table.opened.survey.delimiter?.value ?? UInt8(ascii: ";")
    numbers = { conventions.numbers(of: $0) }
    columns =
      table.opened.reader.columnNames.isEmpty
      ? table.headers.enumerated().filter { !RefusedRowsFile.ownColumns.contains($0.element) }
        .map { place, header in Column(header: header) { place } }
      // A format that names its own columns may still name more: those that are read are known.
      : pipeline.readSlots.map { slot, header in
        Column(header: header) { [unowned pipeline] in pipeline.place(of: slot) }
      }
  }

  func write(
    _ row: RawRow, of raw: RawBatch, reading: ColumnReading, findings: [Finding]
  ) throws {
    if file == nil { try open() }
    var cells = columns.map { column -> String in
      let place = column.place()
      guard place < Int(row.cellCount) else { return "" }
      return text(raw.cells[Int(row.firstCell) + place], raw, reading.field(of: place))
    }
    cells.append(Origin(delivery: delivery, line: row.line).text)
    cells.append(
      findings.filter { $0.severity == .error }.map { FindingWords.sentence($0, language) }
        .joined(separator: "; "))
    add(cells)
    rowCount += 1
    if buffer.count > 1 << 16 { try flush() }
  }

  private func text(_ cell: RawCell, _ raw: RawBatch, _ field: Field?) -> String {
    guard cell.length > 0 else { return "" }
    guard let field, !field.isPersonal else { return RefusedRowsFile.mark }
    let text = GuardedText.inside(raw.text(cell))
    guard !Masking.holdsPersonalData(text) else { return RefusedRowsFile.mark }
    // What a workbook or JSON types as a number is written as the source writes numbers.
    if cell.kind == .number, numbers(field) == .italian {
      return text.replacingOccurrences(of: ".", with: ",")
    }
    if case .identifier = field.kind, RefusedRowsFile.losesDigits(text) { return "=\"\(text)\"" }
    return RefusedRowsFile.isFormula(text) ? "'" + text : text
  }

  /// Digits that a spreadsheet takes for a number and writes back without the first, or as `2,02601E+11`.
  private static func losesDigits(_ text: String) -> Bool {
    text.utf8.count > 1 && text.utf8.allSatisfy(ByteText.isDigit)
      && (text.hasPrefix("0") || text.utf8.count > 11)
  }

  /// True for what a spreadsheet would take for a formula; a signed number is a number.
  static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      return !text.utf8.dropFirst().allSatisfy {
        (48...57).contains($0) || $0 == 0x2C || $0 == 0x2E
      }
    default: return false
    }
  }

  private func open() throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    // With the mark spreadsheets open it as UTF-8.
    buffer += [0xEF, 0xBB, 0xBF]
    add(columns.map(\.header) + [RefusedRowsFile.originColumn, RefusedRowsFile.reasonColumn])
  }

  private func add(_ cells: [String]) {
    for (i, cell) in cells.enumerated() {
      if i > 0 { buffer.append(delimiter) }
      let needsQuotes = cell.utf8.contains {
        $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
      }
      if needsQuotes {
        buffer.append(0x22)
        buffer += cell.replacingOccurrences(of: "\"", with: "\"\"").utf8
        buffer.append(0x22)
      } else {
        buffer += cell.utf8
      }
    }
    buffer += [0x0D, 0x0A]
  }

  private func flush() throws {
    try file?.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// To be called when no more rows will come.
  func close() throws {
    try flush()
    try file?.close()
    file = nil
  }

  /// Where a refused row comes from, as its cell says: `2026-07-10.csv riga 42`.
  struct Origin: Equatable {
    let delivery: String
    let line: Int32

    var text: String { "\(delivery) riga \(line)" }

    init(delivery: String, line: Int32) {
      self.delivery = delivery
      self.line = line
    }

    init?(_ text: String) {
      guard let word = text.range(of: " riga ", options: .backwards),
        let line = Int32(text[word.upperBound...].trimmingCharacters(in: .whitespaces)), line > 0
      else { return nil }
      delivery = String(text[..<word.lowerBound])
      self.line = line
    }
  }
}
