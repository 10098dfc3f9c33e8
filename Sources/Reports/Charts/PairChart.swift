import Indicators

/// Two values of each row, such as before and after: an empty dot, a full one and the line between them.
struct PairChart {
  let language: Language
  let scale: Chart.Scale
  let pairs: [Chart.Pair]
  let first: String
  let second: String

  private let rowHeight = 30.0

  func draw(_ canvas: inout Canvas) -> Double {
    let labels = pairs.map { Canvas.width(of: $0.label) }.max() ?? 0
    let left = min(max(labels + 20, 60), 300)
    let right = Canvas.width - 150
    let top = 8.0
    let bottom = top + Double(pairs.count) * rowHeight
    let values = pairs.flatMap { [$0.first.value, $0.second.value].compactMap(\.self) }
    let axis = Axis(values: values, scale: scale, from: left, to: right)
    axis.drawVertical(&canvas, top: top, bottom: bottom, language)
    for (index, pair) in pairs.enumerated() {
      let y = top + (Double(index) + 0.5) * rowHeight
      var (before, after) = (pair.first, pair.second)
      before.label = first
      after.label = second
      let words = [before, after].map { $0.words(scale, language) }.joined(separator: "; ")
      canvas.point(pair.label + ". " + words) { canvas in
        canvas.rowLabel(pair.label, left - 10, y, width: left - 12)
        if let a = pair.first.value, let b = pair.second.value {
          canvas.line(axis[a], y, axis[b], y, stroke: Canvas.muted, width: 2.5)
        }
        if let a = pair.first.value {
          canvas.circle(axis[a], y, fill: "#fff", stroke: Canvas.blue)
        }
        if let b = pair.second.value {
          canvas.circle(axis[b], y, fill: Canvas.blue, stroke: Canvas.blue)
        }
        canvas.text(number(pair), Canvas.width - 2, y + 5, .end)
      }
    }
    canvas.axisLabel(scale.label, from: left, to: right, bottom + 40)
    canvas.circle(14, bottom + 61, fill: "#fff", stroke: Canvas.blue)
    canvas.text(first, 26, bottom + 66, size: 13)
    let next = 26 + Canvas.width(of: first, size: 13) + 30
    canvas.circle(next, bottom + 61, fill: Canvas.blue, stroke: Canvas.blue)
    canvas.text(second, next + 12, bottom + 66, size: 13)
    return bottom + 78
  }

  private func number(_ pair: Chart.Pair) -> String {
    zip(["○", "●"], [pair.first, pair.second]).map { sign, item in
      sign + " " + (item.value.map { scale.style.text($0, language) } ?? item.mark?.rawValue ?? "–")
    }.joined(separator: "  ")
  }
}
