import Indicators
import Testing
import Warehouse

@testable import Reports

/// What is not there is said once, with its reason, and what would bring it.
@Suite struct AbsenceTests {
  private static func dossier(_ evidence: Evidence, _ language: Language = .it) -> Dossier {
    Dossier(
      SampleEvidence.brief,
      ReportContext(evidence: evidence, tables: [SampleEvidence.brief], language: language))
  }

  private static func text(_ block: Block) -> String {
    if case .sentence(let sentence) = block { sentence.text } else { "" }
  }

  /// The evidence with every observation of an indicator in one state and no value.
  private static func evidence(
    _ indicator: String, _ states: [Observation.Status]
  ) -> Evidence {
    var evidence = SampleEvidence.make()
    let places = evidence.observations.indices.filter {
      evidence.observations[$0].indicator == indicator
    }
    for (number, index) in places.enumerated() {
      evidence.observations[index].value = nil
      evidence.observations[index].status = states[number % states.count]
    }
    return evidence
  }

  @Test(arguments: [
    ([Observation.Status.suppressed], "[c]", "[x]"), ([.notApplicable], "[x]", "[c]"),
  ])
  func oneReasonIsSaidAlone(states: [Observation.Status], said: String, unsaid: String) {
    let text = Self.text(
      Self.dossier(Self.evidence("arretrato", states)).absent("arretrato"))
    #expect(text.contains(said) && !text.contains(unsaid))
  }

  @Test func twoReasonsAreBothSaid() {
    let text = Self.text(
      Self.dossier(Self.evidence("arretrato", [.suppressed, .notApplicable])).absent("arretrato"))
    #expect(text.contains("[c]") && text.contains("[x]"))
  }

  /// What nobody delivered is named, so that who keeps it can be asked.
  @Test(arguments: [(Language.it, "Ricerche"), (.en, "Searches")])
  func whatIsMissingIsNamed(language: Language, dataset: String) {
    var evidence = SampleEvidence.make()
    let inputs = [["ricerche", "richieste", "popolazione"], ["richieste"]]
    for (number, inputs) in inputs.enumerated() {
      var definition = evidence.definitions[0]
      (definition.slug, definition.code) = ("prova-\(number)", "SF\(number + 1)")
      definition.name = Text(it: "Prova \(number)", en: "Trial \(number)")
      definition.inputs = inputs
      evidence.definitions.append(definition)
    }
    let dossier = Self.dossier(evidence, language)
    let blocks = DeclaredPart(part: .unexpressed, dossier: dossier).blocks()
    let said = Section(id: "p", title: "P", blocks: blocks).allSentences(under: [])
      .map(\.sentence.text)
    #expect(said.count { $0.contains("rial 0") || $0.contains("rova 0") } == 1)
    #expect(
      said.first { $0.contains("rial 0") || $0.contains("rova 0") }?.contains(dataset) == true)
    #expect(
      said.first { $0.contains("rial 1") || $0.contains("rova 1") }?.contains(dataset) == false)
    let one = Self.text(dossier.absent("prova-0"))
    #expect(one.contains(dataset) && !one.contains(DatasetPhrases.name("popolazione")[language]))
  }

  /// Nearly everybody is answered within 90 days, and who is not are too few: the median is told.
  @Test func aWaitIsToldByWhatIsPublished() throws {
    let evidence = Self.evidence("tempo-attivazione.entro-90", [.suppressed])
    let part = try #require(
      WaitingPart.section(Self.dossier(evidence)).parts.first { $0.id == "tempo-attivazione" })
    #expect(
      part.allSentences(under: []).contains {
        $0.sentence.text.contains("tempo di attivazione, mediana")
      })
    #expect(!part.allTables.isEmpty)
  }

  /// Where districts and comuni are both told of all areas, their tables are not called alike.
  @Test func tablesOfWaitsHaveTheirOwnNames() throws {
    var evidence = SampleEvidence.make()
    evidence.observations.removeAll {
      $0.indicator.hasPrefix("tempo-attivazione") && $0.dimension == "area_utenza"
    }
    let part = try #require(
      WaitingPart.section(Self.dossier(evidence)).parts.first { $0.id == "tempo-attivazione" })
    let captions = part.allTables.map(\.table.caption)
    #expect(captions.count == 2 && Set(captions).count == 2, "\(captions)")
  }

  /// A column without a value in any comune says its own reason.
  @Test func aMuteColumnSaysWhy() {
    let columns = ["Comune", "Uno", "Due", "Tre"].map {
      Table.Column($0, $0 == "Comune" ? .text : .number)
    }
    let table = Table(
      id: "t", caption: "T", sheetName: "T", columns: columns,
      rows: [Mark.confidential, .notReceived].map {
        [.text("A"), Cell(.none, mark: $0), Cell(.none, mark: .notReceived), Cell(.integer(1))]
      })
    let (left, silence) = ComuniTable.spoken(table, .it)
    #expect(left.columns.map(\.title) == ["Comune", "Tre"])
    #expect(
      silence.map(Self.text) == [
        "Per nessun comune si pubblicano, perché riservati [c] o non pervenuti [..]: uno.",
        "Per nessun comune si pubblicano, perché non pervenuti [..]: due.",
      ])
  }

  /// An interval without an end is explained where there is one.
  @Test func anOpenIntervalIsExplained() throws {
    func explains(_ evidence: Evidence) throws -> Bool {
      let part = try #require(
        WaitingPart.section(Self.dossier(evidence)).parts.first { $0.id == "tempo-attivazione" })
      return part.allTables.contains { $0.table.notes.contains(DossierPhrases.openNote.it) }
    }
    var evidence = SampleEvidence.make()
    #expect(try !explains(evidence))
    for index in evidence.observations.indices
    where evidence.observations[index].indicator == "tempo-attivazione.mediana" {
      evidence.observations[index].upper = nil
    }
    #expect(try explains(evidence))
  }

  /// Where no priority is proposed nothing is said of which of them stay among the first.
  @Test func anOrderOfNoPriorityIsNotJudged() {
    func says(_ evidence: Evidence) -> Bool {
      PrioritiesSection.section(Self.dossier(evidence)).allSentences(under: []).contains {
        $0.sentence.text.contains("prove su dieci")
      }
    }
    var evidence = SampleEvidence.make()
    #expect(says(evidence))
    for index in evidence.observations.indices where evidence.observations[index].lower != nil {
      evidence.observations[index].lower = -1e9
      evidence.observations[index].upper = 1e9
    }
    #expect(!says(evidence))
  }

  /// A map of one value shows where it is and nothing else.
  @Test func oneValueIsNoPicture() {
    var evidence = SampleEvidence.make()
    func charts() -> Int {
      Self.dossier(evidence).byComune("copertura-popolazione", withMap: true, sheet: "C")
        .count { if case .charts = $0 { true } else { false } }
    }
    #expect(charts() == 1)
    for index in evidence.observations.indices
    where evidence.observations[index].indicator == "copertura-popolazione"
      && evidence.observations[index].territory.kind == .comune
      && evidence.observations[index].territory.code != "080011"
    {
      evidence.observations[index].value = nil
      evidence.observations[index].status = .suppressed
    }
    #expect(charts() == 0)
  }

  /// Where most comuni have no value a picture shows those that have one, and its title says so.
  @Test func aPictureHasFewEmptyRows() throws {
    var evidence = SampleEvidence.make()
    func chart() throws -> (title: String, rows: [Chart.Item]) {
      for case .charts(let charts, _) in Self.dossier(evidence).byComune(
        "copertura-popolazione", sheet: "C")
      {
        if case .dots(_, let rows, _) = charts[0].kind { return (charts[0].title, rows) }
      }
      throw CancellationError()
    }
    let all = try chart()
    #expect(!all.title.contains("con un dato") && all.rows.count > 4)
    let kept = Set(all.rows.filter { $0.value != nil }.prefix(2).map(\.label))
    let codes = evidence.territory.comuni.filter { kept.contains($0.name) }.map(\.key.code)
    for index in evidence.observations.indices
    where evidence.observations[index].indicator == "copertura-popolazione"
      && evidence.observations[index].territory.kind == .comune
      && !codes.contains(evidence.observations[index].territory.code)
    {
      evidence.observations[index].value = nil
      evidence.observations[index].status = .suppressed
    }
    let few = try chart()
    #expect(few.title.hasSuffix(": i 2 comuni con un dato"))
    #expect(Set(few.rows.map(\.label)) == kept)
  }

  /// Where everything is withheld there is nothing to draw beside the whole territory.
  @Test func whatIsWithheldWholeIsNotDrawn() {
    var evidence = SampleEvidence.make()
    func comparison() -> Section? {
      TerritoryProfile(
        key: TerritoryKey(.ats, "LOC"), name: "Locri", reader: Self.dossier(evidence).reader
      ).comparison()
    }
    #expect(comparison() != nil)
    for index in evidence.observations.indices
    where evidence.observations[index].territory == TerritoryKey(.ats, "LOC") {
      evidence.observations[index].value = nil
      evidence.observations[index].status = .suppressed
    }
    #expect(comparison() == nil)
  }

  /// A table whose group has every comune is of the whole territory, and says each number once.
  @Test func aGroupOfEveryComuneIsTheWhole() {
    var atlas = SampleEvidence.make().territory
    var brief = SampleEvidence.brief
    brief.groups = [TerritoryKey(.ats, "LOC")]
    #expect(Scope(brief, in: atlas, .it).shown == brief.groups)
    atlas.comuni = atlas.comuni.filter { $0.ats == "LOC" }
    let scope = Scope(brief, in: atlas, .it)
    #expect(scope.shown == [.total] && scope.reference == .total && !scope.borrowsWhole)
    #expect(scope.shownName.contains("Locri"))
  }
}
