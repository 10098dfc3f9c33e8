/// What each cell style of a workbook makes of a number.
struct CellStyles {
  private var formats: [NumberFormat] = []
  private var shown: [ShownNumber?] = []
  /// Some format shows more than digits.
  private var showsMore = false

  /// The format of the style a cell names; numbers when it names none.
  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  /// Puts what the sheet shows in the place of the number at `bytes[start...]`; false when it shows nothing else.
  func show(_ bytes: inout [UInt8], from start: Int, style: Int) -> Bool {
    guard showsMore, shown.indices.contains(style), let form = shown[style] else { return false }
    return form.show(&bytes, from: start)
  }

  /// Reads `xl/styles.xml`.
  static func read(_ bytes: [UInt8], part: String) throws -> CellStyles {
    let handler = Handler()
    try XMLPullParser(handler: handler, of: .workbookPart(part)).parse(bytes)
    return handler.styles
  }

  private final class Handler: XMLHandler {
    var styles = CellStyles()
    private var custom: [Int: (NumberFormat, ShownNumber?)] = [:]
    private var isCells = false

    override func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "numFmt" {
        if let id = attributes["numFmtId"].flatMap(CellReference.number),
          let code = attributes.string("formatCode")
        {
          var shown: ShownNumber?
          custom[id] = (NumberFormat(code: code, &shown), shown)
        }
      } else if name == "cellXfs" {
        isCells = true
      } else if isCells, name == "xf" {
        let id = attributes["numFmtId"].flatMap(CellReference.number) ?? 0
        let (format, shown) = custom[id] ?? (NumberFormat(builtIn: id), nil)
        styles.formats.append(format)
        styles.shown.append(shown)
        if shown != nil { styles.showsMore = true }
      }
    }

    override func endElement(_ name: XMLName) { if name == "cellXfs" { isCells = false } }

  }
}
