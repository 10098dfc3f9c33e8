import Foundation
import Testing
import Warehouse

@testable import Sample

@Suite struct WorldTests {
  private func world(_ requests: Int, _ receivers: Set<RequestSource>) throws -> World {
    World(
      seed: 11, requests: requests, asOf: Fixture.asOf,
      territory: try Fixture().generator().territory, receivers: receivers)
  }

  @Test func datesFollowEachOther() throws {
    let world = try world(5000, Set(RequestSource.allCases))
    for index in 0..<5000 {
      let n = world.need(index)
      let dates = [n.received, n.firstContact, n.decided, n.takenOn, n.started, n.ended]
        .compactMap(\.self)
      #expect(dates == dates.sorted(), "\(index)")
      #expect((n.started != nil) == (n.ending == .active))
      let view = n.view(on: Fixture.asOf)
      #expect(view.lastChange <= Fixture.asOf)
      #expect([.active, .closed].contains(view.outcome) == (view.started != nil))
    }
  }

  /// The whole country, of which nothing says where its comuni are: nobody comes from elsewhere, no way is
  /// measured, and every desk has its share of them.
  @Test func aTerritoryWithNothingAroundItAndNoPlaces() throws {
    let fixture = try Fixture(isWholeCountry: true, hasPlaces: false)
    let written = try fixture.write("italia", requests: 3000)
    #expect(!written.files.contains { $0.path.contains("tempi_percorrenza") })
    let findings = try String(
      contentsOf: fixture.root.appending(path: "italia/chiave-risposte.json"), encoding: .utf8)
    #expect(
      findings.contains("comune-non-riconosciuto") && !findings.contains("comune-fuori-territorio"))
    let desks = Desks(
      try fixture.generator().territory, seed: 1, firstDay: Fixture.asOf - 900, wanted: 3)
    #expect(Set((0..<8).map { desks.index(nearest: $0) }) == [0, 1, 2])
    let around = try Fixture().write("qui", requests: 3000)
    #expect(around.files.contains { $0.path.contains("tempi_percorrenza") })
  }

  /// A single comune, and two.
  @Test(arguments: [1, 2]) func aTerritoryMayBeOfOneComune(count: Int) throws {
    let written = try Fixture(count: count).write("poco", requests: 1500)
    #expect(written.files.count == (try Fixture().write("molto", requests: 1500)).files.count)
  }

  @Test func innerComuniWaitLonger() throws {
    let world = try world(20_000, [.municipality])
    var days: [String: [Int]] = [:]
    for index in 0..<20_000 {
      let n = world.need(index)
      guard let started = n.started else { continue }
      days[world.territory.comuni[n.person.comune].innerClass, default: []]
        .append(started - n.received)
    }
    func median(_ c: String) -> Int { days[c]!.sorted()[days[c]!.count / 2] }
    #expect(median("A") < median("C"))
    #expect(median("C") < median("D"))
    #expect(Double(median("E")) > 1.5 * Double(median("A")))
    // A long tail: one start out of twenty takes more than three times the median.
    let city = days["A"]!.sorted()
    #expect(city[city.count * 95 / 100] > 3 * median("A"))
  }

  @Test func requestsFollowPopulationAndAge() throws {
    let world = try world(20_000, [.municipality])
    var byComune: [String: Int] = [:]
    var over80 = 0
    for index in 0..<20_000 {
      let person = world.need(index).person
      byComune[world.territory.comuni[person.comune].code, default: 0] += 1
      if person.band >= 16 { over80 += 1 }
    }
    // Reggio has 170,000 of the 192,000 residents of the fixture.
    let reggio = Double(byComune["080063"]!) / 20_000
    #expect((0.83...0.9).contains(reggio))
    // Some 7 % of residents, several times as many among those who ask.
    #expect(over80 > 3000)
  }

  @Test func peopleComeBack() throws {
    let world = try world(20_000, [.municipality])
    var times: [Int: Int] = [:]
    for index in 0..<20_000 { times[world.need(index).person.index, default: 0] += 1 }
    let mean = 20_000 / Double(times.count)
    #expect((1.9...2.5).contains(mean))
    #expect(times.values.count { $0 == 1 } > times.count / 4)
  }

  @Test func theAmbitoServesItsOwnPeople() throws {
    let world = try world(2000, [.ambito])
    #expect(world.territory.ambito == "LOC")
    for index in 0..<2000 {
      let need = world.need(index)
      #expect(need.owner == .ambito)
      #expect(world.territory.comuni[need.person.comune].ats == "LOC")
    }
  }

  @Test func misspellingsAreNobodysName() throws {
    let territory = try Fixture().generator().territory
    let names = Set(territory.comuni.map { fold($0.name) })
    for comune in territory.comuni {
      #expect(!names.contains(fold(territory.misspelling(of: comune.name))))
    }
    #expect(plainCapitals("Platì") == "PLATI'")
    #expect(plainCapitals("San Pietro di Caridà") == "SAN PIETRO DI CARIDA'")
  }

  @Test func ambitoDeliversChangesOnly() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 3000, only: [.ambito])
    let deliveries = try written.deliveries("ambito-sintetico", "richieste")
    #expect(deliveries.map(\.file) == ["2026-03-31.xlsx", "2026-06-30.xlsx"])
    #expect(deliveries[0].read > 2500 && (300...1200).contains(deliveries[1].read))
    let bytes = try written.bytes("ambito-sintetico/richieste/deliveries/2026-06-30.xlsx")
    #expect(bytes.prefix(4) == [0x50, 0x4B, 3, 4])
    let columns = naiveRecords(
      try written.bytes("ambito-sintetico/richieste/columns.csv"), delimiter: ",")
    #expect(columns[0].cells == ["campo", "2000-01-01", "2026-04-01"])
    #expect(columns[1].cells == ["id_richiesta", "Domanda / Numero", "Istanza / N. istanza"])
  }
}
