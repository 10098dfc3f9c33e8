import Warehouse

/// The described indicators, from the tables of their facts to observations.
struct DescribedPass {
  var computation: Computation
  let indicators: [Indicator]
  let tables: DescribedTables

  mutating func observations() throws -> [Observation] {
    var slugs: [String] = []
    var members: [CellProtection.Member] = []
    for one in indicators {
      let slug = one.definition.slug
      guard let counting = one.counting, let table = tables.tables[slug] else { continue }
      slugs.append(slug)
      members.append(computation.member(table, counting, one.definition))
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
