/// Distinct people by year and place, in bits: five million people are 600 kB a year.
///
/// A person lives in one comune; the few met elsewhere, because a row was wrong, are listed apart.
struct Crowd {
  private struct Stray: Hashable {
    var person: Int
    var year: Int
    var place: Int
  }

  private let places: Int
  private var everBits: [UInt64]
  private var yearBits: [[UInt64]]
  /// People seen in a year anywhere: those who strayed may also have been at home.
  private var homeBits: [[UInt64]]
  private var strays: Set<Stray> = []
  private var counts: [Int]
  private var yearCounts: [Int]
  private(set) var total = 0
  private(set) var anonymous = 0

  init(people: Int, years: Int, places: Int) {
    self.places = places
    everBits = Array(repeating: 0, count: people / 64 + 1)
    yearBits = Array(repeating: everBits, count: years)
    homeBits = yearBits
    counts = Array(repeating: 0, count: years * places)
    yearCounts = Array(repeating: 0, count: years)
  }

  mutating func add(_ person: Int, year: Int, place: Int, home: Int) {
    if Crowd.insert(person, into: &everBits) { total += 1 }
    if Crowd.insert(person, into: &yearBits[year]) { yearCounts[year] += 1 }
    let isNew =
      place == home
      ? Crowd.insert(person, into: &homeBits[year])
      : strays.insert(Stray(person: person, year: year, place: place)).inserted
    if isNew { counts[year * places + place] += 1 }
  }

  /// Somebody who did not say who: never the same as anybody else.
  mutating func addAnonymous(year: Int, place: Int) {
    total += 1
    anonymous += 1
    yearCounts[year] += 1
    counts[year * places + place] += 1
  }

  func count(year: Int) -> Int { yearCounts[year] }
  func count(year: Int, place: Int) -> Int { counts[year * places + place] }

  /// True when the person was not there yet.
  private static func insert(_ person: Int, into bits: inout [UInt64]) -> Bool {
    let mask: UInt64 = 1 << UInt64(person & 63)
    if bits[person >> 6] & mask != 0 { return false }
    bits[person >> 6] |= mask
    return true
  }
}
