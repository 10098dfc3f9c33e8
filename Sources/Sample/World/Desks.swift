internal import Warehouse

/// The invented Punti di Prossimità: one in the capital of each part of the territory, opened one
/// after the other.
struct Desks: Sendable {
  struct Desk: Sendable {
    var id: String
    var comune: Int
    var openedOn: Day
    var weeklyHours: Int
    var publicStaff: Int
    var thirdSectorStaff: Int
    var squareMetres: Int

    /// Invented: staff and rooms.
    var annualCost: Int { 34_000 * (publicStaff + thirdSectorStaff) + 120 * squareMetres }
  }

  let all: [Desk]
  private let nearest: [Int]

  /// - Parameter wanted: how many there are, if the territory has as many comuni.
  init(_ territory: SampleTerritory, seed: UInt64, firstDay: Day, wanted: Int = 14) {
    // The largest comune of every ambito first, then the largest ones left.
    let bySize = territory.comuni.indices.sorted {
      (territory.comuni[$1].residents, $0) < (territory.comuni[$0].residents, $1)
    }
    var seen: Set<String> = []
    let capitals = bySize.filter { seen.insert(territory.comuni[$0].ats).inserted }
    let others = bySize.filter { !capitals.contains($0) }
    let chosen = (capitals + others).prefix(wanted)
    all = chosen.enumerated().map { i, comune in
      var random = RandomStream(seed: seed, .desk, i)
      return Desk(
        id: "PDP-" + (i < 9 ? "0" : "") + "\(i + 1)", comune: comune,
        openedOn: firstDay - 30 - random.below(300), weeklyHours: 12 + 6 * random.below(5),
        publicStaff: 1 + random.below(3), thirdSectorStaff: 1 + random.below(4),
        squareMetres: 40 + 10 * random.below(9))
    }
    let places = all.map { territory.comuni[$0.comune].place }
    nearest = territory.comuni.enumerated().map { i, comune in
      // Where nobody says where anything is, every desk has its share of comuni.
      guard let own = comune.place, places.allSatisfy({ $0 != nil }) else {
        return i % max(1, places.count)
      }
      return places.indices.min { distance(own, places[$0]!) < distance(own, places[$1]!) } ?? 0
    }
  }

  /// The desk nearest to a comune, as the crow flies.
  func index(nearest comune: Int) -> Int { nearest[comune] }
  func id(nearest comune: Int) -> String { all[nearest[comune]].id }
}

/// Compares distances: degrees squared, a degree of longitude being four fifths of one of latitude
/// here.
private func distance(_ a: SampleTerritory.Place, _ b: SampleTerritory.Place) -> Double {
  let north = a.latitude - b.latitude
  let east = (a.longitude - b.longitude) * 0.79
  return north * north + east * east
}
