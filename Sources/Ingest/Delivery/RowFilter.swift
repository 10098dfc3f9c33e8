import Warehouse

/// Takes out of each batch the rows under the header that are not data: the header once more, totals,
/// notes at the foot of the table. Each leaves a finding.
struct RowFilter {
  /// Cells of the header's rows, as delivered.
  private let header: [[[UInt8]]]
  private var totals: [Int32: TotalRows.Verdict] = [:]
  /// Rows of one cell after this line are notes.
  private var lastFullLine = Int32.max

  /// Narrower tables have rows of one cell that are data.
  private static let noteWidth = 3

  init(header: [[String]]) { self.header = header.map { $0.map { Array($0.utf8) } } }

  /// Looks at the whole table: `observe` sees every batch before `conclude`.
  mutating func observe(_ batch: RawBatch) {
    guard let last = batch.rows.last(where: { batch.filledCount($0) > 1 }) else { return }
    lastFullLine = last.line
  }

  mutating func conclude(totals: TotalRows, width: Int) {
    self.totals = totals.verdicts
    if width < RowFilter.noteWidth { lastFullLine = .max }
  }

  func remove(from raw: RawBatch, findings: inout [Finding]) {
    var gone: [Int] = []
    for place in suspects(in: raw) {
      let row = raw.rows[place]
      guard let first = raw.firstFilled(row), raw.broken[row.line] == nil else { continue }
      if isHeader(row, first, raw) {
        findings.append(FindingKind.finding(.repeatedHeader, line: row.line))
        gone.append(place)
      } else if let verdict = totals[row.line] {
        if judge(verdict, row, raw.text(first), &findings) { gone.append(place) }
      } else if row.line > lastFullLine, raw.filledCount(row) == 1 {
        findings.append(FindingKind.finding(.footerRow, line: row.line))
        gone.append(place)
      }
    }
    for place in gone.reversed() { raw.rows.remove(at: place) }
  }

  /// Rows that could be any of these: one look at their first filled cell tells the others apart.
  private func suspects(in raw: RawBatch) -> [Int] {
    let openings = header.compactMap { names in names.first { !$0.isEmpty } }
    return raw.places { row, first in
      if row.line > lastFullLine { return true }
      if !totals.isEmpty, totals[row.line] != nil { return true }
      let mark = RowFilter.mark(first)
      return openings.contains {
        $0.count == first.count - mark && $0[0] | 0x20 == first[mark] | 0x20
      }
    }
  }

  private func judge(
    _ verdict: TotalRows.Verdict, _ row: RawRow, _ label: String, _ findings: inout [Finding]
  ) -> Bool {
    switch verdict {
    case .isTotal(let detail):
      findings.append(
        FindingKind.finding(.totalRow, line: row.line, cell: label, detail: detail))
      return true
    case .isWrong(let detail):
      findings.append(FindingKind.finding(.totalRow, line: row.line, cell: label))
      findings.append(
        FindingKind.finding(.totalMismatch, line: row.line, cell: label, detail: detail))
      return true
    case .isDoubtful(let detail):
      findings.append(
        FindingKind.finding(.totalMismatch, line: row.line, cell: label, detail: detail))
      return false
    }
  }

  private func isHeader(_ row: RawRow, _ first: RawCell, _ raw: RawBatch) -> Bool {
    header.contains { names in
      guard names.count(where: { !$0.isEmpty }) > 1 else { return false }
      let cells = raw.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
      guard cells.count >= names.count else { return false }
      return zip(cells, names).allSatisfy { cell, name in
        let bytes = raw.bytes[Int(cell.start)..<Int(cell.start + cell.length)]
        let mark = bytes.withUnsafeBufferPointer { RowFilter.mark($0) }
        return bytes.dropFirst(mark).elementsEqual(name) {
          $0 == $1 || (ByteText.isLetter($0) && $0 ^ $1 == 0x20)
        }
      }
    }
  }

  /// Bytes of a byte order mark before a cell: where one file was put after another, its header has it.
  private static func mark(_ cell: CellBytes) -> Int {
    cell.count > 3 && cell.starts(with: TextEncoding.utf8.byteOrderMark) ? 3 : 0
  }
}
