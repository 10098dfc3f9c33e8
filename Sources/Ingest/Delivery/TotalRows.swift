import Warehouse

/// Rows of totals, as the source's descriptor names them: told apart by their first filled cell.
struct TotalRows {
  private let labels: Set<String>
  /// First letters of the labels, both cases: most rows are told apart by one byte.
  private var mayStart = [Bool](repeating: false, count: 256)

  init(labels: [String]) {
    self.labels = Set(labels.map { Folding.fold($0) })
    for byte in self.labels.compactMap({ $0.utf8.first }) {
      mayStart[Int(byte)] = true
      mayStart[Int(byte | 0x20)] = true
    }
    // A label may follow a quote, a blank or an accent.
    for byte in 0...255 where byte < 0x30 || byte >= 0x80 { mayStart[byte] = true }
  }

  /// Takes them out of the batch, each with a note.
  func remove(from raw: RawBatch, findings: inout [Finding]) {
    guard !labels.isEmpty else { return }
    raw.rows.removeAll { row in
      let cells = raw.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
      guard let first = cells.first(where: { $0.length > 0 }), first.length <= 64,
        mayStart[Int(raw.bytes[Int(first.start)])]
      else { return false }
      let text = String(
        decoding: raw.bytes[Int(first.start)..<Int(first.start + first.length)], as: UTF8.self)
      guard labels.contains(Folding.fold(text)) else { return false }
      findings.append(FindingKind.finding(.totalRow, line: row.line, cell: text))
      return true
    }
  }
}
