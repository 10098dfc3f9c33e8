import Testing
import Warehouse

@testable import Indicators

/// The engine against a second implementation: filters over plain arrays, one cell at a time.
@Suite struct EngineTests {
  /// Enough requests for published and suppressed cells to occur at every level.
  static let world = try! RandomWarehouse(seed: 20_260_630, requests: 6000)
  static let observations = try! Engine(
    store: world.store, settings: try! DisclosureSettings(), asOf: RandomWarehouse.asOf
  ).observations()

  /// The requests of an observation's cell.
  func requests(
    of o: Observation, in world: RandomWarehouse = EngineTests.world
  ) -> [RandomWarehouse.Request] {
    world.requests.filter { r in
      let inTerritory =
        switch o.territory.kind {
        case .total, .province: true
        case .ats: r.ats == o.territory.code
        case .innerAreaClass: r.group == o.territory.code
        case .comune: r.comune == o.territory.code
        case .zone: false
        }
      let inModality =
        switch o.dimension {
        case "totale": true
        case "servizio": r.service.prefix(1) == o.modality
        case "area_utenza": (r.area ?? "ND") == o.modality
        case "canale": r.channel == o.modality
        default: false
        }
      return inTerritory && inModality
    }
  }

  func published(_ indicator: String) -> [Observation] {
    Self.observations.filter { $0.indicator == indicator && $0.value != nil }
  }

  @Test func everyIndicatorSaysSomething() {
    let slugs = Set(Self.observations.map { String($0.indicator.prefix { $0 != "." }) })
    for definition in Catalogue.definitions where definition.family != "PN" {
      #expect(slugs.contains(definition.slug), "\(definition.slug)")
    }
    #expect(Set(Self.observations.map(\.id)).count == Self.observations.count)
  }

  /// No share passes one by what a processor rounds, and readers find 0.7 where it is.
  @Test func numbersHaveTwelveDigits() {
    #expect(Self.observations.allSatisfy { $0 == $0.atPublishedPrecision })
    func published(_ value: Double) -> Double? {
      var one = Self.observations[0]
      one.value = value
      return one.atPublishedPrecision.value
    }
    let noisy: [(Double, Double)] = [
      (1.0000000000000002, 1), (0.9999999999999999, 1), (0.6999999999999998, 0.7),
      (9_098_561.700000001, 9_098_561.7), (-0.392199999999999, -0.3922), (7279.99999999998, 7280),
      (1.0 / 3, 0.333333333333), (0.000012345678901234, 0.0000123456789012), (3e-12, 3e-12),
    ]
    for (value, clean) in noisy { #expect(published(value) == clean) }
  }

  @Test func requestRatesAgreeWithPlainCounting() throws {
    let rates = published("richieste-per-1000")
    #expect(rates.count > 200)
    for o in rates {
      let count = requests(of: o).filter { o.period.contains($0.asked) }.count
      #expect(o.numerator == Double(count), "\(o.id)")
      #expect(abs(o.value! - 1000 * Double(count) / o.denominator!) < 1e-9)
      #expect(o.lower! <= o.value! && o.value! <= o.upper!)
    }
  }

  @Test func metNeedsAgreeWithPlainCounting() {
    let shares = published("copertura-bisogni")
    #expect(shares.count > 50)
    for o in shares {
      let cohort = requests(of: o).filter { r in
        guard o.period.contains(r.asked) else { return false }
        let early = r.closed.map { $0 - r.asked <= 30 } ?? false
        return !(r.outcome == "rinuncia" && r.started == nil && early)
      }
      let met = cohort.filter { r in r.started.map { $0 - r.asked <= 180 } ?? false }
      #expect(o.denominator == Double(cohort.count), "\(o.id)")
      #expect(o.numerator == Double(met.count), "\(o.id)")
    }
  }

  /// Several requests of one person are one person: a share shows neither few who are counted nor few
  /// who are not.
  @Test func sharesProtectPersonsOnBothSides() throws {
    let world = try RandomWarehouse(seed: 11, requests: 1500, persons: 12)
    let observations = try Engine(
      store: world.store, settings: try DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    var wouldHaveBeenShown = 0
    for o in observations where o.indicator == "copertura-bisogni" {
      guard o.value != nil || o.status == .suppressed else { continue }
      let cohort = requests(of: o, in: world).filter { r in
        guard o.period.contains(r.asked) else { return false }
        let early = r.closed.map { $0 - r.asked <= 30 } ?? false
        return !(r.outcome == "rinuncia" && r.started == nil && early)
      }
      let isMet = { (r: RandomWarehouse.Request) in
        r.started.map { $0 - r.asked <= 180 } ?? false
      }
      for side in [cohort.filter(isMet), cohort.filter { !isMet($0) }] where !side.isEmpty {
        let persons = Set(side.map(\.person)).count
        if o.value != nil { #expect(persons >= 5, "\(o.id)") }
        if o.status == .suppressed, side.count >= 5, persons < 5 { wouldHaveBeenShown += 1 }
      }
    }
    #expect(wouldHaveBeenShown > 0, "the world holds a cell of many requests by few persons")
  }

  @Test func coverageGapsAreInPercentagePoints() {
    let gaps = published("divario-copertura")
    #expect(gaps.count > 10)
    // As coverage: by year and half-year, of districts and provinces by quarter too.
    #expect(Set(gaps.map { "\($0.period)".dropFirst(4).prefix(2) }) == ["", "-S", "-T"])
    for gap in gaps {
      var own = gap
      own.indicator = "copertura-popolazione"
      var whole = own
      whole.territory = .total
      let value = { (id: String) in Self.observations.first { $0.id == id }?.value }
      let expected = 100 * (value(own.id)! - value(whole.id)!)
      #expect(abs(gap.value! - expected) < 1e-9, "\(gap.id)")
      // The only province is the whole: there is no rest to compare it with.
      if gap.territory.kind == .province { continue }
      #expect(gap.lower! <= gap.value! && gap.value! <= gap.upper!, "\(gap.id)")
    }
  }

  @Test func youngCohortsAreNotJudged() {
    for o in Self.observations where o.indicator == "copertura-bisogni" {
      if o.period.lastDay + 180 > RandomWarehouse.asOf {
        #expect(o.status == .notApplicable && o.value == nil)
      }
    }
  }

  @Test func distinctPersonsAgreeWithSets() {
    let shares = published("copertura-popolazione")
    #expect(shares.count > 100)
    for o in shares {
      let persons = Set(
        requests(of: o).filter { r in r.started.map { o.period.contains($0) } ?? false }
          .map(\.person))
      #expect(o.numerator == Double(persons.count), "\(o.id)")
    }
  }

  /// Aalen–Johansen by its textbook definition, over a list of subjects instead of histograms.
  @Test func waitingTimesAgreeWithSubjectBySubjectEstimates() {
    for o in published("tempo-attivazione.entro-90") {
      let subjects = requests(of: o).filter { o.period.contains($0.asked) }.map {
        r -> (days: Int, cause: Int) in
        if let started = r.started { return (started - r.asked, 1) }
        if let exit = r.closed ?? (r.outcome == "respinta_requisiti" ? r.decided : nil) {
          return (exit - r.asked, 2)
        }
        return (RandomWarehouse.asOf - r.asked, 0)
      }
      var survival = 1.0
      var incidence = 0.0
      for day in Set(subjects.map(\.days)).sorted() where day <= 90 {
        let atRisk = Double(subjects.filter { $0.days >= day }.count)
        let events = subjects.filter { $0.days == day }
        incidence += survival * Double(events.filter { $0.cause == 1 }.count) / atRisk
        survival *= 1 - Double(events.filter { $0.cause != 0 }.count) / atRisk
      }
      #expect(abs(o.value! - incidence) < 1e-9, "\(o.id)")
      #expect(o.denominator == Double(subjects.count))
    }
  }

  @Test func openRequestsAgreeWithPlainCounting() {
    for o in published("arretrato") where o.dimension != "anzianita" {
      let open = requests(of: o).filter {
        $0.decided == nil && $0.started == nil && $0.closed == nil && $0.outcome == nil
      }
      #expect(o.value == Double(open.count), "\(o.id)")
    }
  }

  @Test func channelsAddUpToOneWhereAllAreShown() {
    let totals = Self.observations.filter {
      $0.indicator == "canali" && $0.territory == .total && $0.period == .year(2025)
    }
    #expect(totals.count == 3)
    #expect(abs(totals.compactMap(\.value).reduce(0, +) - 1) < 1e-12)
  }

  @Test func smallCellsAreWithheldAndCarryNoNumber() {
    let withheld = Self.observations.filter { $0.status == .suppressed }
    #expect(!withheld.isEmpty)
    for o in withheld {
      #expect(o.value == nil && o.lower == nil && o.upper == nil, "\(o.id)")
      #expect(o.numerator == nil && o.denominator == nil, "\(o.id)")
    }
    for o in published("richieste-per-1000") {
      let residents = Self.world.comuni.first { $0.istat == o.territory.code }?.residents
      let least =
        o.modality == "DIP" || (o.territory.kind == .comune && residents! < 1000) ? 10.0 : 5.0
      #expect(o.numerator! == 0 || o.numerator! >= least, "\(o.id)")
    }
  }

  /// No published table gives a withheld count of requests back by one subtraction: neither a comune
  /// from its ATS or class, nor a half-year from its year, nor a modality from its total.
  @Test func noWithheldCountFollowsFromOneSum() {
    var counts: [String: Double?] = [:]
    for o in Self.observations where o.indicator == "richieste-per-1000" {
      counts[o.id] = .some(o.numerator)
    }
    func count(
      _ t: TerritoryKey, _ p: Period, _ d: String = "totale", _ m: String = "totale"
    ) -> Double?? {
      counts[
        Observation(
          indicator: "richieste-per-1000", territory: t, period: p, dimension: d, modality: m
        ).id]
    }
    var sums = 0
    func check(_ whole: Double??, _ parts: [Double??]) {
      guard case .some(.some) = whole else { return }
      let hidden = parts.filter { if case .some(.none) = $0 { true } else { false } }.count
      sums += 1
      #expect(hidden != 1)
    }
    let years = [Period.year(2024), .year(2025)]
    for year in years {
      for ats in ["NORD", "SUD", "EST"] {
        check(
          count(TerritoryKey(.ats, ats), year),
          Self.world.comuni.filter { $0.ats == ats }.map {
            count(TerritoryKey(.comune, $0.istat), year)
          })
      }
      for comune in Self.world.comuni {
        let key = TerritoryKey(.comune, comune.istat)
        check(count(key, year), [1, 2].map { count(key, .half(year.year, $0)) })
        for (dimension, modalities) in [
          ("area_utenza", ["FAM", "ANZ", "DIP", "ND"]), ("servizio", ["A", "C", "X"]),
          ("canale", ["sportello", "pdp", "telefono"]),
        ] {
          check(count(key, year), modalities.map { count(key, year, dimension, $0) })
        }
      }
    }
    #expect(sums > 50)
  }

  @Test func theSameFactsGiveTheSameObservations() throws {
    let again = try Engine(
      store: Self.world.store, settings: try DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    #expect(differing(again, Self.observations) == [])
  }

  /// Decision 9: an edition at a date does not depend on what was learnt to have happened afterwards.
  @Test func whatHappenedAfterTheAsOfDateChangesNothing() throws {
    let later = try RandomWarehouse(seed: 20_260_630, requests: 6000, hindsight: true)
    let told = try Engine(
      store: later.store, settings: try DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    // How old a delivery is and how many rows it has is about what came, which is what differs.
    let ofDeliveries = Set([Indicator.freshness, .rowsKept].map(\.definition.slug))
    func apart(_ all: [Observation]) -> [Observation] {
      all.filter { !ofDeliveries.contains($0.indicator) }
    }
    let (a, b) = (apart(told), apart(Self.observations))
    #expect(differing(a, b) == [])
  }

  @Test func aTraceCountsTheLinesOfTheNumber() throws {
    for o in published("richieste-per-1000").prefix(20) + published("copertura-bisogni").prefix(20)
    {
      let trace = try #require(
        try Trace(of: o, store: Self.world.store, asOf: RandomWarehouse.asOf))
      let expected = o.indicator == "copertura-bisogni" ? o.denominator! : o.numerator!
      #expect(Double(trace.count) == expected, "\(o.id)")
    }
  }
}

/// Ids of the first observations that two editions do not share: a whole edition in a failed expectation
/// would be compared for minutes.
func differing(_ a: [Observation], _ b: [Observation]) -> [String] {
  let same = Set(a).intersection(b)
  return (a + b).filter { !same.contains($0) }.prefix(6).map(\.id)
}
