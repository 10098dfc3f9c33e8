import Indicators
import Testing

@testable import Reports

/// What a picture has room for, on a desk and on a telephone.
@Suite struct ChartWidthTests {
  /// How wide a picture is, and how much of it a telephone shows: without the names beside its rows.
  static func size(_ kind: Chart.Kind) -> (width: Double, seen: Double) {
    let svg = ChartDrawingTests.svg(kind)
    let width = svg.firstMatch(of: #/viewBox="0 0 ([\d.]+)/#).map { Double($0.output.1)! } ?? 0
    let share = svg.firstMatch(of: #/--w:([\d.]+)%/#).map { Double($0.output.1)! } ?? 100
    return (width, width * 100 / share)
  }

  /// Letters of 13 units, in a picture 328 pixels wide. A map has its own rule.
  @Test(arguments: ChartDrawingTests.charts) func lettersCanBeReadOnATelephone(_ kind: Chart.Kind) {
    if case .map = kind { return }
    #expect(13 * 328 / Self.size(kind).seen > 9.5)
  }

  /// A name that takes two lines beside its row takes one above it, of which only one is shown.
  @Test func aLongNameIsWrittenForBothWidths() {
    let name = "Sportello della pubblica amministrazione di zona"
    let svg = ChartDrawingTests.svg(
      .dots(ChartDrawingTests.scale, [.init(label: name, value: 0.4)], reference: nil))
    #expect(svg.contains("class=\"l\" display=\"none\">" + name + "</text>"))
    #expect(svg.ranges(of: "class=\"l2\"").count == 2)
    #expect(!ChartDrawingTests.svg(ChartDrawingTests.charts[0]).contains("display=\"none\""))
  }

  /// The words under an axis stay in the picture, however long the names of the rows are.
  @Test func anAxisIsNamedInsideThePicture() throws {
    let label = Array(repeating: "mmmmmmmmm", count: 10).joined(separator: " ")
    let scale = Chart.Scale(label: label, style: .percent(1))
    let item = Chart.Item(
      label: String(repeating: "Duino ", count: 9), value: 0.4, lower: 0.3, upper: 0.5)
    for kind in [
      Chart.Kind.dots(scale, [item], reference: nil), .gaps(scale, [item], origin: 0),
      .pairs(
        scale, [.init(label: item.label, first: item, second: item)], first: "2024", second: "2025"),
    ] {
      let lines = ChartDrawingTests.svg(kind).matches(of: #/<text x="([0-9.]+)"[^>]*>([m ]+)</#)
      #expect(lines.map { String($0.output.2) }.joined(separator: " ") == label)
      for line in lines {
        let x = try #require(Double(line.output.1))
        let half = Canvas.width(of: String(line.output.2), size: 13) / 2
        #expect(x + half <= Self.size(kind).width + 0.1)
        #expect(x - half >= Self.size(kind).width - Self.size(kind).seen - 0.1)
      }
    }
  }
}
