/// What a reader learns of withheld counts one sum at a time: each member lies between what the others
/// leave at least and at most, over and over until nothing changes.
struct BoundPropagation {
  private(set) var lower: [Int]
  /// `unbounded` = no limit.
  private(set) var upper: [Int]

  /// Large enough for any count, small enough to be added up without overflow.
  static let unbounded = 1 << 60

  /// Bounds may creep up by one for long; a sum is visited at most this often. Stopping early only
  /// leaves the bounds wider than they could be.
  private static let patience: UInt8 = 60

  init(_ view: PublishedView) {
    lower = view.values.map { $0 ?? 0 }
    upper = zip(view.values, view.ceilings).map { $0 ?? $1 ?? Self.unbounded }
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
    tighten(total, least, unlimited > 0 ? Self.unbounded : most, &changed)
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
        upper[total] >= Self.unbounded ? Self.unbounded : upper[total] - othersLeast, &changed)
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

  private mutating func tighten(_ cell: Int, _ least: Int, _ most: Int, _ changed: inout [Int]) {
    let isNews = least > lower[cell] || most < upper[cell]
    lower[cell] = max(lower[cell], least)
    upper[cell] = min(upper[cell], most)
    if isNews { changed.append(cell) }
  }
}
