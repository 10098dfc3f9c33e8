import Warehouse

/// A single age (`65`) or a band (`65-69`, `100+`), kept as its two ends; what says no ages by itself may
/// be a word of the source's own map (`minori`).
final class AgeBandDecoder: FieldDecoder {
  private let values: ValueLookup
  /// Kept as a text written in one way, and not as two ends.
  private let isText: Bool

  init(values: ValueLookup, isText: Bool) {
    self.values = values
    self.isText = isText
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let place = batch.layout.factIndex[slot]
    let from = batch.facts.columns[place]
    let to = isText ? nil : batch.facts.columns[place + 1]
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      to?.a[row] = FactBatch.null
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      let text = String(decoding: cell.bytes, as: UTF8.self)
      var reading = AgeBand.read(text)
      if reading?.ages == nil, let code = values.code(for: text, field: field.name) {
        if code == "ND" {
          missing(row, slot: slot, in: batch)
          continue
        }
        reading = AgeBand.read(code)
      }
      switch reading {
      case .ages(let ages):
        if let to {
          from.a[row] = ages.lowerBound
          to.a[row] = ages.upperBound
        } else {
          batch.facts.store(AgeBand.text(ages), in: from, row: row)
        }
      case .unsaidEnd: batch.empty(.unsaidAge, row: row, field: field)
      case nil: batch.empty(.invalidAge, row: row, field: field)
      }
    }
  }
}

extension FindingKind {
  static let unsaidAge = FindingKind(
    "eta-incerta", .warning,
    it: "la cella non dice se l'età che nomina è compresa (>65, oltre 65, fino a 18): non è usata",
    en:
      "the cell does not say whether the age it names is included (>65, oltre 65, fino a 18): it is not used",
    expected:
      "la fascia con tutti e due gli estremi; oppure, saputo quale vale, una riga in values.csv che la"
      + " traduca (oltre 65 in 65+ o in 66+)")
}
