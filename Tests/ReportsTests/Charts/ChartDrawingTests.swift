import Testing

@testable import Reports

@Suite struct ChartDrawingTests {
  static let items = [
    Chart.Item(label: "Africo <b>", value: 0.4, lower: 0.3, upper: 0.5),
    Chart.Item(label: "Ardore", mark: .confidential),
    Chart.Item(label: "Bianco", mark: .notReceived),
  ]
  static let scale = Chart.Scale(label: "Copertura (%)", style: .percent(1))

  static let charts: [Chart.Kind] = [
    .bars(scale, items, reference: .init(label: "Tutto 30 %", value: 0.3)),
    .dots(scale, items, reference: nil), .dots(scale, [], reference: nil),
    .gaps(scale, items, origin: 0),
    .lines(scale, periods: ["2025", "2026"], [.init(name: "A", points: Array(items.prefix(2)))]),
    .curve(
      scale, [.init(name: "A", steps: [.init(day: 30, share: 0.2), .init(day: 90, share: 0.5)])],
      horizon: 180),
    .map(
      scale,
      items.enumerated().map { index, item in
        Chart.Area(
          item: item,
          rings: [
            [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map {
              .init(longitude: $0.0 + Double(index), latitude: $0.1)
            }
          ])
      }),
    .map(scale, []),
  ]

  static func svg(_ kind: Chart.Kind) -> String {
    var html = MarkupWriter()
    ChartDrawing(language: .it).write(
      Chart(id: "g", title: "Titolo", description: "Descrizione", kind: kind), to: &html)
    return html.string
  }

  @Test(arguments: charts) func everyChartHasItsTextAlternative(kind: Chart.Kind) {
    let svg = Self.svg(kind)
    #expect(svg.contains("role=\"img\" aria-labelledby=\"g-t g-d\""))
    #expect(svg.contains("<title id=\"g-t\">Titolo</title><desc id=\"g-d\">Descrizione</desc>"))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    #expect(!svg.contains("<b>"))
  }

  @Test func whatIsNotThereIsWrittenOnTheChart() {
    let svg = Self.svg(Self.charts[1])
    #expect(svg.contains("[c] riservato"))
    #expect(svg.contains("[..] non pervenuto"))
    // One value, one dot.
    #expect(svg.ranges(of: "<circle").count == 1)
  }

  @Test func withheldComuniAreHatchedAndNeverInAClass() {
    let svg = Self.svg(Self.charts[6])
    #expect(svg.contains("fill=\"url(#g-c)\""))
    #expect(svg.contains("fill=\"url(#g-m)\""))
    #expect(svg.contains("<title>Ardore: [c] riservato</title>"))
  }

  @Test func gapsBeyondErrorAreFullAndTheOthersEmpty() {
    let items = [
      Chart.Item(label: "A", value: 0.4, lower: 0.3, upper: 0.5),
      Chart.Item(label: "B", value: 0.1, lower: -0.3, upper: 0.5),
    ]
    let svg = Self.svg(.gaps(Self.scale, items, origin: 0))
    // Of each shape one in the picture and one in the legend.
    #expect(svg.ranges(of: "fill=\"#fff\" stroke=\"#0066cc\"").count == 1)
    #expect(svg.ranges(of: "fill=\"#0066cc\" stroke=\"#0066cc\"").count == 1)
  }
}
