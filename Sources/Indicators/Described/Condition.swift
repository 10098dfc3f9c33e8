public import Warehouse

/// What must hold of a fact. What happened after the as-of date has not happened.
public indirect enum Condition: Hashable, Sendable {
  /// The code is one of these.
  case isOne(FactField, [String])
  case isNone(FactField, [String])
  /// The list holds one of these.
  case holds(FactField, [String])
  /// The list holds two or more.
  case several(FactField)
  /// There is a value; a date not after the as-of date.
  case present(FactField)
  case absent(FactField)
  case flag(FactField, Bool)
  case atLeast(FactField, Double)
  case atMost(FactField, Double)
  /// The second date follows the first by at most so many days.
  case within(FactField, FactField, days: Int)
  /// The date lies at least so many days before the as-of date: enough has been seen since.
  case seenFor(FactField, days: Int)
  /// Both have the same value.
  case same(FactField, FactField)
  case any([Condition])
  case not(Condition)

  func holds<F: FactReading>(_ fact: F, asOf: Day) -> Bool {
    switch self {
    case .isOne(let field, let codes): fact.text(field).map { codes.contains($0) } ?? false
    case .isNone(let field, let codes): !(fact.text(field).map { codes.contains($0) } ?? false)
    case .holds(let field, let codes):
      fact.text(field).map { text in
        text.split(separator: "|").contains { codes.contains(String($0)) }
      } ?? false
    case .several(let field): fact.text(field).map { $0.contains("|") } ?? false
    case .present(let field):
      field.isDay ? fact.happened(field, by: asOf) != nil : !fact.isMissing(field)
    case .absent(let field):
      field.isDay ? fact.happened(field, by: asOf) == nil : fact.isMissing(field)
    case .flag(let field, let value): fact.flag(field) == value
    case .atLeast(let field, let least): fact.real(field).map { $0 >= least } ?? false
    case .atMost(let field, let most): fact.real(field).map { $0 <= most } ?? false
    case .within(let first, let second, let days):
      if let a = fact.happened(first, by: asOf), let b = fact.happened(second, by: asOf) {
        b - a <= days
      } else {
        false
      }
    case .seenFor(let field, let days):
      fact.happened(field, by: asOf).map { asOf - $0 >= days } ?? false
    case .same(let a, let b): fact.text(a) != nil && fact.text(a) == fact.text(b)
    case .any(let parts): parts.contains { $0.holds(fact, asOf: asOf) }
    case .not(let part): !part.holds(fact, asOf: asOf)
    }
  }

  /// Fields it asks for.
  var fields: [FactField] {
    switch self {
    case .isOne(let field, _), .isNone(let field, _), .holds(let field, _), .several(let field),
      .present(let field),
      .absent(let field), .flag(let field, _), .atLeast(let field, _), .atMost(let field, _),
      .seenFor(let field, _):
      [field]
    case .within(let first, let second, _), .same(let first, let second): [first, second]
    case .any(let parts): parts.flatMap(\.fields)
    case .not(let part): part.fields
    }
  }
}

extension [Condition] {
  func allHold<F: FactReading>(_ fact: F, asOf: Day) -> Bool {
    for condition in self where !condition.holds(fact, asOf: asOf) { return false }
    return true
  }
}
