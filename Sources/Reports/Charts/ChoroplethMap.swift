import Indicators

/// Comuni filled by class. The number of its class stands on each comune, so that the map can be read
/// in black and white; what is withheld or missing is hatched, never the lowest class.
struct ChoroplethMap {
  let language: Language
  let id: String
  let scale: Chart.Scale
  let areas: [Chart.Area]

  static let fills = ["#e6f0fa", "#b3d1f0", "#73aae0", "#2e76c4", "#00407f"]

  func draw(_ canvas: inout Canvas) -> Double {
    let classes = MapClasses(scale, areas, language)
    canvas.width = 720
    let legendWidth = 256.0
    guard
      let projection = Projection(
        areas: areas, width: canvas.width - legendWidth - 16, maximumHeight: 560)
    else {
      canvas.text(ChartPhrases.noOutlines[language], 0, 30)
      return 50
    }
    drawPatterns(&canvas)
    canvas.html.open("g", [("stroke", "#5c6f82")])
    for area in areas { drawShape(area, classes, projection, &canvas) }
    canvas.html.close("g")
    drawNumbers(classes, projection, &canvas)
    // Where the map has no room beside it, the legend goes under it.
    let land = projection.height + 12
    canvas.html.open(
      "g", [("class", "key"), ("style", "--move:translate(-96.67%,\(n(land))px) scale(1.5)")])
    let key = drawLegend(classes, x: canvas.width - legendWidth, &canvas)
    canvas.html.close("g")
    canvas.roomBelow = land + 1.5 * key - max(land, key)
    return max(land, key)
  }

  private func drawShape(
    _ area: Chart.Area, _ classes: MapClasses, _ projection: Projection, _ canvas: inout Canvas
  ) {
    let data = area.rings.map { outline($0.map { projection($0) }) }.joined()
    canvas.html.open(
      "path", [("class", "p"), ("d", data), ("fill", fill(classes.fill(area.item)))])
    canvas.html.element("title", text: area.item.words(scale, language))
    canvas.html.close("path")
  }

  /// Areas of which a picture shows no tenth of a pixel.
  private static let many = 150

  /// From each point to the next, in tenths: half as long as every point by itself. Where the areas are many
  /// they are small and weigh most: whole pixels are enough. Neighbours keep one edge.
  private func outline(_ ring: [(x: Double, y: Double)]) -> String {
    let grid = areas.count > Self.many ? 10 : 1
    func tenths(_ value: Double) -> Int {
      Int(((value + 2) * 10 / Double(grid)).rounded()) * grid
    }
    var data = ""
    var last = (x: 0, y: 0)
    var drawn = 0
    for point in ring {
      let place = (x: tenths(point.x), y: tenths(point.y))
      let step = (x: place.x - last.x, y: place.y - last.y)
      if drawn > 0, step == (0, 0) { continue }
      let (x, y) = (Self.tenths(step.x), Self.tenths(step.y))
      data += drawn == 0 ? "M" : drawn == 1 ? "l" : x.hasPrefix("-") ? "" : " "
      data += x + (y.hasPrefix("-") ? "" : " ") + y
      last = place
      drawn += 1
    }
    return data + "Z"
  }

  private static func tenths(_ value: Int) -> String {
    let whole = value.magnitude / 10
    let rest = value.magnitude % 10
    return (value < 0 ? "-" : "")
      + (rest == 0 ? "\(whole)" : (whole == 0 ? "" : "\(whole)") + ".\(rest)")
  }

  /// The class of each area, where it has room: dark on the light fills, then white on the dark ones. What
  /// they have in common is said once.
  private func drawNumbers(
    _ classes: MapClasses, _ projection: Projection, _ canvas: inout Canvas
  ) {
    for isDark in [false, true] {
      canvas.html.open(
        "g",
        [
          ("class", "on"), ("fill", isDark ? "#fff" : Canvas.ink), ("font-size", "11"),
          ("text-anchor", "middle"),
        ])
      for area in areas {
        guard case .shade(let shade) = classes.fill(area.item), let value = area.item.value,
          let ring = area.rings.max(by: { $0.count < $1.count }),
          let (center, size) = Self.middle(ring.map { projection($0) }), size > 150
        else { continue }
        let index = classes.breaks.index(of: value)
        if (shade >= 3) != isDark { continue }
        canvas.html.element(
          "text", [("x", n(center.x + 2)), ("y", n(center.y + 6))], text: "\(index + 1)")
      }
      canvas.html.close("g")
    }
  }

  /// Centre and area of a polygon.
  static func middle(
    _ ring: [(x: Double, y: Double)]
  ) -> (center: (x: Double, y: Double), size: Double)? {
    guard ring.count > 2 else { return nil }
    var (doubled, x, y) = (0.0, 0.0, 0.0)
    for (a, b) in zip(ring, ring.dropFirst() + [ring[0]]) {
      let cross = a.x * b.y - b.x * a.y
      doubled += cross
      x += (a.x + b.x) * cross
      y += (a.y + b.y) * cross
    }
    if doubled.magnitude < 1e-9 { return nil }
    return ((x / (3 * doubled), y / (3 * doubled)), doubled.magnitude / 2)
  }

  private func fill(_ fill: MapClasses.Fill) -> String {
    switch fill {
    case .shade(let index): Self.fills[index]
    case .noCase: "#fff"
    case .withheld: "url(#\(id)-c)"
    case .missing: "url(#\(id)-m)"
    }
  }

  /// Diagonal lines for what is withheld, dots for what is missing; where there is no case, nothing.
  private func drawPatterns(_ canvas: inout Canvas) {
    let size = [("patternUnits", "userSpaceOnUse"), ("width", "8"), ("height", "8")]
    canvas.html.raw("<defs>")
    canvas.html.element("pattern", [("id", id + "-c")] + size) { html in
      html.empty("rect", [("width", "8"), ("height", "8"), ("fill", "#fff")])
      html.empty(
        "path",
        [("d", "M-2 2L2-2M0 8L8 0M6 10L10 6"), ("stroke", "#455b71"), ("stroke-width", "1.5")])
    }
    canvas.html.element("pattern", [("id", id + "-m")] + size) { html in
      html.empty("rect", [("width", "8"), ("height", "8"), ("fill", "#fff")])
      html.empty("circle", [("cx", "4"), ("cy", "4"), ("r", "1.3"), ("fill", "#455b71")])
    }
    canvas.html.raw("</defs>")
  }

  private func drawLegend(_ classes: MapClasses, x: Double, _ canvas: inout Canvas) -> Double {
    var y = 16.0
    for line in Canvas.wrapped(scale.label, width: 256, lines: 4) {
      canvas.text(line, x, y, bold: true)
      y += 19
    }
    func row(_ fill: String, _ number: String, _ text: String, _ count: Int) {
      let dark = fill == Self.fills[3] || fill == Self.fills[4]
      canvas.rectangle(x, y, 26, 18, fill: fill, stroke: "#5c6f82")
      canvas.text(
        number, x + 13, y + 13.5, .middle, fill: dark ? "#fff" : Canvas.ink, size: 12,
        isOnFill: true)
      canvas.text(text, x + 34, y + 13.5, size: 12.5)
      canvas.text("(\(count))", canvas.width - 2, y + 13.5, .end, fill: Canvas.muted, size: 12.5)
      y += 26
    }
    for entry in classes.legend {
      row(fill(entry.fill), entry.number.map(String.init) ?? "", entry.label, entry.count)
    }
    canvas.text(ChartPhrases.inBrackets[language], x, y + 12, fill: Canvas.muted, size: 12)
    return y + 24
  }
}
