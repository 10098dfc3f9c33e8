import Warehouse

/// Words of the sender's own list, kept as the codes the source's map gives them, and nothing else.
final class OwnWordDecoder: FieldDecoder {
  private let values: ValueLookup

  init(values: ValueLookup) { self.values = values }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]]
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      let word = String(decoding: cell.bytes, as: UTF8.self)
      switch values.code(for: word, field: field.name) {
      case "ND"?: missing(row, slot: slot, in: batch)
      case let code?: batch.facts.store(code, in: column, row: row)
      case nil: batch.empty(.untoldWord, row: row, field: field)
      }
    }
  }
}
