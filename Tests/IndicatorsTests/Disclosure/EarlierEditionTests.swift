import Testing
import Warehouse

@testable import Indicators

/// A reader who keeps last time's edition and subtracts it from this one.
@Suite struct EarlierEditionTests {
  /// What tells one observation of an edition from the others.
  struct Cell: Hashable {
    var indicator: String
    var territory: TerritoryKey
    var period: Period
    var dimension: String
    var modality: String

    init(_ one: Observation) {
      indicator = one.indicator
      territory = one.territory
      period = one.period
      dimension = one.dimension
      modality = one.modality
    }
  }

  /// Two editions of one world, some requests delivered between them, and what the second would say had
  /// the first never been published.
  struct Editions {
    let first: [Cell: Observation]
    let second: [Cell: Observation]
    let alone: [Cell: Observation]

    init(seed: UInt64, requests: Int = 4000, late: Int) throws {
      func observations(of world: RandomWarehouse) throws -> [Observation] {
        try Engine(store: world.store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf)
          .observations()
      }
      func byCell(_ all: [Observation]) -> [Cell: Observation] {
        Dictionary(uniqueKeysWithValues: all.map { (Cell($0), $0) })
      }
      let published = try observations(
        of: RandomWarehouse(seed: seed, requests: requests, persons: requests / 2))
      first = byCell(published)
      let world = try RandomWarehouse(
        seed: seed, requests: requests + late, persons: requests / 2)
      alone = byCell(try observations(of: world))
      try world.store.write {
        _ = try $0.replaceObservations(
          published.records, asOf: RandomWarehouse.asOf - 30, inputs: "prima",
          toolVersion: "1")
      }
      second = byCell(try observations(of: world))
    }

    /// Cells shown both times whose count, or what is left of the whole, moved by one to four.
    func told(by second: [Cell: Observation]) -> [Cell] {
      second.compactMap { cell, now in
        guard cell.indicator == "richieste-per-1000" || cell.indicator == "canali",
          let n = first[cell]?.numerator, let m = now.numerator, let a = first[cell]?.denominator,
          let b = now.denominator
        else { return nil }
        return [m - n, b - a].contains { (1...4).contains(abs($0)) } ? cell : nil
      }
    }

    /// Cells withheld the first time and shown the second, inside a comune whose number hardly moved.
    func opened(by second: [Cell: Observation]) -> [Cell] {
      second.compactMap { cell, now in
        guard cell.indicator == "richieste-per-1000", cell.territory.kind == .comune,
          cell.dimension != "totale", now.value != nil, first[cell]?.status == .suppressed
        else { return nil }
        var whole = cell
        (whole.dimension, whole.modality) = ("totale", "totale")
        guard let n = first[whole]?.numerator, let m = second[whole]?.numerator else { return nil }
        return abs(m - n) < 5 ? cell : nil
      }
    }
  }

  static let all = [try! Editions(seed: 1, late: 40), try! Editions(seed: 2, late: 150)]

  @Test func noFewFollowFromTwoEditions() {
    for editions in Self.all {
      #expect(!editions.told(by: editions.alone).isEmpty, "nothing to protect")
      #expect(editions.told(by: editions.second).isEmpty)
      #expect(editions.opened(by: editions.second).isEmpty)
    }
    #expect(Self.all.contains { !$0.opened(by: $0.alone).isEmpty }, "nothing to protect")
  }

  /// Two hundred small territories: what is held back is never all that is missing in a sum of which
  /// everything else is shown.
  @Test func noneIsHeldBackAlone() throws {
    var random = SplitMix64(state: 7)
    let comuni = (1...3).map { i in
      ComuneRecord(
        istat: "08000\(i)", name: "Comune \(i)", belfiore: "A00\(i)", province: "080",
        validFrom: nil, validTo: nil, residents: 5000, squareKilometres: 10, altitude: 100,
        innerAreaClass: nil, minutesToPole: nil, ats: nil)
    }
    let frame = Frame(
      comuni: comuni, ats: [], services: [], areas: [], channels: [], asOf: RandomWarehouse.asOf,
      years: 2)
    let rules = RulesOfPersons(
      Catalogue.definitions, settings: try DisclosureSettings(),
      sensitive: SensitiveCodes(areas: [], services: []), frame: frame)
    func edition(_ counts: [Int]) -> [Observation] {
      let wholes = [TerritoryKey.total, TerritoryKey(.province, "080")]
      return
        (wholes.map { ($0, counts.reduce(0, +)) }
        + zip(comuni, counts).map { (TerritoryKey(.comune, $0.istat), $1) }).map { place, count in
          Observation(
            indicator: "richieste-per-1000", territory: place, period: .year(2025),
            value: Double(count) / 5, numerator: Double(count), denominator: 5000)
        }
    }
    var (alone, companions) = (0, 0)
    for _ in 0..<200 {
      let counts = (0..<3).map { _ in 40 + random.below(40) }
      let moved = counts.map { $0 + [0, 1, 6, 9][random.below(4)] }
      let (then, now) = (edition(counts), edition(moved))
      let shown = EarlierEdition.reconciled(
        now, after: [then], frame: frame, rules: rules)
      func stale(_ isIncluded: (Int) -> Bool) -> Int {
        now.indices.count { isIncluded($0) && shown[$0].numerator != now[$0].numerator }
      }
      let few = zip(counts, moved).count { (1...4).contains($1 - $0) }
      if few == 1 { alone += 1 }
      // The province, or the total, with the comuni.
      #expect(stale { $0 != 0 } != 1)
      #expect(stale { $0 != 1 } != 1)
      if stale({ $0 > 1 }) > few { companions += 1 }
      for (a, b) in zip(then, shown) {
        #expect(a.numerator == b.numerator || abs(a.numerator! - b.numerator!) >= 5)
      }
    }
    #expect(alone > 20 && companions > 0)
  }

  /// An edition made again for its own date minds the one that stood there, and can be worked out again.
  @Test func anEditionMadeAgainMindsTheOneItReplaces() throws {
    let first = Self.all[0].first.values.map { $0 }
    let world = try RandomWarehouse(seed: 1, requests: 4040, persons: 2000)
    func compute(_ predecessor: Engine.Predecessor = .standing) throws -> [Observation] {
      try Engine(store: world.store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf)
        .observations(following: predecessor)
    }
    func stand(_ all: [Observation]) throws {
      try world.store.write {
        _ = try $0.replaceObservations(
          all.records, asOf: RandomWarehouse.asOf, inputs: "", toolVersion: "1")
      }
    }
    func byCell(_ all: [Observation]) -> [Cell: Observation] {
      Dictionary(uniqueKeysWithValues: all.map { (Cell($0), $0) })
    }
    let alone = byCell(try compute())
    try stand(first.sorted(by: Observation.inPublicationOrder))
    #expect(byCell(try compute(.replaced)) == alone, "nothing was replaced yet")
    let again = try compute()
    #expect(!Self.all[0].told(by: alone).isEmpty, "nothing to protect")
    #expect(Self.all[0].told(by: byCell(again)).isEmpty)
    #expect(Self.all[0].opened(by: byCell(again)).isEmpty)
    try stand(again)
    #expect(try compute(.replaced) == again)
    // Nothing has arrived since: nothing is let go.
    #expect(try compute() == again)
  }

  /// Three editions: what kept a revision company goes on doing so while the revision is kept back.
  @Test func companyIsKeptAsLongAsItIsNeeded() throws {
    let comuni = comuni(3)
    func after(_ then: [Observation], _ now: [Int?]) throws -> [Observation] {
      try reconciled(then, edition(now, of: comuni), comuni)
    }
    let second = try after(edition([150, 50, 50, 50], of: comuni), [158, 52, 56, 50])
    #expect(second.map(\.numerator) == [158, 50, 50, 50])
    #expect(try after(second, [158, 52, 56, 50]).map(\.numerator) == [158, 50, 50, 50])
    // The third comune was withheld: what it opens would tell the first's revision.
    let opened = try after(edition([120, 50, 60, nil], of: comuni), [150, 52, 80, 18])
    #expect(opened.map(\.numerator) == [150, 50, 80, nil])
    #expect(opened[3].status == .suppressed)
  }

  func comuni(_ count: Int) -> [ComuneRecord] {
    (1...count).map { i in
      ComuneRecord(
        istat: "08000\(i)", name: "Comune \(i)", belfiore: "A00\(i)", province: "080",
        validFrom: nil, validTo: nil, residents: 5000, squareKilometres: 10, altitude: 100,
        innerAreaClass: nil, minutesToPole: nil, ats: nil)
    }
  }

  /// Requests of 2025 in the province and in each of its comuni; nil is withheld.
  func edition(_ counts: [Int?], of comuni: [ComuneRecord]) -> [Observation] {
    zip([TerritoryKey(.province, "080")] + comuni.map { TerritoryKey(.comune, $0.istat) }, counts)
      .map { place, count in
        guard let count else {
          return Observation(
            indicator: "richieste-per-1000", territory: place, period: .year(2025),
            status: .suppressed)
        }
        return Observation(
          indicator: "richieste-per-1000", territory: place, period: .year(2025),
          value: Double(count) / 5, numerator: Double(count), denominator: 5000)
      }
  }

  /// Whatever it is broken down by, a total held back alone would follow from its modalities.
  @Test func aTotalKeepsCompanyInAnyBreakdown() throws {
    let frame = Frame(
      comuni: [], ats: [], services: [], areas: [], channels: [], asOf: RandomWarehouse.asOf,
      years: 2)
    let rules = RulesOfPersons(
      Catalogue.definitions, settings: try DisclosureSettings(),
      sensitive: SensitiveCodes(areas: [], services: []), frame: frame)
    func edition(_ counts: [String: Int]) -> [Observation] {
      ([("totale", "totale", counts.values.reduce(0, +))]
        + counts.sorted { $0.key < $1.key }.map { ("cittadinanza", $0, $1) })
        .map { dimension, modality, count in
          Observation(
            indicator: "richieste-per-1000", territory: .total, period: .year(2025),
            dimension: dimension, modality: modality, value: Double(count),
            numerator: Double(count), denominator: 1000)
        }
    }
    let then = edition(["IT": 60, "UE": 40])
    let shown = EarlierEdition.reconciled(
      edition(["IT": 68, "UE": 34]), after: [then], frame: frame, rules: rules)
    // The total moved by two; the smaller of the others stays too.
    #expect(shown.map(\.numerator) == [100, 68, 40])
  }

  func reconciled(
    _ then: [Observation], _ now: [Observation], _ comuni: [ComuneRecord] = [], ats: [String] = []
  ) throws -> [Observation] {
    let frame = Frame(
      comuni: comuni, ats: ats.map { ATSRecord(id: $0, name: $0, isProvisional: false) },
      services: [], areas: [], channels: [], asOf: RandomWarehouse.asOf,
      years: 2)
    let rules = RulesOfPersons(
      Catalogue.definitions, settings: try DisclosureSettings(),
      sensitive: SensitiveCodes(areas: [], services: []), frame: frame)
    return EarlierEdition.reconciled(now, after: [then], frame: frame, rules: rules)
  }

  private func observation(
    _ indicator: String, _ value: Double?, _ part: Double? = nil, of whole: Double? = nil
  ) -> Observation {
    Observation(
      indicator: indicator, territory: .total, period: .year(2025), value: value, numerator: part,
      denominator: whole, status: value == nil ? .suppressed : .published)
  }

  /// Eight more were answered of ten more who asked: two more were not.
  @Test func thoseLeftOutOfAShareAreNotToldByTwoEditions() throws {
    let then = [observation("copertura-bisogni", 0.75, 30, of: 40)]
    let few = try reconciled(then, [observation("copertura-bisogni", 0.76, 38, of: 50)])
    #expect(few[0].numerator == 30 && few[0].status == .provisional)
    let many = try reconciled(then, [observation("copertura-bisogni", 0.7, 42, of: 60)])
    #expect(many[0].numerator == 42 && many[0].status == .published)
  }

  /// A gap shows no count: it is held back with the coverage it is worked out from, and only then.
  @Test func whatIsWorkedOutFromACountGoesWithIt() throws {
    func edition(_ persons: Double, _ gap: Double) -> [Observation] {
      [
        observation("copertura-popolazione", persons / 1000, persons, of: 1000),
        observation("divario-copertura", gap),
      ]
    }
    let few = try reconciled(edition(50, 1), edition(52, 1.2))
    #expect(few.map(\.value) == [0.05, 1])
    let many = try reconciled(edition(50, 1), edition(58, 1.8))
    #expect(many.map(\.value) == [0.058, 1.8])
    // Withheld with it, too, while what it is part of has hardly moved.
    let hidden = [observation("copertura-popolazione", nil), observation("divario-copertura", nil)]
    #expect(try reconciled(hidden, edition(50, 1)).map(\.value) == [0.05, 1])
  }

  @Test func whatDidNotMoveIsShownAgain() throws {
    let editions = try Editions(seed: 4, requests: 1500, late: 0)
    #expect(editions.second == editions.first)
  }

  @Test func aRevisionLargeEnoughIsShown() {
    let editions = Self.all[1]
    let moved = editions.second.filter { cell, now in
      cell.indicator == "richieste-per-1000" && now.numerator != nil
        && editions.first[cell]?.numerator != nil
        && now.numerator != editions.first[cell]?.numerator
    }
    #expect(!moved.isEmpty)
    for (cell, now) in moved { #expect(now == editions.alone[cell]) }
    let held = editions.second.values.filter { $0.note == EarlierEdition.heldBack }
    #expect(!held.isEmpty)
    for one in held {
      #expect(one.value == editions.first[Cell(one)]?.value)
    }
  }
}
