import Warehouse

/// The described indicators, worked out dataset by dataset: facts that several of them count are read once.
struct DescribedPass {
  var computation: Computation
  let indicators: [Indicator]

  mutating func observations() throws -> [Observation] {
    var shared: [String: Computation.ProtectedTable] = [:]
    let counted = indicators.compactMap { one -> (definition: Definition, counting: Counting)? in
      if case .facts(let counting) = one.calculation {
        (one.definition, counting)
      } else {
        nil
      }
    }
    for table in FactTable.allCases {
      let own = counted.filter { $0.counting.table == table }
      let isRequests = table == .serviceRequest
      if own.isEmpty && !isRequests { continue }
      var digest = RequestDigest()
      let tallies = try computation.tallies(own.map(\.counting), over: table) { fact, until in
        if isRequests {
          digest.add(
            fact, observedUntil: until, frame: computation.frame, asOf: computation.asOf)
        }
      }
      if isRequests { computation.requests = digest }
      let members = zip(own, tallies).map { one, tally in
        computation.member(
          CellTable(tally, counting: one.counting, frame: computation.frame), one.counting,
          one.definition)
      }
      for (one, table) in zip(own, try computation.protected(members)) {
        shared[one.definition.slug] = table
      }
    }
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
