import Warehouse

/// Reads one field of every row of a batch: the step where cells become values.
///
/// Column by column, so that each decoder's tables stay warm. What cannot be read is handed to the
/// policy in `DecodedBatch`.
protocol FieldDecoder: AnyObject {
  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch)
}

typealias DeliveredCell = (bytes: UnsafeBufferPointer<UInt8>, kind: RawCellKind)

extension FieldDecoder {
  /// True when there is nothing to read in the cell: blank ones follow the policy for missing values,
  /// spreadsheet errors are reported.
  @inline(__always)
  func isSkipped(_ cell: DeliveredCell, _ row: Int, slot: Int, in batch: DecodedBatch) -> Bool {
    if cell.kind != .empty, !cell.bytes.isEmpty {
      // Digits and most letters: the usual case, decided at once.
      let first = cell.bytes[0]
      let isPlain = ByteText.isDigit(first) || ByteText.isLetter(first)
      if isPlain, first | 0x20 != 0x6E, cell.kind != .error { return false }
      if cell.kind == .error || isErrorName(cell.bytes) {
        batch.empty(.errorCell, row: row, field: batch.layout.slots[slot].field)
        return true
      }
      if cell.bytes.count > 16 || !NullTokens.contains(cell.bytes, in: .code) { return false }
    }
    missing(row, slot: slot, in: batch)
    return true
  }

  /// `#N/D`, `#RIF!`, `#NOME?`… as spreadsheets write them into a text export.
  private func isErrorName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[0] == UInt8(ascii: "#"), (4...9).contains(bytes.count) else { return false }
    let last = bytes[bytes.count - 1]
    return last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
      || (bytes.count == 4 && bytes[2] == UInt8(ascii: "/"))
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
