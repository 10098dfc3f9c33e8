import Indicators
import Testing

@testable import Reports

@Suite struct ProviderCardTests {
  static func reports(_ change: (inout Evidence) -> Void = { _ in }) -> [Report] {
    var evidence = SampleEvidence.make()
    change(&evidence)
    return ProviderReport.reports(
      ReportContext(evidence: evidence, tables: [], language: .it))
  }

  /// The others are quarters, never names.
  @Test func aCardNamesNoOtherOrganisation() {
    for (report, provider) in zip(Self.reports(), SampleProviders.all) {
      let texts =
        report.sections.flatMap(\.allTables).flatMap { $0.table.rows.joined() }
        .map { CellText.text(of: $0, .it) }
        + report.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
      for other in SampleProviders.all where other.fiscalCode != provider.fiscalCode {
        let isThere = texts.contains { $0.contains(other.name) || $0.contains(other.fiscalCode) }
        #expect(!isThere, "\(report.path): \(other.name)")
      }
    }
  }

  /// Fewer than five others make no distribution.
  @Test func fewOthersAreNotShown() {
    let few = Self.reports { $0.providers = Array(SampleProviders.all.prefix(5)) }
    for report in few {
      let tables = report.sections.flatMap(\.allTables).map(\.table.id)
      #expect(!tables.contains("ente-confronto"))
    }
    let all = Self.reports()[0].sections.flatMap(\.allTables).map(\.table)
    let table = all.first { $0.id == "ente-confronto" }
    // Of the six others four have deliveries: too few; volunteers and offers are enough.
    #expect(table?.rows.contains { $0[0].value == .text("Prestazioni rese") } == false)
    #expect(table?.rows.contains { $0[0].value == .text("Offerte attive") } == true)
  }

  @Test func whatIsWithheldIsSaidAndNotShown() {
    let report = Self.reports()[6]
    let said = report.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(said.contains { $0.contains("[c]") })
    #expect(!report.sections.flatMap(\.allTables).contains { $0.table.id == "attivita-comune" })
  }

  @Test func theNetworkCountsActiveOffers() throws {
    let evidence = SampleEvidence.make()
    let network = ProviderNetwork(evidence)
    let africo = try #require(evidence.territory.comuni.first { $0.name == "Africo" }).code
    // Six offers on Africo: three of A, two of C, one of E.
    #expect(network.count(africo, "A") == 3 && network.count(africo, "C") == 2)
    #expect(network.count(africo, "E") == 1 && network.count(africo, "B") == 0)
    #expect(!network.hasSingleProvider(africo))
    // With an offer, without deliveries, not for confidentiality: nobody in the sample.
    #expect(network.idle.isEmpty)
  }
}
