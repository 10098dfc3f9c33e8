import Warehouse

/// Applies a source's recorded corrections, each only where the cell still holds what it expects.
final class CorrectionDesk {
  private let byLine: [Int32: [Correction]]
  private let layout: Layout
  private var met: Set<Correction> = []
  /// Cells that were replaced, as they were delivered.
  private(set) var corrected: [CorrectedCell] = []

  init(corrections: [Correction], layout: Layout) {
    byLine = Dictionary(grouping: corrections, by: \.line)
    self.layout = layout
  }

  func apply(to raw: RawBatch, findings: inout [Finding]) {
    let here = raw.lines.map { lines in byLine.filter { lines ~= $0.key } } ?? [:]
    guard !here.isEmpty else { return }
    for row in raw.rows.indices {
      for correction in here[raw.rows[row].line] ?? [] {
        met.insert(correction)
        guard let slot = layout.slot(correction.field), let column = layout.slots[slot].rawColumn,
          raw.text(row: row, column: column) == correction.expected,
          column < Int(raw.rows[row].cellCount)
        else {
          findings.append(
            FindingKind.finding(
              .staleCorrection, line: correction.line, header: correction.field,
              cell: Masking.mask(correction.expected, isPersonal: isPersonal(correction.field))))
          continue
        }
        corrected.append(
          CorrectedCell(
            line: correction.line, column: column,
            delivered: Masking.mask(
              correction.expected, isPersonal: isPersonal(correction.field)),
            value: Masking.mask(correction.value, isPersonal: isPersonal(correction.field))))
        let start = UInt32(raw.bytes.count)
        raw.bytes.append(contentsOf: correction.value.utf8)
        raw.cells[Int(raw.rows[row].firstCell) + column] = RawCell(
          start: start, length: UInt32(correction.value.utf8.count), kind: .text)
      }
    }
  }

  /// Corrections for lines the delivery does not have.
  var unused: [Finding] {
    byLine.values.joined().filter { !met.contains($0) }.sorted { $0.line < $1.line }.map {
      FindingKind.finding(.unusedCorrection, line: $0.line, header: $0.field)
    }
  }

  private func isPersonal(_ field: String) -> Bool { layout.field(field)?.isPersonal ?? true }
}
