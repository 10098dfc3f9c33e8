/// How the cells of two editions and their growth hang together: what each cell was and what it has grown by
/// are together what it is, and each of the three adds up along the same sums.
struct SumsTogether {
  /// A cell of the problem: `3 × place` is what it was, then what it is, then what it has grown by.
  enum Role: Int {
    case then, now, growth
  }

  /// How a cell of both editions is divided, by place.
  struct Sum {
    let whole: Int
    let parts: [Int]
    /// False where some of the whole may be in none of its parts.
    let isWhole: Bool
  }

  /// Places of the problem; what is in no part of a whole follows their cells.
  let count: Int
  /// The sums of both editions, with what has grown and without, and of what has grown alone.
  let together: Linkage
  let apart: Linkage
  let growth: Linkage
  /// Which of all the sums are of growth alone.
  let ofGrowth: Range<Int>

  init(count: Int, _ sums: [Sum]) {
    self.count = count
    var cellCount = 3 * count
    var (members, starts) = ([Int32](), [Int32(0)])
    func state(_ role: Role, _ sum: Sum) {
      for place in [sum.whole] + sum.parts { members.append(Int32(3 * place + role.rawValue)) }
      if role != .growth, !sum.isWhole {
        members.append(Int32(cellCount))
        cellCount += 1
      }
      starts.append(Int32(members.count))
    }
    for sum in sums {
      for role in [Role.then, .now] { state(role, sum) }
    }
    let ofEditions = starts.count - 1
    for sum in sums where sum.isWhole { state(.growth, sum) }
    ofGrowth = ofEditions..<starts.count - 1
    for place in 0..<count {
      members += [1, 0, 2].map { Int32(3 * place + $0) }
      starts.append(Int32(members.count))
    }
    together = Linkage(cellCount: cellCount, starts: starts, members: members)
    apart = together.part(0..<ofEditions)
    growth = together.part(ofGrowth)
  }
}
