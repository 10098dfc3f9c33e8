import Indicators
import Testing
import Warehouse

@testable import Reports

/// The parts of a curve are read at one period: a median of this half-year beside a share of the last
/// would be two curves in one.
@Suite struct CurvePeriodTests {
  /// The median is known in an earlier half-year alone, a share in the last one too.
  private func context() throws -> ReportContext {
    let evidence = SampleEvidence.make()
    var definition = try #require(
      evidence.definitions.first { $0.slug == "tempo-primo-contatto" })
    definition.slug = "fine-rapporti"
    definition.code = "RT9"
    let added = evidence.observations.filter {
      $0.indicator.hasPrefix("tempo-primo-contatto.")
    }.map { one in
      var one = one
      one.indicator.replace("tempo-primo-contatto", with: "fine-rapporti")
      let isLast = one.period == .half(2026, 1)
      if isLast && !one.indicator.hasSuffix("entro-30") {
        one.value = nil
        one.status = .notApplicable
        one.note = "non raggiunta"
      }
      return one
    }
    let whole = Evidence(
      asOf: evidence.asOf, territory: evidence.territory,
      definitions: evidence.definitions + [definition],
      observations: (evidence.observations + added).sorted { $0.id < $1.id }, programmes: [],
      sources: [], findings: [], services: evidence.services, userAreas: evidence.userAreas,
      channels: evidence.channels)
    return ReportContext(evidence: whole, tables: [SampleEvidence.brief], language: .it)
  }

  private func texts(_ row: [Cell]) -> [String] {
    row.map { cell in
      switch cell.value {
      case .text(let text), .link(let text, _): text
      default: cell.word ?? ""
      }
    }
  }

  private func rows(of curve: String, in table: Table) -> [[String]] {
    table.rows.map(texts).filter { $0[0].hasPrefix(curve) }
  }

  @Test func aTerritoryReadsACurveAtOnePeriod() throws {
    let context = try context()
    let name = try #require(context.reader.definition("fine-rapporti")).name.it
    let section = TerritoryProfile(
      key: TerritoryKey(.ats, "LOC"), name: "Locri", reader: context.reader
    ).indicators()
    let table = try #require(section.allTables.first?.table)
    // Two indicators of one name, each with its six parts.
    let found = rows(of: name, in: table)
    #expect(found.count == 12)
    #expect(Set(found.map { $0[3] }) == ["1º semestre 2026"])
    #expect(found.contains { $0[0].contains("mediana") && $0[1] == "non raggiunta" })
  }

  @Test func aDossierReadsACurveAtOnePeriod() throws {
    let context = try context()
    let dossier = Dossier(SampleEvidence.brief, context)
    let section = try #require(dossier.declared(.waiting))
    let table = try #require(section.allTables.first?.table)
    let name = try #require(context.reader.definition("fine-rapporti")).name.it
    let found = rows(of: name, in: table)
    #expect(found.count == 12)
    #expect(Set(found.map { $0[3] }) == ["1º semestre 2026"])
  }
}
