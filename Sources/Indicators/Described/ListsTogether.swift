import Warehouse

/// Numbers of facts whose field has one of some codes, and what several of them tell together: two lists that
/// overlap and what they make together tell what they have in common, one that goes beyond a heading tells
/// what is beyond it.
struct ListsTogether {
  struct List: Sendable {
    /// Those who show it; nobody here where it is shown anyway.
    var owners: [LinkedCounts.Use]
    var codes: Set<String>
    /// How many; nil where it is not shown.
    var count: @Sendable (LinkedCell) -> Int?
  }

  /// Lists which, added and subtracted, count the facts with some of the codes so many times.
  struct Combination: Sendable {
    var terms: [(list: Int, sign: Int)]
    var times: Int
  }

  let lists: [List]
  let combinations: [Combination]

  init(_ lists: [List]) {
    self.lists = lists
    // Codes that are in the same lists are told apart by none.
    var seen: Set<[Int]> = []
    let signatures = Set(lists.flatMap(\.codes)).sorted().compactMap { code in
      let signature = lists.map { $0.codes.contains(code) ? 1 : 0 }
      return seen.insert(signature).inserted ? signature : nil
    }
    let most = ListsTogether.mostTerms(of: lists.count)
    var found: [Combination] = []
    func extend(_ terms: [(list: Int, sign: Int)], _ sum: [Int]) {
      if terms.contains(where: { $0.sign < 0 }),
        terms.contains(where: { !lists[$0.list].owners.isEmpty }),
        let times = sum.max(), times > 0, sum.allSatisfy({ $0 == 0 || $0 == times })
      {
        found.append(Combination(terms: terms, times: times))
      }
      if terms.count == most { return }
      for next in ((terms.last?.list ?? -1) + 1)..<lists.count {
        for sign in [1, -1] {
          extend(terms + [(next, sign)], zip(sum, signatures).map { $0 + sign * $1[next] })
        }
      }
    }
    extend([], signatures.map { _ in 0 })
    combinations = found
  }

  /// How many lists are looked at together: there are too many ways to take some of many.
  private static func mostTerms(of lists: Int) -> Int {
    switch lists {
    case ...10: 6
    case ...20: 4
    case ...60: 3
    default: 2
    }
  }

  func count(_ combination: Combination, _ cell: LinkedCell) -> Int? {
    var sum = 0
    for (list, sign) in combination.terms {
      guard let count = lists[list].count(cell) else { return nil }
      sum += sign * count
    }
    return sum / combination.times
  }
}

extension Computation {
  /// Indicators that count lists of codes of one field are held by what those lists, and the headings they are
  /// shown beside, tell together. Of those that tell it, the last declared that counts any is the one to go.
  func besideEachOther(_ members: [CellProtection.Member]) -> [CellProtection.Member] {
    var all = members
    for together in lists(of: members).map(ListsTogether.init) {
      for combination in together.combinations {
        let own = combination.terms.map { together.lists[$0.list].owners }.filter { !$0.isEmpty }
        for (place, owners) in own.enumerated() {
          for use in owners {
            let member = members[use.member]
            var holder = CellProtection.Member.Holder(role: use.role)
            holder.count = { key in
              guard let tally = member.table.cells[key] else { return nil }
              let cell = member.table.linked(key)
              let isCountedLater = own[(place + 1)...].contains { later in
                later.contains { members[$0.member].table.tally(cell) != nil }
              }
              if isCountedLater { return nil }
              return together.count(combination, cell).map {
                $0 + use.role.count(tally, member.counting)
              }
            }
            all[use.member].holders.append(holder)
          }
        }
      }
    }
    return all
  }

  /// What makes lists of codes of a field comparable: all else that is asked of a fact.
  private struct Field: Hashable {
    let table: FactTable
    let when: Counting.When
    let place: FactField?
    let kind: CountedSet.Kind
    let conditions: Set<Condition>
    let field: FactField
  }

  /// The lists of each field of which an indicator counts some codes.
  private func lists(of members: [CellProtection.Member]) -> [[ListsTogether.List]] {
    var order: [Field] = []
    var owners: [Field: [(use: LinkedCounts.Use, words: Set<String>, isKept: Bool)]] = [:]
    for (place, member) in members.enumerated() {
      let (counting, sets) = (member.counting, member.counting.countedSets)
      for (role, set) in [(CountRole.all, sets.all), (.hits, sets.hits ?? sets.all)]
      where role == .all || sets.hits != nil {
        if case .distinct = set.kind { continue }
        for condition in set.conditions {
          guard case .isOne(let field, let words) = condition.positive else { continue }
          let one = Field(
            table: counting.table, when: counting.when, place: counting.place, kind: set.kind,
            conditions: set.conditions.subtracting([condition]), field: field)
          if owners[one] == nil { order.append(one) }
          owners[one, default: []].append(
            (
              LinkedCounts.Use(member: place, role: role), Set(words),
              condition == condition.positive
            ))
        }
      }
    }
    return order.map { field in
      let own = owners[field]!
      var lists: [ListsTogether.List] = []
      for (use, words, isKept) in own {
        let shown = shown(use, of: members[use.member], isKept: isKept, field)
        if let place = lists.firstIndex(where: { $0.codes == words }) {
          let before = lists[place].count
          lists[place].owners.append(use)
          lists[place].count = { before($0) ?? shown($0) }
        } else {
          lists.append(ListsTogether.List(owners: [use], codes: words, count: shown))
        }
      }
      return lists + headings(of: lists.reduce(into: []) { $0.formUnion($1.codes) }, field, members)
    }
  }

  /// How many facts of some codes an indicator shows; where it counts all others, by what is left of all.
  private func shown(
    _ use: LinkedCounts.Use, of member: CellProtection.Member, isKept: Bool, _ field: Field
  ) -> @Sendable (LinkedCell) -> Int? {
    let isOfRequests = isShownByFirstPass(field)
    return { cell in
      guard let key = member.table.key(cell), member.table.shows(key) else { return nil }
      let tally = member.table.cells[key]
      // What is few is withheld by itself.
      if let tally, let least = member.threshold(key),
        use.role.isSmall(tally, member.counting, least: least)
      {
        return nil
      }
      let count = tally.map { use.role.count($0, member.counting) } ?? 0
      if isKept { return count }
      return isOfRequests
        ? requestsShown[requests(cell, "totale", "totale")].map { $0 - count } : nil
    }
  }

  /// The headings that some codes are of, where they are shown too.
  private func headings(
    of codes: Set<String>, _ field: Field, _ members: [CellProtection.Member]
  ) -> [ListsTogether.List] {
    var shown: [(breakdown: Counting.Breakdown, count: @Sendable (LinkedCell, String) -> Int?)] = []
    if isShownByFirstPass(field) {
      for breakdown in [Counting.Breakdown.area, .service, .channel]
      where breakdown.field == field.field {
        shown.append((breakdown, { requestsShown[requests($0, breakdown.dimension, $1)] }))
      }
    }
    for (place, member) in members.enumerated()
    where member.counting.table == field.table && member.counting.when == field.when
      && member.counting.place == field.place
      && member.counting.countedSets.all
        == CountedSet(kind: field.kind, conditions: Array(field.conditions))
    {
      let own = self.shown(.init(member: place, role: .all), of: member, isKept: true, field)
      // Codes with a cell of their own are one problem with it already.
      for breakdown in member.counting.breakdowns
      where breakdown.field == field.field && breakdown.coding == .firstLetter {
        shown.append(
          (
            breakdown,
            { own(LinkedCell(unit: $0.unit, period: $0.period, breakdown: breakdown, code: $1)) }
          ))
      }
    }
    return shown.flatMap { breakdown, count in
      Set(codes.map { breakdown.code(of: $0) }).sorted().map { heading in
        // Requests of no service but the heading are not reckoned with: a reader would not either.
        let services = frame.services.filter {
          breakdown.coding == .firstLetter && breakdown.code(of: $0) == heading
        }
        return ListsTogether.List(
          owners: [], codes: codes.filter { breakdown.code(of: $0) == heading }.union(services),
          count: { cell in cell.breakdown == nil ? count(cell, heading) : nil })
      }
    }
  }

  /// True of all requests where and when the first pass counts them.
  private func isShownByFirstPass(_ field: Field) -> Bool {
    field.table == .serviceRequest && field.when == .day(.requestedOn) && field.place == .comune
      && field.conditions.isEmpty
  }

  private func requests(_ cell: LinkedCell, _ dimension: String, _ modality: String) -> String {
    Observation(
      indicator: RequestsPerThousand.slug, territory: frame.units[cell.unit], period: cell.period,
      dimension: dimension, modality: modality
    ).id
  }
}
