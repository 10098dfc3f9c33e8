import Indicators
import Testing

@testable import Ingest
@testable import Reports

/// Charts of a page that a spreadsheet draws by itself.
@Suite struct NativeChartTests {
  private static func charts(
    _ look: ([WorkbookReadBackTests.Sheet]) throws -> Void = { _ in }
  ) throws -> [String] {
    let context = WorkbookReadBackTests.context(.it)
    let scratch = try Scratch()
    _ = try WorkbookRenderer(frame: context.frame)
      .write(DossierReport.reports(context)[0], to: scratch.path("a.xlsx"))
    try look(WorkbookReadBackTests.read(scratch.path("a.xlsx")))
    let archive = try ZipArchive(.file(path: scratch.path("a.xlsx")))
    return try (1...99).map { "xl/charts/chart\($0).xml" }.filter(archive.contains).map {
      String(decoding: try archive.contents($0), as: UTF8.self)
    }
  }

  /// Values against what they are measured on, between the limits of chance.
  @Test func theFunnelIsAScatter() throws {
    var headers: [String] = []
    let charts = try Self.charts { sheets in
      let sheet = sheets.first { $0.name == PicturePhrases.funnelTitle.it }
      headers = try #require(sheet?.rows.first).map(\.text)
    }
    let funnel = try #require(charts.first { $0.contains("<c:scatterChart>") })
    #expect(funnel.contains("comuni e limiti del caso"))
    let series = funnel.split(separator: "<c:ser>").dropFirst()
    #expect(series.count == 3 && series.allSatisfy { $0.contains("<c:xVal>") })
    func columns(_ axis: String) -> Set<String> {
      Set(
        funnel.matches(of: #/<c:([xy])Val><c:numRef><c:f>[^<]*!\$([A-Z])\$2/#)
          .filter { $0.1 == axis }
          .map { headers[Int($0.2.unicodeScalars.first!.value) - 65] })
    }
    #expect(columns("x") == ["Denominatore"])
    #expect(columns("y").count == 3 && columns("y").contains("Copertura della popolazione (%)"))
    #expect(funnel.matches(of: #/<c:symbol val="diamond"\/>/#).count == 2)
  }

  /// Of a curve the shares within each day, which say nothing of the days between.
  @Test func curvesAreColumns() throws {
    let curves = try Self.charts().filter { $0.contains(">quota servita<") }
    #expect(curves.contains { $0.contains(#"<c:min val="0"/>"#) })
    for curve in curves {
      #expect(curve.contains(#"<c:barDir val="col"/>"#))
      #expect(curve.split(separator: "<c:ser>").count == 5)
      // Left to themselves programs begin an axis of large shares far above nothing.
      #expect(curve.contains(#"<c:max val="1"/>"#) == curve.contains(#"<c:min val="0"/>"#))
    }
  }
}
