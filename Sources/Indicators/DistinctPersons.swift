/// Different persons of every cell, from entries that are together by person.
struct DistinctPersons {
  private let frame: Frame
  private let mark: UInt16?
  private let onlyTotals: Bool
  private var counts: [Int32]
  /// The last person counted in each cell.
  private var stamps: [Int32]
  private var person: Int32 = -1
  /// Who occurs once counts once in every sum of its base cells: those are summed at the end.
  private var once: CountTally

  /// - Parameters:
  ///   - mark: only entries that carry it; nil for all.
  ///   - onlyTotals: leave the modalities out.
  init(frame: Frame, mark: UInt16?, onlyTotals: Bool) {
    self.frame = frame
    self.mark = mark
    self.onlyTotals = onlyTotals
    counts = [Int32](repeating: 0, count: frame.cells)
    stamps = [Int32](repeating: -1, count: frame.cells)
    once = CountTally(cells: frame.baseCells)
  }

  mutating func add(_ entries: UnsafeBufferPointer<PersonTally.Entry>) {
    var start = 0
    while start < entries.count {
      var end = start
      var counted = 0
      var last = start
      while end < entries.count, entries[end].person == entries[start].person {
        if isCounted(entries[end]) {
          counted += 1
          last = end
        }
        end += 1
      }
      if counted == 1 {
        addOnly(entries[last])
      } else if counted > 1 {
        person += 1
        for place in start..<end where isCounted(entries[place]) { stamp(entries[place]) }
      }
      start = end
    }
  }

  func finish() -> [Int32] {
    zip(counts, CellCounts(once, frame: frame).units).map { $0 + Int32($1) }
  }

  @inline(__always)
  private func isCounted(_ entry: PersonTally.Entry) -> Bool {
    mark.map { entry.marks & $0 != 0 } ?? true
  }

  private mutating func addOnly(_ entry: PersonTally.Entry) {
    let base = frame.baseCell(
      comune: Int(entry.comune), quarter: Int(entry.quarter), modality: 0)
    once.add(base, inNumerator: false)
    if onlyTotals { return }
    once.add(base + Int(entry.area), inNumerator: false)
    once.add(base + Int(entry.service), inNumerator: false)
    if entry.channel != PersonTally.noChannel {
      once.add(base + Int(entry.channel), inNumerator: false)
    }
  }

  private mutating func stamp(_ entry: PersonTally.Entry) {
    for place in frame.unitsOfComune[Int(entry.comune)] {
      for period in frame.periodsOfQuarter[Int(entry.quarter)] {
        let cell = frame.cell(unit: place, period: period, modality: 0)
        stamp(cell)
        if onlyTotals { continue }
        stamp(cell + Int(entry.area))
        stamp(cell + Int(entry.service))
        if entry.channel != PersonTally.noChannel { stamp(cell + Int(entry.channel)) }
      }
    }
  }

  @inline(__always)
  private mutating func stamp(_ cell: Int) {
    if stamps[cell] != person {
      stamps[cell] = person
      counts[cell] += 1
    }
  }
}
