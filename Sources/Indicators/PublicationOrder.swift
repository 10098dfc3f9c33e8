import Warehouse

/// The order of `dati/osservazioni.csv`.
extension Observation {
  public static func inPublicationOrder(_ a: Observation, _ b: Observation) -> Bool {
    if a.indicator != b.indicator { return a.indicator < b.indicator }
    if a.territory.kind != b.territory.kind {
      return a.territory.kind.rawValue < b.territory.kind.rawValue
    }
    if a.territory.code != b.territory.code { return a.territory.code < b.territory.code }
    if a.period != b.period { return a.period.nameOrder < b.period.nameOrder }
    return (a.dimension, a.modality) < (b.dimension, b.modality)
  }

  /// The same, for many: each text is compared once to give it a rank, then the ranks are.
  static func inPublicationOrder(_ all: [Observation]) -> [Observation] {
    let indicators = Ranks(all.map(\.indicator))
    let kinds = Ranks(all.map(\.territory.kind.rawValue))
    let codes = Ranks(all.map(\.territory.code))
    let periods = Ranks(all.map(\.period.nameOrder))
    let dimensions = Ranks(all.map(\.dimension))
    let modalities = Ranks(all.map(\.modality))
    var order: [(key: Int, place: Int)] = []
    order.reserveCapacity(all.count)
    for (place, one) in all.enumerated() {
      var key = indicators[one.indicator]
      key = key * kinds.count + kinds[one.territory.kind.rawValue]
      key = key * codes.count + codes[one.territory.code]
      key = key * periods.count + periods[one.period.nameOrder]
      key = key * dimensions.count + dimensions[one.dimension]
      key = key * modalities.count + modalities[one.modality]
      order.append((key, place))
    }
    order.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
    return order.map { all[$0.place] }
  }
}

/// Places of values in their own order.
private struct Ranks<Value: Hashable & Comparable> {
  private let ranks: [Value: Int]

  init(_ values: [Value]) {
    ranks = Dictionary(
      uniqueKeysWithValues: Set(values).sorted().enumerated().map { ($1, $0) })
  }

  var count: Int { ranks.count }

  subscript(value: Value) -> Int { ranks[value]! }
}
