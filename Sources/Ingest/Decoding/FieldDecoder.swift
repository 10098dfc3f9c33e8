import Warehouse

/// Reads one field of every row of a batch: the step where cells become values.
///
/// Column by column, so that each decoder's tables stay warm. What cannot be read is handed to the
/// policy in `DecodedBatch`.
protocol FieldDecoder: AnyObject {
  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch)
}

extension FieldDecoder {
  /// Blank cells, and dashes and dots that stand for one: nothing delivered.
  ///
  /// Words for "nothing" (`n.d.`, `N/D`) are asked after only where their first letter fits, since this
  /// runs for every cell. A spreadsheet error is not blank: it is reported.
  @inline(__always)
  func isBlank(_ cell: (bytes: UnsafeBufferPointer<UInt8>, kind: RawCellKind)) -> Bool {
    if cell.kind == .empty || cell.bytes.isEmpty { return true }
    let first = cell.bytes[0]
    guard first < 0x30 || first | 0x20 == 0x6E || first >= 0xC2 else { return false }
    return cell.bytes.count <= 16 && cell.kind != .error
      && NullTokens.contains(cell.bytes, in: .code)
  }

  /// A missing cell: silent when the field is optional.
  func missing(_ row: Int, slot: Int, in batch: DecodedBatch) {
    let field = batch.layout.slots[slot].field
    if field.isRequired {
      batch.empty(.missingValue, row: row, field: field)
    } else {
      batch.facts.columns[batch.layout.factIndex[slot]].a[row] = FactBatch.null
    }
  }
}
