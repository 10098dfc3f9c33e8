import Warehouse

/// Which figures of described indicators must be withheld.
///
/// Indicators over the same facts are one problem: what one withholds must not follow from what another
/// shows. Years, halves and quarters of a year, all territories and all modalities are linked in it, and so
/// are a count, what it is part of, and the difference. Sums are sums of facts; a cell too small in persons
/// is withheld even when its facts are many.
struct CellProtection {
  /// An indicator over the facts.
  struct Member {
    let table: CellTable
    let counting: Counting
    /// Fewest identities by cell; nil: public facts, nothing is withheld.
    let threshold: @Sendable (CellTable.Key) -> Int?
    /// What is shown elsewhere of which this counts a part.
    var holders: [Holder] = []
    /// True where all that is counted here may be a part of one.
    var knowsWhole = false

    /// A number shown elsewhere that holds one of those shown here.
    struct Holder: Sendable {
      var role = CountRole.all
      /// How many; nil where it is not shown.
      var count: @Sendable (CellTable.Key) -> Int? = { _ in nil }
      /// Where it is withheld: a part is the least it may be, and no part at all may be its nought.
      var isWithheld: @Sendable (CellTable.Key) -> Bool = { _ in false }
    }

    func isPartOfWithheld(_ key: CellTable.Key) -> Bool { holders.contains { $0.isWithheld(key) } }

    /// True where a holder is withheld, or the few who are not counted here could be told by subtraction.
    fileprivate func tells(
      _ role: CountRole, _ key: CellTable.Key, _ tally: CellTally, _ least: Int
    ) -> Bool {
      holders.contains { holder in
        guard holder.role == role else { return false }
        if holder.isWithheld(key) { return true }
        guard let whole = holder.count(key) else { return false }
        let others = whole - role.count(tally, counting)
        return others > 0 && others < least
      }
    }
  }

  /// What must not be shown of an indicator.
  struct Withheld {
    var cells: Set<CellTable.Key> = []
    /// By days, cells whose share within them is withheld.
    var horizons: [Int: Set<CellTable.Key>] = [:]

    mutating func formUnion(_ other: Withheld) {
      cells.formUnion(other.cells)
      horizons.merge(other.horizons) { $0.union($1) }
    }
  }

  /// What is shown or withheld as a whole: of a waiting time, each share within some days by itself.
  private struct Figure: Hashable {
    var member: Int
    var days: Int?
  }

  private struct Spot: Hashable {
    var figure: Figure
    var cell: LinkedCell
  }

  private let members: [Member]
  private let floor: Int
  /// By unit, the ways it is a sum of others.
  let sums: [Int: [[Int]]]
  private let linked: LinkedCounts
  private let divisions: [LinkedCounts.Division]
  /// Codes of every breakdown of any member.
  let modalities: [(breakdown: Counting.Breakdown, codes: [String])]

  private var frame: Frame { members[0].table.frame }

  init(members: [Member], floor: Int, sums: [Int: [[Int]]]) {
    self.members = members
    self.floor = floor
    self.sums = sums
    var linked = LinkedCounts()
    for (i, member) in members.enumerated() { linked.add(member.counting, of: i) }
    linked.addDifferences()
    self.linked = linked
    var codes: [Counting.Breakdown: Set<String>] = [:]
    for member in members {
      for (breakdown, own) in zip(member.counting.breakdowns, member.table.codes.dropFirst()) {
        codes[breakdown, default: []].formUnion(own)
      }
    }
    modalities = codes.sorted { $0.key.dimension < $1.key.dimension }.map {
      ($0.key, $0.value.sorted())
    }
    divisions = linked.divisions(by: modalities.map(\.breakdown))
  }

  /// Years are apart: what one shows does not add up with another.
  var years: [Int] { Set(periods.map(\.year)).sorted() }

  /// By member, of one year.
  func withheld(in year: Int) throws -> [Withheld] {
    var all = [Withheld](repeating: Withheld(), count: members.count)
    let cells = cells(in: periods.filter { $0.year == year }).map(reading)
    var withheld = completed(Set(cells.flatMap(smallSpots)))
    while true {
      let (found, isSettled) = try solve(cells, withheld)
      withheld.formUnion(found)
      if isSettled { break }
    }
    for spot in withheld {
      guard let key = members[spot.figure.member].table.key(spot.cell) else { continue }
      if let days = spot.figure.days {
        all[spot.figure.member].horizons[days, default: []].insert(key)
      } else {
        all[spot.figure.member].cells.insert(key)
      }
    }
    return all
  }

  private var periods: [Period] {
    var seen: Set<Period> = []
    return members.flatMap(\.table.periods).filter { seen.insert($0).inserted }
  }

  /// Every cell of any member, in a fixed order.
  private func cells(in periods: [Period]) -> [LinkedCell] {
    var seen: Set<LinkedCell> = []
    var cells: [LinkedCell] = []
    for period in periods {
      for member in members {
        for key in member.table.keys(in: period) {
          let cell = member.table.linked(key)
          if seen.insert(cell).inserted { cells.append(cell) }
        }
      }
    }
    return cells
  }

  /// A cell as the members have it: what does not depend on what is withheld.
  private struct Reading {
    let cell: LinkedCell
    /// By count: how many, nil where no indicator counts it; the strictest rule; the figures that show it.
    var values: [Int?] = []
    var thresholds: [Int] = []
    var spots: [[Spot]] = []
  }

  private func reading(of cell: LinkedCell) -> Reading {
    let keys = members.map { $0.table.key(cell) }
    let tallies = members.map { $0.table.tally(cell) }
    let isShown = zip(members, keys).map { member, key in key.map(member.table.shows) ?? false }
    let rules = zip(members, keys).map { member, key in key.flatMap(member.threshold) }
    var reading = Reading(cell: cell)
    for (count, uses) in zip(linked.counts, linked.uses) {
      reading.spots.append(
        uses.filter { isShown[$0.member] }.map { Spot(figure: figure($0), cell: cell) })
      if case .difference = count {
        reading.values.append(nil)
      } else if let use = uses.first(where: { tallies[$0.member] != nil }) {
        reading.values.append(use.role.count(tallies[use.member]!, members[use.member].counting))
      } else {
        reading.values.append(uses.contains { isShown[$0.member] } ? 0 : nil)
      }
      reading.thresholds.append(uses.compactMap { rules[$0.member] }.max() ?? floor)
    }
    for (i, count) in linked.counts.enumerated() {
      guard case .difference(let part, let whole) = count else { continue }
      if let a = reading.values[part], let b = reading.values[whole], a <= b {
        reading.values[i] = b - a
      }
      // Of one that no indicator shows, the milder of its two ends.
      if !linked.uses[i].contains(where: { rules[$0.member] != nil }) {
        reading.thresholds[i] = min(reading.thresholds[part], reading.thresholds[whole])
      }
    }
    return reading
  }

  private func figure(_ use: LinkedCounts.Use) -> Figure {
    if case .within(let days) = use.role { return Figure(member: use.member, days: days) }
    return Figure(member: use.member)
  }

  /// Figures of a cell with a count of too few facts, or of too few identities, or nearly all of one person.
  private func smallSpots(_ reading: Reading) -> [Spot] {
    linked.uses.joined().compactMap { use in
      let member = members[use.member]
      guard let key = member.table.key(reading.cell), member.table.shows(key),
        let least = member.threshold(key), let tally = member.table.cells[key]
      else { return nil }
      let isSmall =
        use.role.isSmall(tally, member.counting, least: least) || tally.isDominated
        || member.tells(use.role, key, tally, least)
      return isSmall ? Spot(figure: figure(use), cell: reading.cell) : nil
    }
  }

  /// Where a cell is withheld so are its shares within some days.
  private func completed(_ spots: Set<Spot>) -> Set<Spot> {
    var all = spots
    for spot in spots where spot.figure.days == nil {
      for days in members[spot.figure.member].counting.horizons {
        all.insert(
          Spot(figure: Figure(member: spot.figure.member, days: days), cell: spot.cell))
      }
    }
    return all
  }

  /// What must be withheld beside what already is, and whether withholding it hides nothing more than what
  /// was found.
  private func solve(
    _ cells: [Reading], _ withheld: Set<Spot>
  ) throws -> (found: Set<Spot>, isSettled: Bool) {
    var problem = ProtectionProblem()
    var ids: [LinkedCell: [Int?]] = [:]
    for reading in cells { ids[reading.cell] = add(reading, withheld, to: &problem) }
    for reading in cells {
      for parts in parts(of: reading.cell) { state(reading.cell, parts, ids, &problem) }
      for division in divisions { state(division, in: reading.cell, ids, &problem) }
    }
    let result = try problem.guarded()
    var found: Set<Spot> = []
    for reading in cells {
      for (spots, id) in zip(reading.spots, ids[reading.cell]!) {
        if let id, result.hidden[id] { found.formUnion(spots) }
      }
    }
    found = completed(found)
    let all = withheld.union(found)
    let isSettled = cells.allSatisfy { reading in
      zip(reading.spots, ids[reading.cell]!).allSatisfy { spots, id in
        guard let id, problem.cells[id].isPublished, !result.hidden[id] else { return true }
        return !spots.allSatisfy { all.contains($0) }
      }
    }
    return (found, isSettled)
  }

  /// The counts of a cell, and how they are parts of one another. A count is withheld when every figure
  /// that shows it is.
  private func add(
    _ reading: Reading, _ withheld: Set<Spot>, to problem: inout ProtectionProblem
  ) -> [Int?] {
    let isUndetermined = reading.cell.unit == frame.placeless || reading.cell.code == "ND"
    let (shown, values) = (reading.spots, reading.values)
    var ids: [Int?] = []
    for (i, count) in linked.counts.enumerated() {
      var isNeeded = true
      if case .difference(let part, let whole) = count, shown[i].isEmpty, !isUndetermined {
        // Nobody can subtract what is not shown, and nothing is told by subtracting nothing.
        isNeeded = !shown[part].isEmpty && !shown[whole].isEmpty && values[part] != 0
      }
      // What could not be told apart lends its uncertainty only when there is some: a reader may know that
      // everything was told.
      guard isNeeded, let value = values[i], !(isUndetermined && value == 0) else {
        ids.append(nil)
        continue
      }
      ids.append(
        problem.add(
          ProtectionProblem.Cell(
            persons: value, threshold: reading.thresholds[i],
            isPublished: !shown[i].isEmpty,
            isWithheld: !shown[i].isEmpty && shown[i].allSatisfy { withheld.contains($0) },
            isUndetermined: isUndetermined, uncertainty: floor,
            together: reading.thresholds[i])))
    }
    for (i, count) in linked.counts.enumerated() {
      guard case .difference(let part, let whole) = count, let id = ids[i], let total = ids[whole],
        ids[part] != nil || values[part] == 0
      else { continue }
      problem.addRelation(total: total, parts: [ids[part], id].compactMap(\.self))
    }
    return ids
  }
}
