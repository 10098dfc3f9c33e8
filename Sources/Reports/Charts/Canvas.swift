/// Draws shapes as SVG. Coordinates are pixels with one decimal: the same values, the same bytes.
struct Canvas {
  enum Anchor: String { case start, middle, end }

  static let fontSize = 14.0
  /// Of a bar or a dot, and on a telephone of its name above it.
  static let rowHeight = 32.0
  /// Room for a picture without names beside it: on a telephone its letters can still be read.
  static let narrow = 420.0

  static let ink = "#1a1a1a"
  static let muted = "#455b71"
  static let grid = "#d9dadb"
  static let blue = "#0066cc"
  static let amber = "#995c00"
  /// Told apart also by dash and by marker, never by colour alone.
  static let series = ["#0066cc", "#995c00", "#00664a", "#5b2e91"]
  static let dashes = ["", "8 4", "2 4", "10 3 2 3"]

  var html = MarkupWriter()
  /// Units of the picture from side to side.
  var width = Canvas.narrow
  /// Where rows begin, after their names: on a telephone these stand above them instead.
  var rows: Double?
  /// Of a map: the room it wants below where its legend goes under the land, as on a phone.
  var roomBelow: Double?

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = Canvas.grid,
    width: Double = 1, dash: String = ""
  ) {
    var attributes = [
      ("x1", n(x1)), ("y1", n(y1)), ("x2", n(x2)), ("y2", n(y2)), ("stroke", stroke),
    ]
    if width != 1 { attributes.append(("stroke-width", n(width))) }
    if !dash.isEmpty { attributes.append(("stroke-dasharray", dash)) }
    html.empty("line", attributes)
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String? = nil
  ) {
    var attributes = [
      ("x", n(x)), ("y", n(y)), ("width", n(max(width, 0))), ("height", n(height)),
      ("fill", fill),
    ]
    if let stroke { attributes.append(("stroke", stroke)) }
    html.empty("rect", attributes)
  }

  /// An interval of the horizontal axis, behind everything else.
  mutating func band(_ from: Double, _ to: Double, top: Double, bottom: Double) {
    html.empty(
      "rect",
      [
        ("x", n(from)), ("y", n(top)), ("width", n(max(to - from, 1))), ("height", n(bottom - top)),
        ("fill", Canvas.muted), ("fill-opacity", "0.14"),
      ])
  }

  mutating func circle(
    _ x: Double, _ y: Double, radius: Double = 5, fill: String, stroke: String
  ) {
    html.empty(
      "circle",
      [
        ("cx", n(x)), ("cy", n(y)), ("r", n(radius)), ("fill", fill), ("stroke", stroke),
        ("stroke-width", "2"),
      ])
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start,
    fill: String = Canvas.ink, size: Double = Canvas.fontSize, bold: Bool = false,
    halo: Bool = false, isOnFill: Bool = false, more: [(String, String)] = []
  ) {
    if halo {
      // A white edge keeps the text readable over lines.
      html.element(
        "text",
        [
          ("x", n(x)), ("y", n(y)), ("font-size", n(size)), ("fill", "#fff"), ("stroke", "#fff"),
          ("stroke-width", "4"), ("text-anchor", anchor.rawValue),
        ], text: text)
    }
    var attributes = [("x", n(x)), ("y", n(y))]
    // Ink of the usual size is the picture's own.
    if size != Canvas.fontSize { attributes.append(("font-size", n(size))) }
    if fill != Canvas.ink || isOnFill { attributes.append(("fill", fill)) }
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    if bold { attributes.append(("font-weight", "600")) }
    if isOnFill { attributes.append(("class", "on")) }
    html.element("text", attributes + more, text: text)
  }

  /// A text in the middle of a place, or as near to it as the picture has room.
  mutating func centered(
    _ text: String, _ x: Double, _ y: Double, fill: String = Canvas.ink, size: Double = 13,
    halo: Bool = false
  ) {
    let half = Canvas.width(of: text, size: size) / 2
    let least = rows ?? 0
    self.text(
      text, max(min(x, width - half), least + half), y, .middle, fill: fill, size: size, halo: halo)
  }

  /// The line of a series and its name, under a picture.
  mutating func key(_ style: Int, _ name: String, _ x: Double, _ y: Double) {
    line(x, y, x + 34, y, stroke: Canvas.series[style], width: 2.5, dash: Canvas.dashes[style])
    text(Canvas.fitted(name, width: width - x - 44), x + 44, y + 5, size: 13)
  }

  mutating func path(_ data: String, _ attributes: [(String, String)]) {
    html.empty("path", [("d", data)] + attributes)
  }

  /// A value a reader can ask about: its words are shown on hover, and by the keys with a script.
  mutating func point(_ words: String, _ draw: (inout Canvas) -> Void) {
    html.open("g", [("class", "p")])
    html.element("title", text: words)
    draw(&self)
    html.close("g")
  }

  /// What an axis measures, under its middle or as near to it as it has room.
  /// - Returns: where what comes below may begin.
  mutating func axisLabel(
    _ text: String, from left: Double, to right: Double, _ y: Double
  ) -> Double {
    let lines = Canvas.wrapped(text, width: width - (rows ?? 0), lines: 3, size: 13)
    for (index, line) in lines.enumerated() {
      centered(line, (left + right) / 2, y + Double(index) * 17, fill: Canvas.muted)
    }
    return y + Double(lines.count - 1) * 17 + 10
  }

  /// Makes room for the names of rows, and for as much beside them as a picture without names has.
  /// - Returns: where the rows begin.
  mutating func begin(rows names: [String]) -> Double {
    let left = min(max((names.map { Canvas.width(of: $0) }.max() ?? 0) + 20, 60), 300)
    rows = left - 10
    width = left - 10 + Canvas.narrow
    return left
  }

  /// The name of a row, ending where it begins; a long one takes two lines, or one above the row.
  mutating func rowLabel(_ text: String, _ y: Double) {
    guard let x = rows else { return }
    let lines = Canvas.wrapped(text, width: x - 2, lines: 2)
    if lines.count == 1 { return self.text(lines[0], x, y + 5, .end, more: [("class", "l")]) }
    for (index, line) in lines.enumerated() {
      self.text(
        line, x, y - 2 + Double(index) * 14, .end, size: 13, more: [("class", "l2")])
    }
    self.text(
      Canvas.fitted(text, width: width - x, size: 13), x, y + 5, .end, size: 13,
      more: [("class", "l"), ("display", "none")])
  }

  /// A text cut into lines of a width; what does not fit in the last one ends with an ellipsis.
  static func wrapped(
    _ text: String, width: Double, lines limit: Int, size: Double = fontSize
  ) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last,
        lines.count == limit || self.width(of: last + " " + word, size: size) <= width
      {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    if lines.isEmpty { return [""] }
    lines[lines.count - 1] = fitted(lines[lines.count - 1], width: width, size: size)
    return lines
  }

  /// About how wide a text comes out, in pixels: fonts differ, so a little generous.
  static func width(of text: String, size: Double = fontSize) -> Double {
    text.reduce(0) { $0 + advance($1) } * size
  }

  private static func advance(_ character: Character) -> Double {
    character.isUppercase || character.isNumber ? 0.66 : 0.56
  }

  /// A text cut to a width, with an ellipsis.
  static func fitted(
    _ text: String, width space: Double, size: Double = fontSize
  ) -> String {
    func width(_ text: String) -> Double { self.width(of: text, size: size) }
    if width(text) <= space { return text }
    var room = space - width("…")
    let kept = text.prefix {
      room -= width(String($0))
      return room >= 0
    }
    return (kept.isEmpty ? String(text.prefix(1)) : String(kept)) + "…"
  }
}

/// A coordinate with at most one decimal.
func n(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let whole = tenths.magnitude / 10
  let rest = tenths.magnitude % 10
  return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : "." + String(rest))
}
