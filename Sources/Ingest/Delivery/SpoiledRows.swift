import Warehouse

extension DeliveredTable {
  /// Rows of a CSV that are read wrong where nothing says so. Notes and totals, which are narrower than
  /// the table, must have gone.
  func markSpoiledRows(in batch: RawBatch) {
    markCutRow(in: batch)
    markSwallowedRows(in: batch)
  }

  /// Marks the last row of a file that stops inside it: it ends before the header does and without a
  /// line end, as no other row.
  private func markCutRow(in batch: RawBatch) {
    guard batch.unterminatedLine > 0, !isRagged, let last = batch.rows.last,
      last.line == batch.unterminatedLine, Int(last.cellCount) < headers.count,
      batch.broken[last.line] == nil
    else { return }
    batch.broken[last.line] = BrokenRecord(
      problem: "\(last.cellCount) celle invece di \(headers.count), e nessuna fine riga",
      excerpt: "", cause: .cut)
  }

  /// Marks the rows that hold others: a quote that stands in a text alone opens a field, and the next
  /// such quote, rows below, closes it. What is between them is as many line ends as rows, and as many
  /// delimiters as those rows have; or one of them ends in the middle, and the row has cells too many.
  private func markSwallowedRows(in batch: RawBatch) {
    guard let dialect = opened.survey.dialect, dialect.quote != nil, headers.count > 2 else {
      return
    }
    for (place, row) in batch.rows.enumerated() {
      let next = place + 1 < batch.rows.count ? batch.rows[place + 1].line : .max
      guard next > row.line + 1 else { continue }
      var (lines, delimiters, tight) = (0, 0, 0)
      for cell in batch.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)] {
        let text = batch.bytes[Int(cell.start)..<Int(cell.start + cell.length)]
        guard text.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { continue }
        for place in text.indices {
          let after = place + 1 < text.endIndex ? text[place + 1] : 0
          switch text[place] {
          case 0x0A: lines += 1
          case 0x0D: lines += after == 0x0A ? 0 : 1
          case dialect.delimiter:
            delimiters += 1
            // Those of a sentence have a blank after them.
            tight += after > 0x20 ? 1 : 0
          default: break
          }
        }
      }
      let width = headers.count - 1
      let isWhole = delimiters + Int(row.cellCount) - 1 == (lines + 1) * width
      guard lines > 0, tight > 0, isWhole || overflows(row, of: batch) else { continue }
      batch.broken[row.line] = BrokenRecord(
        problem: lines == 1 ? "un'altra riga" : "altre \(lines) righe", excerpt: "",
        cause: .swallowing)
    }
  }
}

extension RawBatch {
  /// Why a row is no whole record; nil for any other.
  func brokenRecord(at line: Int32) -> Finding? {
    broken[line].map {
      FindingKind.finding($0.kind, line: line, cell: $0.excerpt, detail: $0.problem)
    }
  }
}

extension BrokenRecord {
  fileprivate var kind: FindingKind {
    switch cause {
    case .object: .brokenRecord
    case .cut: .cutFile
    case .swallowing: .swallowedRows
    case .otherLength: .otherLength
    case .otherTable: .otherTable
    }
  }
}
