import Warehouse

/// `columns.csv`: a row per contract field, a column per period, in each cell the header the file
/// bears in that period. A renamed header is an edit.
///
/// A cell `=Alessandria` is not a header but what every row says in that field: the text
/// `Alessandria`, read like any delivered cell (maps, findings and policy included). It is for what
/// everybody knew and no column says, such as the comune of a comune's own export.
public struct ColumnMap: Sendable {
  /// Periods by their first day, oldest first, each with field → header and field → constant.
  private let periods: [Period]

  private struct Period {
    let from: Day
    var headers: [String: String] = [:]
    var constants: [String: String] = [:]
  }

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
    var periods: [Period] = try table.header.dropFirst().map {
      guard let day = Day(iso: $0) else {
        throw DescriptorError(
          file: file, line: 1, message: "«\($0)» non è la data da cui vale un periodo (2026-01-01)")
      }
      return Period(from: day)
    }
    for row in table.rows {
      guard contract.field(row.cells[0]) != nil else {
        throw DescriptorError(
          file: file, line: row.line,
          message: "il campo «\(row.cells[0])» non è nel contratto «\(contract.dataset)»"
            + Nearest.hint(to: row.cells[0], in: contract.fields.map(\.name)))
      }
      for (i, header) in row.cells.dropFirst().enumerated() where !header.isEmpty {
        guard header.hasPrefix("=") else {
          periods[i].headers[row.cells[0]] = header
          continue
        }
        let constant = header.dropFirst()
        guard constant.contains(where: { !$0.isWhitespace }) else {
          throw DescriptorError(
            file: file, line: row.line,
            message: "dopo «=» serve il testo che vale per ogni riga, come «=Alessandria»")
        }
        periods[i].constants[row.cells[0]] = String(constant)
      }
    }
    self.periods = periods.sorted { $0.from < $1.from }
  }

  /// Field → header for a delivery's day; nil when the headers are the field names.
  func headers(on day: Day) -> [String: String]? { period(on: day)?.headers }

  /// Field → what every row of a delivery says in it.
  func constants(on day: Day) -> [String: String] { period(on: day)?.constants ?? [:] }

  private func period(on day: Day) -> Period? { periods.last { $0.from <= day } ?? periods.first }
}
