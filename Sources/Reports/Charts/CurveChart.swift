import Indicators

/// Cumulative share over days, at the days that are published, with its band.
struct CurveChart {
  let language: Language
  let scale: Chart.Scale
  let curves: [Chart.Curve]
  let horizon: Double

  func draw(_ canvas: inout Canvas) -> Double {
    let top = 14.0
    let bottom = 280.0
    let left = 70.0
    let names = curves.map { Canvas.width(of: $0.name) }.max() ?? 0
    let right = Canvas.width - min(names, 190) - 20
    let y = Axis(values: [0, 1], scale: scale, from: bottom, to: top)
    func x(_ day: Double) -> Double { left + day / horizon * (right - left) }
    y.drawHorizontal(&canvas, left: left, right: right, language)
    var day = 0.0
    while day <= horizon {
      canvas.line(x(day), bottom, x(day), bottom + 5, stroke: Canvas.muted)
      canvas.text(
        language.decimal(day, 0), x(day), bottom + 20, .middle, fill: Canvas.muted, size: 13)
      day += 30
    }
    if curves.count == 1 { drawBand(curves[0], x, y, &canvas) }
    for (index, curve) in curves.enumerated() {
      draw(curve, index % Canvas.series.count, x, y, &canvas)
    }
    drawNames(y, right: right, &canvas)
    canvas.text(
      ChartPhrases.days[language], (left + right) / 2, bottom + 42, .middle, fill: Canvas.muted,
      size: 13)
    return bottom + 52
  }

  private func draw(
    _ curve: Chart.Curve, _ style: Int, _ x: (Double) -> Double, _ y: Axis,
    _ canvas: inout Canvas
  ) {
    var data = "M" + n(x(0)) + "," + n(y[0])
    for step in curve.steps { data += "L" + n(x(step.day)) + "," + n(y[step.share]) }
    canvas.path(
      data,
      [("fill", "none"), ("stroke", Canvas.series[style]), ("stroke-width", "2.5")]
        + (Canvas.dashes[style].isEmpty ? [] : [("stroke-dasharray", Canvas.dashes[style])]))
    for step in curve.steps {
      canvas.circle(
        x(step.day), y[step.share], radius: 4, fill: Canvas.series[style], stroke: "#fff")
      if curves.count == 1 {
        canvas.text(
          scale.style.text(step.share, language), x(step.day), y[step.upper ?? step.share] - 8,
          .middle, size: 13, halo: true)
      }
    }
  }

  private func drawBand(
    _ curve: Chart.Curve, _ x: (Double) -> Double, _ y: Axis, _ canvas: inout Canvas
  ) {
    let known = curve.steps.filter { $0.lower != nil && $0.upper != nil }
    guard !known.isEmpty else { return }
    let upper = known.map { n(x($0.day)) + "," + n(y[$0.upper!]) }
    let lower = known.reversed().map { n(x($0.day)) + "," + n(y[$0.lower!]) }
    let start = n(x(0)) + "," + n(y[0])
    canvas.path(
      "M" + ([start] + upper + lower).joined(separator: "L") + "Z",
      [("fill", Canvas.blue), ("fill-opacity", "0.15")])
  }

  private func drawNames(_ y: Axis, right: Double, _ canvas: inout Canvas) {
    let ends = curves.enumerated().compactMap { index, curve in
      curve.steps.last.map { (index, y[$0.share]) }
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var previous = -100.0
    for (index, end) in ends {
      let place = max(end, previous + 17)
      canvas.text(
        Canvas.fitted(curves[index].name, width: Canvas.width - right - 8), right + 8, place + 5,
        fill: Canvas.series[index % Canvas.series.count], bold: true)
      previous = place
    }
  }
}
