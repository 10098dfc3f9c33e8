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
  /// The second date follows the first by at most so many days, or is the same.
  case within(FactField, FactField, days: Int)
  /// The date lies at least so many days before the last of which the source can tell: enough has been seen
  /// since.
  case seenFor(FactField, days: Int)
  /// Both have the same value.
  case same(FactField, FactField)
  case any([Condition])
  indirect case not(Condition)

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

  /// Of every fact of a slice at once, by row.
  ///
  /// - Parameter observedUntil: last day of which the source can tell; the as-of date unless told.
  func holds(_ slice: FactSlice, asOf: Day, observedUntil: Day? = nil) -> [Bool] {
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
        $0 != none && $1 != none && (0...Int64(days)).contains($1 - $0)
      }
    case .seenFor(let field, let days):
      let last = Int64((observedUntil ?? asOf).number) - Int64(days)
      return slice.cells(field).map { $0 != none && $0 <= min(last, Int64(asOf.number)) }
    case .same(let a, let b):
      return zip(slice.map(a) { $0 }, slice.map(b) { $0 }).map { $0 != nil && $0 == $1 }
    case .any(let parts):
      var all = [Bool](repeating: false, count: slice.count)
      for part in parts {
        for (row, holds) in part.holds(slice, asOf: asOf, observedUntil: observedUntil)
          .enumerated() where holds
        {
          all[row] = true
        }
      }
      return all
    case .not(let part):
      return part.holds(slice, asOf: asOf, observedUntil: observedUntil).map { !$0 }
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
  /// By row of the slice.
  func allHold(_ slice: FactSlice, asOf: Day, observedUntil: Day? = nil) -> [Bool] {
    var all = [Bool](repeating: true, count: slice.count)
    for condition in self {
      for (row, holds) in condition.holds(slice, asOf: asOf, observedUntil: observedUntil)
        .enumerated()
      where !holds {
        all[row] = false
      }
    }
    return all
  }
}
