import Foundation
import Warehouse

/// Counts of every cell, summed from those of the base cells.
struct CellCounts {
  /// Denominators.
  var units: [Int]
  var numerators: [Int]

  init(_ tally: CountTally, frame: Frame) {
    units = [Int](repeating: 0, count: frame.cells)
    numerators = units
    let width = frame.modalities.count
    for comune in frame.unitsOfComune.indices {
      for quarter in frame.quarters.indices {
        let base = frame.baseCell(comune: comune, quarter: quarter, modality: 0)
        for place in frame.unitsOfComune[comune] {
          for period in frame.periodsOfQuarter[quarter] {
            let cell = frame.cell(unit: place, period: period, modality: 0)
            for m in 0..<width where tally.units[base + m] != 0 {
              units[cell + m] += Int(tally.units[base + m])
              numerators[cell + m] += Int(tally.numerators[base + m])
            }
          }
        }
      }
    }
  }

  /// Distinct persons: numerators only.
  ///
  /// A stamp per cell makes each person count once in it. No person is in two groups, so threads count
  /// groups apart and their counts add up.
  ///
  /// - Parameters:
  ///   - mark: only entries that carry it; nil for all.
  ///   - onlyTotals: leave the modalities out.
  init(
    _ persons: PersonGroups, frame: Frame, mark: UInt16? = nil, onlyTotals: Bool = false
  ) {
    let threads = min(ProcessInfo.processInfo.activeProcessorCount, persons.count)
    let parts = concurrently(threads) { thread in
      let first = persons.count * thread / threads
      let last = persons.count * (thread + 1) / threads
      var counter = DistinctPersons(frame: frame, mark: mark, onlyTotals: onlyTotals)
      persons.entries(of: first..<last).withUnsafeBufferPointer { counter.add($0) }
      return counter.finish()
    }
    var sums = [Int](repeating: 0, count: frame.cells)
    for part in parts { for i in sums.indices { sums[i] += Int(part[i]) } }
    units = [Int](repeating: 0, count: frame.cells)
    numerators = sums
  }
}

/// Durations of every cell, summed from the runs of the base cells, one cell at a time.
struct CellDurations {
  private let runs: [(key: UInt64, count: UInt32)]
  /// First run of each base cell, and the end.
  private let starts: [Int32]
  private let comuniOfPlace: [[Int]]
  private let quartersOfPeriod: [[Int]]
  private let frame: Frame
  /// Counts by day and cause of the cell at hand; zero between cells.
  private var histogram = [Int32](repeating: 0, count: (DurationTally.longest + 1) * 4)

  init(_ tally: DurationTally, frame: Frame) {
    var compacted = tally
    compacted.compact()
    runs = compacted.runs
    var starts = [Int32](repeating: 0, count: frame.baseCells + 1)
    for run in runs { starts[DurationTally.cell(run.key) + 1] += 1 }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    self.starts = starts
    var members = [[Int]](repeating: [], count: frame.places)
    for (comune, places) in frame.unitsOfComune.enumerated() {
      for place in places { members[place].append(comune) }
    }
    comuniOfPlace = members
    quartersOfPeriod = frame.periods.indices.map { period in
      frame.quarters.indices.filter { frame.periodsOfQuarter[$0].contains(period) }
    }
    self.frame = frame
  }

  /// The survival table of a cell; nil when nothing was counted in it.
  mutating func table(unit: Int, period: Int, modality: Int) -> SurvivalTable? {
    var lastDay = -1
    for comune in comuniOfPlace[unit] {
      for quarter in quartersOfPeriod[period] {
        let base = frame.baseCell(comune: comune, quarter: quarter, modality: modality)
        for i in Int(starts[base])..<Int(starts[base + 1]) {
          let run = runs[i]
          let day = DurationTally.day(run.key)
          histogram[day * 4 + DurationTally.cause(run.key)] += Int32(run.count)
          lastDay = max(lastDay, day)
        }
      }
    }
    guard lastDay >= 0 else { return nil }
    var entries: [SurvivalTable.Entry] = []
    for day in 0...lastDay {
      for cause in 0...2 where histogram[day * 4 + cause] > 0 {
        entries.append(
          SurvivalTable.Entry(day: day, cause: cause, count: Int(histogram[day * 4 + cause])))
        histogram[day * 4 + cause] = 0
      }
    }
    return SurvivalTable(causes: 2, entries: entries)
  }
}
