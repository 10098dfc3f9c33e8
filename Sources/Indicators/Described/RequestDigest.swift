import Warehouse

/// What several indicators ask of all requests, gathered while they are read once.
///
/// Memory does not follow the requests: persons are kept up to a limit, above which those whose token ends
/// in more and more zero bits stand for all of them.
struct RequestDigest: Sendable {
  /// Age classes residents are delivered in as finely as any source may ask.
  static let ages = [0...17, 18...64, 65...74, 75...84, 85...130]

  static let fields: Set<FactField> = [
    .requestedOn, .comune, .person, .startedOn, .birthYear, .hasPresumedDates, .decidedOn, .channel,
    .actor, .isAssisted, .sex,
  ]

  /// After everybody.
  private static let sexes = ["F", "M"]

  private let frame: Frame
  private let asOf: Day
  private(set) var requests = 0
  private(set) var unplaced = 0
  private(set) var identified = 0
  private var reachedByYear = ByYear<[CountedPersons]>(
    empty: Array(
      repeating: CountedPersons(), count: (1 + RequestDigest.sexes.count) * RequestDigest.ages.count
    ))
  /// Last twelve months, requests of each person and how many were started.
  private(set) var clusters = SampledPersons<(units: Int, successes: Int)>(empty: (0, 0))
  /// First assisted request of each person, and the last day its source can tell of.
  private(set) var assisted = SampledPersons<(day: Day, until: Day)?>(empty: nil)
  /// By comune and year, how often each `day << 1 | decided` occurs among waits for a decision.
  private var waits: [ByYear<[Int32]>]

  init(frame: Frame, asOf: Day) {
    self.frame = frame
    self.asOf = asOf
    waits = frame.comuni.map { _ in ByYear(empty: []) }
  }

  /// Persons of each age class, of one sex if told, reached by a service started in the year.
  func reached(in year: Int, sex: String? = nil) -> [Double]? {
    let first = sex.map { RequestDigest.sexes.firstIndex(of: $0)! + 1 } ?? 0
    let ages = RequestDigest.ages.count
    return reachedByYear[year]?[first * ages..<(first + 1) * ages].map(\.count)
  }

  /// Waits for a decision: `day << 1 | decided`, with how often.
  func decisions(comune: Int, year: Int) -> [(wait: Int, count: Int)] {
    (waits[comune][year] ?? []).enumerated()
      .filter { $0.element > 0 }.map { ($0.offset, Int($0.element)) }
  }

  mutating func add(_ slice: FactSlice, observedUntil until: Day) {
    let none = FactSlice.none
    let current = slice.areCurrent()
    let keys = slice.allKeys
    let persons = slice.cells(.person)
    let asked = slice.days(.requestedOn, by: asOf)
    let started = slice.days(.startedOn, by: asOf)
    let decided = slice.days(.decidedOn, by: until)
    let born = slice.cells(.birthYear)
    let sexes = slice.map(.sex) { RequestDigest.sexes.firstIndex(of: $0 ?? "") }
    let isPresumed = slice.cells(.hasPresumedDates)
    let isUnplaced = slice.map(.comune) { $0 == "ND" }
    let comuni = slice.places(.comune, frame)
    let isAssisted = Indicator.assistedRequest.holds(slice, asOf: asOf)
    // Who lives elsewhere is counted in nothing.
    for row in 0..<slice.count where current[row] && asked[row] != none && comuni[row] >= 0 {
      let day = Day(number: Int32(asked[row]))
      let year = day.year
      let person = persons[row] == none ? nil : UInt64(bitPattern: persons[row])
      requests += 1
      if isUnplaced[row] { unplaced += 1 }
      if person != nil { identified += 1 }
      if day > asOf - 365 {
        clusters.update(person ?? UInt64(bitPattern: keys[row]) &* 0x9E37_79B9_7F4A_7C15) {
          $0.units += 1
          if started[row] != none { $0.successes += 1 }
        }
      }
      if let person, started[row] != none, born[row] != none {
        let year = Day(number: Int32(started[row])).year
        reach(person, in: year, aged: year - Int(born[row]), sex: sexes[row])
      }
      if let person, isAssisted[row] {
        assisted.update(person) { if $0.map({ day < $0.day }) ?? true { $0 = (day, until) } }
      }
      let comune = comuni[row]
      guard day <= until, isPresumed[row] != 1, comune < frame.undetermined else {
        continue
      }
      let isDecided = decided[row] != none
      let days = Int((isDecided ? decided[row] : Int64(until.number)) - asked[row])
      waits[comune].update(year) {
        $0.count(min(max(0, days), DurationTally.longest) << 1 | (isDecided ? 1 : 0))
      }
    }
  }

  private mutating func reach(_ person: UInt64, in year: Int, aged age: Int, sex: Int?) {
    let ages = RequestDigest.ages
    guard let group = ages.firstIndex(where: { $0.contains(age) }) else { return }
    reachedByYear.update(year) { groups in
      groups[group].insert(person)
      if let sex { groups[(sex + 1) * ages.count + group].insert(person) }
    }
  }

  /// When every request has been added.
  mutating func finish() {
    reachedByYear.updateAll { groups in for i in groups.indices { groups[i].settle() } }
  }
}

/// Gathers a `RequestDigest` while requests are read.
///
/// Sendable because it belongs to one thread at a time.
final class RequestDigestReader: SliceReader, @unchecked Sendable {
  private var digest: RequestDigest

  var fields: Set<FactField> { RequestDigest.fields }

  init(frame: Frame, asOf: Day) { digest = RequestDigest(frame: frame, asOf: asOf) }

  func add(_ slice: FactSlice, observedUntil: Day) {
    digest.add(slice, observedUntil: observedUntil)
  }

  func finish() -> RequestDigest {
    digest.finish()
    return digest
  }
}
