import Foundation
import Warehouse

/// A small CSV of the project's own (maps, reference lists): UTF-8, one header row, commas, or semicolons as
/// a spreadsheet of an Italian office saves it. A row that begins with `#` is a comment.
struct SmallTable {
  struct Row {
    let line: Int
    /// As many as the header's.
    let cells: [String]
  }

  let file: String
  let header: [String]
  let rows: [Row]

  /// Nil when there is no such file.
  init?(optional file: String) throws {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    try self.init(file: file)
  }

  init(file: String) throws {
    self.file = file
    do {
      var table = try SmallTable.read(file, delimiter: UInt8(ascii: ","))
      if table.header.count == 1, table.header[0].contains(";") {
        table = try SmallTable.read(file, delimiter: UInt8(ascii: ";"))
      }
      (header, rows) = table
    } catch let error as UnreadableFile {
      throw DescriptorError(
        file: file, line: error.line,
        message: error.code == UnreadableFile.notTextCode
          ? "il file non è scritto in UTF-8: in Excel salvarlo come «CSV UTF-8»" : error.message)
    }
  }

  private static func read(
    _ file: String, delimiter: UInt8
  ) throws -> (header: [String], rows: [Row]) {
    var options = TableOptions.projectCSV
    options.delimiter = delimiter
    let opened = try TableFile.open(path: file, options: options)
    let batch = RawBatch()
    var header: [String]?
    var rows: [Row] = []
    while try opened.reader.next(into: batch) {
      if let broken = batch.broken.first {
        throw DescriptorError(file: file, line: Int(broken.key), message: broken.value.problem)
      }
      for i in batch.rows.indices {
        let count = Int(batch.rows[i].cellCount)
        if batch.text(row: i, column: 0).hasPrefix("#") { continue }
        let cells = (0..<count).map { batch.text(row: i, column: $0) }
        guard let names = header else {
          header = cells
          // Of another delimiter: its rows are not to be looked into.
          if count == 1, delimiter == UInt8(ascii: ","), cells[0].contains(";") {
            return (cells, [])
          }
          continue
        }
        guard count <= names.count else {
          throw DescriptorError(
            file: file, line: Int(batch.rows[i].line),
            message:
              "la riga ha \(count) celle e l'intestazione \(names.count): un testo che contiene"
              + " «\(UnicodeScalar(delimiter))» va fra virgolette")
        }
        rows.append(
          Row(
            line: Int(batch.rows[i].line),
            cells: cells + Array(repeating: "", count: names.count - count)))
      }
    }
    guard let header else { throw DescriptorError(file: file, message: "il file è vuoto") }
    return (header, rows)
  }

  /// A day as the tables write it, `2026-03-12`, or as a spreadsheet of an Italian office saves it,
  /// `12/03/2026` or `1/7/2026`.
  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return Day(iso: text) }
    return Day(iso: parts.reversed().map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-"))
  }

  func expect(header names: [String]) throws {
    guard header == names else {
      throw DescriptorError(
        file: file, line: 1, message: "l'intestazione deve essere " + names.joined(separator: ","))
    }
  }

  /// Place of a column that must be there.
  func column(_ name: String) throws -> Int {
    guard let place = header.firstIndex(of: name) else {
      throw DescriptorError(
        file: file, line: 1,
        message: "manca la colonna «\(name)»" + Nearest.hint(to: name, in: header))
    }
    return place
  }
}
