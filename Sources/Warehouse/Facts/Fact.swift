internal import GRDB
internal import GRDBSQLite

/// A current fact of any table, under the cursor: what indicators read.
///
/// It is valid inside the body it is given to. Asking for a column the table does not have is our bug
/// and stops the program; `has` tells.
public struct Fact {
  let row: ScannedRow
  /// Place of every field in the row, -1 where the table does not have it.
  let places: [CInt]

  /// `snapshot << 32 | line`.
  public var key: Int64 { row.integer(places[FactField.allCases.count]) }

  public func has(_ field: FactField) -> Bool { places[field.rawValue] >= 0 }

  public func isMissing(_ field: FactField) -> Bool { row.isNull(place(field)) }
  /// A code, or `.none` where nothing was there.
  public func code(_ field: FactField) -> PackedCode { row.code(place(field)) }
  public func day(_ field: FactField) -> Day? { row.day(place(field)) }
  public func flag(_ field: FactField) -> Bool? { row.flag(place(field)) }
  /// A whole number, cents included.
  public func integer(_ field: FactField) -> Int64? {
    isMissing(field) ? nil : row.integer(place(field))
  }
  public func real(_ field: FactField) -> Double? {
    isMissing(field) ? nil : row.real(place(field))
  }
  /// A text or code as it is kept; a list has its codes joined with `|`.
  public func text(_ field: FactField) -> String? { row.text(place(field)) }
  /// Half of a keyed token; nil when the person was not identified.
  public func token(_ field: FactField) -> UInt64? { row.token(place(field)) }

  @inline(__always) private func place(_ field: FactField) -> CInt {
    let place = places[field.rawValue]
    precondition(place >= 0, "the table has no \(field.name)")
    return place
  }
}

extension Store {
  /// Every current fact of a table, in loading order, one at a time: memory does not depend on how
  /// many.
  public func forEachCurrent(_ table: FactTable, _ body: (Fact) throws -> Void) throws {
    var places: [CInt]?
    try scan("SELECT * FROM current_\(table.name)") { row in
      if places == nil { places = Store.places(in: row) }
      try body(Fact(row: row, places: places!))
    }
  }

  private static func places(in row: ScannedRow) -> [CInt] {
    let names = Dictionary(
      uniqueKeysWithValues: row.columnNames.enumerated().map { ($1, CInt($0)) })
    return FactField.allCases.map { names[$0.name] ?? -1 } + [names["key"]!]
  }
}
