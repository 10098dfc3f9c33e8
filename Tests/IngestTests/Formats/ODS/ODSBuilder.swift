import TestSupport

/// The smallest OpenDocument spreadsheet that holds the given tables.
struct ODSBuilder {
  /// `<table:table>` elements.
  var tables: String
  /// Content of `<office:automatic-styles>`.
  var styles = ""
  var manifest = "<manifest:manifest xmlns:manifest=\"urn:m\"/>"
  /// Written instead of the generated content.
  var content: String?

  static let type = "application/vnd.oasis.opendocument.spreadsheet"

  init(tables: String = "", styles: String = "") {
    self.tables = tables
    self.styles = styles
  }

  /// One table of one row of cells.
  init(cells: String) {
    self.init(
      tables: "<table:table table:name=\"Foglio1\"><table:table-row>\(cells)</table:table-row>"
        + "</table:table>")
  }

  var bytes: [UInt8] {
    var zip = ZipBuilder()
    zip.add("mimetype", Self.type)
    zip.add("META-INF/manifest.xml", manifest)
    zip.add(
      "content.xml",
      content ?? """
        <?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:o" \
        xmlns:table="urn:t" xmlns:text="urn:x" xmlns:calcext="urn:c" xmlns:style="urn:s" \
        xmlns:draw="urn:d"><office:automatic-styles>\(styles)</office:automatic-styles>\
        <office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body>\
        </office:document-content>
        """)
    return zip.bytes
  }
}
