import Warehouse

/// Takes out of each batch the rows under the header that are not data: the header once more, totals,
/// notes at the foot of the table or between its rows, lines drawn there. Each leaves a finding.
struct RowFilter {
  /// Cells of the header's rows, as delivered.
  private let header: [[[UInt8]]]
  private var totals: [Int32: TotalRows.Verdict] = [:]
  private var labelColumns: [Int32: Int] = [:]
  /// By sheet: the lines before it, and the last with more than one cell. Rows of one cell beyond are notes.
  private var sheets: [(before: Int32, lastFull: Int32)] = []

  /// Narrower tables have rows of one cell that are data.
  private static let noteWidth = 3
  private var isNarrow = true

  private var tables: TablesBelow

  /// The source says what its numbers are to be multiplied by.
  private let isScaled: Bool

  init(header: [[String]], isScaled: Bool = false) {
    self.header = header.map { $0.map { Array($0.utf8) } }
    self.isScaled = isScaled
    tables = TablesBelow(header: header)
  }

  /// Looks at the whole table: `observe` sees every batch before `conclude`.
  ///
  /// - Parameter before: lines before the batch's sheet, where the table has several.
  mutating func observe(_ batch: RawBatch, before: Int32 = 0) {
    let header = header
    tables.observe(batch, before: before) { RowFilter.isHeader($0, $1, batch, header) }
    guard let last = batch.rows.last(where: { batch.filledCount($0) > 1 }) else { return }
    if sheets.last?.before != before { sheets.append((before, last.line)) }
    sheets[sheets.count - 1].lastFull = last.line
  }

  private func isBeyond(_ line: Int32) -> Bool {
    guard !isNarrow, let sheet = sheets.last(where: { $0.before < line }) else { return false }
    return line > sheet.lastFull
  }

  mutating func conclude(totals: TotalRows, width: Int) {
    self.totals = totals.verdicts
    labelColumns = totals.columns
    isNarrow = width < RowFilter.noteWidth
  }

  func remove(from raw: RawBatch, findings: inout [Finding]) {
    var gone: [Int] = []
    var notes = 0
    for place in suspects(in: raw) {
      let row = raw.rows[place]
      guard let first = raw.firstFilled(row), raw.broken[row.line] == nil else { continue }
      if RowFilter.isHeader(row, first, raw, header) {
        findings.append(FindingKind.finding(.repeatedHeader, line: row.line))
        gone.append(place)
      } else if tables.isOther(row.line), !tables.titles.contains(row.line) {
        raw.broken[row.line] = .ofOtherTable
      } else if let verdict = totals[row.line] {
        let text =
          labelColumns[row.line].map { raw.text(row: place, column: $0) } ?? raw.text(first)
        let label = Masking.mask(text, isPersonal: false)
        if judge(verdict, row, label, &findings) { gone.append(place) }
      } else if raw.isRule(row) {
        findings.append(FindingKind.finding(.ruleRow, line: row.line))
        gone.append(place)
      } else if isNote(row, first, raw) {
        findings.append(FindingKind.finding(.noteRow, line: row.line))
        notes += 1
        if notes <= RowFilter.mostNotes { findings += told(by: raw.text(first), row.line) }
        gone.append(place)
      }
    }
    for place in gone.reversed() { raw.rows.remove(at: place) }
  }

  /// To understand a note takes as long as to read a thousand rows, and a table has few.
  private static let mostNotes = 50

  /// What a note says of the whole table.
  private func told(by note: String, _ line: Int32) -> [Finding] {
    var findings: [Finding] = []
    if !isScaled, NumberScale.told(by: note) != nil {
      findings.append(FindingKind.finding(.scaleInNote, line: 0, detail: "riga \(line)"))
    }
    if PartialExport.told(by: note) {
      findings.append(
        FindingKind.finding(.partialExport, line: 0, detail: "lo dice la riga \(line)"))
    }
    return findings
  }

  /// One text below all the rows of the table, or opened by `#` anywhere.
  private func isNote(_ row: RawRow, _ first: RawCell, _ raw: RawBatch) -> Bool {
    guard !isNarrow, raw.filledCount(row) == 1 else { return false }
    return isBeyond(row.line) || tables.titles.contains(row.line)
      || (row.cellCount == 1 && first.kind == .text
        && raw.bytes[Int(first.start)] == RowFilter.hash)
  }

  private static let hash = UInt8(ascii: "#")

  /// Rows that could be any of these: one look at their first filled cell tells the others apart.
  private func suspects(in raw: RawBatch) -> [Int] {
    let openings = header.compactMap { names in names.first { !$0.isEmpty } }
    let judged = judgedLines(in: raw)
    return raw.places { row, first in
      if isBeyond(row.line) || tables.isOther(row.line) || tables.titles.contains(row.line) {
        return true
      }
      if !judged.isEmpty, judged.contains(row.line) { return true }
      if first[0] == RowFilter.hash || RuleRow.strokes(in: first) ?? 0 > 0 { return true }
      let mark = RowFilter.mark(first)
      return openings.contains {
        $0.count == first.count - mark && $0[0] | 0x20 == first[mark] | 0x20
      }
    }
  }

  private func judgedLines(in raw: RawBatch) -> Set<Int32> {
    guard !totals.isEmpty, let lines = raw.lines else { return [] }
    return Set(totals.keys.filter { lines ~= $0 })
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

  private static func isHeader(
    _ row: RawRow, _ first: RawCell, _ raw: RawBatch, _ header: [[[UInt8]]]
  ) -> Bool {
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
