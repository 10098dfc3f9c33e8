import Warehouse

/// The described indicators, from the tables of their facts to observations.
struct DescribedPass {
  private(set) var computation: Computation
  let indicators: [Indicator]
  let tables: DescribedTables

  /// Adds to what the computation has published.
  mutating func run() throws {
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
    // What counts facts depends on nothing others publish; the rest reads what was counted, or all of it.
    for step in [Step.counts, .measures] {
      let own = indicators.filter { Step($0) == step }
      let made = try observations(of: own, shared)
      computation.published += made
    }
  }

  /// What looks back at an edition, once it is known what that says: a number kept as an earlier one had it would
  /// be told by what follows from the new one.
  mutating func reviews(of edition: [Observation]) throws -> [Observation] {
    computation.published = edition
    return try observations(of: indicators.filter { Step($0) == .reviews }, [:])
  }

  /// By itself, so that nobody else holds what has been published when more is added to it.
  private func observations(
    of own: [Indicator], _ shared: [String: Computation.ProtectedTable]
  ) throws -> [Observation] {
    let known = computation
    return try concurrently(own.count) {
      try known.observations(of: own[$0], protected: shared[own[$0].definition.slug])
    }.flatMap(\.self)
  }

  /// In the order they are worked out in.
  private enum Step {
    case counts, measures, reviews

    init(_ indicator: Indicator) {
      switch indicator.calculation {
      case .facts, .gathered: self = .counts
      case .code: self = .measures
      case .review: self = .reviews
      }
    }
  }
}
