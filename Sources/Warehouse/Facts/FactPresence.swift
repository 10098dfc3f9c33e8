extension Store {
  /// Whether anything current was delivered of a dataset.
  public func hasCurrent(_ table: FactTable) throws -> Bool {
    try !rows("SELECT 1 FROM current_\(table.name) LIMIT 1") { _ in true }.isEmpty
  }
}

extension FactTable {
  /// The table of that name; nil when there is none.
  public static func named(_ name: String) -> FactTable? { allCases.first { $0.name == name } }
}

extension FactField {
  /// The column of that name; nil when no table has it.
  public static func named(_ name: String) -> FactField? { allCases.first { $0.name == name } }
}
