import Warehouse

/// Hours between pairs of people.
enum Reciprocity {
  struct Tie: Hashable {
    var from: UInt64
    var to: UInt64
    init(_ from: UInt64, _ to: UInt64) { (self.from, self.to) = (from, to) }
  }

  /// Persons who gave to somebody who gave to them.
  static func givingBack(_ hours: [Tie: Double]) -> Int {
    Set(hours.keys.filter { hours[Tie($0.to, $0.from)] != nil }.map(\.from)).count
  }

  /// Twice the smaller of what two give each other, over all that is given.
  static func dyadic(_ hours: [Tie: Double]) -> Double? {
    let ties = hours.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
    let whole = ties.reduce(0) { $0 + $1.value }
    guard whole > 0 else { return nil }
    return ties.reduce(0) { $0 + min($1.value, hours[Tie($1.key.to, $1.key.from)] ?? 0) } / whole
  }
}

extension Computation {
  /// Who gave and who received in the last twelve months, but those known to be under age.
  func adultExchangers() throws -> (givers: Set<UInt64>, receivers: Set<UInt64>) {
    var (givers, receivers): (Set<UInt64>, Set<UInt64>) = ([], [])
    try each(.exchange) { fact in
      guard let day = fact.happened(.exchangedOn, by: asOf), day > yearAgo else { return }
      if let person = fact.token(.donor) { givers.insert(person) }
      if let person = fact.token(.recipient) { receivers.insert(person) }
    }
    let minors = try minors(among: givers.union(receivers))
    return (givers.subtracting(minors), receivers.subtracting(minors))
  }

  /// Those of them whose requests say that they do not turn 18 by the end of the year.
  private func minors(among people: Set<UInt64>) throws -> Set<UInt64> {
    if people.isEmpty || !facts.delivered.contains(.serviceRequest) { return [] }
    let reader = BirthYears(of: people)
    _ = try facts.tallies([], over: .serviceRequest, and: [reader])
    return Set(reader.last.filter { asOf.year - $0.value < 18 }.keys)
  }

  func hoursBetween() throws -> (hours: [Reciprocity.Tie: Double], people: [UInt64]) {
    var hours: [Reciprocity.Tie: Double] = [:]
    try each(.exchange) { fact in
      guard let day = fact.happened(.exchangedOn, by: asOf), day > yearAgo,
        let giver = fact.token(.donor),
        let receiver = fact.token(.recipient), giver != receiver, let amount = fact.real(.hours)
      else { return }
      hours[Reciprocity.Tie(giver, receiver), default: 0] += amount
    }
    return (hours, Set(hours.keys.flatMap { [$0.from, $0.to] }).sorted())
  }
}

/// Finds when some people were born while requests are read.
///
/// Sendable because it belongs to one thread at a time.
private final class BirthYears: SliceReader, @unchecked Sendable {
  let fields: Set<FactField> = [.person, .birthYear]
  private let people: Set<UInt64>
  /// Of several years the latest: a child is not to be taken for a grown-up.
  private(set) var last: [UInt64: Int] = [:]

  init(of people: Set<UInt64>) { self.people = people }

  func add(_ slice: FactSlice, observedUntil: Day) {
    let current = slice.areCurrent()
    let persons = slice.cells(.person)
    let born = slice.cells(.birthYear)
    for row in 0..<slice.count
    where current[row] && persons[row] != FactSlice.none && born[row] != FactSlice.none {
      let person = UInt64(bitPattern: persons[row])
      if people.contains(person) { last[person] = max(last[person] ?? .min, Int(born[row])) }
    }
  }
}
