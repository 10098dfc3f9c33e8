import Foundation
import Indicators
import TestSupport
import Testing
import Warehouse

@testable import Reports

/// Who does not read tables and charts reads what they say: beside each, in its section, a sentence made from
/// its numbers. Over every kind of page and workbook of an edition of the sample.
@Suite struct EveryTableIsSaidTests {
  /// Tables that no sentence could sum up, and why.
  static let exceptions = [
    "dati-lunghi": "the same numbers as in the other sheets, a row each, to be worked on"
  ]

  private static let evidence = Result {
    let workspace = try LoadedSample.shared.get().workspace
    return (try workspace.evidence(try workspace.compute()), try workspace.brief)
  }

  private static func reports(_ language: Language) throws -> [Report] {
    let (evidence, brief) = try evidence.get()
    let context = ReportContext(evidence: evidence, tables: [brief], language: language)
    return ReportCatalogue.kinds.flatMap { $0.reports(context) }
  }

  /// Texts of the program, with the pieces of a literal put together: what equals one of them was not made
  /// from any number.
  private static let program = Result {
    let root = PackageFolder.path + "/Sources/Reports/"
    let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let texts = try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
      try String(contentsOfFile: root + file, encoding: .utf8).replacing(#/"\s*\+\s*"/#, with: "")
        .matches(of: #/"([^"\n]+)"/#).map { String($0.1).replacing("\\u{A0}", with: "\u{A0}") }
    }
    return Set(texts)
  }

  /// A text that has a number of its own: not one of the program's, nor of the caption it repeats, nor a date.
  private static func isMade(_ text: String, under captions: [String]) throws -> Bool {
    if try program.get().contains(text) { return false }
    var own = text
    for caption in captions { own = own.replacing(caption, with: "") }
    own = own.replacing(#/\d+º? \p{L}+ \d{4}|\b20\d\d\b|95.?%/#, with: "")
    return own.contains(where: \.isNumber)
  }

  /// Tables of a section without a sentence between them and the table before; what follows the last one
  /// is about it.
  private static func unsaid(in section: Section) throws -> [String] {
    var groups: [(table: Table, charts: [Chart], said: [Sentence])] = []
    var waiting: [Sentence] = []
    for block in section.blocks {
      var one = section
      (one.blocks, one.parts) = ([block], [])
      waiting += one.allSentences(under: []).map(\.sentence)
      if let (table, charts) = one.allTables.first {
        groups.append((table, charts, waiting))
        waiting = []
      }
    }
    if !groups.isEmpty { groups[groups.count - 1].said += waiting }
    let own = try groups.filter { group in
      let captions = [group.table.caption] + group.charts.map(\.title)
      return try !group.said.contains {
        try !$0.observations.isEmpty || isMade($0.text, under: captions)
      }
    }.map(\.table.id)
    return try own + section.parts.flatMap(unsaid)
  }

  @Test(arguments: Language.allCases) func everyTableIsSaid(language: Language) throws {
    let reports = try Self.reports(language)
    #expect(Set(reports.map { $0.path.prefix { $0 != "/" } }).count > 8)
    var places: [String: [String]] = [:]
    for report in reports {
      for section in report.sections + (report.workbookSections ?? []) {
        for id in try Self.unsaid(in: section) {
          places[id, default: []].append(report.path + "#" + section.id)
        }
      }
    }
    for (id, found) in places where Self.exceptions[id] == nil {
      Issue.record("\(id): \(found.count), \(found.prefix(3))")
    }
    for id in Self.exceptions.keys { #expect(places[id] != nil, "\(id) is said by now") }
  }

  /// The words of a chart are of its own numbers.
  @Test(arguments: Language.allCases) func everyChartSaysItsNumbers(language: Language) throws {
    let charts = try Self.reports(language).flatMap(\.sections).flatMap(\.allTables).flatMap(
      \.charts)
    #expect(charts.count > 100)
    let mute = try charts.filter { try !Self.isMade($0.description, under: [$0.title]) }
    #expect(Set(mute.map(\.id)) == [])
  }
}
