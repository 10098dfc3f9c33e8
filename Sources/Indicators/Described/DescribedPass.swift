import Warehouse

/// The described indicators, worked out dataset by dataset: facts that several of them count are read once.
struct DescribedPass {
  var computation: Computation
  let indicators: [Indicator]

  mutating func observations() throws -> [Observation] {
    let counted = indicators.compactMap { one -> (definition: Definition, counting: Counting)? in
      if case .facts(let counting) = one.calculation {
        (one.definition, counting)
      } else {
        nil
      }
    }
    var slugs: [String] = []
    var members: [CellProtection.Member] = []
    for table in FactTable.allCases {
      let own = counted.filter { $0.counting.table == table }
      let digest =
        table == .serviceRequest
        ? RequestDigest(frame: computation.frame, asOf: computation.asOf) : nil
      if own.isEmpty && digest == nil { continue }
      let tallies = try computation.tallies(
        own.map(\.counting), over: table, and: digest.map { [$0] } ?? [])
      if let digest { computation.requests = digest }
      let frame = computation.frame
      let tables = try concurrently(own.count) {
        CellTable(tallies[$0], counting: own[$0].counting, frame: frame)
      }
      for (one, table) in zip(own, tables) {
        slugs.append(one.definition.slug)
        members.append(computation.member(table, one.counting, one.definition))
      }
    }
    let shared = Dictionary(
      uniqueKeysWithValues: zip(slugs, try computation.protected(members)))
    var all: [Observation] = []
    for one in indicators {
      let own = try computation.observations(of: one, protected: shared[one.definition.slug])
      all += own
      // Later ones may read what earlier ones publish.
      computation.published += own
    }
    return all
  }
}
