/// Values over time, one line per series; a missing value breaks the line and says so by its mark.
struct LineChart {
  let language: Language
  let scale: Chart.Scale
  let periods: [String]
  let series: [Chart.Series]

  func draw(_ canvas: inout Canvas) -> Double {
    // The number of the highest point stands above it.
    let top = series.count == 1 ? 28.0 : 14
    let bottom = 270.0
    let left = 70.0
    let right = canvas.width - 20
    let ends = series.flatMap { $0.points.flatMap { [$0.value, $0.lower, $0.upper] } }
    let axis = Axis(values: ends.compactMap(\.self), scale: scale, from: bottom, to: top)
    axis.drawHorizontal(&canvas, left: left, right: right, language)

    let step = periods.count > 1 ? (right - left - 60) / Double(periods.count - 1) : 0
    func x(_ index: Int) -> Double { left + 30 + Double(index) * step }
    let widest = periods.map { Canvas.width(of: $0, size: 13) }.max() ?? 0
    let every = step > 0 ? max(1, Int(((widest + 8) / step).rounded(.up))) : 1
    for (index, period) in periods.enumerated() where index % every == 0 {
      canvas.centered(period, x(index), bottom + 20, fill: Canvas.muted)
    }
    if series.count == 1 { drawBand(series[0], axis, x, &canvas) }
    for (index, one) in series.enumerated() {
      draw(one, index % Canvas.series.count, axis, x, bottom, &canvas)
    }
    let end = canvas.axisLabel(scale.label, from: left, to: right, bottom + 44)
    guard series.count > 1 else { return end }
    for (index, one) in series.enumerated() {
      canvas.key(index % Canvas.series.count, one.name, left, end + 12 + Double(index) * 20)
    }
    return end + 4 + Double(series.count) * 20
  }

  private func draw(
    _ one: Chart.Series, _ style: Int, _ axis: Axis, _ x: (Int) -> Double, _ bottom: Double,
    _ canvas: inout Canvas
  ) {
    let color = Canvas.series[style]
    var data = ""
    for (index, point) in one.points.enumerated() {
      guard let value = point.value else {
        data += data.isEmpty || data.hasSuffix(" ") ? "" : " "
        if series.count == 1, let mark = point.mark {
          canvas.text(mark.rawValue, x(index), bottom - 8, .middle, fill: Canvas.muted, size: 13)
        }
        continue
      }
      data += (data.isEmpty || data.hasSuffix(" ") ? "M" : "L") + n(x(index)) + "," + n(axis[value])
    }
    if !data.isEmpty {
      canvas.path(
        data,
        [("fill", "none"), ("stroke", color), ("stroke-width", "2.5")]
          + (Canvas.dashes[style].isEmpty ? [] : [("stroke-dasharray", Canvas.dashes[style])]))
    }
    for (index, point) in one.points.enumerated() {
      guard let value = point.value else { continue }
      let name = series.count == 1 ? periods[index] : one.name + ", " + periods[index]
      var labelled = point
      labelled.label = name
      canvas.point(labelled.words(scale, language)) { canvas in
        canvas.circle(x(index), axis[value], radius: 4, fill: color, stroke: "#fff")
        if series.count == 1 {
          canvas.text(
            scale.style.text(value, language) + (point.mark.map { " " + $0.rawValue } ?? ""),
            x(index), axis[point.upper ?? value] - 10, .middle, size: 13, halo: true)
        }
      }
    }
  }

  /// The interval, drawn only where one line leaves room for it.
  private func drawBand(
    _ one: Chart.Series, _ axis: Axis, _ x: (Int) -> Double, _ canvas: inout Canvas
  ) {
    for (index, point) in one.points.enumerated() {
      guard let lower = point.lower, let upper = point.upper else { continue }
      let (a, b) = (axis[lower], axis[upper])
      canvas.line(x(index), a, x(index), b, stroke: Canvas.blue, width: 2)
      for end in [a, b] {
        canvas.line(x(index) - 5, end, x(index) + 5, end, stroke: Canvas.blue, width: 2)
      }
    }
  }
}
