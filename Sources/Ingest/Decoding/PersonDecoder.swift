import Warehouse

/// Personal identifiers: nothing but their keyed token goes further than this loop.
final class PersonDecoder: FieldDecoder {
  private let tokenizer: PersonTokenizer
  private let snapshotSalt: String

  /// - Parameter snapshotSalt: names the delivery, so that anonymous rows get tokens of their own.
  init(tokenizer: PersonTokenizer, snapshotSalt: String) {
    self.tokenizer = tokenizer
    self.snapshotSalt = snapshotSalt
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]]
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      let reading = tokenizer.token(for: cell.bytes)
      switch reading.kind {
      case .anonymous:
        let token = tokenizer.anonymous(snapshot: snapshotSalt, line: batch.raw.rows[row].line)
        column.a[row] = Int64(bitPattern: token.high)
        column.b[row] = Int64(bitPattern: token.low)
      case .masked, .wrong:
        column.a[row] = FactBatch.null
        batch.report(
          reading.kind == .masked ? .maskedIdentifier : .invalidIdentifier, row: row, slot: slot)
      default:
        column.a[row] = Int64(bitPattern: reading.high)
        column.b[row] = Int64(bitPattern: reading.low)
      }
    }
  }
}
