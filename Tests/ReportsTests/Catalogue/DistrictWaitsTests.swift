import Indicators
import Testing
import Warehouse

@testable import Reports

/// Waiting by district, side by side.
@Suite struct DistrictWaitsTests {
  private static func section(without district: String? = nil) -> Section? {
    var evidence = SampleEvidence.make()
    evidence.observations.removeAll { $0.territory.code == district }
    // One where hardly anybody is served, whose own axis would end far lower.
    for index in evidence.observations.indices
    where evidence.observations[index].territory.code == "LOC"
      && evidence.observations[index].indicator.contains(".entro-")
    {
      evidence.observations[index].value? *= 0.1
      evidence.observations[index].lower? *= 0.1
      evidence.observations[index].upper? *= 0.1
    }
    return DistrictWaits.section(
      ReportContext(evidence: evidence, tables: [], language: .it))
  }

  private static func svg(_ chart: Chart) -> String {
    var html = MarkupWriter()
    ChartDrawing(language: .it).write(chart, to: &html)
    return html.string
  }

  /// One chart for each district, all on the same axes, every value with its words and a table beside them.
  @Test func districtsStandSideBySide() throws {
    let section = try #require(Self.section())
    guard case .charts(let charts, let table)? = section.blocks.last else {
      return #expect(Bool(false))
    }
    #expect(charts.map(\.title) == ["Locri", "Caulonia [cp]"] && charts.allSatisfy(\.isPanel))
    #expect(table.rows.count == 3)
    func axes(_ chart: Chart) -> [String] {
      Self.svg(chart).matches(of: #/<(line [^>]*|text [^>]*text-anchor="[^>]*)>/#).map {
        String($0.1)
      }
    }
    #expect(axes(charts[0]) == axes(charts[1]) && axes(charts[0]).count > 8)
    for chart in charts {
      let picture = Self.svg(chart)
      #expect(picture.contains(#/<title>entro 90 giorni: [\d,]+\u{A0}% \(/#), "\(picture)")
      // All of them together are told from one by the dash, not by the colour alone.
      #expect(
        picture.contains("stroke-dasharray") && picture.contains(">Tutto il territorio</text>"))
      #expect(!chart.description.isEmpty)
    }
    var html = MarkupWriter()
    SectionMarkup(language: .it, root: "").write(section, to: &html)
    #expect(html.string.contains("<div class=\"panels\">\n<figure>"))
    #expect(
      section.allSentences(under: []).contains {
        $0.sentence.text.contains("su tutto il territorio")
      })
  }

  @Test func oneDistrictStandsBesideNothing() {
    #expect(Self.section(without: "CAU") == nil)
  }
}
