/// `corrections.csv`: a known mistake of a publisher, put right under guard: when the cell no longer
/// holds what the correction expects, nothing is changed and the finding says so.
public struct Correction: Hashable, Sendable {
  /// File name of the delivery.
  public var delivery: String
  public var line: Int32
  public var field: String
  public var expected: String
  public var value: String
  public var reason: String

  static func read(file: String, contract: Contract) throws -> [Correction] {
    guard let table = try SmallTable(optional: file) else { return [] }
    let decisions = try DecisionColumns(
      table, after: ["consegna", "riga", "campo", "atteso", "valore", "motivo"])
    return try table.rows.map { row in
      try decisions.check(row)
      guard let line = Int32(row.cells[1]), line > 0 else {
        throw DescriptorError(
          file: file, line: row.line, message: "«\(row.cells[1])» non è un numero di riga")
      }
      guard contract.field(row.cells[2]) != nil else {
        throw DescriptorError(
          file: file, line: row.line,
          message: contract.complaint(aboutField: row.cells[2]))
      }
      guard !row.cells[5].isEmpty else {
        throw DescriptorError(file: file, line: row.line, message: "manca il motivo")
      }
      return Correction(
        delivery: row.cells[0], line: line, field: row.cells[2], expected: row.cells[3],
        value: row.cells[4], reason: row.cells[5])
    }
  }
}
