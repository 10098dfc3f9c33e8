/// Fact tables written a line of columns at a time: `opened_on day!` is `opened_on INTEGER NOT NULL`.
///
/// An unindented line names a table; the indented ones give its columns, a name and a kind each, `!`
/// where there is always a value. What a kind means is as frozen as the migrations written with it.
struct FactNotation {
  let tables: [(name: String, sql: String)]

  init(_ text: String) {
    var tables: [(name: String, columns: [String])] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" ") {
        tables[tables.count - 1].columns += line.split(separator: ",").map(FactNotation.column)
      } else {
        tables.append((String(line), ["key INTEGER PRIMARY KEY"]))
      }
    }
    self.tables = tables.map { table in
      (
        table.name,
        "CREATE TABLE \(table.name) (\n  \(table.columns.joined(separator: ",\n  "))\n) STRICT;"
      )
    }
  }

  private static func column(_ text: Substring) -> String {
    let words = text.split(separator: " ")
    precondition(words.count == 2, "a column is a name and a kind, not «\(text)»")
    let name = "\"\(words[0])\""
    let isRequired = words[1].hasSuffix("!")
    let kind = isRequired ? words[1].dropLast() : words[1]
    return "\(name) \(type(String(kind), name))\(isRequired ? " NOT NULL" : "")"
  }

  private static func type(_ kind: String, _ name: String) -> String {
    switch kind {
    case "text": "TEXT"
    case "integer", "day", "cents": "INTEGER"
    case "count": "INTEGER CHECK (\(name) >= 0)"
    case "flag": "INTEGER CHECK (\(name) IN (0, 1))"
    case "real": "REAL"
    case "amount": "REAL CHECK (\(name) >= 0)"
    case "token": "BLOB CHECK (length(\(name)) = 16)"
    case "cup": "TEXT CHECK (length(\(name)) = 15)"
    default: preconditionFailure("«\(kind)» is no kind of column")
    }
  }
}
