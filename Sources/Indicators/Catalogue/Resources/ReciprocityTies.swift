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
  func exchangers() throws -> (givers: Set<UInt64>, receivers: Set<UInt64>) {
    var (givers, receivers): (Set<UInt64>, Set<UInt64>) = ([], [])
    try each(.exchange) { fact in
      guard let day = fact.happened(.exchangedOn, by: asOf), day > yearAgo else { return }
      if let person = fact.token(.donor) { givers.insert(person) }
      if let person = fact.token(.recipient) { receivers.insert(person) }
    }
    return (givers, receivers)
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
