/// Which cells are withheld so far, and the first, local step of complementary suppression: no
/// relation may give a withheld count away by plain subtraction.
///
/// Loss is counted in persons: hiding a cell costs what it counts, at least 1.
struct Suppression {
  let problem: ProtectionProblem
  private let reasons: [PrimaryReason?]
  let linkage: Linkage
  private(set) var hidden: [Bool]
  /// Withheld cells whose value must stay uncertain: all that would have been published, and the
  /// unpublished ones that are small. The other unpublished ones only lend their uncertainty.
  private(set) var guarded: [Bool]
  /// Guarded cells in the order they were hidden.
  private(set) var order: [Int] = []
  /// Withheld members of each relation, packed at the start of its place in `Linkage.members`.
  private(set) var hiddenMembers: [Int32]
  private(set) var hiddenCounts: [Int32]
  /// The two cheapest published members of each relation; −1 none, −2 to be found again.
  private var cheapest: [(first: Int32, second: Int32)]
  private var queue: [Int] = []
  private var isQueued: [Bool]
  /// By cell, the last search around a cell that met it.
  private var metBy: [Int]
  private var searches = 0

  init(_ problem: ProtectionProblem, linkage: Linkage, reasons: [PrimaryReason?]) {
    self.problem = problem
    self.reasons = reasons
    self.linkage = linkage
    let cells = problem.cells
    hidden = [Bool](repeating: false, count: cells.count)
    guarded = hidden
    hiddenMembers = [Int32](repeating: 0, count: linkage.members.count)
    hiddenCounts = [Int32](repeating: 0, count: linkage.relationCount)
    cheapest = Array(repeating: (-2, -2), count: linkage.relationCount)
    isQueued = [Bool](repeating: false, count: linkage.relationCount)
    metBy = [Int](repeating: 0, count: cells.count)
    for cell in cells.indices
    where reasons[cell] != nil || !cells[cell].isPublished || cells[cell].isWithheld {
      hide(
        cell, isGuarded: reasons[cell] != nil || (cells[cell].isWithheld && cells[cell].persons > 0)
      )
    }
  }

  /// By how much a withheld count must stay uncertain: by its threshold when it is small on its own
  /// account; one hidden only for its neighbours' sake says nothing of anybody, and must merely not be
  /// worked out exactly. What the attacker is held to: partners are chosen for the full width either
  /// way, because a chain of barely sufficient ones takes many more of them.
  func width(_ cell: Int) -> Int {
    let full = problem.cells[cell].requiredWidth
    let isOfItsOwn = reasons[cell] != nil || problem.cells[cell].isWithheld
    return isOfItsOwn ? full : min(1, full)
  }

  func weight(_ cell: Int) -> Int { max(1, problem.cells[cell].persons) }

  func hiddenMembers(of relation: Int) -> Range<Int> {
    let start = Int(linkage.starts[relation])
    return start..<(start + Int(hiddenCounts[relation]))
  }

  /// Withholds a cell; its relations will be looked at by the next `settle()`.
  mutating func hide(_ cell: Int, isGuarded: Bool = true) {
    if hidden[cell] { return }
    hidden[cell] = true
    guarded[cell] = isGuarded
    if isGuarded { order.append(cell) }
    for place in linkage.links(of: cell) {
      let relation = Int(linkage.links[place].relation)
      hiddenMembers[Int(linkage.starts[relation]) + Int(hiddenCounts[relation])] = Int32(cell)
      hiddenCounts[relation] += 1
      let pair = cheapest[relation]
      if pair.first == Int32(cell) || pair.second == Int32(cell) { cheapest[relation] = (-2, -2) }
      if isQueued[relation] { continue }
      isQueued[relation] = true
      queue.append(relation)
    }
  }

  /// Hides partners until every relation with a guarded cell has at least two withheld members which
  /// together leave room for the required width, and are together as many as each of them should have been:
  /// what is withheld of a sum is told as a whole.
  mutating func settle() {
    var next = 0
    while next < queue.count {
      let relation = queue[next]
      next += 1
      isQueued[relation] = false
      while let shortage = shortage(of: relation),
        let partner = cheapestPartner(in: relation, covering: shortage)
      {
        hide(partner)
      }
    }
    queue.removeAll(keepingCapacity: true)
  }

  /// Persons, and persons of the complement, still missing among the withheld parts.
  private typealias Shortage = (persons: Int, others: Int)

  private func shortage(of relation: Int) -> Shortage? {
    let total = Int(linkage.members[Int(linkage.starts[relation])])
    var (need, least, persons, others, hasGuard) = (0, 0, 0, 0, false)
    for place in hiddenMembers(of: relation) {
      let cell = Int(hiddenMembers[place])
      if guarded[cell] {
        hasGuard = true
        need = max(need, problem.cells[cell].requiredWidth)
        if reasons[cell] != nil { least = max(least, problem.cells[cell].together) }
      }
      if cell == total { continue }
      persons += problem.cells[cell].persons
      if let denominator = problem.cells[cell].denominator, others >= 0 {
        others += denominator - problem.cells[cell].persons
      } else {
        // Somebody without a known denominator: the complements do not add up to anything known.
        others = -1
      }
    }
    if !hasGuard { return nil }
    let isAlone = hiddenCounts[relation] == 1
    // A withheld total leaves the sum of the withheld parts unknown.
    if hidden[total] { return isAlone ? (0, 0) : nil }
    let missing = Shortage(
      max(0, max(need, least) - persons), others < 0 ? 0 : max(0, need - others))
    return isAlone || missing.persons > 0 || missing.others > 0 ? missing : nil
  }

  private mutating func cheapestPartner(in relation: Int, covering missing: Shortage) -> Int? {
    let total = Int(linkage.members[Int(linkage.starts[relation])])
    var best: Partner?
    for place in linkage.members(of: relation) {
      let cell = Int(linkage.members[place])
      if hidden[cell] { continue }
      let entry = problem.cells[cell]
      let others = entry.denominator.map { $0 - entry.persons } ?? .max
      let isEnough = cell == total || (entry.persons >= missing.persons && others >= missing.others)
      let cost = prospectiveCost(cell, apartFrom: relation)
      let candidate = Partner(cell: cell, isEnough: isEnough, cost: cost)
      if candidate.isBetter(than: best) { best = candidate }
    }
    return best?.cell
  }

  /// Withholds one more cell of those that gave one away: the cheapest that leaves room enough by itself.
  /// Nothing more where one of them is withheld by now: the attack comes again.
  ///
  /// - Parameter evidence: what it was worked out from; empty where that is not known.
  mutating func obscure(_ cell: Int, evidence: Set<Int>) {
    if evidence.contains(where: { hidden[$0] }) { return }
    let need = problem.cells[cell].requiredWidth
    var best: Partner?
    for one in evidence {
      let entry = problem.cells[one]
      let others = entry.denominator.map { $0 - entry.persons } ?? .max
      let candidate = Partner(
        cell: one, isEnough: entry.persons >= need && others >= need, cost: prospectiveCost(one))
      if candidate.isBetter(than: best) { best = candidate }
    }
    if let best { hide(best.cell) } else { hideNeighbour(of: cell) }
  }

  /// Withholds one more cell near one that was found out: the cheapest published member of a sum whose
  /// withheld members leave the cell too little room; failing that, of any of its sums, or the
  /// cheapest one nearby. Nothing happens when nothing is published around it.
  mutating func hideNeighbour(of cell: Int) {
    let need = problem.cells[cell].requiredWidth
    var best: Partner?
    for link in linkage.links(of: cell) {
      let relation = Int(linkage.links[link].relation)
      let isTight = room(for: cell, in: relation) < need
      guard let partner = cheapestPartner(in: relation, covering: (need, need)) else { continue }
      let candidate = Partner(
        cell: partner, isEnough: isTight, cost: prospectiveCost(partner, apartFrom: relation))
      if candidate.isBetter(than: best) { best = candidate }
    }
    if let partner = best?.cell ?? nearestPublished(to: cell) { hide(partner) }
  }

  /// How much larger a withheld cell could be as far as one sum goes; `.max` when nothing limits it.
  private func room(for cell: Int, in relation: Int) -> Int {
    let total = Int(linkage.members[Int(linkage.starts[relation])])
    if cell != total && hidden[total] { return .max }
    var room = 0
    for place in hiddenMembers(of: relation) where Int(hiddenMembers[place]) != cell {
      let entry = problem.cells[Int(hiddenMembers[place])]
      if cell == total {
        // A total grows when its withheld parts do.
        guard let denominator = entry.denominator else { return .max }
        room += denominator - entry.persons
      } else {
        room += entry.persons
      }
    }
    return room
  }

  private mutating func nearestPublished(to cell: Int) -> Int? {
    searches += 1
    metBy[cell] = searches
    var ring = [cell]
    while !ring.isEmpty {
      var best: Partner?
      var next: [Int] = []
      for member in ring {
        for link in linkage.links(of: member) {
          for place in linkage.members(of: Int(linkage.links[link].relation)) {
            let other = Int(linkage.members[place])
            if metBy[other] == searches { continue }
            metBy[other] = searches
            if hidden[other] {
              next.append(other)
              continue
            }
            let candidate = Partner(cell: other, isEnough: true, cost: prospectiveCost(other))
            if candidate.isBetter(than: best) { best = candidate }
          }
        }
      }
      if let best { return best.cell }
      ring = next
    }
    return nil
  }

  /// A published cell that could be hidden to protect others.
  private struct Partner {
    var cell: Int
    /// Leaves enough room by itself.
    var isEnough: Bool
    var cost: Int

    /// Equal losses are decided for the larger id.
    func isBetter(than other: Partner?) -> Bool {
      guard let other else { return true }
      if isEnough != other.isEnough { return isEnough }
      return cost < other.cost || (cost == other.cost && cell > other.cell)
    }
  }

  /// What hiding a cell costs, with the partners it would need in relations still wholly published.
  mutating func prospectiveCost(_ cell: Int, apartFrom relation: Int = -1) -> Int {
    var cost = weight(cell)
    for place in linkage.links(of: cell) {
      let other = Int(linkage.links[place].relation)
      if other != relation, hiddenCounts[other] == 0 {
        cost += cheapestWeight(in: other, except: cell)
      }
    }
    return cost
  }

  /// Weight of the cheapest published member; 0 when there is none.
  mutating func cheapestWeight(in relation: Int, except cell: Int) -> Int {
    if cheapest[relation].first == -2 { findCheapest(in: relation) }
    let pair = cheapest[relation]
    let choice = pair.first == Int32(cell) ? pair.second : pair.first
    return choice < 0 ? 0 : weight(Int(choice))
  }

  private mutating func findCheapest(in relation: Int) {
    var (first, second) = (Int32(-1), Int32(-1))
    for place in linkage.members(of: relation) {
      let cell = linkage.members[place]
      if hidden[Int(cell)] { continue }
      if first < 0 || weight(Int(cell)) < weight(Int(first)) {
        (first, second) = (cell, first)
      } else if second < 0 || weight(Int(cell)) < weight(Int(second)) {
        second = cell
      }
    }
    cheapest[relation] = (first, second)
  }
}
