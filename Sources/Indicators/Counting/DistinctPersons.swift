/// Different persons of every cell, from entries that are together by person.
struct DistinctPersons {
  private let frame: Frame
  private let mark: UInt16?
  private let onlyTotals: Bool
  /// Together: where one is far from the core, so is the other.
  private var cells: [(count: Int32, lastPerson: Int32)]
  private var person: Int32 = -1
  /// The totals that what happens in a comune and a quarter is counted in, one list after the other.
  private var totals: [Int32] = []
  private var firstTotal = [0]
  /// Who occurs once counts once in every sum of its base cells: those are summed at the end. Who occurs
  /// twice counts as two, less one in the sums that hold both.
  private var once: CountTally

  /// - Parameters:
  ///   - mark: only entries that carry it; nil for all.
  ///   - onlyTotals: leave the modalities out.
  init(frame: Frame, mark: UInt16?, onlyTotals: Bool) {
    self.frame = frame
    self.mark = mark
    self.onlyTotals = onlyTotals
    cells = Array(repeating: (0, -1), count: frame.cells)
    once = CountTally(cells: frame.baseCells)
    for units in frame.unitsOfComune {
      for periods in frame.periodsOfQuarter {
        for unit in units {
          totals += periods.map { Int32(frame.cell(unit: unit, period: $0, modality: 0)) }
        }
        totals[firstTotal.last!...].sort()
        firstTotal.append(totals.count)
      }
    }
  }

  mutating func add(_ entries: UnsafeBufferPointer<PersonTally.Entry>) {
    var start = 0
    while start < entries.count {
      var end = start
      var counted = 0
      var (last, beforeLast) = (start, start)
      while end < entries.count, entries[end].person == entries[start].person {
        if isCounted(entries[end]) {
          counted += 1
          (beforeLast, last) = (last, end)
        }
        end += 1
      }
      if counted == 1 {
        addOnly(entries[last])
      } else if counted == 2 {
        addPair(entries[beforeLast], entries[last])
      } else if counted > 2 {
        person += 1
        for place in start..<end where isCounted(entries[place]) { stamp(entries[place]) }
      }
      start = end
    }
  }

  func finish() -> [Int32] {
    zip(cells, CellCounts(once, frame: frame).units).map { $0.count + Int32($1) }
  }

  @inline(__always)
  private func isCounted(_ entry: PersonTally.Entry) -> Bool {
    mark.map { entry.marks & $0 != 0 } ?? true
  }

  /// - Parameter other: an entry of the same person, comune and quarter already added.
  private mutating func addOnly(_ entry: PersonTally.Entry, beside other: PersonTally.Entry? = nil)
  {
    let base = frame.baseCell(
      comune: Int(entry.comune), quarter: Int(entry.quarter), modality: 0)
    if other == nil { once.add(base, inNumerator: false) }
    if onlyTotals { return }
    func add(_ modality: UInt8, _ known: UInt8?) {
      if modality != known { once.add(base + Int(modality), inNumerator: false) }
    }
    add(entry.area, other?.area)
    add(entry.service, other?.service)
    if entry.channel != PersonTally.noChannel { add(entry.channel, other?.channel) }
  }

  private mutating func addPair(_ a: PersonTally.Entry, _ b: PersonTally.Entry) {
    addOnly(a)
    if a.comune == b.comune, a.quarter == b.quarter { return addOnly(b, beside: a) }
    addOnly(b)
    let (ofA, ofB) = (totals(of: a), totals(of: b))
    var (i, j) = (ofA.lowerBound, ofB.lowerBound)
    while i < ofA.upperBound, j < ofB.upperBound {
      if totals[i] < totals[j] {
        i += 1
      } else if totals[i] > totals[j] {
        j += 1
      } else {
        let total = Int(totals[i])
        cells[total].count -= 1
        if !onlyTotals {
          if a.area == b.area { cells[total + Int(a.area)].count -= 1 }
          if a.service == b.service { cells[total + Int(a.service)].count -= 1 }
          if a.channel == b.channel, a.channel != PersonTally.noChannel {
            cells[total + Int(a.channel)].count -= 1
          }
        }
        i += 1
        j += 1
      }
    }
  }

  private func totals(of entry: PersonTally.Entry) -> Range<Int> {
    let sum = Int(entry.comune) * frame.periodsOfQuarter.count + Int(entry.quarter)
    return firstTotal[sum]..<firstTotal[sum + 1]
  }

  private mutating func stamp(_ entry: PersonTally.Entry) {
    for place in totals(of: entry) {
      let total = Int(totals[place])
      stamp(total)
      if onlyTotals { continue }
      stamp(total + Int(entry.area))
      stamp(total + Int(entry.service))
      if entry.channel != PersonTally.noChannel { stamp(total + Int(entry.channel)) }
    }
  }

  @inline(__always)
  private mutating func stamp(_ cell: Int) {
    if cells[cell].lastPerson != person {
      cells[cell].lastPerson = person
      cells[cell].count += 1
    }
  }
}
