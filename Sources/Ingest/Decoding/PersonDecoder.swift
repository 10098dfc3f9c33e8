import Warehouse

/// Personal identifiers: nothing but their keyed token goes further than this loop.
final class PersonDecoder: FieldDecoder {
  private let tokenizer: PersonTokenizer
  private let snapshotSalt: String
  /// Of no use but to keep the first looks from being left out.
  private var touched: UInt64 = 0
  /// Rows by class of identifier, in the order of `IdentifierClass.allCases`.
  private(set) var counts = [Int](repeating: 0, count: IdentifierClass.allCases.count)
  private(set) var uncertain: Set<UncertainPerson> = []
  /// Cells that are a code of the sender's and have no digit: names, initials, «da assegnare».
  private(set) var names = 0

  /// - Parameter snapshotSalt: names the delivery, so that anonymous rows get tokens of their own.
  init(tokenizer: PersonTokenizer, snapshotSalt: String) {
    self.tokenizer = tokenizer
    self.snapshotSalt = snapshotSalt
  }

  /// Rows whose places are brought near before the first of their tokens is asked for: 16 KiB of them.
  private static let stretch = 128

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: PersonDecoder.stretch) { places in
      for start in stride(from: 0, to: raw.count, by: PersonDecoder.stretch) {
        let rows = start..<min(start + PersonDecoder.stretch, raw.count)
        var near: UInt64 = 0
        for row in rows {
          places[row - start] = tokenizer.place(of: raw[row].bytes)
          near &+= tokenizer.touch(places[row - start])
        }
        touched = near
        decode(raw, rows, places, slot: slot, into: batch)
      }
    }
  }

  private func decode(
    _ raw: RawColumn, _ rows: Range<Int>, _ places: UnsafeMutableBufferPointer<Int>, slot: Int,
    into batch: DecodedBatch
  ) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]]
    // Locals: a property of an object is checked for exclusive access at every row.
    var met = counts
    defer { counts = met }
    for row in rows {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) {
        met[IdentifierClass.missing.place] += 1
        continue
      }
      let reading = tokenizer.token(for: cell.bytes, at: places[row - rows.lowerBound])
      if reading.kind == .local, TextDecoder.isScientific(cell.bytes) {
        met[IdentifierClass.wrong.place] += 1
        batch.empty(.scientificID, row: row, field: batch.layout.slots[slot].field)
        continue
      }
      met[reading.kind.place] += 1
      switch reading.kind {
      case .anonymous:
        let token = tokenizer.anonymous(snapshot: snapshotSalt, line: batch.raw.rows[row].line)
        column.a[row] = Int64(bitPattern: token.high)
        column.b[row] = Int64(bitPattern: token.low)
      case .forgotten: batch.forget(row: row, slot: slot)
      case .masked, .wrong:
        batch.empty(
          reading.kind == .masked ? .maskedIdentifier : .invalidIdentifier, row: row,
          field: batch.layout.slots[slot].field)
      default:
        if reading.kind == .local, !cell.bytes.contains(where: ByteText.isDigit) { names += 1 }
        if reading.kind == .local, TextDecoder.isDecimal(cell.bytes) {
          batch.report(.decimalID, row: row, slot: slot)
        }
        if reading.kind.isUncertain, let token = reading.token {
          uncertain.insert(
            UncertainPerson(
              person: token, kind: reading.kind.rawValue, base: tokenizer.base(of: cell.bytes)))
        }
        column.a[row] = Int64(bitPattern: reading.high)
        column.b[row] = Int64(bitPattern: reading.low)
      }
    }
  }
}
