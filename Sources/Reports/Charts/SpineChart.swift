import Indicators

/// One place among the others, one row per indicator: the whole spread, its middle half, the common
/// value and the place itself. Each row has its own scale, with the common value in the middle.
struct SpineChart {
  let language: Language
  let rows: [Chart.SpineRow]
  let reference: String
  let peers: String

  /// So much for the number at the end of a row.
  private let numbers = 110.0

  func draw(_ canvas: inout Canvas) -> Double {
    let top = 8.0
    let bottom = top + Double(rows.count) * Canvas.rowHeight
    let left = canvas.begin(rows: rows.map(\.label))
    let right = canvas.width - numbers
    let middle = (left + right) / 2
    func place(_ value: Double, _ row: Chart.SpineRow) -> Double {
      middle + share(value, row) * (right - middle - 8)
    }
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * Canvas.rowHeight
      canvas.point(row.label + ": " + row.text) { draw(row, y: y, place, &$0) }
    }
    canvas.text(ChartPhrases.worse[language], left, bottom + 18, fill: Canvas.muted, size: 13)
    canvas.text(
      ChartPhrases.better[language], right, bottom + 18, .end, fill: Canvas.muted, size: 13)
    return legend(x: left, y: bottom + 44, &canvas)
  }

  private func draw(
    _ row: Chart.SpineRow, y: Double, _ place: (Double, Chart.SpineRow) -> Double,
    _ canvas: inout Canvas
  ) {
    let ends = row.spread.map { place($0, row) }.sorted()
    canvas.rowLabel(row.label, y)
    canvas.text(row.text, canvas.width - 2, y + 5, .end)
    canvas.rectangle(ends[0], y - 8, ends[3] - ends[0], 16, fill: "#d9dadb")
    canvas.rectangle(ends[1], y - 8, ends[2] - ends[1], 16, fill: "#8c9196")
    // Row by row: on a telephone names stand between the rows, and a line from end to end strikes them through.
    let common = place(row.reference, row)
    canvas.line(common, y - 8, common, y + 11, stroke: Canvas.ink, width: 1.5)
    if let peers = row.peers { diamond(place(peers, row), y, &canvas) }
    canvas.circle(
      place(row.value, row), y, radius: 6, fill: row.isDistinct ? Canvas.blue : "#fff",
      stroke: Canvas.blue)
  }

  /// How far from the common value, from −1 to 1: each half has its own scale up to the farthest comune.
  private func share(_ value: Double, _ row: Chart.SpineRow) -> Double {
    let distance = value - row.reference
    let end = distance < 0 ? row.reference - row.spread[0] : row.spread[3] - row.reference
    let share = end > 0 ? min(1, distance.magnitude / end) : 0
    return (distance < 0) == row.higherIsRight ? -share : share
  }

  private func legend(x: Double, y: Double, _ canvas: inout Canvas) -> Double {
    var y = y
    func row(_ text: String, _ draw: (Double, inout Canvas) -> Void) {
      draw(y - 5, &canvas)
      canvas.text(text, x + 30, y, size: 13)
      y += 20
    }
    row(ChartPhrases.beyondError[language]) {
      $1.circle(x + 10, $0, radius: 6, fill: Canvas.blue, stroke: Canvas.blue)
    }
    row(ChartPhrases.withinError[language]) {
      $1.circle(x + 10, $0, radius: 6, fill: "#fff", stroke: Canvas.blue)
    }
    row(reference) { $1.line(x + 10, $0 - 8, x + 10, $0 + 8, stroke: Canvas.ink, width: 1.5) }
    // Few comuni alike have no median: nothing to explain.
    if rows.contains(where: { $0.peers != nil }) {
      row(peers) { diamond(x + 10, $0, &$1) }
    }
    row(ChartPhrases.allComuni[language]) {
      $1.rectangle(x, $0 - 7, 20, 14, fill: "#d9dadb")
    }
    row(ChartPhrases.middleHalf[language]) {
      $1.rectangle(x, $0 - 7, 20, 14, fill: "#8c9196")
    }
    return y - 8
  }

  private func diamond(_ x: Double, _ y: Double, _ canvas: inout Canvas) {
    canvas.path(
      "M\(n(x)),\(n(y - 7))l6,7l-6,7l-6,-7Z",
      [("fill", "#fff"), ("stroke", Canvas.ink), ("stroke-width", "1.5")])
  }
}
