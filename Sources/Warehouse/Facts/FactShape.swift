internal import GRDB

/// Which columns of a fact table the indicators read, and as what.
///
/// They are kept twice: in the rows, which are the truth, and packed by column beside them, because a
/// million rows take a second to step through and their columns a tenth of that. See `PackedFacts`.
struct FactShape: Sendable {
  enum Meaning {
    /// Days, whole numbers, yes and no.
    case number
    /// The bit pattern of a number with decimals.
    case real
    /// A text of which there are few: a code, several codes joined by `|`.
    case code
    /// The first half of a keyed token.
    case token
  }

  let table: String
  let columns: [(name: String, meaning: Meaning)]

  /// Names the packing: what was packed under another list of columns, or otherwise, is not read.
  var layout: String { (["2"] + columns.map(\.name)).joined(separator: " ") }

  /// The tables whose facts are packed as they are loaded.
  static let all: [FactShape] = [ServiceRequest.shape, ServiceDelivery.shape]

  /// The packed columns of a table when they are all that is read; otherwise all the columns of its rows.
  static func of(
    _ table: FactTable, reading fields: [FactField]?, on db: Database
  ) throws -> FactShape {
    if let fields, let packed = all.first(where: { $0.table == table.name }) {
      let names = Set(packed.columns.map(\.name))
      if fields.allSatisfy({ names.contains($0.name) }) { return packed }
    }
    return FactShape(
      table: table.name,
      columns: try db.columns(in: table.name).filter { $0.name != "key" }.map { column in
        switch column.type {
        case "INTEGER": (column.name, .number)
        case "REAL": (column.name, .real)
        case "BLOB": (column.name, .token)
        default: (column.name, .code)
        }
      })
  }
}
