import Warehouse

extension FindingKind {
  static let equalRows = FindingKind(
    "righe-uguali", .warning, it: "righe uguali in ogni cella a una precedente: contano tutte",
    en: "rows equal in every cell to an earlier one: all of them count",
    expected: "una riga sola, se è la stessa cosa scritta due volte; altrimenti nulla")
}

/// Finds rows that say again what an earlier one of the delivery says, in datasets whose rows have no
/// identifier: of a table pasted twice every number would be double.
final class RepeatedRows {
  /// Rows remembered; those that follow are compared with them alone.
  private static let limit = 500_000

  private var lines: [UInt64: Int32] = [:]
  private var count = 0
  private var first: (line: Int32, earlier: Int32)?

  /// The kept rows of a batch.
  func add(_ batch: DecodedBatch) {
    let (raw, facts) = (batch.raw, batch.facts)
    raw.bytes.withUnsafeBufferPointer { bytes in
      for (i, row) in raw.rows.enumerated() where !facts.isRefused[i] {
        let digest = RepeatedRows.digest(row, raw, bytes)
        if let earlier = lines[digest] {
          count += 1
          if first == nil { first = (row.line, earlier) }
        } else if lines.count < RepeatedRows.limit {
          lines[digest] = row.line
        }
      }
    }
  }

  private static func digest(
    _ row: RawRow, _ raw: RawBatch, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var digest: UInt64 = 0
    for cell in raw.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)] {
      let start = Int(cell.start)
      let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cell.length)])
      digest = (digest &* 31) ^ RepeatedIDs.hash(text)
    }
    return digest
  }

  var findings: [Finding] {
    guard let first else { return [] }
    return [
      FindingKind.finding(
        .equalRows, line: 0,
        detail: "righe: \(count); riga \(first.line); riga precedente: \(first.earlier)")
    ]
  }
}
