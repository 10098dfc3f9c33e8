import Testing
import Warehouse

@testable import Sample

@Suite struct MunicipalityTests {
  private static let publisher = "comune-sintetico"
  private static let folder = "comune-sintetico/richieste"

  private static func cp1252(_ text: String) -> String {
    String(Windows1252.encode(text).map { Character(Unicode.Scalar($0)) })
  }

  @Test func hasATitleAHeaderAndATotal() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", only: [.comune])
    let bytes = try written.bytes("\(Self.folder)/deliveries/2026-06-30.csv")
    let records = naiveRecords(bytes, delimiter: ";")
    #expect(records[0].cells[0].hasPrefix("COMUNE SINTETICO \u{96} DOMANDE"))
    #expect(records[1].cells == MunicipalityWords.headers)
    #expect(records.last?.cells[0] == "TOTALE")
    #expect(records.last?.cells[1] == "\(records.count - 3)")
    // Quoted line breaks are bare, the rows end as Windows ends them.
    #expect(bytes.suffix(2) == [13, 10])
    #expect(String(decoding: bytes, as: UTF8.self).utf8.count != bytes.count, "not UTF-8")
    // Names with accents as apostrophes, quotes doubled, blanks and line breaks inside notes.
    #expect(records.contains { $0.cells[4] == "PLATI'" })
    #expect(records.contains { $0.cells.last == "la sig.ra dice: \"vengo domani\"" })
    #expect(records.contains { $0.cells.last?.contains("\n") == true })
  }

  /// Reads the file with other code, applies the published rules, and counts again.
  @Test(arguments: [0, 1]) func keyAgreesWithTheFile(_ delivery: Int) throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 8000, only: [.comune])
    let key = try written.deliveries(Self.publisher, "richieste")[delivery]
    let records = naiveRecords(
      try written.bytes("\(Self.folder)/deliveries/\(key.file)"), delimiter: ";")
    let last = try #require(Day(iso: String(key.file.prefix(10))))
    let corrections = naiveRecords(
      try written.bytes("\(Self.folder)/corrections.csv"), delimiter: ",")
    #expect(corrections.count == 2)
    let corrected = corrections[1].cells

    let services = Set(MunicipalityWords.services.flatMap(\.labels).map(Self.cp1252))
    let channels = Set(MunicipalityWords.channels.map { Self.cp1252($0.1) })
    let outcomes = Set(MunicipalityWords.outcomes.map { Self.cp1252($0.1) })
    let places = Set(
      [
        "80043", "D976", "80060", "G735", "80074", "H970", "80005", "A780", "80063", "H224",
        "80066",
      ]
        + ["H408", "80006", "A552", "80019", "B591", "LOCRI", "PLATI'", "SAN LUCA", "S. LUCA"]
        + ["ARDORE", "REGGIO DI CALABRIA", "REGGIO CALABRIA", "ROCCAFORTE DEL GRECO", "BAGALADI"]
        + ["CANDIDONI"])

    var found: [String: [Int]] = [:]
    var ids: Set<String> = []
    var refused = 0
    for (line, cells) in records.dropFirst(2) {
      func note(_ code: String) { found[code, default: []].append(line) }
      if cells[0] == "TOTALE" {
        note("riga-totale")
        continue
      }
      var c = cells
      if corrected[0] == key.file, corrected[1] == "\(line)" {
        #expect(c[5] == corrected[3])
        c[5] = corrected[4]
      }
      if c.count > 16 {
        note("riga-spostata")
        refused += 1
        continue
      }
      if [0, 4, 5, 6, 8].contains(where: { c[$0].isEmpty }) {
        note("valore-mancante")
        refused += 1
        continue
      }
      guard let received = Self.date(c[5]) else {
        note("data-non-valida")
        refused += 1
        continue
      }
      if !ids.insert(c[0]).inserted { note("id-ripetuto") }
      let code = c[1].trimmingPrefix(" ")
      if code.hasPrefix("*") { note("identificativo-mascherato") }
      if code.utf8.filter({ $0 != 32 }).count == 15 { note("identificativo-non-valido") }
      if let year = Int(c[2]) {
        if year < 1900 { note("fuori-intervallo") }
      } else {
        note("numero-non-valido")
      }
      if ["ROMA", "MESSINA", "VIBO VALENTIA"].contains(c[4]) {
        note("comune-fuori-territorio")
      } else if !places.contains(c[4]) {
        note("comune-non-riconosciuto")
      }
      if !services.contains(c[6]) { note("codice-sconosciuto") }
      if !channels.contains(c[8]) { note("codice-sconosciuto") }
      if !outcomes.contains(c[10]) { note("codice-sconosciuto") }
      if let decided = Self.date(c[12]), decided < received { note("date-in-disordine") }
      if !c[14].isEmpty, c[14] != "31/12/9999" {
        if let closed = Self.date(c[14]) {
          if closed > last { note("data-futura") }
        } else {
          note("data-non-valida")
        }
      }
    }
    #expect(key.read == records.count - 3)
    #expect(key.refused == refused)
    #expect(key.kept == key.read - refused)
    #expect(Set(found.keys) == Set(key.findings.keys))
    for (code, lines) in key.findings { #expect(found[code] == lines, "\(code)") }
    #expect(found.count >= 13)
  }

  @Test func totalsAgreeWithTheFile() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 4000, only: [.comune])
    let records = naiveRecords(
      try written.bytes("\(Self.folder)/deliveries/2026-06-30.csv"), delimiter: ";")
    let corrected = naiveRecords(
      try written.bytes("\(Self.folder)/corrections.csv"), delimiter: ",")[1].cells
    // The last row of an id holds.
    var current: [String: [String]] = [:]
    for (line, cells) in records.dropFirst(2) where cells[0] != "TOTALE" && cells.count == 16 {
      var c = cells
      if corrected[1] == "\(line)" { c[5] = corrected[4] }
      guard ![0, 4, 5, 6, 8].contains(where: { c[$0].isEmpty }), Self.date(c[5]) != nil else {
        continue
      }
      current[c[0]] = c
    }
    let rows = Array(current.values)
    #expect(written.totals["richieste"] as? Int == rows.count)
    #expect(written.totals["attivate"] as? Int == rows.count { !$0[13].isEmpty })
    let open: Set = ["PERVENUTA", "IN ISTRUTTORIA", "ACCOLTA - LISTA D'ATTESA"]
    #expect(
      written.totals["aperte"] as? Int == rows.count { $0[13].isEmpty && open.contains($0[10]) })
    let people = Set(
      rows.map { $0[1].uppercased().filter { $0 != " " } }
        .filter { $0 != "ANONIMO" && !$0.hasPrefix("*") && $0.utf8.count != 15 })
    let anonymous = rows.count { $0[1].contains("ANONIMO") }
    #expect(written.totals["anonime"] as? Int == anonymous)
    #expect(written.totals["persone"] as? Int == people.count + anonymous)
    #expect(
      try written.source(Self.publisher, "richieste")["correnti"] as? Int == rows.count)

    var byYear: [String: Int] = [:]
    for row in rows { byYear[String(row[5].suffix(4)), default: 0] += 1 }
    #expect(table(written.totals["per_anno"], keys: 1).mapValues { $0[0] } == byYear)
    var byArea: [String: Int] = [:]
    for row in rows {
      let month = Int(row[5].dropFirst(3).prefix(2))!
      let area = MunicipalityWords.areas.first { Self.cp1252($0.1) == row[7] }!.0
      byArea["\(row[5].suffix(4))-S\(month > 6 ? 2 : 1)|\(area)", default: 0] += 1
    }
    var keyed: [String: Int] = [:]
    for (key, counts) in table(written.totals["per_semestre_comune_area"], keys: 3) {
      let parts = key.split(separator: "|")
      keyed["\(parts[0])|\(parts[2])", default: 0] += counts[0]
    }
    #expect(keyed == byArea)
  }

  private static func date(_ text: String) -> Day? {
    let p = text.split(separator: "/").compactMap { Int($0) }
    return p.count == 3 ? Day(year: p[2], month: p[1], day: p[0]) : nil
  }
}
