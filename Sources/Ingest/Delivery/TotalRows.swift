import Warehouse

/// Rows of totals, as the source's descriptor names them: told apart by their first filled cell.
struct TotalRows {
  private let labels: Set<String>

  init(labels: [String]) { self.labels = Set(labels.map { Folding.fold($0) }) }

  /// Takes them out of the batch, each with a note. Returns how many.
  func remove(from raw: RawBatch, findings: inout [Finding]) -> Int {
    guard !labels.isEmpty else { return 0 }
    var removed = 0
    raw.rows.removeAll { row in
      let cells = raw.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
      guard let first = cells.first(where: { $0.length > 0 }), first.length <= 64 else {
        return false
      }
      let text = String(
        decoding: raw.bytes[Int(first.start)..<Int(first.start + first.length)], as: UTF8.self)
      guard labels.contains(Folding.fold(text)) else { return false }
      findings.append(FindingKind.finding(.totalRow, line: row.line, cell: text))
      removed += 1
      return true
    }
    return removed
  }
}
