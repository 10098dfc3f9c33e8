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
    /// What is shown elsewhere, of which all that is counted here is a part.
    var whole: @Sendable (CellTable.Key) -> Int? = { _ in nil }
    /// True where that may be.
    var knowsWhole = false

    /// The few who are not counted here could be told by subtraction.
    fileprivate func leavesFew(_ key: CellTable.Key, _ tally: CellTally, _ least: Int) -> Bool {
      guard let whole = whole(key) else { return false }
      let others = whole - CountRole.all.count(tally, counting)
      return others > 0 && others < least
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
  }

  /// Years are apart: what one shows does not add up with another.
  var years: [Int] { Set(periods.map(\.year)).sorted() }

  /// By member, of one year.
  func withheld(in year: Int) throws -> [Withheld] {
    var all = [Withheld](repeating: Withheld(), count: members.count)
    let cells = cells(in: periods.filter { $0.year == year })
    var withheld = smallSpots(cells)
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

  /// The strictest rule of the indicators that show a count; of a difference, the milder of its two ends.
  private func threshold(_ count: Int, _ cell: LinkedCell) -> Int {
    let rules = linked.uses[count].compactMap { use in
      members[use.member].table.key(cell).flatMap(members[use.member].threshold)
    }
    if let strictest = rules.max() { return strictest }
    if case .difference(let part, let whole) = linked.counts[count] {
      return min(threshold(part, cell), threshold(whole, cell))
    }
    return floor
  }

  private func figure(_ use: LinkedCounts.Use) -> Figure {
    if case .within(let days) = use.role { return Figure(member: use.member, days: days) }
    return Figure(member: use.member)
  }

  /// Figures with a count of too few facts, or of too few identities, or nearly all of one person.
  private func smallSpots(_ cells: [LinkedCell]) -> Set<Spot> {
    var small: Set<Spot> = []
    for cell in cells {
      for use in linked.uses.joined() {
        let member = members[use.member]
        guard let key = member.table.key(cell), member.table.shows(key),
          let least = member.threshold(key), let tally = member.table.cells[key]
        else { continue }
        if use.role.isSmall(tally, member.counting, least: least) || tally.isDominated
          || use.role == .all && member.leavesFew(key, tally, least)
        {
          small.insert(Spot(figure: figure(use), cell: cell))
        }
      }
    }
    return completed(small)
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

  /// The number of what is counted in a cell; nil where no indicator counts it.
  private func value(_ count: Int, _ cell: LinkedCell) -> Int? {
    if case .difference(let part, let whole) = linked.counts[count] {
      guard let a = value(part, cell), let b = value(whole, cell), a <= b else { return nil }
      return b - a
    }
    var isShown = false
    for use in linked.uses[count] {
      let member = members[use.member]
      guard let key = member.table.key(cell) else { continue }
      if let tally = member.table.cells[key] { return use.role.count(tally, member.counting) }
      if member.table.shows(key) { isShown = true }
    }
    return isShown ? 0 : nil
  }

  /// The figures that show a count of a cell.
  private func spots(_ count: Int, _ cell: LinkedCell) -> [Spot] {
    linked.uses[count].compactMap { use in
      let table = members[use.member].table
      guard let key = table.key(cell), table.shows(key) else { return nil }
      return Spot(figure: figure(use), cell: cell)
    }
  }

  /// What must be withheld beside what already is, and whether withholding it hides nothing more than what
  /// was found.
  private func solve(
    _ cells: [LinkedCell], _ withheld: Set<Spot>
  ) throws -> (found: Set<Spot>, isSettled: Bool) {
    var problem = ProtectionProblem()
    var ids: [LinkedCell: [Int?]] = [:]
    for cell in cells { ids[cell] = add(cell, withheld, to: &problem) }
    for cell in cells {
      for parts in parts(of: cell) { state(cell, parts, ids, &problem) }
    }
    let result = try problem.guarded()
    var found: Set<Spot> = []
    for cell in cells {
      for (i, id) in ids[cell]!.enumerated() {
        if let id, result.hidden[id] { found.formUnion(spots(i, cell)) }
      }
    }
    found = completed(found)
    let all = withheld.union(found)
    let isSettled = cells.allSatisfy { cell in
      ids[cell]!.enumerated().allSatisfy { i, id in
        guard let id, problem.cells[id].isPublished, !result.hidden[id] else { return true }
        return !spots(i, cell).allSatisfy { all.contains($0) }
      }
    }
    return (found, isSettled)
  }

  /// The counts of a cell, and how they are parts of one another. A count is withheld when every figure
  /// that shows it is.
  private func add(
    _ cell: LinkedCell, _ withheld: Set<Spot>, to problem: inout ProtectionProblem
  ) -> [Int?] {
    let isUndetermined = cell.unit == frame.placeless || cell.code == "ND"
    let shown = linked.counts.indices.map { spots($0, cell) }
    var ids: [Int?] = []
    for (i, count) in linked.counts.enumerated() {
      var isNeeded = true
      if case .difference(let part, let whole) = count, shown[i].isEmpty, !isUndetermined {
        // Nobody can subtract what is not shown, and nothing is told by subtracting nothing.
        isNeeded = !shown[part].isEmpty && !shown[whole].isEmpty && value(part, cell) != 0
      }
      // What could not be told apart lends its uncertainty only when there is some: a reader may know that
      // everything was told.
      guard isNeeded, let value = value(i, cell), !(isUndetermined && value == 0) else {
        ids.append(nil)
        continue
      }
      ids.append(
        problem.add(
          ProtectionProblem.Cell(
            persons: value, threshold: threshold(i, cell),
            isPublished: !shown[i].isEmpty,
            isWithheld: !shown[i].isEmpty && shown[i].allSatisfy { withheld.contains($0) },
            isUndetermined: isUndetermined, uncertainty: floor,
            together: threshold(i, cell))))
    }
    for (i, count) in linked.counts.enumerated() {
      guard case .difference(let part, let whole) = count, let id = ids[i], let total = ids[whole],
        ids[part] != nil || value(part, cell) == 0
      else { continue }
      problem.addRelation(total: total, parts: [ids[part], id].compactMap(\.self))
    }
    return ids
  }

  private func state(
    _ whole: LinkedCell, _ parts: [LinkedCell], _ ids: [LinkedCell: [Int?]],
    _ problem: inout ProtectionProblem
  ) {
    guard let total = ids[whole] else { return }
    let parts = parts.compactMap { ids[$0] }
    for i in total.indices {
      guard let id = total[i] else { continue }
      let known = parts.compactMap { $0[i] }
      // Distinct units may return in several parts: then nothing adds up.
      guard !known.isEmpty,
        known.reduce(0, { $0 + problem.cells[$1].persons }) == problem.cells[id].persons
      else { continue }
      problem.addRelation(total: id, parts: known)
    }
  }
}
