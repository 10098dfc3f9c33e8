/// Cases counted by base cell: units and numerators. Two tallies of disjoint facts add up.
struct CountTally {
  var units: [Int32]
  var numerators: [Int32]

  init(cells: Int) {
    units = [Int32](repeating: 0, count: cells)
    numerators = units
  }

  @inline(__always)
  mutating func add(_ cell: Int, inNumerator: Bool) {
    units[cell] &+= 1
    if inNumerator { numerators[cell] &+= 1 }
  }

  mutating func merge(_ other: CountTally) {
    for i in units.indices {
      units[i] += other.units[i]
      numerators[i] += other.numerators[i]
    }
  }
}

/// Durations counted by base cell, whole day and cause, as sorted runs. Two tallies of disjoint facts
/// add up.
struct DurationTally {
  /// `cell << 16 | day << 2 | cause`, with how often; sorted once compacted.
  private(set) var runs: [(key: UInt64, count: UInt32)] = []
  private var pending: [UInt64] = []

  /// Days beyond this are counted as this: eleven years say as much as more.
  static let longest = 4095

  /// Pending cases are folded into runs at this many, so that memory follows the number of different
  /// durations, not of cases.
  private static let batch = 1 << 20

  @inline(__always)
  mutating func add(_ cell: Int, days: Int, cause: Int) {
    let day = UInt64(min(max(days, 0), DurationTally.longest))
    pending.append(UInt64(cell) << 16 | day << 2 | UInt64(cause))
    if pending.count >= DurationTally.batch { compact() }
  }

  mutating func compact() {
    guard !pending.isEmpty else { return }
    RadixSort.sort(&pending)
    var merged: [(key: UInt64, count: UInt32)] = []
    merged.reserveCapacity(runs.count + pending.count / 2)
    var i = 0
    var j = 0
    while i < runs.count || j < pending.count {
      if j == pending.count || (i < runs.count && runs[i].key < pending[j]) {
        merged.append(runs[i])
        i += 1
        continue
      }
      let key = pending[j]
      var count: UInt32 = 0
      while j < pending.count, pending[j] == key {
        count += 1
        j += 1
      }
      if i < runs.count, runs[i].key == key {
        count += runs[i].count
        i += 1
      }
      merged.append((key, count))
    }
    runs = merged
    pending.removeAll(keepingCapacity: true)
  }

  mutating func merge(_ other: DurationTally) {
    var all = self
    all.compact()
    var more = other
    more.compact()
    var merged: [UInt64: UInt32] = [:]
    for run in all.runs + more.runs { merged[run.key, default: 0] += run.count }
    runs = merged.map { (key: $0.key, count: $0.value) }.sorted { $0.key < $1.key }
    pending = []
  }

  /// How many there are, and how many of them met the awaited event within some days.
  func counts(within days: Int, cells: Int) -> CountTally {
    var compacted = self
    compacted.compact()
    var counts = CountTally(cells: cells)
    for run in compacted.runs {
      let cell = DurationTally.cell(run.key)
      counts.units[cell] &+= Int32(run.count)
      if DurationTally.cause(run.key) == 1, DurationTally.day(run.key) <= days {
        counts.numerators[cell] &+= Int32(run.count)
      }
    }
    return counts
  }

  static func cell(_ key: UInt64) -> Int { Int(key >> 16) }
  static func day(_ key: UInt64) -> Int { Int(key >> 2 & 0x3FFF) }
  static func cause(_ key: UInt64) -> Int { Int(key & 3) }
}

/// Who was reached, where and when: keyed tokens with what they count in. Two tallies unite.
struct PersonTally {
  struct Entry {
    var person: UInt64
    var comune: UInt16
    var quarter: UInt8
    var area: UInt8
    var service: UInt8
    var channel: UInt8
    /// For each share of requests two bits: in its numerator, in its complement.
    var marks: UInt16 = 0
  }

  /// Channel of a fact that has none.
  static let noChannel = UInt8.max

  var entries: [Entry] = []

  mutating func merge(_ other: PersonTally) { entries += other.entries }

  /// Brings the entries of a person together: rolling up needs it.
  mutating func sort() { entries.sort { $0.person < $1.person } }
}

/// Least-significant-digit radix sort of 64-bit keys, eleven bits at a time; passes in which all keys
/// agree are skipped.
enum RadixSort {
  static func sort(_ keys: inout [UInt64]) {
    guard keys.count > 1 else { return }
    var all: UInt64 = 0
    var any: UInt64 = .max
    for key in keys {
      all |= key
      any &= key
    }
    let varying = all ^ any
    var source = keys
    var target = [UInt64](repeating: 0, count: keys.count)
    var shift: UInt64 = 0
    while shift < 64 {
      defer { shift += 11 }
      guard varying >> shift & 0x7FF != 0 else { continue }
      var counts = [Int](repeating: 0, count: 2049)
      for key in source { counts[Int(key >> shift & 0x7FF) + 1] += 1 }
      for i in 1...2048 { counts[i] += counts[i - 1] }
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          for key in source {
            let digit = Int(key >> shift & 0x7FF)
            target[counts[digit]] = key
            counts[digit] += 1
          }
        }
      }
      swap(&source, &target)
    }
    keys = source
  }
}
