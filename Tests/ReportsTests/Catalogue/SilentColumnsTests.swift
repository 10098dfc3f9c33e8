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
