import Foundation
import Testing

@testable import Ingest

/// The accessibility checklist of the edition's pages (WCAG 2.1), on the receipt in both languages.
@Suite struct ReceiptChecklistTests {
  private static func page(_ language: ReceiptLanguage) throws -> String {
    let source = try DeliveringSource(columns: DeliveringSource.columns)
    source.language = language
    try source.write(
      DeliveringSource.header + DeliveringSource.row("1")
        + DeliveringSource.row("<b>&\"2\"", comune: "<script>", day: "mai"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    return try source.receipt("ricevuta.html", of: "2026-06-30.csv")
  }

  private static func values(_ attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test(arguments: ReceiptLanguage.allCases) func structure(language: ReceiptLanguage) throws {
    let html = try Self.page(language)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(html.ranges(of: "<h1").count == 1)
    for landmark in ["<header", "<main", "<footer", "<nav", "class=\"skip\" href=\"#contenuto\""] {
      #expect(html.contains(landmark), "\(landmark)")
    }
    var level = 0
    for match in html.matches(of: #/<h([1-6])[ >]/#) {
      let next = Int(match.output.1)!
      #expect(next <= level + 1, "h\(level) → h\(next)")
      level = next
    }
    let ids = Self.values("id", in: html)
    #expect(Set(ids).count == ids.count)
    for anchor in Self.values("href", in: html) {
      #expect(anchor.hasPrefix("#") && ids.contains(String(anchor.dropFirst())), "\(anchor)")
    }
    let tables = html.ranges(of: "<table").count
    #expect(tables >= 4)
    #expect(html.ranges(of: "<caption").count == tables)
    #expect(
      html.ranges(of: "<th").count - html.ranges(of: "<thead").count
        == html.ranges(of: "scope=\"").count)
  }

  /// Regions are told apart by their names, and no column is there to be empty.
  @Test(arguments: ReceiptLanguage.allCases) func tablesAreToldApart(language: ReceiptLanguage)
    throws
  {
    let html = try Self.page(language)
    let names = Self.values("aria-label", in: html)
    #expect(names.count > 4 && Set(names).count == names.count, "\(names)")
    for table in html.components(separatedBy: "<table").dropFirst() {
      let rows = table.components(separatedBy: "<tr>").dropFirst(2).map { row in
        row.matches(of: #/<t[hd][^>]*>([^<]*)</#).map { String($0.output.1) }
      }
      let columns = rows.map(\.count).max() ?? 0
      for column in 0..<columns {
        #expect(rows.contains { !$0[column].isEmpty }, "\(table.prefix(300))")
      }
    }
  }

  @Test(arguments: ReceiptLanguage.allCases)
  func nothingComesFromOutside(language: ReceiptLanguage) throws {
    let html = try Self.page(language)
    for forbidden in ["http://", "https://", "src=", "@import", "url(", "<link", "<script", "<b>"] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("«&lt;script&gt;»") || html.contains(">&lt;script&gt;<"))
  }

  /// Every element that is opened is closed, in order.
  @Test(arguments: ReceiptLanguage.allCases) func tagsAreBalanced(language: ReceiptLanguage) throws
  {
    var open: [Substring] = []
    for match in try Self.page(language).matches(of: #/<(/?)([a-z0-9]+)[^>]*>/#) {
      let (_, slash, name) = match.output
      if ["meta", "br"].contains(name) { continue }
      if slash.isEmpty {
        open.append(name)
      } else {
        #expect(open.popLast() == name)
      }
    }
    #expect(open.isEmpty)
  }
}
