/// Who is linked to whom, both ways, in flat arrays: relations of a cell, members of a relation.
struct Linkage: Sendable {
  let cellCount: Int
  let relationCount: Int
  /// Members of relation r: `members[starts[r]..<starts[r + 1]]`, the total first.
  let starts: [Int32]
  let members: [Int32]
  /// Relations of cell i: `links[linkStarts[i]..<linkStarts[i + 1]]`.
  let linkStarts: [Int32]
  let links: [Link]

  /// A cell's place in a relation, written `Σ parts − total = 0`.
  struct Link: Sendable {
    var relation: Int32
    /// +1 for a part, −1 for the total.
    var sign: Int32
  }

  init(cellCount: Int, starts: [Int32], members: [Int32]) {
    self.cellCount = cellCount
    relationCount = starts.count - 1
    self.starts = starts
    self.members = members
    var offsets = [Int32](repeating: 0, count: cellCount + 1)
    for member in members { offsets[Int(member) + 1] += 1 }
    for i in 0..<cellCount { offsets[i + 1] += offsets[i] }
    linkStarts = offsets
    var links = [Link](repeating: Link(relation: 0, sign: 0), count: members.count)
    for relation in 0..<relationCount {
      let start = Int(starts[relation])
      for place in start..<Int(starts[relation + 1]) {
        let cell = Int(members[place])
        links[Int(offsets[cell])] = Link(
          relation: Int32(relation), sign: place == start ? -1 : 1)
        offsets[cell] += 1
      }
    }
    self.links = links
  }

  func members(of relation: Int) -> Range<Int> {
    Int(starts[relation])..<Int(starts[relation + 1])
  }

  /// Some of the relations alone, between the same cells.
  func part(_ relations: Range<Int>) -> Linkage {
    let starts = starts[relations.lowerBound...relations.upperBound]
    return Linkage(
      cellCount: cellCount, starts: starts.map { $0 - starts.first! },
      members: Array(members[Int(starts.first!)..<Int(starts.last!)]))
  }

  func links(of cell: Int) -> Range<Int> { Int(linkStarts[cell])..<Int(linkStarts[cell + 1]) }

  /// Connected parts of the cells that `include`: cells are joined by a relation they share.
  ///
  /// Each in increasing id order, and the parts by their smallest id.
  func components(where include: (Int) -> Bool) -> [[Int]] {
    var seen = [Bool](repeating: false, count: cellCount)
    var reached = [Bool](repeating: false, count: relationCount)
    var result: [[Int]] = []
    for first in 0..<cellCount where !seen[first] && include(first) {
      var component = [first]
      seen[first] = true
      var next = 0
      while next < component.count {
        for place in links(of: component[next]) {
          let relation = Int(links[place].relation)
          if reached[relation] { continue }
          reached[relation] = true
          for place in members(of: relation) {
            let cell = Int(members[place])
            if seen[cell] || !include(cell) { continue }
            seen[cell] = true
            component.append(cell)
          }
        }
        next += 1
      }
      result.append(component.sorted())
    }
    return result
  }
}
