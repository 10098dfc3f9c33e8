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
  typealias Run = (key: UInt64, count: UInt32)

  /// `cell << 16 | day << 2 | cause`, with how often; sorted, and complete once compacted.
  private(set) var runs: [Run] = []
  /// Cases not yet in runs, each once:
  /// `comune and quarter << 38 | day << 26 | cause << 24 | area << 16 | service << 8 | channel`.
  private var pending: [UInt64] = []
  private let quarters: Int
  private let modalities: Int

  /// Days beyond this are counted as this: eleven years say as much as more.
  static let longest = 4095

  /// Pending cases are folded into runs at this many, so that memory follows the number of different
  /// durations, not of cases.
  private static let batch = 1 << 20

  init(frame: Frame) {
    quarters = frame.quarters.count
    modalities = frame.modalities.count
    precondition(modalities <= 1 << 8, "a modality is kept in eight bits")
  }

  @inline(__always)
  mutating func add(
    comune: Int, quarter: Int, area: UInt8, service: UInt8, channel: UInt8, days: Int, cause: Int
  ) {
    let place = UInt64(comune * quarters + quarter)
    let end = UInt64(min(max(days, 0), DurationTally.longest)) << 2 | UInt64(cause)
    pending.append(
      place << 38 | end << 24 | UInt64(area) << 16 | UInt64(service) << 8 | UInt64(channel))
    if pending.count >= DurationTally.batch { compact() }
  }

  mutating func compact() {
    guard !pending.isEmpty else { return }
    RadixSort.sort(&pending)
    runs = DurationTally.merged(runs, spread())
    pending.removeAll(keepingCapacity: true)
  }

  mutating func merge(_ other: DurationTally) {
    var more = other
    more.compact()
    compact()
    runs = DurationTally.merged(runs, more.runs)
  }

  /// The pending cases, sorted, as runs of the four base cells each counts in.
  private func spread() -> [Run] {
    var spread: [Run] = []
    spread.reserveCapacity(pending.count)
    // The cases of one comune and quarter, dealt out to their modalities; within each they stay in order.
    var ends: [UInt16] = []
    var starts = [Int](repeating: 0, count: modalities + 1)
    var first = 0
    while first < pending.count {
      let place = pending[first] >> 38
      for i in starts.indices { starts[i] = 0 }
      var last = first
      while last < pending.count, pending[last] >> 38 == place {
        DurationTally.forEachModality(pending[last]) { starts[$0 + 1] += 1 }
        last += 1
      }
      for i in 1...modalities { starts[i] += starts[i - 1] }
      let count = starts[modalities]
      if ends.count < count { ends = [UInt16](repeating: 0, count: count) }
      var next = starts
      for i in first..<last {
        let end = UInt16(truncatingIfNeeded: pending[i] >> 24 & 0x3FFF)
        DurationTally.forEachModality(pending[i]) { modality in
          ends[next[modality]] = end
          next[modality] += 1
        }
      }
      for modality in 0..<modalities {
        let cell = (place * UInt64(modalities) + UInt64(modality)) << 16
        var i = starts[modality]
        while i < starts[modality + 1] {
          let end = ends[i]
          let begin = i
          while i < starts[modality + 1], ends[i] == end { i += 1 }
          spread.append((cell | UInt64(end), UInt32(i - begin)))
        }
      }
      first = last
    }
    return spread
  }

  @inline(__always)
  private static func forEachModality(_ pending: UInt64, _ body: (Int) -> Void) {
    body(0)
    body(Int(pending >> 16 & 0xFF))
    body(Int(pending >> 8 & 0xFF))
    body(Int(pending & 0xFF))
  }

  private static func merged(_ a: [Run], _ b: [Run]) -> [Run] {
    if a.isEmpty || b.isEmpty { return a.isEmpty ? b : a }
    var merged: [Run] = []
    merged.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count && j < b.count {
      if a[i].key < b[j].key {
        merged.append(a[i])
        i += 1
      } else if a[i].key > b[j].key {
        merged.append(b[j])
        j += 1
      } else {
        merged.append((a[i].key, a[i].count + b[j].count))
        i += 1
        j += 1
      }
    }
    merged += a[i...]
    merged += b[j...]
    return merged
  }

  /// How many there are, and how many of them met the awaited event within some days.
  func counts(within days: Int, cells: Int) -> CountTally {
    var compacted = self
    compacted.compact()
    var counts = CountTally(cells: cells)
    counts.units.withUnsafeMutableBufferPointer { units in
      counts.numerators.withUnsafeMutableBufferPointer { numerators in
        for run in compacted.runs {
          let cell = DurationTally.cell(run.key)
          units[cell] &+= Int32(run.count)
          if DurationTally.cause(run.key) == 1, DurationTally.day(run.key) <= days {
            numerators[cell] &+= Int32(run.count)
          }
        }
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

  /// In pieces, so that growing never copies what is already there.
  private(set) var pieces: [[Entry]] = []
  private var newest: [Entry] = []
  private static let piece = 1 << 16

  var count: Int { pieces.reduce(newest.count) { $0 + $1.count } }

  @inline(__always)
  mutating func add(_ entry: Entry) {
    newest.append(entry)
    if newest.count == PersonTally.piece { close() }
  }

  private mutating func close() {
    pieces.append(newest)
    newest = []
    newest.reserveCapacity(PersonTally.piece)
  }

  mutating func merge(_ other: PersonTally) {
    pieces += other.pieces
    pieces.append(other.newest)
  }

  func each(_ body: (Entry) -> Void) {
    for piece in pieces { for entry in piece { body(entry) } }
    for entry in newest { body(entry) }
  }
}
