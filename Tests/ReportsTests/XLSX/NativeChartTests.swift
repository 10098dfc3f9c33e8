import Testing

@testable import Ingest
@testable import Reports

/// Charts of a page that a spreadsheet draws by itself.
@Suite struct NativeChartTests {
  private static func charts() throws -> [String] {
    let context = WorkbookReadBackTests.context(.it)
    let scratch = try Scratch()
    _ = try WorkbookRenderer(frame: context.frame)
      .write(DossierReport.reports(context)[0], to: scratch.path("a.xlsx"))
    let archive = try ZipArchive(.file(path: scratch.path("a.xlsx")))
    return try (1...99).map { "xl/charts/chart\($0).xml" }.filter(archive.contains).map {
      String(decoding: try archive.contents($0), as: UTF8.self)
    }
  }

  /// Values against what they are measured on, between the limits of chance.
  @Test func theFunnelIsAScatter() throws {
    let funnel = try #require(try Self.charts().first { $0.contains("<c:scatterChart>") })
    #expect(funnel.contains("comuni e limiti del caso"))
    let series = funnel.split(separator: "<c:ser>").dropFirst()
    #expect(series.count == 3 && series.allSatisfy { $0.contains("<c:xVal>") })
    let columns = funnel.matches(of: #/<c:([xy])Val><c:numRef><c:f>[^<]*!\$([A-Z])\$2/#)
      .map { String($0.1 + $0.2) }
    // Value and limits are each against the denominator.
    #expect(Set(columns.filter { $0.hasPrefix("x") }).count == 1)
    #expect(Set(columns.filter { $0.hasPrefix("y") }).count == 3)
    #expect(funnel.matches(of: #/<c:symbol val="diamond"\/>/#).count == 2)
  }

  /// Of a curve the shares within each day, which say nothing of the days between.
  @Test func curvesAreColumns() throws {
    let curves = try Self.charts().filter { $0.contains(">quota servita<") }
    #expect(!curves.isEmpty)
    for curve in curves {
      #expect(curve.contains(#"<c:barDir val="col"/>"#))
      #expect(curve.split(separator: "<c:ser>").count == 5)
    }
  }
}
