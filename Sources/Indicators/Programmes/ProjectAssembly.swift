public import Warehouse

extension ProjectProfile {
  /// Every project of the warehouse, by id, with what had happened by the as-of date.
  public static func all(
    in store: Store, settings: DisclosureSettings, asOf: Day
  ) throws -> [ProjectProfile] {
    let threshold = Double(settings.threshold)
    let results = try results(in: store, asOf: asOf)
    let raised = try raised(in: store, asOf: asOf)
    var projects: [String: ProjectProfile] = [:]
    try store.forEachCurrent(.project) { fact in
      guard let id = fact.text(.projectID), let title = fact.text(.title),
        let lead = fact.text(.lead), let start = fact.day(.startsOn), let end = fact.day(.endsOn),
        let grant = fact.integer(.grantCents)
      else { return }
      func list(_ field: FactField) -> [String] {
        (fact.text(field) ?? "").split(separator: "|").map(String.init)
      }
      projects[id] = ProjectProfile(
        id: id, title: title, call: fact.text(.call), lead: lead, partners: list(.partners),
        comuni: list(.comuni).compactMap { ComuneCode($0) }, start: start, end: end,
        grantCents: grant, cofundingCents: fact.integer(.cofundingCents),
        fundraisingGoalCents: fact.integer(.fundraisingGoalCents),
        innovations: list(.innovations),
        results: (results[id] ?? []).map { result in
          var result = result
          result.points = protected(result.points, threshold: threshold)
          return result
        },
        raisedCents: shown(raised[id] ?? [:], threshold: threshold))
    }
    return projects.values.sorted { $0.id < $1.id }
  }

  private static func results(in store: Store, asOf: Day) throws -> [String: [Result]] {
    var found: [String: [String: (unit: String, points: [Day: Point])]] = [:]
    try store.forEachCurrent(.projectResult) { fact in
      guard let project = fact.text(.projectID), let name = fact.text(.code),
        let value = fact.real(.value), let target = fact.real(.target),
        let day = fact.happened(.measuredOn, by: asOf)
      else { return }
      found[project, default: [:]][name, default: (fact.text(.unit) ?? "", [:])].points[day] =
        Point(day: day, target: target, value: value)
    }
    return found.mapValues { results in
      results.sorted { $0.key < $1.key }.map { name, one in
        Result(
          name: name, unit: one.unit, points: one.points.values.sorted { $0.day < $1.day })
      }
    }
  }

  /// The last survey is shown as its indicator is (not under the threshold); an earlier one where what
  /// happened between it and the next one shown is nothing, or not under the threshold.
  static func protected(_ points: [Point], threshold: Double) -> [Point] {
    var shown = points
    var next: Double?
    for index in points.indices.reversed() {
      guard let value = points[index].value else { continue }
      let steps = [value, next.map { $0 - value } ?? 0]
      if steps.allSatisfy({ $0 == 0 || $0.magnitude >= threshold }) {
        next = value
      } else {
        shown[index].value = nil
      }
    }
    return shown
  }

  private typealias Raised = [String: (cents: Int64, donors: Double?)]

  private static func raised(in store: Store, asOf: Day) throws -> [String: Raised] {
    var raised: [String: Raised] = [:]
    try store.forEachCurrent(.fundraising) { fact in
      guard fact.happened(.raisedOn, by: asOf) != nil, let project = fact.text(.programme),
        let kind = fact.text(.donorKind), kind != "pubblico",
        let cents = fact.integer(.amountCents)
      else { return }
      var one = raised[project]?[kind] ?? (0, nil)
      one.cents += cents
      if let donors = fact.real(.donors) { one.donors = (one.donors ?? 0) + donors }
      raised[project, default: [:]][kind] = one
    }
    return raised
  }

  /// A kind of few private donors would follow from the sum and the others: then only the sum, which
  /// the leverage gives, is shown.
  private static func shown(_ raised: Raised, threshold: Double) -> [String: Int64] {
    let isSafe = raised.allSatisfy { kind, one in
      PrivateMoney.kindsWithoutPersons.contains(kind)
        || (one.donors ?? 0) >= threshold
    }
    return isSafe ? raised.mapValues(\.cents) : [:]
  }
}
