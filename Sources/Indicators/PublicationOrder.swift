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
    let columns = concurrently(6) { column in
      switch column {
      case 0: ranks(all) { $0.indicator }
      case 1: ranks(all) { $0.territory.kind.rawValue }
      case 2: ranks(all) { $0.territory.code }
      case 3: ranks(all) { $0.period.nameOrder }
      case 4: ranks(all) { $0.dimension }
      default: ranks(all) { $0.modality }
      }
    }
    var keys = [Int](repeating: 0, count: all.count)
    for (ranks, count) in columns {
      for i in keys.indices { keys[i] = keys[i] * count + ranks[i] }
    }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return order.map { all[$0] }
  }

  /// The rank of each one's value among the different values, and how many those are.
  private static func ranks<Value: Hashable & Comparable>(
    _ all: [Observation], _ value: (Observation) -> Value
  ) -> (ranks: [Int], count: Int) {
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
    var ranks = [Int](repeating: 0, count: values.count)
    for (rank, number) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[number] = rank
    }
    return (found.map { ranks[$0] }, values.count)
  }
}
