/// Two editions as one problem of a reader who has kept the first: what a cell was and what it has grown by
/// are together what it is, and each of the three adds up along the same sums.
///
/// What one edition withholds and the other shows is thus known but for its growth, and what a shown whole
/// grew by is all its parts can have grown by. Facts of a time that is over arrive late more often than they
/// are taken back: the reader supposes that nothing has shrunk, except where the numbers say it has.
struct EditionsTogether {
  /// By cell of the problem; nil where it is not known.
  private(set) var values: [Int?]
  private let sums: SumsTogether
  private var parts: UnknownParts
  /// What each attack found the last time: with more withheld it does not find what it did not.
  private var lastFound: [Attack: Set<Int>] = [:]
  /// More unknowns than this are asked one sum at a time alone.
  private static let most = 500_000

  /// What other editions tell, by cell of the problem.
  private let known: [Int: ClosedRange<Int>]

  init(then: [Int?], now: [Int?], sums: SumsTogether, known: [Int: ClosedRange<Int>] = [:]) {
    self.sums = sums
    self.known = known
    parts = UnknownParts(sums)
    values = [Int?](repeating: nil, count: sums.together.cellCount)
    for place in 0..<sums.count {
      values[3 * place] = then[place]
      values[3 * place + 1] = now[place]
      if let then = then[place], let now = now[place] { values[3 * place + 2] = now - then }
    }
  }

  /// What is not told any more today.
  mutating func withhold(_ place: Int) {
    for role in [SumsTogether.Role.now, .growth] where values[3 * place + role.rawValue] != nil {
      values[3 * place + role.rawValue] = nil
      parts.join(3 * place + role.rawValue)
    }
  }

  /// How many persons away from a number that stands are too few to be told of.
  struct Few {
    /// Nought, or what is said of a number that is held back.
    var standing = 0
    /// The fewest that may be told of.
    let least: Int

    fileprivate func isTold(byLeast lower: Int, most upper: Int?) -> Bool {
      if let upper, upper <= standing - least || lower == standing && upper == standing {
        return false
      }
      return lower < standing + least
    }

    func contains(_ number: Int) -> Bool {
      number != standing && abs(number - standing) < least
    }
  }

  /// A target that is found out, and the places of today's cells it was found by.
  typealias Finding = (target: Int, evidence: [Int])

  /// What two editions tell of the targets; nothing that is known to be what it is said to be, or to be away
  /// from that by more than are few, tells on anybody.
  ///
  /// - Parameters:
  ///   - targets: of what is not known, by cell; the next time, the same or fewer of them.
  ///   - bySumsAlone: true to ask one sum at a time and nothing else.
  ///   - few: by target.
  mutating func found(
    _ targets: [Attacker.Target], bySumsAlone: Bool = false, few: (_ target: Int) -> Few
  ) -> [Finding] {
    func told(_ breaches: [Breach]) -> [Breach] {
      breaches.filter { _, breach in
        if let upper = breach.upper, upper < breach.lower { return false }
        return few(breach.cell).isTold(byLeast: breach.lower, most: breach.upper)
      }
    }
    var breaches = told(self.breaches(targets, .bySums))
    if breaches.isEmpty, isSmall, !bySumsAlone {
      breaches = told(self.breaches(targets, .byAll))
      if breaches.isEmpty { breaches = told(self.breaches(targets, .apart)) }
      if breaches.isEmpty {
        return told(self.breaches(targets, .byGrowth)).map {
          let growth = $0.breach.cell / 3 * 3 + SumsTogether.Role.growth.rawValue
          return ($0.breach.cell, neighbours(of: growth, along: sums.growth))
        }
      }
    }
    return breaches.map { part, breach in
      var places = Set(
        part.evidence(on: breach).filter { $0 < 3 * sums.count && $0 % 3 != 0 }.map { $0 / 3 }
      ).sorted()
      if places.isEmpty { places = neighbours(of: breach.cell, along: sums.together) }
      return (breach.cell, places)
    }
  }

  private typealias Breach = (part: UnknownPart, breach: Attacker.Breach)

  private enum Attack { case bySums, byAll, apart, byGrowth }

  private mutating func breaches(_ targets: [Attacker.Target], _ attack: Attack) -> [Breach] {
    let open = targets.filter { lastFound[attack]?.contains($0.cell) ?? true }
    if open.isEmpty { return [] }
    let view = together
    let breaches = parts.parts(of: open, in: view).flatMap { part, targets in
      let breaches =
        switch attack {
        case .bySums: part.narrowed(targets)
        case .byAll: part.attacked(targets)
        case .apart: part.foundApart(targets)
        case .byGrowth: foundByGrowth(part, targets)
        }
      return breaches.map { (part: part, breach: $0) }
    }
    lastFound[attack] = Set(breaches.map(\.breach.cell))
    return breaches.sorted { $0.breach.cell < $1.breach.cell }
  }

  /// What linear programming tells of targets that the other edition shows: by how much they can have grown.
  private func foundByGrowth(
    _ part: UnknownPart, _ targets: [Attacker.Target]
  ) -> [Attacker.Breach] {
    /// By what has grown, the target.
    var targetOf: [Int: Attacker.Target] = [:]
    for target in targets where values[target.cell / 3 * 3 + 1 - target.cell % 3] != nil {
      targetOf[target.cell / 3 * 3 + SumsTogether.Role.growth.rawValue] = target
    }
    if targetOf.isEmpty { return [] }
    let asked = targetOf.sorted { $0.key < $1.key }.map {
      Attacker.Target(cell: $0.key, width: $0.value.width)
    }
    return part.grown(asked).compactMap { breach in
      guard let upper = breach.upper, let target = targetOf[breach.cell]?.cell else { return nil }
      var range = (lower: breach.lower, upper: upper)
      if target % 3 == SumsTogether.Role.now.rawValue {
        let then = values[target - 1]!
        range = (then + range.lower, then + range.upper)
      } else {
        let now = values[target + 1]!
        range = (now - range.upper, now - range.lower)
      }
      return Attacker.Breach(
        cell: target, lower: range.lower, upper: range.upper, isRecovered: false)
    }
  }

  /// The targets one edition gives away by itself: its own protection has allowed that.
  func foundApart(_ targets: [Attacker.Target]) -> Set<Int> {
    let attacker = Attacker(view(sums.apart))
    let breaches = isSmall ? attacker.attack(targets).breaches : attacker.narrowed(targets)
    return Set(breaches.map(\.cell))
  }

  private var isSmall: Bool { values.count { $0 == nil } <= EditionsTogether.most }

  /// True where other editions alone tell a target.
  func isKnown(_ target: Attacker.Target) -> Bool {
    known[target.cell].map { $0.upperBound - $0.lowerBound < target.width } ?? false
  }

  /// What sums one at a time leave to the numbers of cells that are not known.
  func ranges(of cells: [Int]) -> [(cell: Int, range: ClosedRange<Int>)] {
    // However wide: all that can be found out.
    let asked = cells.filter { values[$0] == nil }.map { Attacker.Target(cell: $0, width: .max) }
    return Attacker(together).narrowed(asked).compactMap { breach in
      guard let upper = breach.upper, breach.lower <= upper else { return nil }
      let isNews = breach.lower > 0 || upper < BoundPropagation.unbounded
      return isNews ? (breach.cell, breach.lower...upper) : nil
    }
  }

  private var together: PublishedView {
    if known.isEmpty { return view(sums.together) }
    var floors = [Int](repeating: 0, count: values.count)
    var ceilings = [Int?](repeating: nil, count: values.count)
    for (cell, range) in known where values[cell] == nil {
      floors[cell] = range.lowerBound
      ceilings[cell] = range.upperBound
    }
    return PublishedView(
      values: values, ceilings: ceilings, floors: floors, linkage: sums.together)
  }

  private func view(_ linkage: Linkage) -> PublishedView {
    PublishedView(
      values: values, ceilings: [Int?](repeating: nil, count: values.count), linkage: linkage)
  }

  /// What is told today nearest to a cell, through what is not known.
  private func neighbours(of cell: Int, along linkage: Linkage) -> [Int] {
    var met: Set<Int> = [cell]
    var ring = [cell]
    while !ring.isEmpty {
      var (near, next) = (Set<Int>(), [Int]())
      for link in ring.flatMap({ linkage.links(of: $0) }) {
        for place in linkage.members(of: Int(linkage.links[link].relation)) {
          let other = Int(linkage.members[place])
          guard met.insert(other).inserted else { continue }
          if values[other] == nil {
            next.append(other)
          } else if other % 3 != 0 {
            near.insert(other / 3)
          }
        }
      }
      if !near.isEmpty { return near.sorted() }
      ring = next
    }
    return []
  }
}
