import Warehouse

/// The order of `dati/osservazioni.csv`.
extension Observation {
  public static func inPublicationOrder(_ a: Observation, _ b: Observation) -> Bool {
    if a.indicator != b.indicator { return a.indicator < b.indicator }
    if a.territory != b.territory { return inPublicationOrder(a.territory, b.territory) }
    if a.period != b.period { return a.period.nameOrder < b.period.nameOrder }
    return (a.dimension, a.modality) < (b.dimension, b.modality)
  }

  fileprivate static func inPublicationOrder(_ a: TerritoryKey, _ b: TerritoryKey) -> Bool {
    (a.kind.rawValue, a.code) < (b.kind.rawValue, b.code)
  }

  /// The same, for many.
  static func inPublicationOrder(_ all: [Observation]) -> [Observation] {
    let keys = PublicationKeys(all).keys
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return order.map { all[$0] }
  }
}

/// Numbers in whose order observations are published, of as many digits as a cell has parts: each text is
/// compared once to give it a rank, then the ranks are.
struct PublicationKeys {
  let indicators: Ranked<String>
  let territories: Ranked<TerritoryKey>
  let periods: Ranked<Period>
  let dimensions: Ranked<String>
  let modalities: Ranked<String>
  /// One for each observation; the same for the same cell.
  private(set) var keys: [Int]

  init(_ all: [Observation]) {
    (territories, (indicators, periods, dimensions, modalities)) = together(
      { Ranked(all, by: Observation.inPublicationOrder) { $0.territory } },
      {
        let periods: (Period, Period) -> Bool = { $0.nameOrder < $1.nameOrder }
        return (
          Ranked(all, by: <) { $0.indicator }, Ranked(all, by: periods) { $0.period },
          Ranked(all, by: <) { $0.dimension }, Ranked(all, by: <) { $0.modality }
        )
      })
    keys = indicators.ranks
    append(territories)
    append(periods)
    append(dimensions)
    append(modalities)
  }

  private mutating func append<Value>(_ part: Ranked<Value>) {
    for i in keys.indices { keys[i] = keys[i] * part.values.count + part.ranks[i] }
  }

  /// What a key grows by from one value of the part to the next.
  var ofIndicator: Int { territories.values.count * ofTerritory }
  var ofTerritory: Int { periods.values.count * ofPeriod }
  var ofPeriod: Int { dimensions.values.count * ofDimension }
  var ofDimension: Int { modalities.values.count }
}

/// One part of observations, each value by its rank among those that occur.
struct Ranked<Value: Hashable & Sendable>: Sendable {
  /// Those that occur, in order.
  let values: [Value]
  /// The place there of each observation's.
  let ranks: [Int]
  private let rankOf: [Value: Int]

  init(
    _ all: [Observation], by precedes: (Value, Value) -> Bool, _ value: (Observation) -> Value
  ) {
    var numbers: [Value: Int] = [:]
    var values: [Value] = []
    // Neighbours mostly agree: a comparison is cheaper than a hash.
    var last = -1
    let found = all.map { one -> Int in
      let value = value(one)
      if last >= 0, values[last] == value { return last }
      last = numbers[value] ?? values.count
      if last == values.count {
        numbers[value] = last
        values.append(value)
      }
      return last
    }
    let order = values.indices.sorted { precedes(values[$0], values[$1]) }
    var ranks = [Int](repeating: 0, count: values.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    self.values = order.map { values[$0] }
    self.ranks = found.map { ranks[$0] }
    rankOf = numbers.mapValues { ranks[$0] }
  }

  /// The rank of a value; nil where it does not occur.
  func rank(of value: Value) -> Int? { rankOf[value] }
}
