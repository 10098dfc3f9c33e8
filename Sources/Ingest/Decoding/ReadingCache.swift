import Warehouse

/// What a spelling came to, remembered so that the next time costs a table look-up.
struct CodeReading {
  var index: Int64
  var finding: FindingKind?
  var detail = ""
}

/// The spellings of one column and what they came to.
///
/// Most of them came to a value and nothing else: those are kept as plain numbers, so that nothing is
/// counted or copied for the millions of cells that hold them.
final class ReadingCache {
  private let plain = LabelCache<Int64>()
  private let readings = LabelCache<CodeReading>(capacity: 1024)
  /// In the place of the value of a spelling about which something must be said.
  private static let notable = Int64.min + 1

  /// What a cell comes to: `store` takes its value, `report` also what must be said of it.
  @inline(__always)
  func read(
    _ bytes: CellBytes, as reading: (String) -> CodeReading, store: (Int64) -> Void,
    report: (CodeReading, FindingKind) -> Void
  ) {
    let value = plain.value(for: bytes) { bytes in
      let known = reading(String(decoding: bytes, as: UTF8.self))
      return known.finding == nil ? known.index : ReadingCache.notable
    }
    if value != ReadingCache.notable {
      store(value)
      return
    }
    let known = readings.value(for: bytes) { reading(String(decoding: $0, as: UTF8.self)) }
    store(known.index)
    if let kind = known.finding { report(known, kind) }
  }
}
