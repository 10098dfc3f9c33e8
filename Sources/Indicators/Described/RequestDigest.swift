import Warehouse

/// What several indicators ask of all requests, gathered while they are read once.
///
/// Memory does not follow the requests: persons are kept up to a limit, above which those whose token ends
/// in more and more zero bits stand for all of them.
struct RequestDigest: Sendable {
  struct ComuneYear: Hashable {
    var comune: Int
    var year: Int
  }

  private(set) var requests = 0
  private(set) var unplaced = 0
  private(set) var identified = 0
  /// By year, requests of each user area.
  private(set) var areas: [Int: [String: Double]] = [:]
  /// Last twelve months, requests of each first-level service.
  private(set) var services: [String: Double] = [:]
  /// By year, persons of each age class reached by a started service.
  private(set) var reached: [Int: [SampledPersons<Void>]] = [:]
  /// Last twelve months, requests of each person and how many were started.
  private(set) var clusters = SampledPersons<(units: Int, successes: Int)>(empty: (0, 0))
  /// First assisted request of each person, and the last day its delivery can tell of.
  private(set) var assisted = SampledPersons<(day: Day, until: Day)?>(empty: nil)
  /// Waits for a decision: `day << 1 | decided`, with how often.
  private(set) var decisions: [ComuneYear: [Int: Int]] = [:]

  /// Age classes residents are delivered in as finely as any source may ask.
  static let ages = [0...17, 18...64, 65...74, 75...84, 85...130]

  mutating func add(_ fact: Fact, observedUntil until: Day, frame: Frame, asOf: Day) {
    guard let asked = fact.happened(.requestedOn, by: asOf) else { return }
    requests += 1
    if fact.text(.comune) == "ND" { unplaced += 1 }
    let person = fact.token(.person)
    if person != nil { identified += 1 }
    areas[asked.year, default: [:]][fact.text(.userArea) ?? "ND", default: 0] += 1
    let started = fact.happened(.startedOn, by: asOf)
    if asked > asOf - 365 {
      if let service = fact.text(.service) { services[String(service.prefix(1)), default: 0] += 1 }
      clusters.update(person ?? UInt64(bitPattern: fact.key) &* 0x9E37_79B9_7F4A_7C15) {
        $0.units += 1
        if started != nil { $0.successes += 1 }
      }
    }
    if let person, let started, let born = fact.integer(.birthYear),
      let group = RequestDigest.ages.firstIndex(where: { $0.contains(started.year - Int(born)) })
    {
      let none = [SampledPersons<Void>](
        repeating: SampledPersons(empty: ()), count: RequestDigest.ages.count)
      reached[started.year, default: none][group].update(person) { _ in }
    }
    if let person, Indicator.assistedRequest.holds(fact, asOf: asOf) {
      assisted.update(person) { if $0.map({ asked < $0.day }) ?? true { $0 = (asked, until) } }
    }
    guard asked <= until, fact.flag(.hasPresumedDates) != true,
      let comune = frame.comune(fact.code(.comune)), comune < frame.comuni.count
    else { return }
    let decided = fact.happened(.decidedOn, by: until)
    let days = min(max(0, (decided ?? until) - asked), DurationTally.longest)
    decisions[ComuneYear(comune: comune, year: asked.year), default: [:]][
      days << 1 | (decided == nil ? 0 : 1), default: 0] += 1
  }
}

/// Something of each person, of all of them or of a sample that depends on their tokens alone.
struct SampledPersons<Value: Sendable>: Sendable {
  static var limit: Int { 200_000 }
  private let empty: Value
  private(set) var values: [UInt64: Value] = [:]
  /// One person in this many is kept.
  private(set) var oneIn: UInt64 = 1

  init(empty: Value) { self.empty = empty }

  mutating func update(_ person: UInt64, _ body: (inout Value) -> Void) {
    guard person % oneIn == 0 else { return }
    let none = empty
    body(&values[person, default: none])
    while values.count > Self.limit {
      oneIn *= 2
      let step = oneIn
      values = values.filter { $0.key % step == 0 }
    }
  }

  /// How many persons there are, of whom some may stand for others.
  var count: Double { Double(values.count) * Double(oneIn) }
}
