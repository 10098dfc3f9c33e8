import Indicators

/// Two values of each row, such as before and after: an empty dot, a full one and the line between them.
struct PairChart {
  let language: Language
  let scale: Chart.Scale
  let pairs: [Chart.Pair]
  let first: String
  let second: String

  func draw(_ canvas: inout Canvas) -> Double {
    let left = canvas.begin(rows: pairs.map(\.label))
    let numbers = pairs.map { Canvas.width(of: number($0)) }.max() ?? 0
    let right = canvas.width - numbers - 16
    let top = 8.0
    let bottom = top + Double(pairs.count) * Canvas.rowHeight
    let values = pairs.flatMap { [$0.first.value, $0.second.value].compactMap(\.self) }
    let axis = Axis(values: values, scale: scale, from: left, to: right)
    axis.drawVertical(&canvas, top: top, bottom: bottom, language)
    for (index, pair) in pairs.enumerated() {
      let y = top + (Double(index) + 0.5) * Canvas.rowHeight
      var (before, after) = (pair.first, pair.second)
      before.label = first
      after.label = second
      let words = [before, after].map { $0.words(scale, language) }.joined(separator: "; ")
      canvas.point(pair.label + ". " + words) { canvas in
        canvas.rowLabel(pair.label, y)
        if let a = pair.first.value, let b = pair.second.value {
          canvas.line(axis[a], y, axis[b], y, stroke: Canvas.muted, width: 2.5)
        }
        if let a = pair.first.value {
          canvas.circle(axis[a], y, fill: "#fff", stroke: Canvas.blue)
        }
        if let b = pair.second.value {
          canvas.circle(axis[b], y, fill: Canvas.blue, stroke: Canvas.blue)
        }
        canvas.text(number(pair), canvas.width - 2, y + 5, .end)
      }
    }
    let end = canvas.axisLabel(scale.label, from: left, to: right, bottom + 40) + 16
    canvas.circle(left + 6, end - 5, fill: "#fff", stroke: Canvas.blue)
    canvas.text(first, left + 18, end, size: 13)
    let next = left + 18 + Canvas.width(of: first, size: 13) + 30
    canvas.circle(next, end - 5, fill: Canvas.blue, stroke: Canvas.blue)
    canvas.text(second, next + 12, end, size: 13)
    return end + 12
  }

  private func number(_ pair: Chart.Pair) -> String {
    zip(["○", "●"], [pair.first, pair.second]).map { sign, item in
      sign + " " + (item.value.map { scale.style.text($0, language) } ?? item.mark?.rawValue ?? "–")
    }.joined(separator: "  ")
  }
}
