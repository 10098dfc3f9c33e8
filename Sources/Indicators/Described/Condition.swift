public import Warehouse

/// What must hold of a fact. What happened after the as-of date has not happened.
public enum Condition: Hashable, Sendable {
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
  indirect case not(Condition)

  func holds(_ fact: Fact, asOf: Day) -> Bool {
    switch self {
    case .isOne(let field, _), .isNone(let field, _), .holds(let field, _), .several(let field):
      holds(text: fact.text(field))
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

  /// Of conditions on one text.
  private func holds(text: String?) -> Bool {
    switch self {
    case .isOne(_, let codes): text.map { codes.contains($0) } ?? false
    case .isNone(_, let codes): !(text.map { codes.contains($0) } ?? false)
    case .holds(_, let codes):
      text?.split(separator: "|").contains { codes.contains(String($0)) } ?? false
    case .several: text?.contains("|") ?? false
    default: preconditionFailure("not a condition on a text")
    }
  }

  /// The same, of every fact of a slice at once, by row.
  func holds(_ slice: FactSlice, asOf: Day) -> [Bool] {
    let none = FactSlice.none
    switch self {
    case .isOne(let field, _), .isNone(let field, _), .holds(let field, _), .several(let field):
      return slice.map(field) { holds(text: $0) }
    case .present(let field) where field.isDay:
      return slice.days(field, by: asOf).map { $0 != none }
    case .present(let field): return slice.cells(field).map { $0 != none }
    case .absent(let field) where field.isDay:
      return slice.days(field, by: asOf).map { $0 == none }
    case .absent(let field): return slice.cells(field).map { $0 == none }
    case .flag(let field, let value):
      return slice.cells(field).map { $0 != none && ($0 != 0) == value }
    case .atLeast(let field, let least): return slice.reals(field).map { $0 >= least }
    case .atMost(let field, let most): return slice.reals(field).map { $0 <= most }
    case .within(let first, let second, let days):
      return zip(slice.days(first, by: asOf), slice.days(second, by: asOf)).map {
        $0 != none && $1 != none && $1 - $0 <= Int64(days)
      }
    case .seenFor(let field, let days):
      let last = Int64(asOf.number) - Int64(days)
      return slice.cells(field).map { $0 != none && $0 <= min(last, Int64(asOf.number)) }
    case .same:
      var all = [Bool](repeating: false, count: slice.count)
      slice.eachFact { all[$0.place] = holds($0, asOf: asOf) }
      return all
    case .any(let parts):
      var all = [Bool](repeating: false, count: slice.count)
      for part in parts {
        for (row, holds) in part.holds(slice, asOf: asOf).enumerated() where holds {
          all[row] = true
        }
      }
      return all
    case .not(let part): return part.holds(slice, asOf: asOf).map { !$0 }
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
  func allHold(_ fact: Fact, asOf: Day) -> Bool {
    for condition in self where !condition.holds(fact, asOf: asOf) { return false }
    return true
  }

  /// By row of the slice.
  func allHold(_ slice: FactSlice, asOf: Day) -> [Bool] {
    var all = [Bool](repeating: true, count: slice.count)
    for condition in self {
      for (row, holds) in condition.holds(slice, asOf: asOf).enumerated() where !holds {
        all[row] = false
      }
    }
    return all
  }
}
