import Indicators

/// One place among the others, one row per indicator: the whole spread, its middle half, the common
/// value and the place itself. Each row has its own scale, with the common value in the middle.
struct SpineChart {
  let language: Language
  let rows: [Chart.SpineRow]
  let reference: String
  let peers: String

  private let rowHeight = 30.0
  private let left = 270.0
  private let right = 610.0

  func draw(_ canvas: inout Canvas) -> Double {
    let top = 8.0
    let bottom = top + Double(rows.count) * rowHeight
    let middle = (left + right) / 2
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * rowHeight
      canvas.point(row.label + ": " + row.text) { draw(row, y: y, &$0) }
    }
    canvas.line(middle, top, middle, bottom, stroke: Canvas.ink, width: 1.5)
    canvas.text(ChartPhrases.worse[language], left, bottom + 18, fill: Canvas.muted, size: 13)
    canvas.text(
      ChartPhrases.better[language], right, bottom + 18, .end, fill: Canvas.muted, size: 13)
    return legend(y: bottom + 44, &canvas)
  }

  private func draw(_ row: Chart.SpineRow, y: Double, _ canvas: inout Canvas) {
    let ends = row.spread.map { place($0, row) }.sorted()
    canvas.rowLabel(row.label, left - 10, y, width: left - 12)
    canvas.text(row.text, Canvas.width - 2, y + 5, .end)
    canvas.rectangle(ends[0], y - 8, ends[3] - ends[0], 16, fill: "#d9dadb")
    canvas.rectangle(ends[1], y - 8, ends[2] - ends[1], 16, fill: "#8c9196")
    if let peers = row.peers {
      let x = place(peers, row)
      canvas.path(
        "M\(n(x)),\(n(y - 7))L\(n(x + 6)),\(n(y))L\(n(x)),\(n(y + 7))L\(n(x - 6)),\(n(y))Z",
        [("fill", "#fff"), ("stroke", Canvas.ink), ("stroke-width", "1.5")])
    }
    canvas.circle(
      place(row.value, row), y, radius: 6, fill: row.isDistinct ? Canvas.blue : "#fff",
      stroke: Canvas.blue)
  }

  /// The common value is in the middle; each half has its own scale up to the farthest comune.
  private func place(_ value: Double, _ row: Chart.SpineRow) -> Double {
    let middle = (left + right) / 2
    let distance = value - row.reference
    let end = distance < 0 ? row.reference - row.spread[0] : row.spread[3] - row.reference
    let share = end > 0 ? min(1, distance.magnitude / end) : 0
    let side = (distance < 0) == row.higherIsRight ? -1.0 : 1.0
    return middle + side * share * (right - middle - 8)
  }

  private func legend(y: Double, _ canvas: inout Canvas) -> Double {
    canvas.circle(12, y - 5, radius: 6, fill: Canvas.blue, stroke: Canvas.blue)
    canvas.text(ChartPhrases.beyondError[language], 26, y, size: 13)
    canvas.circle(312, y - 5, radius: 6, fill: "#fff", stroke: Canvas.blue)
    canvas.text(ChartPhrases.withinError[language], 326, y, size: 13)
    canvas.line(12, y + 8, 12, y + 24, stroke: Canvas.ink, width: 1.5)
    canvas.text(reference, 26, y + 21, size: 13)
    // Few comuni alike have no median: nothing to explain.
    if rows.contains(where: { $0.peers != nil }) {
      canvas.path(
        "M312,\(n(y + 9))l6,7l-6,7l-6,-7Z",
        [("fill", "#fff"), ("stroke", Canvas.ink), ("stroke-width", "1.5")])
      canvas.text(peers, 326, y + 21, size: 13)
    }
    canvas.rectangle(2, y + 30, 20, 14, fill: "#d9dadb")
    canvas.text(ChartPhrases.allComuni[language], 26, y + 42, size: 13)
    canvas.rectangle(302, y + 30, 20, 14, fill: "#8c9196")
    canvas.text(ChartPhrases.middleHalf[language], 326, y + 42, size: 13)
    return y + 54
  }
}
