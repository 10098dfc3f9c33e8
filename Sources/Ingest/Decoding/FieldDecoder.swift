import Warehouse

/// Reads one field of every row of a batch: the step where cells become values.
///
/// Column by column, so that each decoder's tables stay warm. What cannot be read is handed to the
/// policy in `DecodedBatch`.
protocol FieldDecoder: AnyObject {
  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch)
}

extension FieldDecoder {
  /// Blank cells: nothing delivered.
  @inline(__always)
  func isBlank(_ cell: (bytes: UnsafeBufferPointer<UInt8>, kind: RawCellKind)) -> Bool {
    if cell.kind == .empty || cell.bytes.isEmpty { return true }
    return cell.bytes[0] <= 32 && cell.bytes.allSatisfy { $0 == 32 || $0 == 9 }
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
