import Foundation
import Testing
import Warehouse

@testable import Sample

@Suite struct PlatformTests {
  private static let folder = "piattaforma-sintetica/richieste"

  private struct Row {
    var line: Int
    var json: [String: Any]

    subscript(_ path: String) -> Any? {
      path.split(separator: ".").reduce(json as Any?) { ($0 as? [String: Any])?[String($1)] }
    }
    func text(_ path: String) -> String { self[path] as? String ?? "" }

    var isComplete: Bool {
      !["id", "creata", "canale", "persona.comune", "servizio.codice"].contains {
        text($0).isEmpty
      }
    }
  }

  private func rows(_ written: Written, _ file: String) throws -> [Row] {
    try written.bytes("\(Self.folder)/deliveries/\(file)").split(separator: 10).enumerated().map {
      let object = try JSONSerialization.jsonObject(with: Data($1))
      return Row(line: $0 + 1, json: try #require(object as? [String: Any]))
    }
  }

  @Test func instantsAreTheLocalDaysOfTheNeeds() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 3000, only: [.piattaforma])
    let world = World(
      seed: 7, requests: 3000, asOf: Fixture.asOf, territory: try fixture.generator().territory,
      receivers: [.platform])
    let local = try LocalDays()
    var nightly = 0
    for row in try rows(written, "2026-03-31.ndjson") where row.isComplete {
      let index = try #require(Int(row.text("id").dropFirst())) - 1
      let need = world.need(index)
      #expect(try local.day(row.text("creata")) == need.received)
      if !row.text("creata").hasPrefix("\(need.received)") { nightly += 1 }
      if let started = row["stati.attivazione"] as? String {
        #expect(try local.day(started) == need.started)
      }
    }
    // Some were written just after midnight: the day before, in UTC.
    #expect(nightly > 20)
  }

  @Test(arguments: [0, 1]) func keyAgreesWithTheFile(_ delivery: Int) throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 7000, only: [.piattaforma])
    let key = try written.deliveries("piattaforma-sintetica", "richieste")[delivery]
    let last = try #require(Day(iso: String(key.file.prefix(10))))
    let nodes = Set(PlatformWords.nodes.map(\.node))
    let channels = Set(Channel.allCases.map(\.code))
    let outcomes = Set(PlatformWords.outcomes.map(\.1))
    let codes = Set(try fixture.generator().territory.comuni.map(\.code))
    let local = try LocalDays()
    var found: [String: [Int]] = [:]
    var ids: Set<String> = []
    var refused = 0
    let all = try rows(written, key.file)
    for row in all {
      func note(_ code: String) { found[code, default: []].append(row.line) }
      guard row.isComplete else {
        note("valore-mancante")
        refused += 1
        continue
      }
      let received = try local.day(row.text("creata"))
      if !ids.insert(row.text("id")).inserted { note("id-ripetuto") }
      let person = row.text("persona.id")
      if person.hasPrefix("*") { note("identificativo-mascherato") }
      if person.utf8.count == 15 { note("identificativo-non-valido") }
      if let year = row["persona.nascita"] as? Int {
        if year < 1900 { note("fuori-intervallo") }
      } else {
        note("numero-non-valido")
      }
      let comune = row.text("persona.comune")
      if ["058091", "083048", "102047", "001001"].contains(comune) {
        note("comune-fuori-territorio")
      } else if !codes.contains(comune) {
        note("comune-non-riconosciuto")
      }
      if !nodes.contains(row.text("servizio.codice")) { note("codice-sconosciuto") }
      if !channels.contains(row.text("canale")) { note("codice-sconosciuto") }
      if !outcomes.contains(row.text("stato")) { note("codice-sconosciuto") }
      let decided = row.text("stati.decisione")
      if !decided.isEmpty, try local.day(decided) < received { note("date-in-disordine") }
      let closed = row.text("stati.chiusura")
      if closed.hasPrefix("2026-02-31") {
        note("data-non-valida")
      } else if !closed.isEmpty, try local.day(closed) > last {
        note("data-futura")
      }
    }
    #expect(key.read == all.count)
    #expect(key.refused == refused)
    #expect(Set(found.keys) == Set(key.findings.keys))
    for (code, lines) in key.findings { #expect(found[code] == lines, "\(code)") }
  }

  /// The newest kept version of an id holds, and a copy gives way to the municipality's request.
  @Test func currentRequestsFollowThePolicy() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 5000, only: [.comune, .piattaforma])
    var current: [String: Row] = [:]
    var repeatsWithChange = 0
    for file in ["2026-03-31.ndjson", "2026-06-30.ndjson"] {
      for row in try rows(written, file) where row.isComplete {
        if let earlier = current.updateValue(row, forKey: row.text("id")),
          earlier.text("stato") != row.text("stato")
        {
          repeatsWithChange += 1
        }
      }
    }
    #expect(repeatsWithChange > 50)
    let numbers = Set(
      naiveRecords(
        try written.bytes("comune-sintetico/richieste/deliveries/2026-06-30.csv"),
        delimiter: ";"
      ).map(\.cells[0]))
    let copies = current.values.filter { !$0.text("rif_esterno").isEmpty }
    #expect(copies.count > 100)
    #expect(copies.allSatisfy { numbers.contains($0.text("rif_esterno")) })

    let source = try written.source("piattaforma-sintetica", "richieste")
    #expect(source["correnti_con_copie"] as? Int == current.count)
    #expect(source["correnti"] as? Int == current.count - copies.count)
    #expect(written.totals["copie_id_origine"] as? Int == copies.count)
    let municipal =
      try written.source("comune-sintetico", "richieste")["correnti"] as? Int ?? 0
    #expect(written.totals["richieste"] as? Int == municipal + current.count - copies.count)
  }

  @Test func offersAndDesksAreReadable() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 100, only: [.piattaforma])
    let key = try written.deliveries("piattaforma-sintetica", "servizi")[0]
    let lines = try written.bytes("piattaforma-sintetica/servizi/deliveries/2026-06-30.ndjson")
      .split(separator: 10)
    #expect(key.read == lines.count)
    var places: [String: Int] = [:]
    for (i, line) in lines.enumerated() {
      let offer = Row(
        line: i + 1,
        json: try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]))
      #expect(offer["comuni"] is [String])
      let isRepeat = key.findings["id-ripetuto"] == [i + 1]
      guard offer["gratuita"] != nil, !isRepeat, offer.text("stato") == "pubblicato",
        offer.text("dal") <= "2026-06-30",
        offer.text("al").isEmpty || offer.text("al") >= "2026-06-30",
        offer.text("capacita.unita") == "posti", let count = offer["capacita.quanta"] as? Int
      else { continue }
      let service = PlatformWords.nodes.first { $0.node == offer.text("nodo") }?.service ?? "ND"
      places[service, default: 0] += count
    }
    let keyed = table(
      try written.source("piattaforma-sintetica", "servizi")["offerte_attive"], keys: 1)
    #expect(keyed.compactMapValues { $0[1] > 0 ? $0[1] : nil } == places)
    let desks = try JSONSerialization.jsonObject(
      with: Data(
        written.bytes("piattaforma-sintetica/punti_prossimita/deliveries/2026-06-30.json")))
    #expect((desks as? [[String: Any]])?.count == 8)
  }
}

/// The local day of an instant, by the library's own time zones.
private struct LocalDays {
  private let formatter = ISO8601DateFormatter()
  private var calendar = Calendar(identifier: .gregorian)

  init() throws { calendar.timeZone = try #require(TimeZone(identifier: "Europe/Rome")) }

  func day(_ instant: String) throws -> Day {
    let date = try #require(formatter.date(from: instant))
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return try #require(Day(year: parts.year!, month: parts.month!, day: parts.day!))
  }
}
