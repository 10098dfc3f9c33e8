import Indicators

/// One of some small charts that stand side by side on the same axes: the cumulative share of one place,
/// and dashed that of all of them.
struct PanelChart {
  let language: Language
  let scale: Chart.Scale
  let curve: Chart.Curve
  let beside: Chart.Curve
  let horizon: Double

  func draw(_ canvas: inout Canvas) -> Double {
    canvas.width = 280
    let (left, right, top, bottom) = (50.0, 264.0, 12.0, 168.0)
    let y = Axis(values: [0, 1], scale: scale, from: bottom, to: top, count: 2)
    func x(_ day: Double) -> Double { left + day / horizon * (right - left) }
    y.drawHorizontal(&canvas, left: left, right: right, language)
    for day in stride(from: 0, through: horizon, by: horizon > 90 ? 60 : 30) {
      canvas.line(x(day), bottom, x(day), bottom + 5, stroke: Canvas.muted)
      canvas.text(
        language.decimal(day, 0), x(day), bottom + 19, .middle, fill: Canvas.muted, size: 13)
    }
    if let band = curve.band(x, y) {
      canvas.path(band, [("fill", Canvas.blue), ("fill-opacity", "0.18")])
    }
    if let line = beside.line(x, y) {
      canvas.path(line, [("fill", "none")] + Self.dashed)
    }
    if let line = curve.line(x, y) {
      canvas.path(line, [("fill", "none"), ("stroke", Canvas.blue), ("stroke-width", "2.5")])
    }
    for step in curve.steps {
      let item = Chart.Item(
        label: ChartPhrases.withinDays(language, language.decimal(step.day, 0)), value: step.share,
        lower: step.lower, upper: step.upper)
      canvas.point(item.words(scale, language)) {
        $0.circle(x(step.day), y[step.share], radius: 4.5, fill: Canvas.blue, stroke: "#fff")
      }
    }
    canvas.centered(
      ChartPhrases.daysAlone[language], (left + right) / 2, bottom + 37, fill: Canvas.muted)
    return drawKeys(top: bottom + 58, &canvas)
  }

  private static let dashed = [
    ("stroke", Canvas.ink), ("stroke-width", "1.5"), ("stroke-dasharray", "5 4"),
  ]

  private func drawKeys(top: Double, _ canvas: inout Canvas) -> Double {
    var y = top
    if let subjects = curve.subjects {
      canvas.text(
        ChartPhrases.subjects[language] + " " + language.integer(subjects), 8, y,
        fill: Canvas.muted, size: 13)
      y += 20
    }
    canvas.path("M8,\(n(y - 4))h30", Self.dashed)
    canvas.text(Canvas.fitted(beside.name, width: canvas.width - 48, size: 13), 46, y, size: 13)
    return y + 8
  }
}
