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
    let names = series.count > 1 ? series.map { Canvas.width(of: $0.name) }.max() ?? 0 : 40
    let right = Canvas.width - min(names, 200) - 20
    let ends = series.flatMap { $0.points.flatMap { [$0.value, $0.lower, $0.upper] } }
    let axis = Axis(values: ends.compactMap(\.self), scale: scale, from: bottom, to: top)
    axis.drawHorizontal(&canvas, left: left, right: right, language)

    let step = periods.count > 1 ? (right - left - 60) / Double(periods.count - 1) : 0
    func x(_ index: Int) -> Double { left + 30 + Double(index) * step }
    let every = max(1, (periods.count + 5) / 6)
    for (index, period) in periods.enumerated() where index % every == 0 {
      canvas.text(period, x(index), bottom + 20, .middle, fill: Canvas.muted, size: 13)
    }
    if series.count == 1 { drawBand(series[0], axis, x, &canvas) }
    for (index, one) in series.enumerated() {
      draw(one, index % Canvas.series.count, axis, x, bottom, &canvas)
    }
    drawNames(axis, right: right, &canvas)
    canvas.text(scale.label, left - 60, bottom + 46, fill: Canvas.muted, size: 13)
    return bottom + 56
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

  /// Names at the ends of the lines, moved apart where they would touch.
  private func drawNames(_ axis: Axis, right: Double, _ canvas: inout Canvas) {
    guard series.count > 1 else { return }
    let ends = series.enumerated().compactMap { index, one in
      one.points.last { $0.value != nil }?.value.map { (index, axis[$0]) }
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var previous = -100.0
    for (index, y) in ends {
      let place = max(y, previous + 17)
      canvas.text(
        Canvas.fitted(series[index].name, width: Canvas.width - right - 4, isBold: true), right + 4,
        place + 5,
        fill: Canvas.series[index % Canvas.series.count], bold: true)
      previous = place
    }
  }
}
