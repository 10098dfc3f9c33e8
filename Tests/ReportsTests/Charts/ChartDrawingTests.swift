import Indicators
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
    .funnel(
      scale,
      [
        .init(item: items[0], size: 500, isDistinct: true),
        .init(item: items[0], size: 20, isDistinct: false),
      ], center: .init(label: "Tutto 30 %", value: 0.3), sizeLabel: "persone"),
    .funnel(scale, [], center: .init(label: "Tutto", value: 0.3), sizeLabel: "persone"),
    .spine([row(0.5, isDistinct: true), row(0.2, isDistinct: false)], reference: "R", peers: "P"),
    .spine([], reference: "R", peers: "P"),
    .pairs(
      scale, [.init(label: "Africo", first: items[0], second: items[1])], first: "2024",
      second: "2025"),
    .progress(
      scale,
      reference: .init(name: "S", steps: [.init(day: 0, share: 0), .init(day: 9, share: 1)]),
      actual: .init(name: "A", steps: [.init(day: 5, share: 0.2)]), forecast: nil, start: "a",
      end: "b", length: 9, today: 12),
    .progress(
      scale, reference: .init(name: "S", steps: [.init(day: 0, share: 0)]),
      actual: .init(name: "A", steps: [.init(day: 5, share: 0.2)]),
      forecast: .init(
        name: "F", steps: [.init(day: 5, share: 0.2), .init(day: 5000, share: 1)]),
      start: "a", end: "b", length: 9, today: 5),
    .panel(
      scale, .init(name: "A", steps: [.init(day: 30, share: 0.2, lower: 0.1, upper: 0.3)]),
      beside: .init(name: "Tutto", steps: [.init(day: 60, share: 0.4)]), horizon: 180),
  ]

  static func row(
    _ value: Double, isDistinct: Bool, higherIsRight: Bool = true
  ) -> Chart.SpineRow {
    .init(
      label: "Copertura", value: value, text: "50 %", isDistinct: isDistinct,
      spread: [0.1, 0.3, 0.5, 0.7], reference: 0.4, peers: 0.4, higherIsRight: higherIsRight)
  }

  /// The value of nearly all is inside the picture, and a curve's name is whole where there is room.
  @Test func nothingOfACurveIsCut() {
    let steps = [Chart.Curve.Step(day: 30, share: 0.99, lower: 0.98, upper: 1)]
    let picture = Self.svg(
      .curve(Self.scale, [.init(name: "Tutto il territorio", steps: steps)], horizon: 180))
    let places = picture.matches(of: #/<text x="[\d.]+" y="(-?[\d.]+)"/#)
      .map { Double($0.output.1)! }
    #expect(places.count > 5 && places.allSatisfy { $0 >= 13 }, "\(places)")
    #expect(picture.contains(">Tutto il territorio</text>"))
  }

  /// Before the first published day nothing is known: a line there would say that nobody was served.
  @Test func aCurveBeginsWhereItIsKnown() throws {
    let steps = [Chart.Curve.Step(day: 90, share: 0.9), .init(day: 180, share: 0.95)]
    let picture = Self.svg(.curve(Self.scale, [.init(name: "A", steps: steps)], horizon: 180))
    let start = try #require(picture.firstMatch(of: #/<path d="M([\d.]+),[^"]*H/#))
    #expect(try #require(Double(start.output.1)) > 200)
  }

  /// Places of the dots of a spine, the legend's not included.
  static func dots(_ rows: [Chart.SpineRow]) -> [Double] {
    svg(.spine(rows, reference: "R", peers: "P")).split(separator: "<g class=\"p\">").dropFirst()
      .compactMap { $0.firstMatch(of: #/<circle cx="([\d.]+)"/#).map { Double($0.output.1)! } }
  }

  /// The common value is in the middle, better is on the right whichever way an indicator goes.
  @Test func theSpineTurnsWhereLowerIsBetter() {
    let middle = Self.dots([Self.row(0.4, isDistinct: false)])[0]
    let right = Self.dots([Self.row(0.6, isDistinct: false)])[0]
    let left = Self.dots([Self.row(0.6, isDistinct: false, higherIsRight: false)])[0]
    #expect(right > middle && left < middle)
    #expect((right - middle - (middle - left)).magnitude < 0.11)
  }

  /// What rows are held against has its interval too: a row beside the line may not stand apart from it.
  @Test func theReferenceHasItsBand() throws {
    func svg(_ interval: ClosedRange<Double>?) -> String {
      Self.svg(
        .dots(
          Self.scale, Self.items,
          reference: .init(label: "Tutto 30 %", value: 0.3, interval: interval)))
    }
    let band = #/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*fill-opacity="0.14"/#
    let found = try #require(svg(0.2...0.6).firstMatch(of: band))
    let (start, width) = (Double(found.output.1) ?? 0, Double(found.output.2) ?? 0)
    let line = try #require(
      svg(0.2...0.6).firstMatch(of: #/<line x1="([\d.]+)"[^>]*stroke-dasharray="5 4"/#))
    let place = ((Double(line.output.1) ?? 0) - start) / width
    #expect(abs(place - 0.25) < 0.01)
    #expect(svg(nil).firstMatch(of: band) == nil)
  }

  /// What no value has no dot, in whichever picture.
  @Test func aPairWithOneValueHasOneDot() {
    let svg = Self.svg(
      .pairs(
        Self.scale, [.init(label: "A", first: Self.items[0], second: Self.items[1])], first: "a",
        second: "b"))
    // One in the picture, two in the legend.
    #expect(svg.ranges(of: "<circle").count == 3)
    #expect(svg.contains("[c]"))
  }

  /// Limits of chance around 30 % (mid-P binomial) are wider where fewer people are.
  @Test func theFunnelNarrowsWithSize() throws {
    let wide = try #require(FunnelLimits.exact(proportion: 0.3, trials: 20, level: 0.95))
    let narrow = try #require(FunnelLimits.exact(proportion: 0.3, trials: 500, level: 0.95))
    #expect(narrow.upper - narrow.lower < wide.upper - wide.lower)
    let svg = Self.svg(Self.charts[8])
    #expect(svg.ranges(of: "stroke-dasharray=\"6 4\"").count == 3)
  }

  /// A limit above the top of the chart is not drawn along its edge, where it would look like one.
  @Test func aLimitThatLeavesTheFunnelIsNotItsEdge() throws {
    let svg = Self.svg(
      .funnel(
        Self.scale,
        [
          .init(item: .init(label: "A", value: 0.02), size: 5000, isDistinct: false),
          .init(item: .init(label: "B", value: 0.01), size: 30, isDistinct: false),
        ], center: .init(label: "Tutto", value: 0.01), sizeLabel: "persone"))
    let lines = svg.matches(of: #/<path d="(M[^"]+)" fill="none"/#).map { String($0.output.1) }
    #expect(lines.count >= 3)
    for line in lines {
      let heights = line.matches(of: #/,([\d.]+)/#).map { Double($0.output.1)! }
      #expect(heights.count { $0 == 14 } <= 1, "\(line.prefix(60))")
    }
  }

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

  /// Letters stand some three quarters of their size above their line.
  @Test(arguments: charts) func noTextIsCutByTheUpperEdge(_ kind: Chart.Kind) {
    let texts = Self.svg(kind).matches(
      of: #/<text x="[-\d.]+" y="([-\d.]+)"(?: font-size="([\d.]+)")?/#)
    #expect(!texts.isEmpty)
    for text in texts {
      let y = Double(text.output.1)!
      let size = text.output.2.flatMap { Double($0) } ?? Canvas.fontSize
      #expect(y >= size * 0.75, "\(text.output.0)")
    }
  }

  /// The page moves the legend of a map as one thing, and the map without it.
  @Test func theLegendOfAMapIsApart() throws {
    let map = try #require(
      Self.charts.first { if case .map(_, let areas) = $0 { !areas.isEmpty } else { false } })
    let parts = Self.svg(map).split(separator: "<g class=\"key\"")
    try #require(parts.count == 2)
    #expect(parts[0].contains("class=\"map\"") && parts[0].contains("<title>Ardore: [c] riservato"))
    #expect(!parts[0].contains("<text x=\"464\""))
    #expect(parts[1].contains("[c] riservato") && !parts[1].contains("<title>"))
    #expect(!Self.svg(Self.charts[0]).contains("class=\"map\""))
  }

  /// Of hundreds of areas whole pixels are drawn, and neighbours still share their edge.
  @Test func manyAreasAreDrawnInWholePixels() {
    func outlines(_ count: Int) -> [Substring] {
      let areas = (0..<count).map { index in
        Chart.Area(
          item: Self.items[0],
          rings: [
            [(0.013, 0.0), (0.014, 0.001), (1.013, 0.17), (1.013, 1.17), (0.013, 1)].map {
              .init(longitude: $0.0 + Double(index % 13), latitude: $0.1 + Double(index / 13))
            }
          ])
      }
      return Self.svg(.map(Self.scale, areas)).matches(of: #/ d="(M[^"]+)" fill="#/#)
        .map(\.output.1)
    }
    #expect(outlines(150).contains { $0.contains(".") })
    let many = outlines(151)
    #expect(many.count == 151 && !many.contains { $0.contains(".") })
    // The second point falls on the first: what follows is still told from where one is.
    #expect((many + outlines(150)).allSatisfy { $0.contains(#/^M[\d.]+ [\d.]+l/#) })
    // The right edge of the first area is the left one of the second.
    func starts(_ data: Substring) -> Int? {
      data.dropFirst().split(separator: /[ l-]/).first.flatMap { Int($0) }
    }
    #expect(starts(many[1]) == starts(many[0]).map { $0 + 34 })
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

  /// Withheld, missing and nothing to be counted are three things, each with its place in the legend.
  @Test func aMapTellsNoCaseFromMissing() {
    let marks: [Chart.Item] =
      Self.items + [Chart.Item(label: "Bova", word: "nessun caso")]
    let areas = marks.map { item in
      Chart.Area(
        item: item,
        rings: [
          [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { .init(longitude: $0.0, latitude: $0.1) }
        ])
    }
    let svg = Self.svg(.map(Self.scale, areas))
    for word in ["[c] riservato", "nessun caso", "dato non disponibile"] {
      #expect(svg.contains(">\(word)<"), "\(word)")
    }
    let few = Self.svg(.map(Self.scale, [areas[0], areas[3]]))
    #expect(few.contains(">nessun caso<") && !few.contains("dato non disponibile"))
  }
}
