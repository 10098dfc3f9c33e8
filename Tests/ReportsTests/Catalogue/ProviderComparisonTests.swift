import Testing
import Warehouse

@testable import Indicators
@testable import Reports

@Suite struct ProviderComparisonTests {
  /// Five others of its kind are whom an organisation is compared with; fewer are not, and then all are.
  @Test func anOrganisationIsComparedWithItsLike() throws {
    func comparison(_ kinds: [String]) throws -> (count: Cell, which: Cell) {
      let report = ProviderCardTests.reports { evidence in
        for (index, kind) in kinds.enumerated() {
          evidence.providers[index].kind = kind
          evidence.providers[index].volunteers = Double(10 * (index + 1))
        }
      }[0]
      let table = try #require(ProviderCardTests.table("ente-confronto", in: report))
      let row = try #require(table.rows.first { $0[0].value == .text("Volontari") })
      return (row[5], row[6])
    }
    let alike = try comparison(["odv", "odv", "odv", "odv", "odv", "odv", "aps"])
    #expect(alike.count.value == .integer(5))
    #expect(alike.which.value == .text("dello stesso tipo"))
    let mixed = try comparison(["odv", "odv", "odv", "odv", "odv", "aps", "aps"])
    #expect(mixed.count.value == .integer(6))
    #expect(mixed.which.value == .text("tutti"))
  }

  /// Fewer than five others make no distribution.
  @Test func fewOthersAreNotShown() {
    let few = ProviderCardTests.reports { $0.providers = Array(SampleProviders.all.prefix(5)) }
    for report in few {
      let tables = report.sections.flatMap(\.allTables).map(\.table.id)
      #expect(!tables.contains("ente-confronto"))
    }
    let all = ProviderCardTests.reports()[0].sections.flatMap(\.allTables).map(\.table)
    let table = all.first { $0.id == "ente-confronto" }
    // Of the six others four have deliveries: too few; volunteers and offers are enough.
    #expect(table?.rows.contains { $0[0].value == .text("Prestazioni rese") } == false)
    #expect(table?.rows.contains { $0[0].value == .text("Offerte attive") } == true)
  }

  /// Three months of services are not few beside the twelve of others.
  @Test func aPartOfTheYearIsNotComparedWithAYear() throws {
    func reports(_ told: ClosedRange<Day>?) -> [Report] {
      ProviderCardTests.reports { evidence in
        for index in evidence.providers.indices { evidence.providers[index].deliveries = 100 }
        evidence.providers[0].toldInPart = told
      }
    }
    func isCompared(_ report: Report) throws -> Int? {
      let row = try #require(ProviderCardTests.table("ente-confronto", in: report)).rows.first {
        $0[0].value == .text("Prestazioni rese")
      }
      guard case .integer(let others)? = row?.dropLast().last?.value else { return nil }
      return others
    }
    let whole = reports(nil)
    #expect(try isCompared(whole[0]) == 6)
    #expect(try isCompared(whole[1]) == 6)
    let days = try #require(Day(iso: "2026-04-01"))...(try #require(Day(iso: "2026-06-30")))
    let part = reports(days)
    #expect(try isCompared(part[0]) == nil)
    #expect(try isCompared(part[1]) == 5, "nor is it among those others are compared with")
    let said = part[0].sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(
      said.contains { $0.contains("parlano solo dal 1") && $0.contains("al 30 giugno 2026") },
      "\(said)")
  }
}
