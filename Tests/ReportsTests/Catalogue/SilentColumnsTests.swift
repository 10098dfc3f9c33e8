import Indicators
import Testing
import Warehouse

@testable import Reports

/// What a page would say of every row, and is nothing, is not said.
@Suite struct SilentColumnsTests {
  static let wholeTerritory: TableBrief = {
    var brief = SampleEvidence.brief
    brief.groups = []
    return brief
  }()

  static func dossier(
    _ evidence: Evidence, _ language: Language = .it, _ brief: TableBrief = wholeTerritory
  ) -> Dossier {
    Dossier(brief, ReportContext(evidence: evidence, tables: [brief], language: language))
  }

  /// A table about the whole territory is not held against the whole territory, row after row.
  @Test(arguments: Language.allCases) func theWholeHasNoColumnToCompareWith(language: Language) {
    var evidence = SampleEvidence.make()
    var definition = evidence.definitions[1]
    (definition.slug, definition.code) = ("prova", "DQ9")
    evidence.definitions.append(definition)
    evidence.observations += evidence.observations.filter { $0.indicator == "copertura-bisogni" }
      .map { one in
        var one = one
        one.indicator = "prova"
        return one
      }
    let whole = DeclaredPart(part: .quality, dossier: Self.dossier(evidence, language))
    let part = DeclaredPart(
      part: .quality, dossier: Self.dossier(evidence, language, SampleEvidence.brief))
    func tables(_ part: DeclaredPart) -> [Table] {
      part.blocks().compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
    let header = ComunePhrases.standing[language]
    #expect(!tables(whole).isEmpty)
    #expect(!tables(whole).joined(\.columns).contains { $0.title == header })
    #expect(tables(whole).allSatisfy { $0.notes.isEmpty && $0.marks.isEmpty })
    #expect(tables(part).joined(\.columns).contains { $0.title == header })
  }

  /// In any table of the comuni a column of marks is a sentence.
  @Test(arguments: Language.allCases) func aColumnOfMarksIsASentence(language: Language) throws {
    var evidence = SampleEvidence.make()
    for index in evidence.observations.indices
    where evidence.observations[index].indicator == "richieste-per-1000"
      && evidence.observations[index].territory.kind == .comune
    {
      evidence.observations[index].value = nil
      evidence.observations[index].status = .suppressed
    }
    let context = ReportContext(evidence: evidence, tables: [], language: language)
    let whole = ReportContext(evidence: SampleEvidence.make(), tables: [], language: language)
    let scope = Scope(whole: evidence.territory)
    let (all, nothing) = ComuniTable(context: whole).table(scope, id: "t", caption: "T")
    let (table, silence) = ComuniTable(context: context).table(scope, id: "t", caption: "T")
    #expect(nothing.isEmpty)
    #expect(table.columns.count == all.columns.count - 1)
    guard case .sentence(let sentence)? = silence.first else {
      Issue.record("nothing is said of the column that is not there")
      return
    }
    let name = try #require(context.reader.definition("richieste-per-1000")).name[language]
    #expect(sentence.text.contains(lowercasedFirst(name)) && sentence.text.contains("[c]"))
    let pages = PortalPage.drafts(context).map { $0() }
    let said = pages.filter { page in
      page.sections.flatMap { $0.allSentences(under: []) }.contains {
        $0.sentence.text == sentence.text
      }
    }.map(\.path)
    #expect(said.contains("index"))
  }

  /// Without an interval nothing is judged, and a column need not say so of each comune.
  @Test func whereNothingIsJudgedThereIsNoColumnForIt() throws {
    var evidence = SampleEvidence.make()
    func header() -> [String] {
      Self.dossier(evidence).byComune("posti-per-100", sheet: "P").compactMap { block -> Table? in
        switch block {
        case .table(let table), .charts(_, let table): table
        default: nil
        }
      }.joined(\.columns).map(\.title)
    }
    #expect(!header().isEmpty && !header().contains { $0.hasPrefix("Rispetto a") })
    for index in evidence.observations.indices
    where evidence.observations[index].indicator == "posti-per-100" {
      var one = evidence.observations[index]
      (one.lower, one.upper) = (one.value.map { $0 - 0.1 }, one.value.map { $0 + 0.1 })
      evidence.observations[index] = one
    }
    var whole = Observation(
      indicator: "posti-per-100", territory: .total, period: .half(2026, 1), value: 1)
    (whole.lower, whole.upper) = (0.9, 1.1)
    evidence.observations.append(whole)
    #expect(header().contains { $0.hasPrefix("Rispetto a") })
  }

  /// Where the theme's own figure is a column of marks and that of all areas is not, the latter is shown.
  @Test func aColumnOfMarksGivesWay() {
    let indicator = "copertura-popolazione"
    var evidence = SampleEvidence.make()
    func shown() -> Breakdown? { Self.dossier(evidence).sliceForComuni(indicator)?.breakdown }
    #expect(shown() == .userArea("ANZ"))
    for index in evidence.observations.indices
    where evidence.observations[index].indicator == indicator
      && evidence.observations[index].dimension == "area_utenza"
      && evidence.observations[index].territory.code != "080011"
    {
      evidence.observations[index].status = .suppressed
      evidence.observations[index].value = nil
    }
    #expect(shown() == .total)
  }

  /// A number that is missing says why where its words stand alone.
  @Test(arguments: Language.allCases) func nothingBeginsWithAFullStop(language: Language) {
    let context = ReportContext(
      evidence: SampleEvidence.make(), tables: [SampleEvidence.brief], language: language)
    let sentences = ReportCatalogue.kinds.flatMap { $0.reports(context) }.flatMap(\.sections)
      .flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(sentences.count > 100)
    #expect(
      sentences.filter { $0.first?.isPunctuation == true && !"«“[(".contains($0.first!) } == [])
    let missing = uppercasedFirst(Mark.notReceived.meaning[language]) + " [..]. "
    #expect(sentences.contains { $0.hasPrefix(missing) })
  }

  /// An edition of requests alone, all few: each absence is said once and for what it is.
  @Test func whatIsMissingEverywhereIsASentence() throws {
    var evidence = SampleEvidence.make()
    evidence.ages = [:]
    for index in evidence.observations.indices
    where evidence.observations[index].indicator == "copertura-popolazione"
      || evidence.observations[index].indicator != "posti-per-100"
        && evidence.observations[index].territory.kind == .comune
    {
      evidence.observations[index].status = .suppressed
      evidence.observations[index].value = nil
    }
    evidence.observations.removeAll { $0.indicator == "copertura-offerta" }
    let context = ReportContext(
      evidence: evidence, tables: [Self.wholeTerritory], language: .it)
    let report = try #require(DossierReport.reports(context).first)
    let tables = report.sections.flatMap(\.allTables).map(\.table)
    let said = report.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    func headers(_ id: String) -> [String] {
      tables.first { $0.id == id }?.columns.map(\.title) ?? []
    }
    #expect(!headers("territorio-comuni").contains(PlacePhrases.oldAge.it))
    #expect(headers("territorio-comuni").contains(PlacePhrases.minutes.it))
    #expect(
      said.contains {
        $0.hasPrefix("Per nessun comune") && $0.contains(lowercasedFirst(PlacePhrases.oldAge.it))
      })
    #expect(headers("quadro-comuni").count == 4, "\(headers("quadro-comuni"))")
    #expect(said.contains { $0.hasPrefix("Per nessun comune si pubblicano") })
    let undelivered = said.filter { $0.hasPrefix("Nessuna fonte permette di calcolare") }
    #expect(undelivered.count == 1)
    #expect(undelivered.allSatisfy { !$0.contains("opertura della popolazione") })
    #expect(
      said.contains {
        $0.hasPrefix("Riservati [c]") && $0.contains("copertura della popolazione")
      })
    #expect(said.contains { $0.hasPrefix("Comuni e aree senza alcun segnale: 0;") })
  }

  /// Comuni of which nobody says the class or how far they are: one sentence, and nobody is alike.
  @Test func placesNobodyTellsOfAreASentence() throws {
    var evidence = SampleEvidence.make()
    for place in evidence.territory.comuni.indices {
      evidence.territory.comuni[place].innerAreaClass = nil
      evidence.territory.comuni[place].minutesToPole = nil
    }
    let context = ReportContext(
      evidence: evidence, tables: [Self.wholeTerritory], language: .it)
    let dossier = try #require(DossierReport.reports(context).first)
    let place = try #require(
      dossier.sections.flatMap(\.allTables).first { $0.table.id == "territorio-comuni" })
    #expect(!place.table.columns.contains { $0.title == PlacePhrases.minutes.it })
    let said = dossier.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text)
    #expect(said.contains { $0.contains(lowercasedFirst(PlacePhrases.minutes.it)) })
    let spines = ComunePage.reports(context).flatMap(\.sections).flatMap(\.allTables)
      .filter { $0.table.id == "spina" }
    #expect(!spines.isEmpty)
    for spine in spines {
      #expect(!spine.table.columns.contains { $0.title == SpinePhrases.noPeers.it })
    }
  }

  /// Whatever is put in the evidence is found by its id.
  @Test func whatIsPutInIsFound() {
    var evidence = SampleEvidence.make()
    let one = Observation(indicator: "prova", territory: .total, period: .year(2025), value: 1)
    evidence.observations.insert(one, at: 0)
    #expect(evidence.observation(one.id) == one)
    let last = evidence.observations[evidence.observations.count - 1]
    #expect(evidence.observation(last.id) == last)
    evidence.observations.removeFirst()
    #expect(evidence.observation(one.id) == nil)
  }
}

extension [Table] {
  fileprivate func joined(_ path: KeyPath<Table, [Table.Column]>) -> [Table.Column] {
    flatMap { $0[keyPath: path] }
  }
}
