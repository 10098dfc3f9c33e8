/// Somebody who does not exist: every trait is a function of the seed and of an index.
struct Person {
  var index: Int
  /// Position in the territory.
  var comune: Int
  /// Band of five years at the start of the sample.
  var band: Int
  var isFemale: Bool
  var birthYear: Int
  /// 1–12.
  var birthMonth: Int
  /// 1–28.
  var birthDay: Int
  var citizenship: Citizenship

  enum Citizenship: Int { case italian, european, other }
}

/// The people of the sample: spread over comuni, ages and sexes as residents are, weighted by how
/// often each age asks for help.
struct People: Sendable {
  let count: Int
  private let seed: UInt64
  private let firstYear: Int
  private let comune: WeightedChoice
  /// Positions of the comuni that `comune` chooses among.
  private let served: [Int]
  private let cells: [WeightedChoice]

  /// Requests per resident by band, relative to each other.
  private static let need: [Double] = [
    0.9, 1.0, 1.0, 0.8, 0.5, 0.5, 0.6, 0.7, 0.7, 0.7, 0.8, 0.9, 1.0, 1.3, 1.8, 2.6, 3.8, 5.2, 6.4,
    7, 7,
  ]

  /// - Parameter served: positions of the comuni the people live in.
  init(count: Int, seed: UInt64, firstYear: Int, territory: SampleTerritory, served: [Int]) {
    self.count = count
    self.seed = seed
    self.firstYear = firstYear
    self.served = served
    cells = served.map { position in
      let (males, females) = AgeStructure.residents(
        of: territory.comuni[position], year: firstYear)
      return WeightedChoice(
        zip(males + females, People.need + People.need).map { Double($0) * $1 })
    }
    comune = WeightedChoice(cells.map(\.total))
  }

  func person(_ index: Int) -> Person {
    var random = RandomStream(seed: seed, .person, index)
    let place = comune.pick(random.unit())
    let cell = cells[place].pick(random.unit())
    let band = cell % AgeStructure.bandCount
    let age = band * 5 + random.below(5)
    let draw = random.unit()
    return Person(
      index: index, comune: served[place], band: band, isFemale: cell >= AgeStructure.bandCount,
      birthYear: firstYear - 1 - age, birthMonth: 1 + random.below(12),
      birthDay: 1 + random.below(28),
      citizenship: draw < 0.955 ? .italian : draw < 0.975 ? .european : .other)
  }
}
