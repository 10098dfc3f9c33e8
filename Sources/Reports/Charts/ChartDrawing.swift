import Indicators

/// A chart as SVG: a picture with a title and a description, drawn from values and nothing else.
struct ChartDrawing {
  let language: Language

  func write(_ chart: Chart, to html: inout MarkupWriter) {
    var canvas = Canvas()
    let height = draw(chart, on: &canvas)
    var attributes = [
      ("viewBox", "0 0 \(n(canvas.width)) \(n(height))"),
      // Letters are as large whichever the width of the picture.
      ("width", n(canvas.width / Canvas.fontSize) + "em"), ("role", "img"),
      ("aria-labelledby", "\(chart.id)-t \(chart.id)-d"),
    ]
    if let room = canvas.roomBelow {
      // In hundredths of the frame, of which a map is as wide as page.css says.
      attributes += [("class", "map"), ("style", "--under:\(n(room * 155 / canvas.width))%")]
    }
    if let rows = canvas.rows {
      // In hundredths of the frame, beyond which the names beside the rows are left.
      let seen = canvas.width - rows + Self.margin
      attributes += [
        ("class", "rows"),
        (
          "style",
          "--w:\(n(canvas.width * 100 / seen))%;--l:\(n((Self.margin - rows) * 100 / seen))%"
        ),
      ]
    }
    html.open("svg", attributes)
    html.element("title", [("id", chart.id + "-t")], text: chart.title)
    html.element("desc", [("id", chart.id + "-d")], text: chart.description)
    html.open("g", [("fill", Canvas.ink), ("font-size", n(Canvas.fontSize))])
    html.raw(canvas.html)
    html.close("g")
    html.raw("</svg>")
  }

  /// Left of where rows begin, for half the first number of their axis.
  private static let margin = 10.0

  private func draw(_ chart: Chart, on canvas: inout Canvas) -> Double {
    switch chart.kind {
    case .bars(let scale, let items, let reference):
      RowChart(language: language, scale: scale, items: items, mark: .bar, reference: reference)
        .draw(&canvas)
    case .dots(let scale, let items, let reference):
      RowChart(language: language, scale: scale, items: items, mark: .dot, reference: reference)
        .draw(&canvas)
    case .gaps(let scale, let items, let origin):
      GapChart(language: language, scale: scale, items: items, origin: origin).draw(&canvas)
    case .lines(let scale, let periods, let series):
      LineChart(language: language, scale: scale, periods: periods, series: series).draw(&canvas)
    case .curve(let scale, let curves, let horizon):
      CurveChart(language: language, scale: scale, curves: curves, horizon: horizon)
        .draw(&canvas)
    case .panel(let scale, let curve, let beside, let horizon):
      PanelChart(language: language, scale: scale, curve: curve, beside: beside, horizon: horizon)
        .draw(&canvas)
    case .funnel(let scale, let points, let center, let sizeLabel):
      FunnelChart(
        language: language, scale: scale, points: points, center: center, sizeLabel: sizeLabel
      ).draw(&canvas)
    case .spine(let rows, let reference, let peers):
      SpineChart(language: language, rows: rows, reference: reference, peers: peers).draw(&canvas)
    case .pairs(let scale, let pairs, let first, let second):
      PairChart(language: language, scale: scale, pairs: pairs, first: first, second: second)
        .draw(&canvas)
    case .progress(
      let scale, let reference, let actual, let forecast, let start, let end, let length, let today):
      ProgressChart(
        language: language, scale: scale, reference: reference, actual: actual, forecast: forecast,
        start: start,
        end: end, length: length, today: today
      ).draw(&canvas)
    case .map(let scale, let areas):
      ChoroplethMap(language: language, id: chart.id, scale: scale, areas: areas).draw(&canvas)
    }
  }
}

extension Chart.Item {
  /// `Locri: 0,62 % (0,40 % – 0,95 %)`: what a reader is told of one value.
  func words(_ scale: Chart.Scale, _ language: Language) -> String {
    let name = label.isEmpty ? "" : label + ": "
    guard let value else { return name + (mark?.label(language) ?? word ?? "–") }
    var text = name + scale.style.text(value, language)
    if let lower, let upper {
      let ends = scale.style.text(lower, language) + " – " + scale.style.text(upper, language)
      text += " (" + ends + ")"
    }
    return text + (mark.map { " " + $0.rawValue } ?? "")
  }
}

extension Mark {
  /// `[c] riservato`.
  func label(_ language: Language) -> String { rawValue + " " + meaning[language] }
}
