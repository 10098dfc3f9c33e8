import Indicators

/// Distances from a common line. A full dot is a difference beyond the margin of error, an empty one
/// cannot be told from chance: said in the legend and by the shape, not by the colour alone.
struct GapChart {
  let language: Language
  let scale: Chart.Scale
  let items: [Chart.Item]
  let origin: Double

  func draw(_ canvas: inout Canvas) -> Double {
    let left = canvas.begin(rows: items.map(\.label))
    let numbers = items.map { Canvas.width(of: number($0)) }.max() ?? 0
    let right = canvas.width - numbers - 16
    let top = 8.0
    let bottom = top + Double(items.count) * Canvas.rowHeight
    let ends = items.flatMap { [$0.value, $0.lower, $0.upper].compactMap(\.self) }
    let axis = Axis(
      values: ends + [origin], scale: Chart.Scale(label: "", style: scale.style, fromZero: false),
      from: left, to: right)

    axis.drawVertical(&canvas, top: top, bottom: bottom, language)
    canvas.line(
      axis[origin], top - 4, axis[origin], bottom, stroke: Canvas.ink, width: 2)
    for (index, item) in items.enumerated() {
      canvas.point(item.words(scale, language)) {
        draw(item, y: top + (Double(index) + 0.5) * Canvas.rowHeight, axis, &$0)
      }
    }
    let end = canvas.axisLabel(scale.label, from: left, to: right, bottom + 40)
    return drawLegend(x: left, y: end + 14, &canvas)
  }

  private func draw(
    _ item: Chart.Item, y: Double, _ axis: Axis, _ canvas: inout Canvas
  ) {
    canvas.rowLabel(item.label, y)
    canvas.text(number(item), canvas.width - 2, y + 5, .end)
    guard let value = item.value else { return }
    let color = value < origin ? Canvas.amber : Canvas.blue
    canvas.line(axis[origin], y, axis[value], y, stroke: color, width: 2)
    if let lower = item.lower, let upper = item.upper {
      canvas.line(axis[lower], y, axis[upper], y, stroke: color, width: 1, dash: "2 2")
      for end in [lower, upper] {
        canvas.line(axis[end], y - 4, axis[end], y + 4, stroke: color, width: 1.5)
      }
    }
    canvas.circle(
      axis[value], y, fill: isDistinct(item) ? color : "#fff", stroke: color)
  }

  private func isDistinct(_ item: Chart.Item) -> Bool {
    guard let lower = item.lower, let upper = item.upper else { return false }
    return upper < origin || lower > origin
  }

  private func drawLegend(x: Double, y: Double, _ canvas: inout Canvas) -> Double {
    canvas.circle(x + 6, y - 5, fill: Canvas.muted, stroke: Canvas.muted)
    canvas.text(ChartPhrases.beyondError[language], x + 18, y, size: 13)
    canvas.circle(x + 6, y + 15, fill: "#fff", stroke: Canvas.muted)
    canvas.text(ChartPhrases.withinError[language], x + 18, y + 20, size: 13)
    return y + 32
  }

  private func number(_ item: Chart.Item) -> String {
    guard let value = item.value else {
      return item.mark?.label(language) ?? item.word ?? "–"
    }
    return scale.style.text(value, language)
  }
}
