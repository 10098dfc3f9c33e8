import Testing
import Warehouse

@testable import Indicators

/// What no delivery tells of is not nought, of requests and of the persons reached as of anything else.
extension AwkwardCasesTests {
  private static let slugs = ["richieste-per-1000", "copertura-popolazione"]

  private func id(_ slug: String, _ period: String) -> String {
    "\(slug)~comune~\(WorkedExample.code(0))~\(period)~totale~totale"
  }

  /// Told of from July 2025: of 2024 nothing is known, of the last quarter there were none.
  @Test func requestsNobodyToldOfAreNotNought() throws {
    let all = try observations(
      [
        .serviceRequest: WorkedExample.requests(
          12, [.requestedOn: "2025-07-15", .startedOn: "2025-07-20"])
      ], residents: [5000], months: [.serviceRequest: [2025 * 12 + 6: 12]])
    for slug in Self.slugs {
      for period in ["2024", "2025-S1", "2025-T1"] {
        #expect(all[Self.whole(slug, period)]?.status == .notReceived, "\(slug) \(period)")
        #expect(all[Self.whole(slug, period)]?.value == nil)
      }
      #expect(all[id(slug, "2024")] == nil)
      #expect(all[Self.whole(slug, "2025-T4")]?.value == 0)
      #expect(all[Self.whole(slug, "2025")]?.value != nil && all[id(slug, "2025")]?.value != nil)
    }
    #expect(all["divario-copertura~comune~\(WorkedExample.code(0))~2024~totale~totale"] == nil)
  }

  /// Told of from July: of the year a half is not, of the half and the quarters all is.
  @Test func aYearToldInPartSaysSo() throws {
    func all(from month: Int) throws -> [String: Observation] {
      try observations(
        [
          .serviceRequest: WorkedExample.requests(
            12, [.requestedOn: "2025-07-15", .startedOn: "2025-07-20"])
        ], residents: [5000], months: [.serviceRequest: [2025 * 12 + month - 1: 12]])
    }
    let some = try all(from: 7)
    for slug in Self.slugs + ["copertura-bisogni"] {
      #expect(some[Self.whole(slug, "2025")]?.note == Observation.toldInPart, "\(slug)")
      #expect(some[Self.whole(slug, "2025-S2")]?.note == nil, "\(slug)")
    }
    #expect(some[id("richieste-per-1000", "2025")]?.note == Observation.toldInPart)
    #expect(try all(from: 1)[Self.whole("richieste-per-1000", "2025")]?.note == nil)
  }

  /// Requests that name nobody: how many asked is known, how many persons were reached is not.
  @Test func whereNobodyIsNamedNobodyIsCounted() throws {
    func all(_ person: String) throws -> [String: Observation] {
      let named = (0..<12).map {
        WorkedExample.requests(
          1, [.startedOn: "2025-07-20", .person: person.isEmpty ? "" : "p\($0)"])[0]
      }
      return try observations([.serviceRequest: named], residents: [5000])
    }
    #expect(try all("p")[Self.whole("copertura-popolazione", "2025")]?.numerator == 12)
    let unnamed = try all("")
    #expect(unnamed[Self.whole("copertura-popolazione", "2025")]?.status == .notReceived)
    #expect(unnamed[id("copertura-popolazione", "2025")] == nil)
    #expect(unnamed[Self.whole("richieste-per-1000", "2025")]?.numerator == 12)
    #expect(!unnamed.values.contains { $0.indicator == "divario-copertura" })
  }

  /// An edition of programmes alone says nothing of requests, not that there were none.
  @Test func withoutRequestsNothingIsOpen() throws {
    let all = try observations([
      .corporateWelfare: (0..<12).map {
        [.companyID: "c\($0)", .year: "2025", .employees: "50", .amountCents: "100"]
      }
    ])
    for slug in Self.slugs + ["arretrato"] {
      let found = all.values.filter { $0.indicator == slug }
      #expect(!found.isEmpty && found.allSatisfy { $0.status == .notReceived }, "\(slug)")
    }
  }

  /// Of five districts two are withheld: of the ways to divide what the others leave of a known sum, one alone
  /// gives the part that lies between districts.
  @Test func partsWithheldWithADistrict() throws {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [Int](repeating: 4000, count: 6), [:], 0))
    let comuni = try store.comuni()
    let frame = Frame(
      comuni: comuni, ats: try store.ambiti(), services: [], areas: [], channels: [],
      asOf: RandomWarehouse.asOf, years: 1)
    func told(_ hidden: Set<TerritoryKey.Kind>) -> [String] {
      var persons = [Int](repeating: 0, count: frame.cells)
      for place in comuni.indices {
        persons[frame.cell(unit: frame.firstComune + place, period: 0, modality: 0)] = 10 + place
      }
      return CoverageTheil.observations(
        frame: frame, period: 0, modality: 0, persons: persons, population: { _ in 4000 },
        isHidden: { hidden.contains(frame.units[$0].kind) },
        make: { slug, value, _ in
          Observation(indicator: slug, territory: .total, period: .year(2026), value: value)
        }
      ).filter { $0.value != nil }.map {
        String($0.indicator.dropFirst(CoverageTheil.definition.slug.count))
      }
    }
    let districts = [".tra-ats", ".entro-ats"]
    let classes = [".tra-area-interna", ".entro-area-interna"]
    #expect(told([]) == [""] + districts + classes)
    #expect(told([.ats]) == [""] + classes)
    #expect(told([.innerAreaClass]) == [""] + districts)
    #expect(told([.comune]) == [])
  }

  /// The index of all persons has an interval that holds it; its parts have none, nor has a number withheld.
  @Test func theIndexHasAnInterval() throws {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [4000], [:], 0))
    let one = try #require(try store.comuni().first)
    let comuni = (0..<12).map { place in
      var comune = one
      comune.istat = "\(100_000 + place)"
      return comune
    }
    let frame = Frame(
      comuni: comuni, ats: try store.ambiti(), services: [], areas: [], channels: [],
      asOf: RandomWarehouse.asOf, years: 1)
    func intervals(
      withheld: Int = 0, _ users: (Int) -> Int
    ) -> [String: (value: Double?, interval: ConfidenceInterval?)] {
      var persons = [Int](repeating: 0, count: frame.cells)
      for place in 0..<12 {
        persons[frame.cell(unit: frame.firstComune + place, period: 0, modality: 0)] = users(place)
      }
      var all: [String: (value: Double?, interval: ConfidenceInterval?)] = [:]
      _ = CoverageTheil.observations(
        frame: frame, period: 0, modality: 0, persons: persons, population: { _ in 4000 },
        isHidden: { (frame.firstComune..<frame.firstComune + withheld).contains($0) },
        make: { slug, value, interval in
          all[String(slug.dropFirst(CoverageTheil.definition.slug.count))] = (value, interval)
          return Observation(
            indicator: slug, territory: .total, period: .year(2026), value: value)
        })
      return all
    }
    let uneven = intervals { 10 + 9 * $0 }
    let whole = try #require(uneven[""])
    let interval = try #require(whole.interval)
    #expect(try interval.lower < #require(whole.value) && #require(whole.value) < interval.upper)
    #expect([interval.lower, interval.upper].allSatisfy { $0 == $0.rounded(toDecimals: 2) })
    #expect(uneven.filter { $0.key != "" }.count == 4)
    #expect(uneven.allSatisfy { $0.key == "" || $0.value.interval == nil })
    let even = try #require(intervals { _ in 20 }[""]?.interval)
    #expect(even.lower == 0 && even.upper == 0)
    #expect(intervals(withheld: 10) { 10 + 9 * $0 }[""]?.interval != nil)
    let untold = try #require(intervals(withheld: 9) { 10 + 9 * $0 }[""])
    #expect(untold.value == nil && untold.interval == nil)
  }

  /// Where nobody says which groups the comuni are of, no part of the difference lies between groups.
  @Test func groupsNobodyTellsOfExplainNothing() throws {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [4000, 3000], [:], 0))
    func parts(_ change: (inout ComuneRecord) -> Void) throws -> [String] {
      var comuni = try store.comuni()
      for place in comuni.indices { change(&comuni[place]) }
      let residents = comuni.map(\.residents)
      let frame = Frame(
        comuni: comuni, ats: try store.ambiti(), services: [], areas: [], channels: [],
        asOf: RandomWarehouse.asOf, years: 1)
      var persons = [Int](repeating: 0, count: frame.cells)
      for place in residents.indices {
        persons[frame.cell(unit: frame.firstComune + place, period: 0, modality: 0)] = 40
      }
      return CoverageTheil.observations(
        frame: frame, period: 0, modality: 0, persons: persons,
        population: { residents[$0 - frame.firstComune] }, isHidden: { _ in false },
        make: { slug, value, _ in
          Observation(indicator: slug, territory: .total, period: .year(2026), value: value)
        }
      ).map { String($0.indicator.dropFirst(CoverageTheil.definition.slug.count)) }
    }
    let districts = [".tra-ats", ".entro-ats"]
    let classes = [".tra-area-interna", ".entro-area-interna"]
    #expect(try parts { _ in } == [""] + districts + classes)
    #expect(try parts { $0.ats = nil } == [""] + classes)
    #expect(try parts { $0.innerAreaClass = nil } == [""] + districts)
  }
}
