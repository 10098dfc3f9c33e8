import Dispatch
import Foundation

/// The entries of a tally brought together by person, in groups of a few hundred: each person in one.
struct PersonGroups: Sendable {
  private var entries: [PersonTally.Entry]
  /// First entry of each group, and the end.
  private let starts: [Int]

  init(_ tally: PersonTally) {
    let total = tally.count
    var bits = 0
    while total >> bits > 512, bits < 16 { bits += 1 }
    let shift = UInt64(64 - bits)
    // Keys of requests that name nobody are near one another: their bits are mixed first.
    func group(_ entry: PersonTally.Entry) -> Int {
      Int(truncatingIfNeeded: (entry.person &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    tally.each { starts[group($0) + 1] += 1 }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    self.starts = starts
    var next = starts
    entries = [PersonTally.Entry](unsafeUninitializedCapacity: total) { buffer, count in
      tally.each { entry in
        let place = group(entry)
        buffer.initializeElement(at: next[place], to: entry)
        next[place] += 1
      }
      count = total
    }
    sortGroups()
  }

  /// Each group by itself, shared out among threads.
  private mutating func sortGroups() {
    let (starts, count) = (starts, count)
    let threads = min(ProcessInfo.processInfo.activeProcessorCount, count)
    entries.withUnsafeMutableBufferPointer { entries in
      // No two threads touch the same group.
      nonisolated(unsafe) let entries = entries
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for group in count * thread / threads..<count * (thread + 1) / threads {
          var group = UnsafeMutableBufferPointer(
            rebasing: entries[starts[group]..<starts[group + 1]])
          group.sort { $0.person < $1.person }
        }
      }
    }
  }

  var count: Int { starts.count - 1 }

  /// The entries of some groups, those of a person one after the other.
  func entries(of groups: Range<Int>) -> ArraySlice<PersonTally.Entry> {
    entries[starts[groups.lowerBound]..<starts[groups.upperBound]]
  }
}
