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

  /// Without intervals a target is reached only within the margin of error, and a step is not judged.
  @Test func withoutIntervalsNothingIsSure() {
    #expect(
      DecisionOutcome.verdict(Self.one(0.7, nil), Self.one(0.4, nil), target: 0.6)
        == .reachedWithinError)
    #expect(
      DecisionOutcome.verdict(Self.one(0.5, nil), Self.one(0.4, nil), target: 0.6) == .unjudged)
    #expect(
      DecisionOutcome.verdict(Self.one(0.4, nil), Self.one(0.4, nil), target: 0.6) == .still)
  }

  /// Without a target the indicator's own direction judges, where it has one.
  @Test func withoutATargetTheDirectionJudges() {
    func verdict(_ now: Double, _ direction: Definition.Direction) -> DecisionOutcome.Verdict {
      DecisionOutcome.verdict(Self.one(now), Self.one(0.4), target: nil, direction: direction)
    }
    #expect(verdict(0.7, .higherIsBetter) == .better)
    #expect(verdict(0.7, .lowerIsBetter) == .worse)
    #expect(verdict(0.42, .higherIsBetter) == .still)
    #expect(verdict(0.7, .descriptive) == .unknown)
  }

  // MARK: In the dossier

  /// As-of 30 June 2026; the halves of 2025 and 2026 are all there for the whole territory.
  private static func followed(
    _ decision: TableDecision, more: [Observation] = []
  ) throws -> (taken: Table, measured: Table) {
    var evidence = SampleEvidence.make()
    let halves: [Observation] = [
      half(2025, 1, 0.40), half(2025, 2, 0.55), half(2026, 1, 0.70),
    ]
    let kept = evidence.observations.filter { $0.indicator != "copertura-bisogni" }
    evidence = Evidence(
      asOf: evidence.asOf, territory: evidence.territory, definitions: evidence.definitions,
      observations: kept + halves + more, programmes: [], sources: evidence.sources, findings: [],
      services: evidence.services, userAreas: evidence.userAreas, channels: evidence.channels)
    evidence.decisions = [decision]
    let context = ReportContext(evidence: evidence, tables: [SampleEvidence.brief], language: .it)
    let tables = DossierReport.reports(context)[0].sections.flatMap(\.allTables).map(\.table)
    return (
      try #require(tables.first { $0.id == "decisioni-tabella" }),
      try #require(tables.first { $0.id == "decisioni-indicatori" })
    )
  }

  private static func half(_ year: Int, _ half: Int, _ value: Double) -> Observation {
    Observation(
      indicator: "copertura-bisogni", territory: .total,
      period: .half(year, half), value: value, lower: value - 0.05, upper: value + 0.05)
  }

  private static func decision(
    _ day: String, comuni: [ComuneCode] = [], indicator: String? = "NC4",
    baseline: TableDecision.Baseline? = nil
  ) -> TableDecision {
    TableDecision(
      procedure: "anziani-locride", number: "1", need: "Visite", decision: "Trasporto a chiamata",
      decidedOn: Day(iso: day)!, responsible: "Ufficio di piano", comuni: comuni,
      indicator: indicator, target: 0.9, due: Day(iso: "2026-12-31"), status: "in_corso",
      baseline: baseline)
  }

  private static func outcome(_ table: Table) -> String {
    if case .text(let text) = table.rows[0][2].value { text } else { "" }
  }

  /// The half in which the decision fell is held against the same half of the year before.
  @Test func sameSeasonsAreHeldAgainstEachOther() throws {
    let table = try Self.followed(Self.decision("2026-03-12")).measured
    #expect(
      table.rows[0].compactMap(\.observation) == [
        Self.half(2025, 1, 0).id, Self.half(2026, 1, 0).id,
      ])
    #expect(Self.outcome(table) == DecisionOutcome.Verdict.movedRight.name.it)
  }

  @Test func aPeriodBeforeTheDecisionSaysNothingOfIt() throws {
    let table = try Self.followed(Self.decision("2026-06-30")).measured
    #expect(Self.outcome(table) == DecisionOutcome.Verdict.tooEarly.name.it)
  }

  @Test func withheldStaysWithheld() throws {
    let comune = ComuneCode("080001")!
    var hidden = Self.half(2026, 1, 0.7)
    hidden.territory = TerritoryKey(.comune, "080001")
    hidden.status = .suppressed
    let table = try Self.followed(
      Self.decision("2026-03-12", comuni: [comune]), more: [hidden]
    ).measured
    #expect(Self.outcome(table) == DecisionOutcome.Verdict.withheld.name.it)
    #expect(!table.rows[0].contains { $0.value == .number(0.7, .percent(1)) })
  }

  /// What only says how things stand is held against what was computed before the decision.
  @Test func aStateIsHeldAgainstTheEditionBeforeTheDecision() throws {
    var now = Self.half(2026, 1, 0.7)
    now.indicator = "copertura-offerta"
    now.period = .year(2026)
    var then = now
    then.value = 0.4
    then.lower = 0.35
    then.upper = 0.45
    let baseline = TableDecision.Baseline(asOf: Day(iso: "2026-01-31")!, observations: [then])
    func row(_ more: Observation) throws -> [Cell] {
      try Self.followed(
        Self.decision("2026-03-12", indicator: "copertura-offerta", baseline: baseline),
        more: [more]
      ).measured.rows[0]
    }
    #expect(try row(now)[2].value == .text(DecisionOutcome.Verdict.movedRight.name.it))
    #expect(try row(now).contains { $0.value == .number(0.4, .percent(1)) })
    // Withheld now: what was published then is not told either.
    now.status = .suppressed
    #expect(try row(now)[2].value != .text(DecisionOutcome.Verdict.movedRight.name.it))
    #expect(try !row(now).contains { $0.value == .number(0.4, .percent(1)) })
  }

  @Test func theDossierFollowsTheDecisionsOfItsOwnProcedure() throws {
    var evidence = SampleEvidence.make()
    var elsewhere = Self.decision("2026-03-12")
    elsewhere.procedure = "altro"
    elsewhere.need = "Altrove"
    evidence.decisions = [Self.decision("2026-03-12"), elsewhere]
    let context = ReportContext(
      evidence: evidence, tables: [SampleEvidence.brief], language: .it)
    let tables = DossierReport.reports(context)[0].sections.flatMap(\.allTables).map(\.table)
    let table = try #require(tables.first { $0.id == "decisioni-tabella" })
    #expect(table.rows.count == 1)
    #expect(table.rows[0].contains { $0.value == .text("Visite") })
    let measured = try #require(tables.first { $0.id == "decisioni-indicatori" })
    #expect(measured.rows[0].contains { $0.observation?.hasPrefix("copertura-bisogni~") == true })
  }
}
