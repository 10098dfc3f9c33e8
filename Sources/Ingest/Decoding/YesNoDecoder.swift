import Warehouse

/// Yes and no.
final class YesNoDecoder: FieldDecoder {
  private let values: ValueLookup
  private let cache = ReadingCache()

  /// `t` and `f` are all that the column says.
  private let readsLetters: Bool

  init(values: ValueLookup, readsLetters: Bool) {
    self.values = values
    self.readsLetters = readsLetters
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]].a
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      cache.read(cell.bytes) { word in
        let letter = readsLetters ? word.utf8.first.flatMap(YesNo.letter) : nil
        guard let flag = YesNo.parse(values.code(for: word, field: field.name) ?? word) ?? letter
        else {
          return CodeReading(index: FactBatch.null, finding: .invalidYesNo)
        }
        return CodeReading(index: flag ? 1 : 0)
      } store: {
        column[row] = $0
      } report: { _, kind in
        batch.empty(kind, row: row, field: field)
      }
    }
  }
}
