import Testing

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
}
