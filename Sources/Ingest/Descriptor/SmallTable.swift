import Foundation

/// A small CSV of the project's own (maps, reference lists): UTF-8, comma, one header row. A row that
/// begins with `#` is a comment.
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
    let opened: OpenedTable
    do {
      opened = try TableFile.open(path: file, options: .projectCSV)
    } catch let error as UnreadableFile {
      throw DescriptorError(file: file, line: error.line, message: error.message)
    }
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
          continue
        }
        guard count <= names.count else {
          throw DescriptorError(
            file: file, line: Int(batch.rows[i].line),
            message: "la riga ha \(count) celle e l'intestazione \(names.count)")
        }
        rows.append(
          Row(
            line: Int(batch.rows[i].line),
            cells: cells + Array(repeating: "", count: names.count - count)))
      }
    }
    guard let header else { throw DescriptorError(file: file, message: "il file è vuoto") }
    self.header = header
    self.rows = rows
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
