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
    let keys = PublicationKeys([all]).keys
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return order.map { all[$0] }
  }
}

/// Numbers in whose order observations are published, of as many digits as a cell has parts: each text is
/// compared once to give it a rank, then the ranks are.
struct PublicationKeys {
  let indicators: Ranking<String>
  let territories: Ranking<TerritoryKey>
  let periods: Ranking<Period>
  let dimensions: Ranking<String>
  let modalities: Ranking<String>
  /// One for each observation, of one list after the other; the same for the same cell.
  private(set) var keys: [Int]

  init(_ lists: [[Observation]]) {
    let periodOrder: @Sendable (Period, Period) -> Bool = { $0.nameOrder < $1.nameOrder }
    let (ofTerritories, others) = together(
      { Ranking<TerritoryKey>.ranks(lists, by: Observation.inPublicationOrder) { $0.territory } },
      {
        (
          Ranking<String>.ranks(lists, by: <) { $0.indicator },
          Ranking<Period>.ranks(lists, by: periodOrder) { $0.period },
          Ranking<String>.ranks(lists, by: <) { $0.dimension },
          Ranking<String>.ranks(lists, by: <) { $0.modality }
        )
      })
    territories = ofTerritories.ranking
    (indicators, periods) = (others.0.ranking, others.1.ranking)
    (dimensions, modalities) = (others.2.ranking, others.3.ranking)
    keys = others.0.ranks.map(Int.init)
    append(ofTerritories)
    append(others.1)
    append(others.2)
    append(others.3)
  }

  private mutating func append<Value>(_ part: (ranking: Ranking<Value>, ranks: [Int32])) {
    let count = part.ranking.values.count
    for i in keys.indices { keys[i] = keys[i] * count + Int(part.ranks[i]) }
  }

  /// What a key grows by from one value of the part to the next.
  var ofIndicator: Int { territories.values.count * ofTerritory }
  var ofTerritory: Int { periods.values.count * ofPeriod }
  var ofPeriod: Int { dimensions.values.count * ofDimension }
  var ofDimension: Int { modalities.values.count }
}

/// The values of one part of observations, by their rank among those that occur.
struct Ranking<Value: Hashable & Sendable>: Sendable {
  /// Those that occur, in order.
  let values: [Value]
  private let rankOf: [Value: Int]

  /// The values, and the rank of each observation's.
  static func ranks(
    _ lists: [[Observation]], by precedes: (Value, Value) -> Bool, _ value: (Observation) -> Value
  ) -> (ranking: Ranking, ranks: [Int32]) {
    var numbers: [Value: Int] = [:]
    var values: [Value] = []
    var found: [Int32] = []
    found.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    // Neighbours mostly agree: a comparison is cheaper than a hash.
    var last = -1
    for list in lists {
      for one in list {
        let value = value(one)
        if last < 0 || values[last] != value {
          last = numbers[value] ?? values.count
          if last == values.count {
            numbers[value] = last
            values.append(value)
          }
        }
        found.append(Int32(last))
      }
    }
    let order = values.indices.sorted { precedes(values[$0], values[$1]) }
    var ranks = [Int32](repeating: 0, count: values.count)
    for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
    for i in found.indices { found[i] = ranks[Int(found[i])] }
    return (
      Ranking(values: order.map { values[$0] }, rankOf: numbers.mapValues { Int(ranks[$0]) }), found
    )
  }

  /// The rank of a value; nil where it does not occur.
  func rank(of value: Value) -> Int? { rankOf[value] }
}
