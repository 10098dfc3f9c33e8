import Indicators
import Testing
import Warehouse

@testable import Reports

/// The figures of the CUP are those of the domain reference §7 and §0.2 (trap 1).
@Suite struct ProgrammeReportTests {
  static func html(
    _ kind: any (ReportKind & SendableMetatype).Type = CUPReport.self, _ language: Language = .it,
    _ evidence: Evidence = SampleEvidence.make()
  ) throws -> String {
    let context = ReportContext(evidence: evidence, tables: [], language: language)
    return String(
      decoding: try PageWriter(frame: context.frame, navigation: [])
        .page(kind.reports(context)[0]), as: UTF8.self)
  }

  @Test func statementsThatDisagreeAreBothSaid() {
    let sentences = ProgrammeReport.disagreements(SampleEvidence.programme, .it)
    #expect(
      sentences.map(\.text) == [
        "PNRR, le dichiarazioni non coincidono: 1.479.692,48\u{A0}€ secondo pagina del progetto "
          + "dell'ente, al 30 giugno 2023; 812.840,10\u{A0}€ secondo ReGiS, al 31 marzo 2025. La "
          + "differenza è di 666.852,38\u{A0}€."
      ])
  }

  /// A source that says otherwise later has changed its mind, and agrees with itself.
  @Test func oneSourceDoesNotDisagreeWithItself() {
    var programme = SampleEvidence.programme
    for index in programme.funding.indices { programme.funding[index].origin = "ReGiS" }
    #expect(ProgrammeReport.disagreements(programme, .it).isEmpty)
  }

  @Test func allDenominatorsArePrinted() throws {
    let html = try Self.html()
    for share in ["16,09", "30,01", "16,49"] { #expect(html.contains(share + "\u{A0}%")) }
  }

  @Test func zeroOverZeroIsNotAPercentage() throws {
    #expect(
      try Self.html().contains("n.d. (programmato = 0) <abbr title=\"non applicabile\">[x]</abbr>"))
    #expect(
      try Self.html(CUPReport.self, .en).contains(
        "n/a (planned = 0) <abbr title=\"not applicable\">[x]</abbr>"))
  }

  @Test func theFundersDutiesAreOnThePage() throws {
    let html = try Self.html()
    #expect(
      html.replacing(#/<\/?abbr[^>]*>/#, with: "").contains("non sostituisce il rendiconto ReGiS"))
    #expect(html.contains("Finanziato dall&#39;Unione europea – NextGenerationEU"))
  }

  @Test func thePortfolioHoldsTimeAgainstMoney() throws {
    let html = try Self.html(ProgrammeReport.self)
    #expect(html.contains("programmi/B41H22000020006.html"))
    #expect(html.replacing(#/<\/?abbr[^>]*>/#, with: "").contains("Programmi con CUP: 1."))
    #expect(html.contains("Pagato sul totale"))
  }

  /// A funder's first screen: how much, paid, time gone, reached; every amount with who says so and when.
  @Test func theProgrammeOpensWithItsNumbers() throws {
    let context = ReportContext(evidence: SampleEvidence.make(), tables: [], language: .it)
    let section = try #require(CUPReport.reports(context)[0].sections.first)
    guard case .keyFigures(let figures)? = section.blocks.first else {
      Issue.record("manca la sintesi")
      return
    }
    #expect(
      figures.prefix(2).map(\.cell.value) == [
        .number(1_516_100, .decimal(0)), .number(243_961.46, .decimal(0)),
      ])
    #expect(figures[0].caption.text.hasSuffix("Secondo ReGiS, al 31 marzo 2025."))
    #expect(figures[0].caption.text.hasPrefix("Le dichiarazioni non coincidono"))
    #expect(figures[1].caption.text.hasPrefix("16,09\u{A0}% del totale."))
    #expect(figures[3].cell.mark == .notReceived)
  }

  /// The picture of money and its table hold the same statements, and shares of money are of euros.
  @Test func moneyIsInEuros() throws {
    let context = ReportContext(evidence: SampleEvidence.make(), tables: [], language: .it)
    let tables = CUPReport.reports(context)[0].sections.flatMap(\.allTables)
    let money = try #require(tables.first { $0.table.id.hasPrefix("importi-") })
    guard case .bars(_, let items, _)? = money.charts.first?.kind else {
      Issue.record("manca il grafico")
      return
    }
    #expect(money.table.rows.map { $0[0] } == items.map { .text($0.label) })
    #expect(money.table.rows.count == 5)
    let progress = try #require(tables.first { $0.table.id.hasPrefix("progressi-") }).table
    let shares = progress.rows.filter { $0[0].isShareOfMoney }
    #expect(
      !shares.isEmpty
        && shares.allSatisfy { row in
          [row[3], row[4]].allSatisfy {
            if case .euro = $0.value { true } else { $0.value == .none }
          }
        })
  }

  /// Due and open is not reached; the as-of date is the sample's, 30 June 2026.
  @Test func milestonesSayWhatIsLate() throws {
    var evidence = SampleEvidence.make()
    evidence.programmes[0].milestones = [
      .init(
        code: "T1", name: "Avvio", planned: Day(iso: "2026-01-01")!, actual: Day(iso: "2026-01-31")),
      .init(code: "T2", name: "Collaudo", planned: Day(iso: "2026-06-20")!, actual: nil),
      .init(code: "T3", name: "Chiusura", planned: Day(iso: "2026-12-31")!, actual: nil),
    ]
    let html = try Self.html(CUPReport.self, .it, evidence)
    #expect(
      html.contains("Traguardi previsti: 3; raggiunti: 1; scaduti e non raggiunti: 1."))
    #expect(html.contains("scaduto, non raggiunto") && html.contains("da raggiungere"))
    #expect(try Self.html().contains("Traguardi: dato non pervenuto [..]."))
  }

  @Test func aConsortiumIsPaidOnce() throws {
    var evidence = SampleEvidence.make()
    evidence.programmes[0].awards = ["mandataria", "mandante"].map {
      .init(
        cig: "Z000000001", day: nil, amountCents: 9_000_000, awardee: "Impresa", role: $0)
    }
    #expect(
      try Self.html(CUPReport.self, .it, evidence).replacing(#/<\/?abbr[^>]*>/#, with: "")
        .contains("Contratti (CIG): 1, per 90.000,00\u{A0}€ in tutto."))
  }

  @Test func aWithheldBreakdownHasNoPicture() throws {
    var evidence = SampleEvidence.make()
    func reached(_ value: Double?) -> [Programme.Reached] {
      ["F", "M"].map {
        .init(
          code: "PERS", name: "Persone raggiunte", unit: "persone", date: SampleEvidence.asOf,
          sex: $0, ageBand: "65+", achieved: value)
      }
    }
    evidence.programmes[0].reached = reached(37)
    let shown = try Self.html(CUPReport.self, .it, evidence)
    #expect(shown.contains("Donne, 65+ anni") && shown.contains("g-raggiunti-pers"))
    evidence.programmes[0].reached = reached(nil)
    let hidden = try Self.html(CUPReport.self, .it, evidence)
    #expect(hidden.contains("Donne, 65+ anni") && !hidden.contains("g-raggiunti-pers"))
    #expect(hidden.contains("[c]"))
  }

  static let project =
    ProjectProfile(
      id: "PRJ-1", title: "Vicini di casa", call: nil, lead: "99990009997",
      partners: ["99990019996", "12345678901"], comuni: [ComuneCode("080001")!],
      start: Day(iso: "2024-07-01")!, end: Day(iso: "2027-06-30")!, grantCents: 45_000_000,
      cofundingCents: nil, fundraisingGoalCents: 6_000_000, innovations: ["processo"],
      results: [
        .init(
          name: "persone coinvolte", unit: "persone",
          points: [
            .init(day: Day(iso: "2025-06-30")!, target: 60, value: nil),
            .init(day: Day(iso: "2026-06-30")!, target: 120, value: 90),
          ])
      ], raisedCents: ["cittadini": 1_000_000])

  @Test func aProjectStandsAgainstItsPlan() throws {
    var evidence = SampleEvidence.make()
    evidence.projects = [Self.project]
    let html = try Self.html(ProjectReport.self, .it, evidence)
    #expect(html.contains("Associazione di esempio n. 1") && html.contains("12345678901"))
    #expect(html.contains("75\u{A0}%") && html.contains("[c]"))
    #expect(try Self.html(ProgrammeReport.self, .it, evidence).contains("progetti/prj-1.html"))
  }

  @Test func pathsOfProjectsAreSafeAndApart() {
    #expect(ProjectReport.fileName("PRJ-1") == "prj-1")
    #expect(ProjectReport.fileName("../x") != ProjectReport.fileName("..:x"))
    #expect(!ProjectReport.fileName("../x").contains("/"))
  }

  private static func outcomes(start: String?) throws -> Table? {
    var evidence = SampleEvidence.make()
    evidence.programmes[0].actualStart = start.flatMap(Day.init(iso:))
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    return CUPReport.reports(context)[0].sections.flatMap(\.allTables).map(\.table)
      .first { $0.id == "prima-e-dopo-tabella" }
  }

  /// The sample's half-years run from the second of 2024 to the first of 2026: of a programme begun on
  /// 15 January 2026 the first half of 2025 is before and that of 2026 after.
  @Test func outcomesHoldTheSamePartOfTheYear() throws {
    let table = try #require(try Self.outcomes(start: "2026-01-15"))
    let name = try #require(SampleDefinitions.all.first { $0.slug == "copertura-bisogni" }).name
    let coverage = try #require(table.rows.first { $0[0].value == .text(name.it + " (%)") })
    #expect(coverage[4].value == .text("1º semestre 2025"))
    #expect(coverage[7].value == .text("1º semestre 2026"))
    // The same in every period: intervals overlap, and nothing is said to have moved.
    #expect(coverage[8].value == .text("differenza non distinguibile dal caso"))
    // A number of days says that it is of days.
    #expect(table.rows.contains { $0[0].value == .text("Tempo di attivazione, mediana (giorni)") })
  }

  @Test func whatHasNoBeforeIsNotCompared() throws {
    let table = try #require(try Self.outcomes(start: "2022-10-01"))
    for row in table.rows {
      #expect(row[2].value == .none && row[8].value == .text("manca un termine del confronto"))
    }
    #expect(try Self.outcomes(start: nil) == nil)
  }

  @Test func peopleServedAreSaidWithheldOrMissing() throws {
    #expect(try Self.html().contains("Nessuna prestazione consegnata lo indica"))
    var evidence = SampleEvidence.make()
    evidence.programmes[0].served = .init(deliveries: 1235, persons: 140)
    #expect(
      try Self.html(CUPReport.self, .it, evidence).contains(
        "circa 1.235 prestazioni, a circa 140 persone"))
    evidence.programmes[0].served = nil
    evidence.programmes[0].isServedWithheld = true
    #expect(
      try Self.html(CUPReport.self, .en, evidence).contains("too few people to be published [c]"))
  }

  /// A project may be named by a delivery as a programme is.
  @Test func peopleServedByAProjectAreOnItsPage() throws {
    var evidence = SampleEvidence.make()
    evidence.projects = [Self.project]
    #expect(
      try Self.html(ProjectReport.self, .it, evidence).contains(
        "Nessuna prestazione consegnata lo indica"))
    evidence.projects[0].served = .init(deliveries: 85, persons: 30)
    #expect(
      try Self.html(ProjectReport.self, .it, evidence).contains(
        "circa 85 prestazioni, a circa 30 persone"))
    evidence.projects[0].served = nil
    evidence.projects[0].isServedWithheld = true
    #expect(
      try Self.html(ProjectReport.self, .en, evidence).contains(
        "too few people to be published [c]"))
  }

  /// What an edition shows of a day after its own is said to be later.
  @Test func laterStatementsAreSaidToBeLater() throws {
    var evidence = SampleEvidence.make()
    let said = "successive al 30 giugno 2026"
    #expect(!(try Self.html(CUPReport.self, .it, evidence).contains(said)))
    evidence.programmes[0].payments[0].date = evidence.asOf + 1
    #expect(try Self.html(CUPReport.self, .it, evidence).contains(said))
  }
}

extension Cell {
  fileprivate var isShareOfMoney: Bool {
    CellText.text(of: self, .it).hasPrefix("Avanzamento finanziario")
  }
}
