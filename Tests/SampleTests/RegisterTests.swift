import Foundation
import Testing
import Warehouse

@testable import Sample

@Suite struct RegisterTests {
  @Test func sessionsAddUp() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 15_000, only: [.ets])
    for (publisher, file, delimiter) in [
      ("ets-uno-sintetico", "2026-06-30.csv", Character(";")),
      ("ets-due-sintetico", "2026-06-30.tsv", "\t"),
    ] {
      let bytes = try written.bytes("\(publisher)/prestazioni/deliveries/\(file)")
      let hasMark = bytes.prefix(3) == [0xEF, 0xBB, 0xBF]
      #expect(hasMark == (publisher == "ets-uno-sintetico"))
      let records = naiveRecords(bytes, delimiter: delimiter).dropFirst()
      let key = try written.deliveries(publisher, "prestazioni")[0]
      #expect(key.read == records.count)
      var minutes = 0
      var refused: [Int] = []
      var ids: Set<String> = []
      var repeated: [Int] = []
      var byProject: [String: Int] = [:]
      for (line, cells) in records {
        #expect(cells.count == 15)
        if cells[8].isEmpty || cells[7].contains("02-31") || cells[7].hasPrefix("31/02") {
          refused.append(line)
          continue
        }
        if !ids.insert(cells[0]).inserted {
          repeated.append(line)
          continue
        }
        minutes += try #require(duration(cells[8], unit: cells[9]))
        byProject[cells[14], default: 0] += 1
      }
      let refusedByKey =
        (key.findings["valore-mancante"] ?? []) + (key.findings["data-non-valida"] ?? [])
      #expect(refused == refusedByKey.sorted())
      #expect(repeated == key.findings["id-ripetuto"] ?? [])
      let source = try written.source(publisher, "prestazioni")
      let sums = table(source["per_servizio"], keys: 1)
      #expect(sums.values.reduce(0) { $0 + $1[1] } == minutes)
      #expect(sums.values.reduce(0) { $0 + $1[0] } == ids.count)
      #expect(source["correnti"] as? Int == ids.count)
      let projects = try #require(source["per_progetto"] as? [String: Int])
      byProject[""] = nil
      #expect(projects.filter { $0.value > 0 } == byProject)
      // A project of organisations that keep this register is named by some.
      #expect(!byProject.isEmpty)
    }
  }

  private func duration(_ text: String, unit: String) -> Int? {
    if unit == "min" { return Int(text) }
    let parts = text.split(separator: "h", omittingEmptySubsequences: false)
    if parts.count == 2 { return Int(parts[0])! * 60 + Int(parts[1])! }
    return Double(text.replacing(",", with: ".")).map { Int($0 * 60) }
  }

  /// Fewer people have fewer organisations, and still as many as the other registers name.
  @Test func aSmallTerritoryHasFewerOrganisations() throws {
    let fixture = try Fixture()
    let file = fixture.root.appending(path: "reference/comuni.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    try rows.prefix(5).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let written = try fixture.write("a", requests: 50)
    let register = try written.bytes("ets-uno-sintetico/enti/deliveries/2026-06-30.csv")
    #expect(
      Set(naiveRecords(register, delimiter: ";").dropFirst().map { $0.cells[0] }).count == 15)
  }

  @Test func organisationsCannotBeTakenForRealOnes() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 50, only: [.ets])
    let records = naiveRecords(
      try written.bytes("ets-uno-sintetico/enti/deliveries/2026-06-30.csv"), delimiter: ";")
    #expect(records.count == 42)
    for (_, cells) in records.dropFirst() {
      #expect(cells[0].hasPrefix("9999") && cells[0].utf8.count == 11)
      #expect(cells[1].contains(cells[1].hasPrefix("Circolo") ? "Sintetico n. " : "Sintetica n. "))
      // The Luhn variant of the VAT number.
      let digits = cells[0].compactMap(\.wholeNumberValue)
      let sum = digits.enumerated().reduce(0) { sum, d in
        sum + (d.offset % 2 == 0 ? d.element : d.element * 2 - (d.element > 4 ? 9 : 0))
      }
      #expect(sum % 10 == 0)
    }
    let key = try written.deliveries("ets-uno-sintetico", "enti")[0]
    #expect(
      key.findings == [
        "comune-non-riconosciuto": [13], "data-non-valida": [25], "id-ripetuto": [34],
      ])
  }

  @Test func visitsAddUp() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 6000, only: [.pdp])
    let records = naiveRecords(
      try written.bytes("pdp-sintetici/accessi_pdp/deliveries/2026-06-30.csv"), delimiter: ","
    ).dropFirst()
    let key = try written.deliveries("pdp-sintetici", "accessi_pdp")[0]
    #expect(key.read == records.count)
    var rows: [String: [String]] = [:]
    for (_, cells) in records where !cells[1].isEmpty && !cells[2].hasPrefix("2025-02-30") {
      rows[cells[0]] = cells
    }
    let source = try written.source("pdp-sintetici", "accessi_pdp")
    #expect(source["correnti"] as? Int == rows.count)
    #expect(source["assistiti"] as? Int == rows.values.count { $0[6] == "S" })
    let perDesk = try #require(source["per_punto"] as? [String: Int])
    #expect(perDesk == Dictionary(grouping: rows.values, by: { $0[1] }).mapValues(\.count))
  }

  @Test func populationKeepsTheRealTotals() throws {
    let fixture = try Fixture()
    let written = try fixture.write("a", requests: 50, only: [.popolazione])
    let records = naiveRecords(
      try written.bytes("demografia-sintetica/popolazione/deliveries/2026-01-31.csv"),
      delimiter: ",")
    var sums: [String: Int] = [:]
    var old: [String: Double] = [:]
    for (_, c) in records.dropFirst() {
      let count = try #require(Int(c[4]))
      sums["\(c[0])|\(c[1])|\(c[3])", default: 0] += count
      if ["65-69", "70-74", "75-79", "80-84", "85-89", "90-94", "95-99", "100+"].contains(c[2]) {
        old["\(c[0])|\(c[1])", default: 0] += Double(count)
      }
    }
    #expect(records.count - 1 == 8 * 3 * 22 * 2)
    #expect(sums["080043|2024|M"] == 5900 && sums["080043|2026|F"] == 6100)
    #expect(sums["080066|2025|F"] == 190)
    // A remote village is older than the city.
    #expect(old["080066|2026"]! / 380 > old["080063|2026"]! / 170_000 + 0.08)
  }
}
