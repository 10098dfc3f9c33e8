import Indicators

/// Cumulative share over days, with its band and, under the axis, how many are followed.
///
/// A step at each published day, from the first of them: between two nothing is known, and a slope would
/// say it is, as a line before the first would say that nobody had been served yet. How
/// many are still at risk later is not drawn: with the shares it would give back single exits, refusals
/// and deaths among them.
struct CurveChart {
  let language: Language
  let scale: Chart.Scale
  let curves: [Chart.Curve]
  let horizon: Double

  func draw(_ canvas: inout Canvas) -> Double {
    // Above it the value of nearly all has its place.
    let top = 26.0
    let bottom = 280.0
    let left = 70.0
    let right = canvas.width - 20
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
    for (index, curve) in curves.enumerated() {
      drawBand(curve, index % Canvas.series.count, x, y, &canvas)
    }
    for (index, curve) in curves.enumerated() {
      draw(curve, index % Canvas.series.count, x, y, &canvas)
    }
    let end = canvas.axisLabel(ChartPhrases.days[language], from: left, to: right, bottom + 42)
    return drawKeys(left: left, top: end + 12, &canvas)
  }

  /// What each curve is of, and how many it starts from.
  private func drawKeys(left: Double, top: Double, _ canvas: inout Canvas) -> Double {
    var y = top
    if curves.contains(where: { $0.subjects != nil }) {
      canvas.text(ChartPhrases.subjects[language], left, y + 4, fill: Canvas.muted, size: 13)
      y += 20
    }
    for (index, curve) in curves.enumerated() {
      let subjects = curve.subjects.map { ": " + language.integer($0) } ?? ""
      canvas.key(index % Canvas.series.count, curve.name + subjects, left, y)
      y += 20
    }
    return y - 6
  }

  private func draw(
    _ curve: Chart.Curve, _ style: Int, _ x: (Double) -> Double, _ y: Axis,
    _ canvas: inout Canvas
  ) {
    guard let line = curve.line(x, y) else { return }
    canvas.path(
      line,
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
    _ curve: Chart.Curve, _ style: Int, _ x: (Double) -> Double, _ y: Axis,
    _ canvas: inout Canvas
  ) {
    guard let band = curve.band(x, y) else { return }
    canvas.path(
      band,
      [("fill", Canvas.series[style]), ("fill-opacity", curves.count == 1 ? "0.18" : "0.10")])
  }
}

extension Chart.Curve {
  /// A step at each published day; nil where there is none.
  func line(_ x: (Double) -> Double, _ y: Axis) -> String? {
    guard let first = steps.first else { return nil }
    return steps.dropFirst().reduce("M" + n(x(first.day)) + "," + n(y[first.share])) {
      $0 + "H" + n(x($1.day)) + "V" + n(y[$1.share])
    }
  }

  /// Between the limits, from each published day to the next; nil where there are none.
  func band(_ x: (Double) -> Double, _ y: Axis) -> String? {
    let known = steps.filter { $0.lower != nil && $0.upper != nil }
    guard let first = known.first, let end = known.last else { return nil }
    let upper = known.dropFirst().reduce("M" + n(x(first.day)) + "," + n(y[first.upper!])) {
      $0 + "H" + n(x($1.day)) + "V" + n(y[$1.upper!])
    }
    let lower = known.dropLast().reversed().reduce("") {
      $0 + "V" + n(y[$1.lower!]) + "H" + n(x($1.day))
    }
    return upper + "V" + n(y[end.lower!]) + lower + "Z"
  }
}
