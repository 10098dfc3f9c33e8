import Ingest
import TestSupport
import Testing

extension Encoding {
  static let all: [Encoding] = [
    .csv(";", .utf8, "\r\n"), .csv(",", .utf8, "\n", quotesAll: true), .csv("\t", .utf8, "\n"),
    .csv("|", .utf8, "\r", hasMark: true), .csv(";", .windows1252, "\r\n"),
    .csv(",", .latin9, "\n", quotesAll: true), .csv(";", .ibm850, "\r\n"),
    .csv(";", .utf16LittleEndian, "\r\n", hasMark: true),
    .csv("\t", .utf16BigEndian, "\n", hasMark: true), .csv(",", .utf16LittleEndian, "\n"),
    .csv(";", .mixed, "\r\n"), .csv(",", .utf8, "\n").gzipped, .csv(";", .utf8, "\r\n").zipped,
    .ndjson, .jsonArray, .ndjson.gzipped, .nestedJSON, .xml(inAttributes: false),
    .xml(inAttributes: true), .xlsx(isShared: true), .xlsx(isShared: false),
    .xlsx(isShared: true).zipped, .ods(isPlain: true), .ods(isPlain: false),
  ]

  /// The same table, compressed whole.
  var gzipped: Encoding {
    Encoding(
      testDescription: testDescription + " gzip",
      encode: { table in
        let (bytes, lines) = encode(table)
        return (ZipBuilder.gzip(bytes), lines)
      }, hasHeaderRow: hasHeaderRow)
  }

  var zipped: Encoding {
    Encoding(
      testDescription: testDescription + " zip",
      encode: { table in
        let (bytes, lines) = encode(table)
        var zip = ZipBuilder()
        zip.add("__MACOSX/._tabella", "x")
        zip.add("~$tabella.csv", "x")
        zip.add("cartella/", "")
        zip.add("cartella/tabella", bytes)
        return (zip.bytes, lines)
      }, hasHeaderRow: hasHeaderRow)
  }

  static func csv(
    _ delimiter: String, _ encoding: TextEncoding, _ newline: String, quotesAll: Bool = false,
    hasMark: Bool = false
  ) -> Encoding {
    let name = [
      "csv", delimiter, encoding.rawValue, "\(newline.utf8.map { $0 })",
      quotesAll ? "tutto fra virgolette" : "", hasMark ? "BOM" : "",
    ].joined(separator: " ")
    return Encoding(testDescription: name) { table in
      var text = ""
      var lines: [Int] = []
      var line = 1
      for row in [table.header] + table.rows {
        lines.append(line)
        let fields = row.map { cell in
          let special = cell.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) }
          return quotesAll || special || cell.contains(delimiter)
            ? "\""
              + cell.split(separator: "\"", omittingEmptySubsequences: false)
              .joined(separator: "\"\"") + "\"" : cell
        }
        let record = fields.joined(separator: delimiter) + newline
        text += record
        line += physicalLines(record)
      }
      return (encoded(text, encoding, hasMark), lines)
    }
  }

  static let ndjson = Encoding(
    testDescription: "ndjson",
    encode: { table in
      var text = ""
      for row in table.rows { text += object(table.header, row) + "\n" }
      return (Array(text.utf8), table.rows.indices.map { $0 + 1 })
    }, hasHeaderRow: false)

  static let jsonArray = Encoding(
    testDescription: "json",
    encode: { table in
      let objects = table.rows.map { object(table.header, $0) }
      let text = "[\n" + objects.joined(separator: ",\n") + "\n]\n"
      return (Array(text.utf8), table.rows.indices.map { $0 + 2 })
    }, hasHeaderRow: false)

  /// The list of objects two levels down, in windows of one page of an interface.
  static let nestedJSON = Encoding(
    testDescription: "json annidato",
    encode: { table in
      let objects = table.rows.map { object(table.header, $0) }
      let text =
        "[\n{\"totale\": {\"n\": 1}, \"dati\": {\"altro\": [1, {}], \"righe\": [\n"
        + objects.joined(separator: ",\n") + "\n]}},\n{\"dati\": null}]"
      return (Array(text.utf8), table.rows.indices.map { $0 + 3 })
    }, hasHeaderRow: false, path: ["dati", "righe"], contextColumns: ["$.totale.n", "$.dati.altro"])

  static func xml(inAttributes: Bool) -> Encoding {
    Encoding(
      testDescription: inAttributes ? "xml attributi" : "xml",
      encode: { table in
        var text = "<?xml version=\"1.0\"?>\n<t:elenco xmlns:t=\"urn:prova\">\n"
        var lines: [Int] = []
        var line = 3
        for row in table.rows {
          lines.append(line)
          let pairs = zip(table.header, row)
          let record =
            inAttributes
            ? "<t:riga" + pairs.map { " \($0)=\"\(reference($1))\"" }.joined() + "/>\n"
            : "<t:riga>" + pairs.map { "<t:\($0)>\(reference($1))</t:\($0)>" }.joined()
              + "</t:riga>\n"
          text += record
          line += physicalLines(record)
        }
        return (Array((text + "</t:elenco>").utf8), lines)
      }, hasHeaderRow: false)
  }

  /// Text of an element or attribute, with what the markup would change written as references.
  private static func reference(_ text: String) -> String {
    markup(text).replacing("_x000D_", with: "&#13;").replacing("\"", with: "&quot;")
      .replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }

  static func ods(isPlain: Bool) -> Encoding {
    Encoding(testDescription: isPlain ? "ods" : "ods string-value") { table in
      var rows = ""
      for row in [table.header] + table.rows {
        var cells = ""
        for cell in row {
          if cell.isEmpty {
            cells += "<table:table-cell/>"
          } else if isPlain {
            let paragraphs = markup(cell).replacing("_x000D_", with: "&#13;")
              .split(separator: "\n", omittingEmptySubsequences: false)
              .map { "<text:p>\(spaced(String($0)))</text:p>" }.joined()
            cells +=
              "<table:table-cell office:value-type=\"string\">\(paragraphs)</table:table-cell>"
          } else {
            cells +=
              "<table:table-cell office:value-type=\"string\" office:string-value="
              + "\"\(reference(cell))\"><text:p>no</text:p></table:table-cell>"
          }
        }
        rows += "<table:table-row>\(cells)</table:table-row>"
      }
      let paper =
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
        + " table:number-columns-repeated=\"16384\"/></table:table-row>"
      return (
        ODSBuilder(tables: "<table:table table:name=\"Foglio1\">\(rows)\(paper)</table:table>")
          .bytes,
        (0...table.rows.count).map { $0 + 1 }
      )
    }
  }

  /// Blanks as OpenDocument writes them.
  private static func spaced(_ text: String) -> String {
    text.replacing("\t", with: "<text:tab/>").replacing("&#13;", with: "\u{1}")
      .replacing(" ", with: "<text:s/>").replacing("<text:tab/>", with: "<text:tab/>")
      .replacing("\u{1}", with: "&#13;")
  }

  static func xlsx(isShared: Bool) -> Encoding {
    Encoding(testDescription: isShared ? "xlsx" : "xlsx inline") { table in
      var shared = ""
      var data = "<sheetData>"
      var count = 0
      for (i, row) in ([table.header] + table.rows).enumerated() {
        data += "<row r=\"\(i + 1)\">"
        for (column, cell) in row.enumerated() where !cell.isEmpty {
          let place = "\("ABCDEFGH".map(String.init)[column])\(i + 1)"
          let text = "<t xml:space=\"preserve\">\(markup(cell))</t>"
          if isShared {
            shared += "<si>\(text)</si>"
            data += "<c r=\"\(place)\" t=\"s\"><v>\(count)</v></c>"
            count += 1
          } else {
            data += "<c r=\"\(place)\" t=\"inlineStr\"><is>\(text)</is></c>"
          }
        }
        data += "</row>"
      }
      let builder = WorkbookBuilder(
        data + "</sheetData>", sharedStrings: isShared ? shared : nil)
      return (builder.bytes, (0...table.rows.count).map { $0 + 1 })
    }
  }

  private static func object(_ header: [String], _ row: [String]) -> String {
    "{" + zip(header, row).map { "\(string($0)): \(string($1))" }.joined(separator: ", ") + "}"
  }

  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "è": result += "\\u00e8"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func markup(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\r": result += "_x000D_"
      case "è": result += "&#xE8;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func physicalLines(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    return bytes.indices.filter {
      bytes[$0] == 0x0A || (bytes[$0] == 0x0D && ($0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A))
    }.count
  }
}

/// The bytes of a text in an encoding of the tests' own making, independent of the reader's tables.
func encoded(_ text: String, _ encoding: TextEncoding, _ hasMark: Bool = false) -> [UInt8] {
  // Bytes of Italian letters in the code pages, from the charts of their standards.
  let ibm850: [Unicode.Scalar: UInt8] = [
    "à": 0x85, "è": 0x8A, "é": 0x82, "ì": 0x8D, "ò": 0x95, "ù": 0x97, "À": 0xB7, "È": 0xD4,
    "°": 0xF8,
  ]
  let macRoman: [Unicode.Scalar: UInt8] = [
    "à": 0x88, "è": 0x8F, "é": 0x8E, "ì": 0x93, "ò": 0x98, "ù": 0x9D, "’": 0xD5,
  ]
  let windows1252: [Unicode.Scalar: UInt8] = ["€": 0x80, "’": 0x92, "“": 0x93, "”": 0x94]
  let scalars = (hasMark ? "\u{FEFF}" : "") + text
  switch encoding {
  case .utf8: return Array(scalars.utf8)
  case .mixed:
    // Every second letter outside ASCII in windows-1252, the others in UTF-8.
    var isUTF8 = false
    return scalars.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      isUTF8.toggle()
      return isUTF8 ? Array(String(scalar).utf8) : encoded(String(scalar), .windows1252)
    }
  case .utf16LittleEndian: return scalars.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BigEndian: return scalars.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case .ibm850:
    return text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : ibm850[$0]! }
  case .macRoman:
    return text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : macRoman[$0]! }
  case .windows1252, .latin1, .latin9:
    return text.unicodeScalars.map {
      $0 == "€" && encoding == .latin9 ? 0xA4 : windows1252[$0] ?? UInt8($0.value)
    }
  }
}
