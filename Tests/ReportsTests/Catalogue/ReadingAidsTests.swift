import Indicators
import Testing
import Warehouse

@testable import Reports

/// What spares a reader a question: what a name means, for better or worse, where a programme is.
@Suite struct ReadingAidsTests {
  static func context(
    _ evidence: Evidence = SampleEvidence.make(), _ language: Language = .it
  ) -> ReportContext {
    ReportContext(evidence: evidence, tables: [SampleEvidence.brief], language: language)
  }

  /// Every name of an indicator in a table leads to its entry in the handbook, which is there.
  @Test func namesLeadToTheHandbook() throws {
    let context = Self.context()
    let entries = Set(MethodPage.reports(context)[0].sections.flatMap(\.parts).map(\.id))
    var followed = 0
    for report in ReportCatalogue.kinds.flatMap({ $0.reports(context) }) {
      for (table, _) in report.sections.flatMap(\.allTables)
      where table.columns[0].title == ViewPhrases.indicator[.it] {
        for row in table.rows {
          guard case .link(_, .page(let page)) = row[0].value else {
            Issue.record("\(report.path), \(table.id): \(row[0].value) non porta a nulla")
            continue
          }
          let parts = page.split(separator: "#").map(String.init)
          #expect(parts.count == 2 && parts[0] == "metodo.html", "\(page)")
          #expect(entries.contains(parts.last ?? ""), "\(page)")
          followed += 1
        }
      }
    }
    #expect(followed > 20)
  }

  /// In the middle of a sentence a word is small; an acronym and a code are no words.
  @Test(arguments: [
    ("Tempo di attesa", "tempo di attesa"), ("ISTAT", "ISTAT"),
    ("B99B00000000001", "B99B00000000001"), ("J31B22000000006, Parco", "J31B22000000006, Parco"),
  ]) func aCodeIsNotMadeSmall(text: String, small: String) {
    #expect(lowercasedFirst(text) == small)
  }

  @Test func aComparisonSaysWhetherItIsForTheBetter() {
    let views = IndicatorViews(reader: Self.context().reader)
    func standing(_ slug: String, _ value: Double, _ reference: Double) -> String {
      views.standing(
        SentencesTests.figure(slug, "080001", value, value * 0.99, value * 1.01),
        SentencesTests.figure(slug, "totale", reference, reference * 0.99, reference * 1.01))
    }
    #expect(standing("copertura-popolazione", 0.2, 0.1) == "più alto (meglio)")
    #expect(standing("copertura-popolazione", 0.1, 0.2) == "più basso (peggio)")
    #expect(standing("tempo-attivazione.mediana", 20, 40) == "più basso (meglio)")
    #expect(standing("richieste-per-1000", 9, 4) == "più alto")
    #expect(standing("copertura-popolazione", 0.1, 0.1) == "non distinguibile dal caso")
  }

  /// What became of a figure is said in whole words, and judged only beyond the margin of error.
  @Test func whatBecameOfAFigure() {
    #expect(
      SentencePhrases.since(.below, .better).it
        == "ora più in basso, oltre il margine d'errore (meglio)")
    #expect(SentencePhrases.since(.above, nil).en == "now higher, beyond the margin of error")
    #expect(
      SentencePhrases.since(.indistinct, nil).it
        == "la differenza non è distinguibile dal caso")
  }

  /// The list of what is published is in the order of the names it shows.
  @Test(arguments: Language.allCases) func statesAreInTheOrderOfTheirNames(language: Language) {
    let table = QualityTables(context: Self.context(SampleEvidence.make(), language)).states()
    let names = table.rows.map { CellText.text(of: $0[0], language) }
    #expect(names.count > 3 && names == names.inOrder())
  }

  /// A column that would hold nothing is not there; one that is empty because it is withheld is.
  @Test func emptyColumnsAreNotThere() {
    func table(_ cell: Cell) -> Table {
      Table(
        id: "t", caption: "T", sheetName: "T",
        columns: [.init("A"), .init("I", .interval), .init("B", .number)],
        rows: [[.text("a"), cell, .integer(1)]])
    }
    let bare = table(Cell(.none)).withoutEmptyColumns()
    #expect(bare.columns.map(\.title) == ["A", "B"])
    #expect(bare.rows == [[.text("a"), .integer(1)]])
    #expect(table(Cell(.none, mark: .confidential)).withoutEmptyColumns().columns.count == 3)
    #expect(table(Cell(.interval(0, 1, .percent(0)))).withoutEmptyColumns().columns.count == 3)
    var uncounted = table(.integer(1))
    uncounted.rows[0][2] = Cell(.none)
    #expect(uncounted.withoutEmptyColumns().columns.map(\.title) == ["A", "I"])
  }

  @Test func lettersOfTheLawAreNamed() {
    #expect(
      ActivityPhrases.list(["a", "C"], .it) == "a) servizi sociali; C) prestazioni socio-sanitarie")
    #expect(ActivityPhrases.list(["y", "?"], .en) == "y) civil protection; ?")
  }

  /// What was delivered in Italian is read aloud as Italian also on an English page (WCAG 3.1.2).
  @Test func deliveredWordsHaveTheirLanguage() throws {
    func titles(_ language: Language) throws -> [Substring] {
      let context = Self.context(SampleEvidence.make(), language)
      let page = try PageWriter(frame: context.frame, navigation: [])
        .page(ProgrammeReport.reports(context)[0])
      return String(decoding: page, as: UTF8.self)
        .matches(of: #/<td[^>]*>Piattaforma di welfare collaborativo/#).map(\.output)
    }
    #expect(try titles(.en).count == 1 && titles(.en).allSatisfy { $0.contains("lang=\"it\"") })
    #expect(try titles(.it).count == 1 && titles(.it).allSatisfy { !$0.contains("lang=") })
  }

  /// So are those a sentence quotes, each where it stands.
  @Test func quotedWordsHaveTheirLanguage() {
    func markup(_ sentence: Sentence, _ language: Language) -> String {
      var html = MarkupWriter()
      SectionMarkup(language: language, root: "").write(sentence, "p", to: &html)
      return html.string
    }
    let sentence = Sentence(
      "No. 1, “Aprire <b>lo</b> sportello”: too early; “Aprire <b>lo</b> sportello”.",
      quoting: ["Aprire <b>lo</b> sportello", ""]
    ).followed(by: Sentence("According to ReGiS.", quoting: ["ReGiS"]))
    let english = markup(sentence, .en)
    #expect(english.matches(of: /<span lang="it">Aprire &lt;b&gt;lo/).count == 2)
    #expect(english.contains("<span lang=\"it\">ReGiS</span>"))
    #expect(!markup(sentence, .it).contains("lang="))
  }

  /// An acronym is said in full once, where the page first has it; a word that only looks like one is not.
  @Test func acronymsAreSaidInFullOnce() {
    var html = MarkupWriter()
    html.name("Il CUP e il PNRR, non CUPOLA; CUP", .it)
    html.name("Ancora CUP", .it)
    #expect(
      html.string
        == "Il <abbr title=\"codice unico di progetto\">CUP</abbr> e il <abbr title=\"Piano nazionale di "
        + "ripresa e resilienza\">PNRR</abbr>, non CUPOLA; CUPAncora CUP")
    #expect(Acronyms.names.keys.allSatisfy { Acronyms.mayBe(in: $0.utf8) })
  }

  /// The first page says what the rule proposes, as the section of priorities does.
  @Test func theFirstPageSaysWhatStandsOut() throws {
    let context = Self.context()
    let dossier = Dossier(SampleEvidence.brief, context)
    let said = PrioritiesSection.headlines(dossier).map(\.text)
    for proposal in PriorityRule.ordered(PrioritiesSection.proposals(dossier)).prefix(3)
    where proposal.level < .none {
      #expect(said.contains { $0.contains(proposal.territory) }, "\(proposal.territory)")
    }
    #expect(said.last?.hasPrefix("Gli altri comuni e aree: senza alcun segnale ") == true)
    func first(_ observations: [Observation]) -> String? {
      var evidence = context.evidence
      evidence.observations = observations
      return PrioritiesSection.headlines(Dossier(SampleEvidence.brief, Self.context(evidence)))
        .first?.text
    }
    #expect(first([]) == DossierPhrases.noneJudged.it)
    let wide = context.evidence.observations.map {
      var one = $0
      if one.value != nil { (one.lower, one.upper) = (0, 1e6) }
      return one
    }
    #expect(first(wide)?.hasPrefix("Nessuna priorità da proporre: dove i dati bastano") == true)
  }

  /// Where nobody has said which districts there are no column says so a hundred times.
  @Test func anUnknownDistrictHasNoColumn() {
    func titles(_ evidence: Evidence) -> [String] {
      ComuniTable(context: Self.context(evidence))
        .table(Scope(whole: evidence.territory), id: "t", caption: "T").table.columns.map(\.title)
    }
    var evidence = SampleEvidence.make()
    #expect(titles(evidence).contains(PortalPhrases.ambito[.it]))
    evidence.territory = TerritoryAtlas(
      name: "Provincia",
      comuni: evidence.territory.comuni.map {
        var comune = $0
        comune.ats = nil
        return comune
      }, groups: [], outlines: [:])
    #expect(!titles(evidence).contains(PortalPhrases.ambito[.it]))
    #expect(titles(evidence).contains(PortalPhrases.innerClass[.it]))
  }

  // MARK: Programmes

  /// Programmes of one measure share its title: what is built, and where, tells them apart.
  static func shared() -> Evidence {
    var evidence = SampleEvidence.make()
    evidence.programmes = [["080001", "080002"], ["080007", "080008", "080009", "080011"], []]
      .enumerated().map { index, comuni in
        var programme = SampleEvidence.programme
        programme.cup = "B41H2200002000\(index)"
        programme.comuni = comuni.map { ComuneCode($0)! }
        return programme
      }
    return evidence
  }

  @Test func programmesOfOneTitleAreToldApartByTheirPlace() {
    let context = Self.context(Self.shared())
    let places = ProgrammePlaces(context: context)
    #expect(
      context.evidence.programmes.map(places.label) == [
        "B41H22000020000, Africo, Ardore", "B41H22000020001, Ferruzzano, Gerace e altri 2",
        "B41H22000020002, nessun comune indicato",
      ])
    var alone = Self.shared()
    alone.programmes.removeLast(2)
    #expect(
      ProgrammePlaces(context: Self.context(alone)).label(alone.programmes[0])
        == "B41H22000020000, Piattaforma di welfare collaborativo e Punti di Prossimità")
  }

  /// The chart of the workbook is drawn from one column: it holds the names of the bars.
  @Test func theWorkbooksChartHasReadableNames() throws {
    var evidence = Self.shared()
    evidence.observations += evidence.programmes.map {
      Observation(
        indicator: "avanzamento-finanziario.totale", territory: .total, period: .year(2026),
        dimension: "programma", modality: $0.cup, value: 0.2, lower: nil, upper: nil,
        numerator: 100.5, denominator: 502.5, status: .published, note: nil)
    }
    let context = Self.context(evidence)
    let portfolio = Portfolio(programmes: evidence.programmes, context: context)
    #expect(
      portfolio.sentences().map(\.text).contains(
        "In tutto, nei programmi che dichiarano l'uno e l'altro: finanziamento 1.507,50\u{A0}€, pagato "
          + "301,50\u{A0}€, cioè il 20,0\u{A0}%. La data di ogni importo è nella pagina del suo CUP."
      ))
    let chart = try #require(portfolio.chart())
    let native = try #require(chart.native)
    let table = portfolio.namedTable()
    guard case .pairs(_, let pairs, _, _) = chart.kind else {
      Issue.record("non è un grafico di coppie")
      return
    }
    #expect(table.rows.map { $0[native.categories] } == pairs.map { .text($0.label) })
    #expect(
      native.values.map { table.columns[$0].title }
        == [ProgrammePhrases.paidOfTotal[.it], ProgrammePhrases.elapsed[.it]])
    #expect(portfolio.table().columns.count == table.columns.count - 1)
  }

  /// Who pays finds which programme is late without going through the table.
  @Test func thePortfolioNamesWhatIsLate() throws {
    var evidence = Self.shared()
    let asOf = evidence.asOf
    func said() -> [String] {
      Portfolio(programmes: evidence.programmes, context: Self.context(evidence)).sentences()
        .map(\.text)
    }
    func isSaid(_ start: String) -> String? { said().first { $0.hasPrefix(start) } }
    for index in evidence.programmes.indices {
      evidence.programmes[index].milestones = []
      evidence.programmes[index].plannedEnd = asOf
      evidence.programmes[index].actualEnd = nil
    }
    #expect(isSaid("Traguardi scaduti") == nil && isSaid("La fine prevista") == nil)
    evidence.programmes[1].milestones = [
      .init(code: "T1", name: "Avvio", planned: asOf, actual: nil)
    ]
    evidence.programmes[0].plannedEnd = asOf + -1
    #expect(
      isSaid("Traguardi scaduti") == "Traguardi scaduti e non raggiunti in questi CUP: "
        + evidence.programmes[1].cup + ".")
    #expect(isSaid("La fine prevista")?.hasSuffix(": " + evidence.programmes[0].cup + ".") == true)
    evidence.programmes[0].actualEnd = asOf + -1
    #expect(isSaid("La fine prevista") == nil)
  }

  /// A dossier lists the programmes of its own comuni and of everybody, and says how many others there are.
  @Test func aDossierHasItsOwnProgrammes() throws {
    var brief = SampleEvidence.brief
    brief.groups = [TerritoryKey(.ats, "LOC")]
    let context = ReportContext(evidence: Self.shared(), tables: [brief], language: .it)
    let section = ResourcesSection.section(Dossier(brief, context))
    let table = try #require(
      section.allTables.map(\.table).first { $0.id == "programmi-tabella" })
    #expect(
      table.rows.map { CellText.text(of: $0[0], .it) } == ["B41H22000020000", "B41H22000020002"])
    #expect(
      section.blocks.contains(
        .sentence(
          Sentence(
            "Programmi che riguardano i comuni del tavolo o tutto il territorio: 2 su 3."))))
  }
}
