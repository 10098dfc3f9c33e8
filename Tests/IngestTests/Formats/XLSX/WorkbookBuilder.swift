import TestSupport

/// The smallest workbook that holds the given sheets, part by part, so that a test can spoil any.
struct WorkbookBuilder {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// Content of `<sheetData>` and what follows it.
  var sheets: [(name: String, data: String, state: String?)] = []
  /// Content of `<sst>`.
  var sharedStrings: String?
  /// Content of `<styleSheet>`.
  var styles: String?
  var workbookProperties = ""
  /// Parts written instead of, or beside, the generated ones.
  var overrides: [String: String] = [:]

  init(_ data: String = "", sharedStrings: String? = nil, styles: String? = nil) {
    sheets = [("Foglio1", data, nil)]
    self.sharedStrings = sharedStrings
    self.styles = styles
  }

  var parts: [(String, String)] {
    var relations = ""
    var tabs = ""
    var parts: [(String, String)] = []
    for (i, sheet) in sheets.enumerated() {
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      tabs += "<sheet name=\"\(sheet.name)\" sheetId=\"\(i + 1)\" r:id=\"rId\(i + 1)\"\(state)/>"
      relations += Self.relation("rId\(i + 1)", "worksheet", "worksheets/sheet\(i + 1).xml")
      parts.append(
        (
          "xl/worksheets/sheet\(i + 1).xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"\(Self.main)\">"
            + sheet.data + "</worksheet>"
        ))
    }
    if let sharedStrings {
      relations += Self.relation("rId90", "sharedStrings", "sharedStrings.xml")
      parts.append(
        ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(sharedStrings)</sst>"))
    }
    if let styles {
      relations += Self.relation("rId91", "styles", "styles.xml")
      parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    parts.append(("xl/_rels/workbook.xml.rels", Self.relations(relations)))
    parts.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(workbookProperties)"
          + "<sheets>\(tabs)</sheets></workbook>"
      ))
    parts.append(
      (
        "_rels/.rels",
        Self.relations(Self.relation("rId1", "officeDocument", "xl/workbook.xml"))
      ))
    parts.append(("[Content_Types].xml", "<Types/>"))
    return parts.filter { overrides[$0.0] == nil } + overrides.sorted { $0.key < $1.key }
  }

  var bytes: [UInt8] { bytes { _ in true } }

  /// Of the parts so named alone.
  func bytes(_ isKept: (String) -> Bool) -> [UInt8] {
    var zip = ZipBuilder()
    for (name, content) in parts where isKept(name) { zip.add(name, content) }
    return zip.bytes
  }

  private static func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
  }

  static func relations(_ content: String) -> String {
    "<Relationships xmlns=\"\(package)\">\(content)</Relationships>"
  }
}
