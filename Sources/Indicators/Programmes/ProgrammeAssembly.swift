import Warehouse

extension Programme {
  /// Every programme of the warehouse, by CUP, with what had happened by the as-of date.
  ///
  /// Where publishers describe the same CUP differently the first in name order gives a field and the
  /// next ones fill what it leaves open; statements of money are never merged. A payment or a result
  /// later than the as-of date had not happened yet. A statement of funding is a description, whose
  /// date is often only that of the page it was read on: it is kept, with its date (decision 9).
  static func all(in store: Store, asOf: Day) throws -> [Programme] {
    let interventions = Dictionary(grouping: try store.currentInterventions(), by: \.cup)
    let funding = Dictionary(grouping: try store.currentFunding(), by: \.cup)
    let payments = Dictionary(
      grouping: try store.currentPayments().filter { $0.paidOn <= asOf }, by: \.cup)
    let targets = Dictionary(
      grouping: try store.currentPhysicalIndicators().filter { $0.referredTo <= asOf }, by: \.cup)
    let (milestones, awards) = (
      try Milestone.all(in: store, asOf: asOf), try Award.all(in: store, asOf: asOf)
    )
    // Whoever states anything of one makes it known; a contract alone does not.
    let cups = Set(interventions.keys).union(funding.keys).union(payments.keys)
      .union(targets.keys).union(milestones.keys)
    return cups.sorted().map { cup in
      let facts = interventions[cup] ?? []
      func first<T>(_ value: (InterventionFact) -> T?) -> T? { facts.lazy.compactMap(value).first }
      func happened(_ day: (InterventionFact) -> Day?) -> Day? {
        first { day($0).flatMap { $0 <= asOf ? $0 : nil } }
      }
      var programme = Programme(
        cup: cup, title: first(\.title) ?? cup, measure: first(\.measure),
        implementer: first(\.implementer), status: first(\.status),
        plannedStart: first(\.plannedStart), actualStart: happened(\.actualStart),
        plannedEnd: first(\.plannedEnd), actualEnd: happened(\.actualEnd),
        funding: (funding[cup] ?? []).map {
          Statement(
            fund: $0.fund, amountCents: $0.amountCents, date: $0.referredTo, origin: $0.origin)
        },
        payments: cumulated(payments[cup] ?? []),
        targets: measured(targets[cup] ?? []))
      programme.clp = first(\.clp)
      programme.comuni = (first(\.comuni) ?? []).compactMap { ComuneCode($0) }
      programme.milestones = milestones[cup] ?? []
      programme.awards = awards[cup] ?? []
      return programme
    }
  }

  /// Running totals: what is stated as one stays, single payments are added up.
  private static func cumulated(_ facts: [PaymentFact]) -> [Statement] {
    var sums: [String: Int64] = [:]
    return facts.map { fact in
      var one = Statement(
        fund: fact.fund ?? "", amountCents: fact.amountCents, date: fact.paidOn, origin: fact.origin
      )
      let key = one.fund + "|" + one.teller
      if !fact.isCumulative { one.amountCents += sums[key, default: 0] }
      sums[key] = one.amountCents
      return one
    }
  }

  /// One target per code and day: the row that breaks nothing down, or else the sum of the breakdown.
  private static func measured(_ facts: [PhysicalIndicatorFact]) -> [Target] {
    let groups = Dictionary(grouping: facts) { "\($0.code)|\($0.referredTo.number)" }
    return groups.values.map { rows in
      let whole = rows.filter(\.isWhole)
      // Of a figure stated twice for one day the last delivered stands.
      let counted = whole.isEmpty ? rows : [whole[whole.count - 1]]
      return Target(
        code: rows[0].code, name: rows[0].name, unit: rows[0].unit,
        planned: counted.reduce(0) { $0 + $1.planned },
        achieved: counted.reduce(0) { $0 + $1.achieved }, date: rows[0].referredTo)
    }.sorted { ($0.code, $0.date.number) < ($1.code, $1.date.number) }
  }
}
