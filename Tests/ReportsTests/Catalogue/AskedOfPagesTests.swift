import Indicators
import Testing
import Warehouse

@testable import Reports

/// Questions a reader of one page would ask, and the page answers.
@Suite struct AskedOfPagesTests {
  private static func context(_ observations: [Observation]) -> ReportContext {
    let sample = SampleEvidence.make()
    return ReportContext(
      evidence: Evidence(
        asOf: sample.asOf, territory: sample.territory, definitions: sample.definitions,
        observations: observations, programmes: [], sources: [], findings: [], services: [],
        userAreas: [], channels: []), tables: [], language: .it)
  }

  /// A comune all of whose numbers are withheld says why, and leads to where there are some.
  @Test func aComuneWithoutNumbersSaysWhy() throws {
    func report(_ change: (inout Observation) -> Void) throws -> Report {
      var observations = SampleEvidence.make().observations
      for index in observations.indices { change(&observations[index]) }
      return try #require(ComunePage.reports(Self.context(observations)).first)
    }
    let bare = try report { one in
      if one.territory.code == "080001" {
        (one.value, one.lower, one.upper, one.status) = (nil, nil, nil, .suppressed)
      }
    }
    try #require(bare.sections[0].blocks.count == 3)
    guard case .callout(let callout) = bare.sections[0].blocks[1],
      case .links(let links) = bare.sections[0].blocks[2]
    else {
      Issue.record("manca il perché")
      return
    }
    #expect(callout.title == "Perché qui non ci sono numeri")
    #expect(links.map(\.target) == [.page("territori/ats-loc.html")])
    #expect(try report { _ in }.sections[0].blocks.count == 1)
  }

  /// The register and the deliveries of an organisation that do not agree are said to; the fifth declares
  /// two of the three comuni, the third all of them.
  @Test func comuniNobodyDeclaredAreAsked() {
    let context = ReportContext(evidence: SampleEvidence.make(), tables: [], language: .it)
    func said(_ index: Int) -> String? {
      ProviderCard(
        provider: SampleProviders.all[index], network: ProviderNetwork(context.evidence),
        context: context
      ).undeclared()?.text
    }
    #expect(said(4)?.contains("non dichiara di servire: Locri. Da verificare") == true)
    #expect(said(2) == nil)
  }

  /// Who offers what in a comune is on its page; where a refuge is, on none.
  @Test func aComuneSaysWhoOffersThere() throws {
    var evidence = SampleEvidence.make()
    let here = try #require(evidence.territory.comuni.first).code
    for place in evidence.providers.indices { evidence.providers[place].offers = [] }
    let offer = ProviderProfile.Offer(
      service: "C1", comuni: [here], capacity: nil, capacityUnit: nil)
    var refuge = offer
    refuge.isPlaceWithheld = true
    evidence.providers[0].offers = [offer]
    evidence.providers[1].offers = [refuge]
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let pages = ComunePage.reports(context)
    func section(_ path: String) throws -> Section {
      try #require(
        pages.first { $0.path == path }?.sections.first { $0.id == "chi-offre" })
    }
    let table = try #require(try section("territori/\(here)").allTables.first?.table)
    #expect(table.rows.count == 1)
    #expect(
      table.rows[0][0].value
        == .link(
          evidence.providers[0].name,
          .page(ProviderReport.path(evidence.providers[0]) + ".html")))
    let elsewhere = try section("territori/\(evidence.territory.comuni[1].code)")
    #expect(elsewhere.allTables.isEmpty && elsewhere.blocks.count == 1)
  }

  /// The open points of a place are on its page, the closed ones are not; where none is open it says so.
  @Test func aPlaceSaysWhichPointsAreOpen() throws {
    var evidence = SampleEvidence.make()
    func point(_ name: String, _ comune: String, closed: Day? = nil) -> ProximityPoint {
      var point = ProximityPoint(
        pointID: name, name: name, comune: comune, openedOn: Day(iso: "2024-03-01")!)
      point.closedOn = closed
      point.weeklyHours = 18
      return point
    }
    func rows(_ path: String) throws -> [[Cell]]? {
      let context = ReportContext(evidence: evidence, tables: [], language: .it)
      let page = (ComunePage.reports(context) + GroupPage.reports(context)).first {
        $0.path == path
      }
      let section = try #require(page).sections.first { $0.id == "punti" }
      return section.map { $0.allTables.first?.table.rows ?? [] }
    }
    evidence.points = []
    #expect(try rows("territori/080001") == nil)
    evidence.points = [
      point("Primo", "080001"), point("Chiuso", "080001", closed: SampleEvidence.asOf),
      point("Altrove", "080009"),
    ]
    #expect(
      try rows("territori/080001")
        == [[.text("Primo"), Cell(.number(18, .decimal(0))), .day(Day(iso: "2024-03-01"))]])
    #expect(try rows("territori/080002") == [])
    #expect(try rows("territori/ats-loc")?.map { $0[1] } == [.text("Africo")])
  }

  /// The picture of the whole is of the table's period, as all the rest of its dossier, where it has values.
  @Test func theOverviewIsOfTheTablesPeriod() throws {
    func headers(_ period: Period) throws -> [String] {
      var brief = SampleEvidence.brief
      brief.period = period
      let context = ReportContext(
        evidence: SampleEvidence.make(), tables: [brief], language: .it)
      let tables = try #require(DossierReport.reports(context).first).sections
        .flatMap(\.allTables).map(\.table)
      return try #require(tables.first { $0.id == "quadro-comuni" }).columns.map(\.title)
    }
    let requests = "Richieste per 1.000 residenti, "
    #expect(try headers(.half(2025, 1)).contains(requests + "1º semestre 2025"))
    // No value of it: the newest.
    #expect(try headers(.year(2019)).contains(requests + "1º semestre 2026"))
  }

  /// What nobody offers in a comune, and what one organisation alone, is said beside who offers.
  @Test func aComuneSaysWhatNobodyOffersThere() throws {
    var evidence = SampleEvidence.make()
    let here = try #require(evidence.territory.comuni.first).code
    for (place, services) in [["C1", "A1"], ["C1"], [], [], [], [], []].enumerated() {
      evidence.providers[place].offers = services.map {
        ProviderProfile.Offer(service: $0, comuni: [here], capacity: nil, capacityUnit: nil)
      }
    }
    func named(_ code: String) -> NamedCode {
      NamedCode(code: code, name: Text(it: "servizio \(code)", en: code))
    }
    evidence.services = ["A", "B", "C", "C1", "D"].map(named)
    let pages = ComunePage.reports(ReportContext(evidence: evidence, tables: [], language: .it))
    let section = pages[0].sections.first { $0.id == "chi-offre" }
    let said = try #require(section).allSentences(under: []).map(\.sentence.text)
    #expect(
      said == [
        "Enti con un'offerta attiva qui: 2. Tipi di servizio offerti: 2 su 4.",
        "Nessun ente dichiara di offrire qui: servizio B; servizio D.",
        "Un ente solo dichiara di offrire qui: servizio A.",
      ])
  }

  /// Who asks and for what is on the page of a district, where it may be published, and is not promised where not.
  @Test func aDistrictSaysWhoAsks() throws {
    func parts(_ status: Observation.Status) throws -> [String]? {
      var evidence = SampleEvidence.make()
      evidence.observations.removeAll { $0.dimension == "area_utenza" }
      evidence.observations += evidence.userAreas.map { area in
        Observation(
          indicator: "richieste-per-1000", territory: TerritoryKey(.ats, "LOC"),
          period: .year(2025), dimension: "area_utenza", modality: area.code,
          value: status == .published ? 3 : nil, status: status)
      }
      let context = ReportContext(evidence: evidence, tables: [], language: .it)
      let page = try #require(
        GroupPage.reports(context).first { $0.path == "territori/ats-loc" })
      return page.sections.first { $0.id == "chi-chiede" }?.parts.map(\.id)
    }
    #expect(try parts(.published)?.contains("chi-chiede-aree") == true)
    #expect(try parts(.suppressed)?.contains("chi-chiede-aree") != true)
  }

  /// Of two indicators in every comune, the first of which stands apart in both.
  private static let spread = ["copertura-popolazione", "richieste-per-1000"].flatMap { slug in
    SampleEvidence.comuni.enumerated().map { index, comune in
      let value = index == 0 ? 0.01 : 0.3
      return Observation(
        indicator: slug, territory: comune.key, period: .half(2026, 1), value: value,
        lower: value * 0.9, upper: value * 1.1)
    } + [
      Observation(
        indicator: slug, territory: .total, period: .half(2026, 1), value: 0.3, lower: 0.28,
        upper: 0.32)
    ]
  }

  /// Better and worse are told apart in words under the picture of a comune among the others.
  @Test func theSpineSaysBetterAndWorse() throws {
    let context = Self.context(Self.spread)
    func said(_ index: Int) throws -> [String] {
      try #require(
        SpinePart.section(SampleEvidence.comuni[index], ComuneSpreads(context), context)
      )
      .blocks.compactMap { if case .sentence(let one) = $0 { one.text } else { nil } }
    }
    #expect(
      try said(0).contains(
        "Indicatori principali pubblicati per questo comune: 2. Peggio di tutto il territorio, oltre "
          + "il margine d'errore: copertura della popolazione. Diversi da tutto il territorio, oltre il margine d'errore: "
          + "richieste per 1.000 residenti."))
    #expect(
      try said(1).contains(
        "Indicatori principali pubblicati per questo comune: 2. Nessuno si distingue dal valore di "
          + "tutto il territorio oltre il margine d'errore."))
  }

  /// A dossier has the spines of its comuni, those that stand apart among them and as many as can be looked at,
  /// in the order of the comuni and not of their values.
  @Test func aDossierHasTheSpinesOfItsComuni() throws {
    var brief = SampleEvidence.brief
    func section(_ observations: [Observation]) -> Section? {
      let dossier = Dossier(brief, Self.context(observations))
      return GapsSection.section(dossier).parts.first { $0.id == "confronto" }
    }
    let last = SampleEvidence.comuni[11].key
    let observations = Self.spread.map { one in
      var one = one
      if one.territory == last { (one.value, one.lower, one.upper) = (0.6, 0.55, 0.65) }
      return one
    }
    let whole = try #require(section(observations))
    guard case .charts(let charts, let table)? = whole.blocks.last,
      case .list(let apart) = whole.blocks[2]
    else { return #expect(Bool(false)) }
    #expect(charts.count == 6 && table.rows.count == 12)
    #expect(
      charts.map(\.title).map { $0.prefix { $0 != ":" } } == [
        "Africo", "Ardore", "Bianco", "Bovalino", "Careri", "Sant'Agata del Bianco",
      ])
    #expect(apart.map(\.text).first?.hasPrefix("Africo. Peggio di tutto il territorio") == true)
    #expect(apart.count == 2 && apart[1].text.contains("Meglio di tutto il territorio"))
    #expect(charts.first?.description.contains("Peggio di tutto") == true)
    // Held against the district the table is about.
    brief.groups = [TerritoryKey(.ats, "LOC")]
    let district = observations.filter { $0.territory == .total }.map { one in
      var one = one
      one.territory = brief.groups[0]
      return one
    }
    let part = try #require(section(observations + district))
    #expect(
      part.allSentences(under: []).contains { $0.sentence.text.contains("Peggio di «Locri»") })
    #expect(part.allTables[0].table.columns.contains { $0.title == "Locri" })
    #expect(section([]) == nil)
  }

  /// A chart beside a table wider than a window would be met by nobody.
  @Test func aChartIsWhereItIsMet() {
    func isBelow(rows: Int, columns: Int) -> Bool {
      ChartPlace.isBelow(
        rows: rows,
        SheetColumns(
          Table(
            id: "t", caption: "T", sheetName: "T",
            columns: (0..<columns).map { .init("Colonna \($0)", .number, width: 20) }, rows: []),
          .it))
    }
    #expect(isBelow(rows: 24, columns: 4) && !isBelow(rows: 25, columns: 4))
    #expect(isBelow(rows: 31, columns: 12) && !isBelow(rows: 97, columns: 12))
  }
}
