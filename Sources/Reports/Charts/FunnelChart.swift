import Glibc
import Indicators

/// Shares against their denominators, on a logarithmic scale, inside the limits chance alone draws
/// around the common value: far out on the left is where few people make a value jump.
struct FunnelChart {
  let language: Language
  let scale: Chart.Scale
  let points: [Chart.FunnelPoint]
  let center: Chart.Reference
  let sizeLabel: String

  private let top = 14.0
  private let bottom = 320.0
  private let left = 70.0

  func draw(_ canvas: inout Canvas) -> Double {
    let right = canvas.width - 20
    let sizes = points.map(\.size).filter { $0 >= 1 }
    let (smallest, largest) = (max(1, (sizes.min() ?? 1) * 0.8), (sizes.max() ?? 10) * 1.25)
    let columns = (0...40).map { step in
      smallest * pow(largest / smallest, Double(step) / 40)
    }
    let limits = FunnelLimits.levels.map { level in
      columns.map {
        FunnelLimits.exact(proportion: center.value, trials: Int($0.rounded()), level: level)
      }
    }
    let highest = points.compactMap(\.item.value).max() ?? 1
    let ceiling = max(highest, limits[0].compactMap { $0?.upper }.min() ?? 0) * 1.1
    let y = Axis(values: [0, min(1, ceiling)], scale: scale, from: bottom, to: top, count: 5)
    func x(_ size: Double) -> Double {
      left + log(size / smallest) / log(largest / smallest) * (right - left)
    }
    y.drawHorizontal(&canvas, left: left, right: right, language)
    for tick in decades(smallest, largest) {
      canvas.line(x(tick), bottom, x(tick), bottom + 5, stroke: Canvas.muted)
      canvas.text(
        language.decimal(tick, 0), x(tick), bottom + 20, .middle, fill: Canvas.muted, size: 13)
    }
    for (index, level) in limits.enumerated() {
      for end in [\ConfidenceInterval.lower, \ConfidenceInterval.upper] {
        let points = zip(columns, level).compactMap { size, limit in
          limit.map { (x: x(size), y: y[$0[keyPath: end]]) }
        }
        let data = outline(points)
        if data.isEmpty { continue }
        canvas.path(
          data,
          [("fill", "none"), ("stroke", Canvas.muted), ("stroke-width", "1.5")]
            + (index == 0 ? [("stroke-dasharray", "6 4")] : []))
      }
    }
    canvas.line(
      left, y[center.value], right, y[center.value], stroke: Canvas.ink, width: 1.5)
    for point in points {
      guard let value = point.item.value, point.size >= 1 else { continue }
      canvas.point(point.item.words(scale, language)) { canvas in
        canvas.circle(
          x(point.size), y[value], fill: point.isDistinct ? Canvas.blue : "#fff",
          stroke: Canvas.blue)
        if point.isDistinct {
          canvas.centered(point.item.label, x(point.size), y[value] - 9, size: 12.5, halo: true)
        }
      }
    }
    return legend(
      y: canvas.axisLabel(sizeLabel, from: left, to: right, bottom + 42) + 14, &canvas)
  }

  /// A line that leaves the chart where it goes past its top: along the edge it would look like a limit.
  private func outline(_ points: [(x: Double, y: Double)]) -> String {
    var data = ""
    for (index, point) in points.enumerated() {
      if point.y >= top {
        if index > 0, data.isEmpty {
          let before = points[index - 1]
          let share = (top - before.y) / (point.y - before.y)
          data = "M" + n(before.x + share * (point.x - before.x)) + "," + n(top)
        }
        data += (data.isEmpty ? "M" : "L") + n(point.x) + "," + n(min(point.y, bottom))
      }
    }
    return data
  }

  private func legend(y: Double, _ canvas: inout Canvas) -> Double {
    canvas.line(2, y - 5, 26, y - 5, stroke: Canvas.ink, width: 1.5)
    canvas.text(center.label, 32, y, size: 13)
    canvas.line(2, y + 15, 26, y + 15, stroke: Canvas.muted, width: 1.5, dash: "6 4")
    canvas.text(ChartPhrases.limits95[language], 32, y + 20, size: 13)
    canvas.line(2, y + 35, 26, y + 35, stroke: Canvas.muted, width: 1.5)
    canvas.text(ChartPhrases.limits998[language], 32, y + 40, size: 13)
    canvas.circle(14, y + 55, fill: Canvas.blue, stroke: Canvas.blue)
    canvas.text(ChartPhrases.beyondError[language], 32, y + 60, size: 13)
    canvas.circle(14, y + 75, fill: "#fff", stroke: Canvas.blue)
    canvas.text(ChartPhrases.withinError[language], 32, y + 80, size: 13)
    return y + 92
  }

  /// 10, 100, 1.000…, and 3 between them where there is room.
  private func decades(_ from: Double, _ to: Double) -> [Double] {
    var ticks: [Double] = []
    var decade = 1.0
    while decade <= to {
      for tick in [decade, 3 * decade] where tick >= from && tick <= to { ticks.append(tick) }
      decade *= 10
    }
    return ticks
  }
}
