import Indicators
import Testing
import Warehouse

@testable import Reports

/// Whether an indicator moved since a decision: nothing is said that its intervals do not allow.
@Suite struct DecisionOutcomeTests {
  static func one(_ value: Double?, _ half: Double? = 0.05) -> Observation {
    Observation(
      indicator: "copertura-bisogni", territory: .total, period: .year(2025), value: value,
      lower: half.flatMap { half in value.map { $0 - half } },
      upper: half.flatMap { half in value.map { $0 + half } })
  }

  @Test(arguments: [
    (0.40, 0.70, 0.05, 0.60, DecisionOutcome.Verdict.reached),
    (0.40, 0.62, 0.05, 0.60, .reachedWithinError),
    (0.40, 0.55, 0.05, 0.60, .movedRight),
    (0.40, 0.28, 0.05, 0.60, .movedWrong),
    (0.40, 0.44, 0.05, 0.60, .still),
    // Fewer is better: the target lies below the start.
    (0.40, 0.15, 0.02, 0.20, .reached),
    (0.40, 0.30, 0.02, 0.20, .movedRight),
    (0.40, 0.50, 0.02, 0.20, .movedWrong),
  ])
  func verdicts(
    before: Double, now: Double, half: Double, target: Double, expected: DecisionOutcome.Verdict
  ) {
    #expect(
      DecisionOutcome.verdict(Self.one(now, half), Self.one(before, half), target: target)
        == expected)
  }

  @Test func withoutStartValueOrTargetNothingIsSaid() {
    #expect(DecisionOutcome.verdict(Self.one(0.7), nil, target: 0.6) == .unknown)
    #expect(DecisionOutcome.verdict(Self.one(nil), Self.one(0.4), target: 0.6) == .unknown)
    #expect(DecisionOutcome.verdict(Self.one(0.7), Self.one(0.4), target: nil) == .unknown)
    #expect(DecisionOutcome.verdict(nil, Self.one(0.4), target: 0.6) == .unknown)
  }

  /// Without intervals a target is reached only within the margin of error, and a step is no movement.
  @Test func withoutIntervalsNothingIsSure() {
    #expect(
      DecisionOutcome.verdict(Self.one(0.7, nil), Self.one(0.4, nil), target: 0.6)
        == .reachedWithinError)
    #expect(DecisionOutcome.verdict(Self.one(0.5, nil), Self.one(0.4, nil), target: 0.6) == .still)
  }

  @Test func theDossierFollowsTheDecisionsOfItsOwnProcedure() throws {
    var evidence = SampleEvidence.make()
    func decision(_ procedure: String, _ need: String) -> TableDecision {
      TableDecision(
        procedure: procedure, number: "1", need: need, decision: "Trasporto a chiamata",
        responsible: "Ufficio di piano", comuni: [], indicator: "NC4", target: 0.9,
        due: Day(iso: "2026-12-31"), status: "in_corso")
    }
    evidence.decisions = [decision("anziani-locride", "Visite"), decision("altro", "Altrove")]
    let context = ReportContext(
      evidence: evidence, tables: [SampleEvidence.brief], language: .it)
    let tables = DossierReport.reports(context)[0].sections.flatMap(\.allTables).map(\.table)
    let table = try #require(tables.first { $0.id == "decisioni-tabella" })
    #expect(table.rows.count == 1)
    #expect(table.rows[0].contains { $0.value == .text("Visite") })
    #expect(table.rows[0].contains { $0.observation?.hasPrefix("copertura-bisogni~") == true })
  }
}
