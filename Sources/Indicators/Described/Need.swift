public import Warehouse

/// A field of a dataset without which an indicator has nothing to say: any one of several.
///
/// A field a contract leaves free and no delivery has ever filled in says nothing: neither that it did not
/// happen nor that it may not be told.
public struct Need: Hashable, Sendable {
  public var table: FactTable
  public var anyOf: Set<FactField>

  public init(_ table: FactTable, _ anyOf: FactField...) {
    self.init(table, anyOf: Set(anyOf))
  }

  init(_ table: FactTable, anyOf: Set<FactField>) {
    self.table = table
    self.anyOf = anyOf
  }
}

extension Counting {
  /// What must have been filled in by somebody for the count to mean anything.
  ///
  /// - Parameter isOfPersons: of many persons it is not to be believed that a day has come to none; of a few
  ///   acts it may. How long a day is waited for that nobody has ever written is known of neither.
  func needs(isOfPersons: Bool) -> Set<Need> {
    let conditions = (filters + measure.asked).compactMap(\.need).filter { anyOf in
      isOfPersons || !anyOf.allSatisfy(\.isDay)
    }
    let fields = ([when.field].compactMap(\.self) + measure.told).map { Set([$0]) }
    return Set(
      (conditions + [measure.awaited].compactMap(\.self) + fields).map { Need(table, anyOf: $0) })
  }
}

extension Counting.When {
  fileprivate var field: FactField? {
    switch self {
    case .day(let field), .year(let field): field
    case .asOf: nil
    }
  }
}

extension Measure {
  /// What it asks of a fact beside the filters.
  fileprivate var asked: [Condition] {
    if case .wait(let wait) = self { wait.onlyIf } else { conditions }
  }

  /// Fields that hold what is counted or summed.
  fileprivate var told: [FactField] {
    switch self {
    case .count, .daily, .rate, .share, .wait: []
    case .distribution(let field), .distinct(let field, _), .shareOfDistinct(let field, _):
      [field]
    case .sum(let quantity, _), .mean(let quantity): [quantity.field]
    case .ratio(let top, let bottom): [top.field, bottom.field]
    }
  }

  /// The days on which what is awaited comes.
  fileprivate var awaited: Set<FactField>? {
    guard case .wait(let wait) = self else { return nil }
    return Set([wait.to] + wait.standIns.filter { $0.missing == wait.to }.map(\.day))
  }
}

extension Condition {
  /// The fields it cannot hold without, any of them; nil where it holds of a fact that says nothing.
  fileprivate var need: Set<FactField>? {
    switch self {
    case .isNone, .absent, .not: return nil
    case .any(let parts):
      let needs = parts.map(\.need)
      return needs.contains(nil) ? nil : needs.compactMap(\.self).reduce([]) { $0.union($1) }
    case .within(_, let second, _): return [second]
    default: return Set(fields.prefix(1))
    }
  }
}

/// Which of some fields of a dataset anybody has filled in, found while its facts are read.
///
/// Sendable because it belongs to one thread at a time.
final class FilledFields: SliceReader, @unchecked Sendable {
  let fields: Set<FactField>
  private(set) var empty: Set<FactField>

  init(_ fields: Set<FactField>) {
    self.fields = fields
    empty = fields
  }

  func add(_ slice: FactSlice, observedUntil: Day) {
    if empty.isEmpty { return }
    let current = slice.areCurrent()
    empty = empty.filter { field in
      let cells = slice.cells(field)
      return !current.indices.contains { current[$0] && cells[$0] != FactSlice.none }
    }
  }
}
