/// One row per item: its label, a bar or a dot with its interval, its number. The order is given:
/// where intervals overlap, an order by value would be a ranking that chance made.
struct RowChart {
  enum Shape { case bar, dot }

  let language: Language
  let scale: Chart.Scale
  let items: [Chart.Item]
  let mark: Shape
  let reference: Chart.Reference?

  func draw(_ canvas: inout Canvas) -> Double {
    let left = canvas.begin(rows: items.map(\.label))
    let numbers = items.map { Canvas.width(of: number($0)) }.max() ?? 0
    let right = canvas.width - numbers - 16
    let top = reference == nil ? 8.0 : 28
    let bottom = top + Double(items.count) * Canvas.rowHeight
    let ends = items.flatMap { [$0.value, $0.lower, $0.upper].compactMap(\.self) }
    let axis = Axis(
      values: ends + referenceEnds, scale: scale, from: left, to: right)

    if let interval = reference?.interval {
      canvas.band(axis[interval.lowerBound], axis[interval.upperBound], top: top, bottom: bottom)
    }
    axis.drawVertical(&canvas, top: top, bottom: bottom, language)
    for (index, item) in items.enumerated() {
      canvas.point(item.words(scale, language)) {
        draw(item, y: top + (Double(index) + 0.5) * Canvas.rowHeight, axis, &$0)
      }
    }
    if let reference {
      let x = axis[reference.value]
      canvas.line(x, top - 6, x, bottom, stroke: Canvas.ink, width: 1.5, dash: "5 4")
      canvas.centered(reference.label, x, top - 12)
    }
    return canvas.axisLabel(scale.label, from: left, to: right, bottom + 40)
  }

  private var referenceEnds: [Double] {
    guard let reference else { return [] }
    return [reference.value]
      + (reference.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
  }

  private func draw(
    _ item: Chart.Item, y: Double, _ axis: Axis, _ canvas: inout Canvas
  ) {
    canvas.rowLabel(item.label, y)
    canvas.text(number(item), canvas.width - 2, y + 5, .end)
    guard let value = item.value else { return }
    let x = axis[value]
    if mark == .bar {
      let zero = axis[max(axis.ticks[0], 0)]
      canvas.rectangle(min(zero, x), y - 7, (x - zero).magnitude, 14, fill: Canvas.blue)
    }
    if let lower = item.lower, let upper = item.upper {
      let (a, b) = (axis[lower], axis[upper])
      let whisker = mark == .bar ? Canvas.ink : Canvas.blue
      canvas.line(a, y, b, y, stroke: whisker, width: 2)
      for end in [a, b] { canvas.line(end, y - 4, end, y + 4, stroke: whisker, width: 2) }
    }
    if mark == .dot { canvas.circle(x, y, fill: Canvas.blue, stroke: "#fff") }
  }

  private func number(_ item: Chart.Item) -> String {
    guard let value = item.value else {
      return item.mark?.label(language) ?? item.word ?? "–"
    }
    let text = scale.style.text(value, language)
    return item.mark.map { text + " " + $0.rawValue } ?? text
  }
}
