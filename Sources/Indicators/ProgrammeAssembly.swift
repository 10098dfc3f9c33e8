import Warehouse

extension Programme {
  /// Every programme of the warehouse, by CUP, with all that was ever stated about it.
  ///
  /// Where publishers describe the same CUP differently the first in name order gives a field and the
  /// next ones fill what it leaves open; statements of money are never merged.
  static func all(in store: Store) throws -> [Programme] {
    let interventions = Dictionary(grouping: try store.currentInterventions(), by: \.cup)
    let funding = Dictionary(grouping: try store.currentFunding(), by: \.cup)
    let payments = Dictionary(grouping: try store.currentPayments(), by: \.cup)
    let targets = Dictionary(grouping: try store.currentPhysicalIndicators(), by: \.cup)
    let cups = Set(interventions.keys).union(funding.keys).union(payments.keys)
    return cups.sorted().map { cup in
      let facts = interventions[cup] ?? []
      func first<T>(_ value: (InterventionFact) -> T?) -> T? { facts.lazy.compactMap(value).first }
      return Programme(
        cup: cup, title: first(\.title) ?? cup, measure: first(\.measure),
        implementer: first(\.implementer), status: first(\.status),
        plannedStart: first(\.plannedStart), actualStart: first(\.actualStart),
        plannedEnd: first(\.plannedEnd), actualEnd: first(\.actualEnd),
        funding: (funding[cup] ?? []).map {
          Statement(
            fund: $0.fund, amountCents: $0.amountCents, date: $0.referredTo, origin: $0.origin)
        },
        payments: cumulated(payments[cup] ?? []),
        targets: (targets[cup] ?? []).map {
          Target(
            code: $0.code, name: $0.name, unit: $0.unit, planned: $0.planned,
            achieved: $0.achieved, date: $0.referredTo)
        })
    }
  }

  /// Running totals: what is stated as one stays, single payments are added up.
  private static func cumulated(_ facts: [PaymentFact]) -> [Statement] {
    var sums: [String: Int64] = [:]
    return facts.map { fact in
      let fund = fact.fund ?? ""
      let key = fund + "|" + fact.origin
      let amount = fact.isCumulative ? fact.amountCents : sums[key, default: 0] + fact.amountCents
      sums[key] = amount
      return Statement(fund: fund, amountCents: amount, date: fact.paidOn, origin: fact.origin)
    }
  }
}
