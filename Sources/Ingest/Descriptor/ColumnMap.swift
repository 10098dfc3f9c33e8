import Warehouse

/// `columns.csv`: a row per contract field, a column per period, in each cell the header the file
/// bears in that period. A renamed header is an edit.
public struct ColumnMap: Sendable {
  /// Periods by their first day, oldest first, each with field → header.
  private let periods: [(from: Day, headers: [String: String])]

  /// No map: headers are the field names.
  init() { periods = [] }

  /// No file, no map.
  init(file: String, contract: Contract) throws {
    guard let table = try SmallTable(optional: file) else {
      periods = []
      return
    }
    guard table.header.first == "campo", table.header.count > 1 else {
      throw DescriptorError(
        file: file, line: 1,
        message: "l'intestazione comincia con «campo», poi una data per periodo")
    }
    var periods: [(from: Day, headers: [String: String])] = try table.header.dropFirst().map {
      guard let day = Day(iso: $0) else {
        throw DescriptorError(
          file: file, line: 1, message: "«\($0)» non è la data da cui vale un periodo (2026-01-01)")
      }
      return (day, [:])
    }
    for row in table.rows {
      guard contract.field(row.cells[0]) != nil else {
        throw DescriptorError(
          file: file, line: row.line,
          message: "il campo «\(row.cells[0])» non è nel contratto «\(contract.dataset)»"
            + Nearest.hint(to: row.cells[0], in: contract.fields.map(\.name)))
      }
      for (i, header) in row.cells.dropFirst().enumerated() where !header.isEmpty {
        periods[i].headers[row.cells[0]] = header
      }
    }
    self.periods = periods.sorted { $0.from < $1.from }
  }

  /// Field → header for a delivery's day; nil when the headers are the field names.
  func headers(on day: Day) -> [String: String]? {
    guard !periods.isEmpty else { return nil }
    return (periods.last { $0.from <= day } ?? periods[0]).headers
  }
}
