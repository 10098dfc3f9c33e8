/// What each cell style of a workbook makes of a number.
struct CellStyles {
  private var formats: [NumberFormat] = []

  /// The format of the style a cell names; numbers when it names none.
  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  /// Reads `xl/styles.xml`.
  static func read(_ bytes: [UInt8], part: String) throws -> CellStyles {
    let handler = Handler()
    try XMLPullParser(handler: handler, of: .workbookPart(part)).parse(bytes)
    return handler.styles
  }

  private final class Handler: XMLHandler {
    var styles = CellStyles()
    private var custom: [Int: NumberFormat] = [:]
    private var isCells = false

    override func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "numFmt" {
        if let id = attributes["numFmtId"].flatMap(CellReference.number),
          let code = attributes.string("formatCode")
        {
          custom[id] = NumberFormat(code: code)
        }
      } else if name == "cellXfs" {
        isCells = true
      } else if isCells, name == "xf" {
        let id = attributes["numFmtId"].flatMap(CellReference.number) ?? 0
        styles.formats.append(custom[id] ?? NumberFormat(builtIn: id))
      }
    }

    override func endElement(_ name: XMLName) { if name == "cellXfs" { isCells = false } }

  }
}
