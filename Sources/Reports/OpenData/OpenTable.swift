import Indicators

/// One table of the open data: what it holds, column by column. The CSV, the data package, the
/// dictionary and the catalogue's metadata all come from it.
struct OpenTable {
  struct Column {
    enum Kind: String {
      case text = "string"
      case number, integer, date
      case flag = "boolean"
    }

    var name: String
    var kind: Kind
    var meaning: Text
    /// The only values it may hold; empty when it is not a closed list.
    var values: [String] = []
    /// The controlled vocabulary its codes are of.
    var vocabulary: String?

    init(
      _ name: String, _ kind: Kind = .text, it: String, en: String, values: [String] = [],
      vocabulary: String? = nil
    ) {
      self.vocabulary = vocabulary
      self.name = name
      self.kind = kind
      meaning = Text(it: it, en: en)
      self.values = values
    }
  }

  /// Of the file, without extension.
  var name: String
  var title: Text
  var columns: [Column]
  /// Columns whose values together are unique; empty for a list of statements, where two may be alike.
  var key: [String]
  var bytes: [UInt8]

  /// - Parameter rows: in the order they are written; what is missing is an empty text.
  init(
    _ name: String, title: Text, columns: [Column], key: [String], rows: [[String]]
  ) {
    var csv = CSVWriter()
    csv.row(columns.map(\.name))
    for row in rows { csv.row(row) }
    self.init(name, title: title, columns: columns, key: key, bytes: csv.bytes)
  }

  init(_ name: String, title: Text, columns: [Column], key: [String], bytes: [UInt8]) {
    self.name = name
    self.title = title
    self.columns = columns
    self.key = key
    self.bytes = bytes
  }
}
