import Foundation
import Testing

@testable import Reports

/// The HTML checklist of the accessibility duties (WCAG 2.1, as the domain reference §5.7 lists it), on
/// every page of an edition in both languages.
@Suite struct PageChecklistTests {
  /// Made once: every test looks at the same pages.
  static let made = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      (language, Result { try make(language) })
    })

  static func pages(_ language: Language) throws -> [(path: String, html: String)] {
    try made[language]!.get()
  }

  static func make(_ language: Language) throws -> [(path: String, html: String)] {
    let context = ReportContext(
      evidence: SampleEvidence.make(), tables: [SampleEvidence.brief], language: language)
    let writer = try PageWriter(
      frame: context.frame, navigation: ReportCatalogue.navigation(context))
    return try ReportCatalogue.kinds.flatMap { $0.reports(context) }.map {
      ($0.path, String(decoding: try writer.page($0), as: UTF8.self))
    }
  }

  static func values(_ attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test(arguments: Language.allCases) func structure(language: Language) throws {
    for (path, html) in try Self.pages(language) {
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"), "\(path)")
      #expect(html.ranges(of: "<h1").count == 1, "\(path)")
      for landmark in ["<header", "<main", "<footer", "<nav", "class=\"skip\" href=\"#contenuto\""]
      {
        #expect(html.contains(landmark), "\(path): \(landmark)")
      }
      var level = 0
      for match in html.matches(of: #/<h([1-6])[ >]/#) {
        let next = Int(match.output.1)!
        #expect(next <= level + 1, "\(path): h\(level) → h\(next)")
        level = next
      }
      let ids = Self.values("id", in: html)
      #expect(
        Set(ids).count == ids.count, "\(path): \(ids.filter { id in ids.count { $0 == id } > 1 })")
      for target in Self.values("aria-labelledby", in: html).flatMap({ $0.split(separator: " ") }) {
        #expect(ids.contains(String(target)), "\(path): \(target)")
      }
      for anchor in Self.values("href", in: html) where anchor.hasPrefix("#") {
        #expect(ids.contains(String(anchor.dropFirst())), "\(path): \(anchor)")
      }
    }
  }

  @Test(arguments: Language.allCases) func titlesAreUnique(language: Language) throws {
    let titles = try Self.pages(language).map { page in
      page.html.components(separatedBy: "<title>")[1].components(separatedBy: "</title>")[0]
    }
    let repeated = Dictionary(grouping: titles) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(repeated.isEmpty)
  }

  /// A telephone shows the first columns: where these tables are long, names and sentences come after numbers.
  @Test func numbersComeBeforeWhatIsLong() {
    let context = ReportContext(
      evidence: SampleEvidence.make(), tables: [SampleEvidence.brief], language: .it)
    let tables = ReportCatalogue.kinds.flatMap { $0.reports(context) }.flatMap(\.sections)
      .flatMap(\.allTables).map(\.table)
    for id in [
      "problemi-tabella", "fonti-tabella", "enti-tabella", "comuni-tabella", "ente-qualita",
    ] {
      let table = tables.first { $0.id == id }
      #expect(table?.columns.firstIndex { $0.kind == .number }.map { $0 <= 2 } == true, "\(id)")
    }
  }

  @Test(arguments: Language.allCases) func tablesAndPictures(language: Language) throws {
    for (path, html) in try Self.pages(language) {
      let tables = html.ranges(of: "<table").count
      #expect(html.ranges(of: "<caption").count == tables, "\(path)")
      #expect(
        html.ranges(of: "<th").count - html.ranges(of: "<thead").count
          == html.ranges(of: "scope=\"").count, "\(path)")
      #expect(html.ranges(of: "<svg").count == html.ranges(of: "role=\"img\"").count, "\(path)")
      // Every figure is followed, sooner or later, by the table it is drawn from.
      if html.contains("<figure") { #expect(html.contains("<details"), "\(path)") }
    }
  }

  @Test(arguments: Language.allCases) func nothingComesFromTheNetwork(language: Language) throws {
    for (path, html) in try Self.pages(language) {
      for forbidden in ["http://", "https://", "src=", "@import", "url(http", "<link", "<iframe"] {
        #expect(!html.contains(forbidden), "\(path): \(forbidden)")
      }
      #expect(html.contains("default-src 'none'"), "\(path)")
    }
  }

  @Test(arguments: Language.allCases) func linksLeadToPagesOfTheEdition(language: Language) throws {
    let pages = try Self.pages(language)
    let known = Set(pages.map { $0.path + ".html" }).union([
      "dati/osservazioni.csv", "avanzamento.xlsx", "tavoli/anziani-locride.xlsx",
      "programmi/\(SampleEvidence.cup).xlsx",
    ]).union(SampleProviders.codes.map { "enti/\($0).xlsx" })
    for (path, html) in pages {
      for href in Self.values("href", in: html) where !href.hasPrefix("#") {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let full =
          href.hasPrefix("../")
          ? String(href.dropFirst(3)) : folder.isEmpty ? href : folder + "/" + href
        let parts = full.split(separator: "#")
        let target = String(parts[0])
        #expect(known.contains(target), "\(path): \(href)")
        guard parts.count > 1, let page = pages.first(where: { $0.path + ".html" == target }) else {
          continue
        }
        let hasAnchor = Self.values("id", in: page.html).contains(String(parts[1]))
        #expect(hasAnchor, "\(path): \(href)")
      }
    }
  }

  @Test(arguments: Language.allCases) func sampleDataSaySoOnEveryPage(language: Language) throws {
    for (path, html) in try Self.pages(language) {
      #expect(html.contains(Phrases.syntheticTitle[language]), "\(path)")
    }
    let context = ReportContext(
      evidence: SampleEvidence.make(synthetic: false), tables: [], language: language)
    let page = try PageWriter(frame: context.frame, navigation: [])
      .page(QualityPage.reports(context)[0])
    #expect(!String(decoding: page, as: UTF8.self).contains(Phrases.syntheticTitle[language]))
  }

  /// Text on its background, as the style sheet pairs them: at least 4.5 to 1 (WCAG 1.4.3).
  @Test(arguments: [
    ("#ffffff", "#0066cc"), ("#1a1a1a", "#ffffff"), ("#455b71", "#ffffff"), ("#455b71", "#fffaf0"),
    ("#004d99", "#ffffff"), ("#004d99", "#eef4fb"), ("#17324d", "#eef4fb"), ("#4d3300", "#fff3d6"),
    ("#ffffff", "#17324d"), ("#995c00", "#ffffff"), ("#00664a", "#ffffff"), ("#5b2e91", "#ffffff"),
    ("#1a1a1a", "#73aae0"), ("#ffffff", "#2e76c4"), ("#ffffff", "#00407f"), ("#b34700", "#ffffff"),
  ])
  func contrast(text: String, background: String) {
    func luminance(_ color: String) -> Double {
      let parts = [1, 3, 5].map { start -> Double in
        let digits = color.dropFirst(start).prefix(2)
        let value = Double(Int(digits, radix: 16)!) / 255
        return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (a, b) = (luminance(text), luminance(background))
    #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5)
  }
}
