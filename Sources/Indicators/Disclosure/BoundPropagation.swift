/// What a reader learns of withheld counts one sum at a time: each member lies between what the others
/// leave at least and at most, over and over until nothing changes.
struct BoundPropagation {
  private(set) var lower: [Int]
  /// `unbounded` = no limit.
  private(set) var upper: [Int]

  /// By cell, the sum each bound was last tightened by; −1: it is what everybody knows.
  private var lowerBy: [Int32]
  private var upperBy: [Int32]

  /// True where some sum does not hold.
  private(set) var isContradicted = false

  /// Large enough for any count, small enough to be added up without overflow.
  static let unbounded = 1 << 60

  /// Bounds may creep up by one for long; a sum is visited at most this often. Stopping early only
  /// leaves the bounds wider than they could be.
  private static let patience: UInt8 = 60

  init(_ view: PublishedView) {
    lower = view.values.enumerated().map { $1 ?? view.floors?[$0] ?? 0 }
    upper = zip(view.values, view.ceilings).map { $0 ?? $1 ?? Self.unbounded }
    lowerBy = [Int32](repeating: -1, count: lower.count)
    upperBy = lowerBy
    run(view)
  }

  private mutating func run(_ view: PublishedView) {
    let linkage = view.linkage
    var queue = Array(0..<linkage.relationCount)
    var isQueued = [Bool](repeating: true, count: linkage.relationCount)
    var visits = [UInt8](repeating: 0, count: linkage.relationCount)
    var next = 0
    var changed: [Int] = []
    while next < queue.count {
      let relation = queue[next]
      next += 1
      isQueued[relation] = false
      if visits[relation] == Self.patience { continue }
      visits[relation] += 1
      changed.removeAll(keepingCapacity: true)
      narrow(relation, linkage, &changed)
      for cell in changed {
        for place in linkage.links(of: cell) {
          let other = Int(linkage.links[place].relation)
          if other == relation || isQueued[other] { continue }
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
  }

  /// One sum: `total = Σ parts`.
  private mutating func narrow(_ relation: Int, _ linkage: Linkage, _ changed: inout [Int]) {
    let members = linkage.members(of: relation)
    let total = Int(linkage.members[members.lowerBound])
    var (least, most, unlimited) = (0, 0, 0)
    for place in members.dropFirst() {
      let part = Int(linkage.members[place])
      least += lower[part]
      if upper[part] >= Self.unbounded { unlimited += 1 } else { most += upper[part] }
    }
    tighten(
      total, least, unlimited > 0 ? Self.unbounded : most, by: relation, &changed)
    for place in members.dropFirst() {
      let part = Int(linkage.members[place])
      if lower[part] == upper[part] { continue }
      let isUnlimited = upper[part] >= Self.unbounded
      let othersLeast = least - lower[part]
      let othersAreUnlimited = unlimited - (isUnlimited ? 1 : 0) > 0
      let othersMost = isUnlimited ? most : most - upper[part]
      let (oldLower, oldUpper) = (lower[part], upper[part])
      tighten(
        part, othersAreUnlimited ? 0 : lower[total] - othersMost,
        upper[total] >= Self.unbounded ? Self.unbounded : upper[total] - othersLeast,
        by: relation, &changed)
      // Keep the sums true to the narrowed part.
      least += lower[part] - oldLower
      if upper[part] != oldUpper {
        if isUnlimited {
          unlimited -= 1
          most += upper[part]
        } else {
          most += upper[part] - oldUpper
        }
      }
    }
  }

  private mutating func tighten(
    _ cell: Int, _ least: Int, _ most: Int, by relation: Int, _ changed: inout [Int]
  ) {
    // What contradicts all that is known rests on a sum that does not hold: it tells nothing.
    if least > upper[cell] || most < lower[cell] {
      isContradicted = true
      return
    }
    let isNews = least > lower[cell] || most < upper[cell]
    if least > lower[cell] {
      lower[cell] = least
      lowerBy[cell] = Int32(relation)
    }
    if most < upper[cell] {
      upper[cell] = most
      upperBy[cell] = Int32(relation)
    }
    if isNews { changed.append(cell) }
  }

  /// Published cells without which the bounds of a cell would be wider.
  func evidence(on cell: Int, in view: PublishedView) -> Set<Int> {
    struct Side: Hashable {
      var cell: Int
      var isUpper: Bool
    }
    let linkage = view.linkage
    var evidence: Set<Int> = []
    var ring = [Side(cell: cell, isUpper: false), Side(cell: cell, isUpper: true)]
    var met = Set(ring)
    while let side = ring.popLast() {
      if view.values[side.cell] != nil {
        evidence.insert(side.cell)
        continue
      }
      let relation = Int(side.isUpper ? upperBy[side.cell] : lowerBy[side.cell])
      if relation < 0 { continue }
      let members = linkage.members(of: relation)
      let total = Int(linkage.members[members.lowerBound])
      for place in members {
        let other = Int(linkage.members[place])
        if other == side.cell { continue }
        // A part is bounded from above by the most of the total and the least of its fellows.
        let isUpper = (side.cell == total || other == total) == side.isUpper
        let next = Side(cell: other, isUpper: isUpper)
        if met.insert(next).inserted { ring.append(next) }
      }
    }
    return evidence
  }
}
