import Indicators
import Testing
import Warehouse

@testable import Reports

/// Who does not read tables and charts reads what they say: a sentence in the same section, made from numbers.
@Suite struct EveryTableIsSaidTests {
  /// Tables that no sentence could sum up, and why.
  static let exceptions: [String: String] = [:]

  static func reports(_ language: Language) -> [Report] {
    let context = ReportContext(
      evidence: SampleEvidence.make(), tables: [SampleEvidence.brief], language: language)
    return ReportCatalogue.kinds.flatMap { $0.reports(context) }
  }

  static func withParts(_ section: Section) -> [Section] {
    [section] + section.parts.flatMap(withParts)
  }

  /// What is the same on every page says nothing of the numbers of this one.
  static func isMade(_ sentence: Sentence) -> Bool {
    !sentence.observations.isEmpty || sentence.text.contains(where: \.isNumber)
  }

  static func unsaid(_ reports: [Report]) -> [String: Set<String>] {
    var unsaid: [String: Set<String>] = [:]
    for report in reports {
      for section in report.sections.flatMap(withParts) {
        var own = section
        own.parts = []
        let said = own.allSentences(under: []).map(\.sentence)
        if said.contains(where: isMade) { continue }
        for (table, _) in own.allTables {
          unsaid[table.id, default: []].insert(report.path + "#" + section.id)
        }
      }
    }
    return unsaid
  }

  @Test(arguments: Language.allCases) func everyTableIsSaid(language: Language) {
    let unsaid = Self.unsaid(Self.reports(language))
    for (id, places) in unsaid where Self.exceptions[id] == nil {
      Issue.record("\(id): \(places.sorted().prefix(3)), \(places.count)")
    }
    for id in Self.exceptions.keys { #expect(unsaid[id] != nil, "\(id) is said by now") }
  }

  /// The words of a chart are of its own numbers.
  @Test(arguments: Language.allCases) func everyChartSaysItsNumbers(language: Language) {
    let charts = Self.reports(language).flatMap(\.sections).flatMap(\.allTables).flatMap(\.charts)
    #expect(charts.count > 20)
    let mute = Set(charts.filter { !$0.description.contains(where: \.isNumber) }.map(\.id))
    #expect(mute == [])
  }
}
