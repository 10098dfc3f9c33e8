import Indicators
import Testing

@testable import Ingest
@testable import Reports

@Suite struct PrintAreaTests {
  /// A chart below its table is printed and so is one beside it, without the ids between the two.
  @Test(arguments: [12, 40]) func chartsArePrinted(rows: Int) throws {
    let table = Table(
      id: "t", caption: "Richieste", sheetName: "Richieste dell'anno",
      columns: [Table.Column("Comune"), Table.Column("Richieste", .number)],
      rows: (0..<rows).map {
        [.text("Comune \($0)"), Cell(.number(Double($0), .decimal(0)), observation: "id-\($0)")]
      })
    let scale = Chart.Scale(label: "Richieste", style: .decimal(0))
    let chart = Chart(
      id: "c", title: "Richieste", description: "Richieste", kind: .bars(scale, [], reference: nil),
      native: .init(kind: .bar, categories: 0, values: [1]))
    let report = Report(
      path: "prova", language: .it, title: "Prova", subtitle: "", lead: [],
      sections: [Section(id: "s", title: "S", blocks: [.charts([chart], table)])], trail: [])
    let scratch = try Scratch()
    let context = WorkbookReadBackTests.context(.it)
    _ = try WorkbookRenderer(frame: context.frame).write(report, to: scratch.path("a.xlsx"))
    let archive = try ZipArchive(.file(path: scratch.path("a.xlsx")))
    func part(_ name: String) throws -> String {
      String(decoding: try archive.contents(name), as: UTF8.self)
    }
    let drawing = try part("xl/drawings/drawing1.xml")
    let corners = drawing.matches(of: #/<xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>/#)
      .map { (column: Int($0.1)!, row: Int($0.2)!) }
    let name = try #require(
      try part("xl/workbook.xml").firstMatch(of: #/Print_Area" localSheetId="4">([^<]+)</#))
    let areas = name.1.matches(of: #/\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)/#).map {
      (columns: index($0.1)...index($0.3), rows: (Int($0.2)! - 1)...(Int($0.4)! - 1))
    }
    #expect(corners.count == 2)
    #expect(
      areas.contains { area in
        corners.allSatisfy { area.columns.contains($0.column) && area.rows.contains($0.row) }
      }, "\(name.1) \(corners)")
    // The third column has the ids.
    #expect(rows == 12 || areas.allSatisfy { !$0.columns.contains(2) }, "\(name.1)")
    #expect(areas.first.map { $0.rows.contains(rows) && $0.columns.contains(1) } == true)
  }

  private func index(_ letters: Substring) -> Int {
    letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
  }
}
