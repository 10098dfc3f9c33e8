import Indicators

/// What was reached between a start and an end, beside the usual course (an S), with today's line.
struct ProgressChart {
  let language: Language
  let scale: Chart.Scale
  let reference: Chart.Curve
  let actual: Chart.Curve
  /// From the as-of date on, at the pace so far; nil when it cannot be told.
  let forecast: Chart.Curve?
  let start: String
  let end: String
  /// Days from start to end.
  let length: Double
  /// Days from start to the as-of date.
  let today: Double

  func draw(_ canvas: inout Canvas) -> Double {
    let (top, bottom, left, right) = (24.0, 280.0, 70.0, canvas.width - 30)
    // A forecast far beyond the end would squeeze everything else: it leaves the picture.
    let ahead = min(forecast?.steps.map(\.day).max() ?? 0, length * 1.4)
    let span = max(length, today, actual.steps.map(\.day).max() ?? 0, ahead)
    let y = Axis(values: [0, 1], scale: scale, from: bottom, to: top)
    func x(_ day: Double) -> Double { left + max(0, day) / span * (right - left) }
    y.drawHorizontal(&canvas, left: left, right: right, language)
    canvas.text(start, left, bottom + 20, .middle, fill: Canvas.muted, size: 13)
    canvas.text(
      end, x(length), bottom + 20, length < span ? .middle : .end, fill: Canvas.muted, size: 13)
    canvas.line(x(length), top, x(length), bottom, stroke: Canvas.muted)
    canvas.line(x(today), top - 6, x(today), bottom, stroke: Canvas.ink, width: 1.5, dash: "5 4")
    canvas.centered(ChartPhrases.today[language], x(today), top - 10)
    canvas.path(
      path(reference, x, y),
      [
        ("fill", "none"), ("stroke", Canvas.muted), ("stroke-width", "2"),
        ("stroke-dasharray", "6 4"),
      ])
    canvas.path(
      path(actual, x, y), [("fill", "none"), ("stroke", Canvas.blue), ("stroke-width", "2.5")])
    if let forecast, let from = forecast.steps.first, let to = forecast.steps.last,
      to.day > from.day
    {
      let last = min(to.day, span)
      let share = from.share + (to.share - from.share) * (last - from.day) / (to.day - from.day)
      canvas.line(
        x(from.day), y[from.share], x(last), y[share], stroke: Canvas.amber, width: 2.5,
        dash: "2 4")
    }
    for step in actual.steps {
      let words = actual.name + ": " + scale.style.text(step.share, language)
      canvas.point(words) { canvas in
        canvas.circle(x(step.day), y[step.share], fill: Canvas.blue, stroke: "#fff")
        // Beside the line of the as-of date, not on it.
        let isOnLine = (x(today) - x(step.day)).magnitude < 20
        canvas.text(
          scale.style.text(step.share, language), isOnLine ? x(today) - 8 : x(step.day),
          y[step.share] - 10, isOnLine ? .end : .middle, size: 13, halo: true)
      }
    }
    canvas.line(2, bottom + 45, 30, bottom + 45, stroke: Canvas.blue, width: 2.5)
    canvas.text(actual.name, 36, bottom + 50, size: 13)
    canvas.line(2, bottom + 65, 30, bottom + 65, stroke: Canvas.muted, width: 2, dash: "6 4")
    canvas.text(reference.name, 36, bottom + 70, size: 13)
    guard let forecast else { return bottom + 82 }
    canvas.line(2, bottom + 85, 30, bottom + 85, stroke: Canvas.amber, width: 2.5, dash: "2 4")
    canvas.text(forecast.name, 36, bottom + 90, size: 13)
    return bottom + 102
  }

  private func path(_ curve: Chart.Curve, _ x: (Double) -> Double, _ y: Axis) -> String {
    "M" + curve.steps.map { n(x($0.day)) + "," + n(y[$0.share]) }.joined(separator: "L")
  }
}
