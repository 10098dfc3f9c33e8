/// A connected part of what two editions leave unknown, and what is known along its sums: no sum leads from one
/// part into another, so that each can be attacked by itself, and only once while nothing of it changes.
final class UnknownPart {
  /// Cells of the whole problem, ascending; here they are numbered by their place among them.
  private let cells: [Int]
  private let attacker: Attacker
  private let view: PublishedView
  /// Which of the sums are of growth; those before are of one edition.
  private let ofGrowth: Range<Int>
  /// What was answered, by what was asked.
  private var attacked = Answer()
  private var foundApart = Answer()
  private var grown = Answer()

  /// Growth alone falls apart into smaller parts, of which a few cells are asked for.
  private static let mostGrown = 600

  private struct Answer {
    var asked: Set<Attacker.Target> = []
    var findings: Attacker.Findings?
  }

  /// - Parameters:
  ///   - view: of the cells alone, and of the sums there are between them.
  ///   - ofGrowth: which of the sums are of growth; those before are of one edition.
  init(cells: [Int], view: PublishedView, ofGrowth: Range<Int>) {
    self.cells = cells
    self.view = view
    self.ofGrowth = ofGrowth
    attacker = Attacker(view)
  }

  /// What sums one at a time tell.
  func narrowed(_ targets: [Attacker.Target]) -> [Attacker.Breach] {
    attacker.narrowed(inside(targets)).map(outside)
  }

  /// What all attacks tell.
  func attacked(_ targets: [Attacker.Target]) -> [Attacker.Breach] {
    answer(targets, &attacked) { attacker.attack($0) }
  }

  /// What each edition tells by itself, where both together contradict each other: something has shrunk, and nobody
  /// supposes any more that nothing does.
  func foundApart(_ targets: [Attacker.Target]) -> [Attacker.Breach] {
    if attacked.findings?.isContradicted == false { return [] }
    return answer(targets, &foundApart) {
      Attacker(
        PublishedView(
          values: view.values, ceilings: view.values.map { _ in nil },
          linkage: view.linkage.part(0..<ofGrowth.lowerBound))
      ).bounded($0)
    }
  }

  /// What linear programming tells of growth alone.
  func grown(_ targets: [Attacker.Target]) -> [Attacker.Breach] {
    answer(targets, &grown) { targets in
      let bounds = attacker.bounds
      return Attacker(
        PublishedView(
          values: zip(bounds.lower, bounds.upper).map { $0 == $1 ? $0 : nil },
          ceilings: bounds.upper.map { $0 < BoundPropagation.unbounded ? $0 : nil },
          linkage: view.linkage.part(ofGrowth)),
        limit: UnknownPart.mostGrown
      ).bounded(targets)
    }
  }

  /// Known cells a breach rests on.
  func evidence(on breach: Attacker.Breach) -> [Int] {
    var inside = breach
    inside.cell = place(of: breach.cell)
    return attacker.evidence(on: inside, attacked.findings?.recovery).map { cells[$0] }
  }

  /// Of fewer targets than were asked for already nothing else is told.
  private func answer(
    _ targets: [Attacker.Target], _ answer: inout Answer,
    _ attack: ([Attacker.Target]) -> Attacker.Findings
  ) -> [Attacker.Breach] {
    let wanted = Set(targets)
    if answer.findings == nil || !wanted.isSubset(of: answer.asked) {
      answer = Answer(asked: wanted, findings: attack(inside(targets)))
    }
    let cells = Set(targets.map(\.cell))
    return answer.findings!.breaches.map(outside).filter { cells.contains($0.cell) }
  }

  private func inside(_ targets: [Attacker.Target]) -> [Attacker.Target] {
    targets.map { .init(cell: place(of: $0.cell), width: $0.width) }
  }

  private func outside(_ breach: Attacker.Breach) -> Attacker.Breach {
    var outside = breach
    outside.cell = cells[breach.cell]
    return outside
  }

  private func place(of cell: Int) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
