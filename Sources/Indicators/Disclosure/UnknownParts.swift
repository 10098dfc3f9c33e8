/// The connected parts of what two editions leave unknown: found as they are asked for, and kept until something
/// of them changes.
struct UnknownParts {
  private let sums: SumsTogether
  /// By cell; −1 where it is known, or was not asked for.
  private var partOf: [Int32]
  /// Nil where something has changed.
  private var parts: [UnknownPart?] = []
  /// By part, what is not known of it.
  private var unknown: [[Int]] = []
  /// Used while a part is looked for: by sum, and by cell of the problem.
  private var isMet: [Bool]
  private var placeOf: [Int32]

  init(_ sums: SumsTogether) {
    self.sums = sums
    partOf = [Int32](repeating: -1, count: sums.together.cellCount)
    placeOf = partOf
    isMet = [Bool](repeating: false, count: sums.together.relationCount)
  }

  /// The parts of cells that are not known, each with what is asked of it.
  mutating func parts(
    of targets: [Attacker.Target], in view: PublishedView
  ) -> [(part: UnknownPart, targets: [Attacker.Target])] {
    var byPart: [Int32: [Attacker.Target]] = [:]
    for target in targets where view.values[target.cell] == nil {
      if partOf[target.cell] < 0 { find(from: target.cell, in: view) }
      byPart[partOf[target.cell], default: []].append(target)
    }
    return byPart.sorted { $0.key < $1.key }.map { (parts[Int($0.key)]!, $0.value) }
  }

  /// Takes the parts for changed that a cell now belongs to, as it is not known any more.
  mutating func join(_ cell: Int) {
    let linkage = sums.together
    for link in linkage.links(of: cell) {
      for place in linkage.members(of: Int(linkage.links[link].relation)) {
        let part = Int(partOf[Int(linkage.members[place])])
        if part < 0 { continue }
        for one in unknown[part] { partOf[one] = -1 }
        (parts[part], unknown[part]) = (nil, [])
      }
    }
  }

  private mutating func find(from first: Int, in view: PublishedView) {
    let linkage = sums.together
    let number = Int32(parts.count)
    var (cells, relations) = ([first], [Int]())
    (partOf[first], placeOf[first]) = (number, 0)
    var own = [first]
    var next = 0
    while next < own.count {
      for link in linkage.links(of: own[next]) {
        let relation = Int(linkage.links[link].relation)
        if isMet[relation] { continue }
        isMet[relation] = true
        relations.append(relation)
        for place in linkage.members(of: relation) {
          let cell = Int(linkage.members[place])
          if placeOf[cell] >= 0 { continue }
          placeOf[cell] = 0
          cells.append(cell)
          if view.values[cell] != nil { continue }
          partOf[cell] = number
          own.append(cell)
        }
      }
      next += 1
    }
    cells.sort()
    relations.sort()
    for (place, cell) in cells.enumerated() { placeOf[cell] = Int32(place) }
    let before = relations.count { $0 < sums.ofGrowth.lowerBound }
    let ofGrowth = before..<before + relations.count(where: sums.ofGrowth.contains)
    parts.append(
      UnknownPart(
        cells: cells,
        view: PublishedView(
          values: cells.map { view.values[$0] }, ceilings: cells.map { view.ceilings[$0] },
          floors: view.floors.map { floors in cells.map { floors[$0] } },
          linkage: part(of: linkage, relations, cells.count)),
        ofGrowth: ofGrowth))
    unknown.append(own)
    for relation in relations { isMet[relation] = false }
    for cell in cells { placeOf[cell] = -1 }
  }

  /// Some sums between the cells of the part that is looked for.
  private func part(of linkage: Linkage, _ relations: [Int], _ count: Int) -> Linkage {
    var (starts, members) = ([Int32(0)], [Int32]())
    for relation in relations {
      for place in linkage.members(of: relation) {
        members.append(placeOf[Int(linkage.members[place])])
      }
      starts.append(Int32(members.count))
    }
    return Linkage(cellCount: count, starts: starts, members: members)
  }
}
