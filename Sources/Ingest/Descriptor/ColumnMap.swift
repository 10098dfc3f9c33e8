import Warehouse

/// `columns.csv`: a row per contract field, a column per period, in each cell the header the file
/// bears in that period. A renamed header is an edit.
///
/// A cell `=Alessandria` is not a header but what every row says in that field: the text
/// `Alessandria`, read like any delivered cell (maps, findings and policy included). It is for what
/// everybody knew and no column says, such as the comune of a comune's own export.
///
/// A row whose field is `-` names a header that somebody decided not to read (`-,NOTE`; a final `*`
/// stands for anything, `-,*` for every header not named). A header of the file that is in no row is
/// an error of the delivery: nothing is left out without anybody knowing. Without rows of fields the
/// headers are the field names. The columns `nota`, `deciso_da` and `deciso_il` say why, and who
/// decided when; rows that begin with `#` are comments.
public struct ColumnMap: Sendable {
  /// Periods by their first day, oldest first, each with field → header and field → constant.
  private let periods: [Period]
  let file: String

  struct Period: Sendable {
    let from: Day
    var headers: [String: String] = [:]
    var constants: [String: String] = [:]
    /// Headers not to be read, with the line that says so.
    var ignored: [(header: String, line: Int)] = []
  }

  static let remarks = ["nota"] + DecisionColumns.names

  /// No map: headers are the field names.
  init() {
    periods = []
    file = ""
  }

  /// No file, no map.
  init(file: String, contract: Contract) throws {
    self.file = file
    guard let table = try SmallTable(optional: file) else {
      periods = []
      return
    }
    let columns = table.header.indices.dropFirst().filter {
      !ColumnMap.remarks.contains(table.header[$0])
    }
    guard table.header.first == "campo", !columns.isEmpty else {
      throw DescriptorError(
        file: file, line: 1,
        message: "l'intestazione comincia con «campo», poi una data per periodo")
    }
    var periods: [Period] = try columns.map {
      guard let day = SmallTable.day(table.header[$0]) else {
        throw DescriptorError(
          file: file, line: 1,
          message: "«\(table.header[$0])» non è la data da cui vale un periodo (2026-01-01), né "
            + ColumnMap.remarks.joined(separator: ", "))
      }
      return Period(from: day)
    }
    guard Set(periods.map(\.from)).count == periods.count else {
      throw DescriptorError(file: file, line: 1, message: "due periodi cominciano lo stesso giorno")
    }
    var lines: [String: Int] = [:]
    for row in table.rows {
      let field = row.cells[0]
      guard field == "-" || contract.field(field) != nil else {
        throw DescriptorError(
          file: file, line: row.line,
          message: contract.complaint(aboutField: field))
      }
      if field != "-", let line = lines.updateValue(row.line, forKey: field) {
        throw DescriptorError(
          file: file, line: row.line,
          message: "il campo «\(field)» è già alla riga \(line): una riga per campo, e una colonna "
            + "per periodo")
      }
      for (i, column) in columns.enumerated() where !row.cells[column].isEmpty {
        try periods[i].add(row.cells[column], to: field, file: file, line: row.line)
      }
    }
    self.periods = periods.sorted { $0.from < $1.from }
  }

  /// Field → header for a delivery's day; nil when the headers are the field names.
  func headers(on day: Day) -> [String: String]? {
    guard let period = period(on: day), !period.headers.isEmpty || !period.constants.isEmpty else {
      return nil
    }
    return period.headers
  }

  /// Headers the fields have in the newest period.
  var newestHeaders: [String] { periods.last.map { Array($0.headers.values) } ?? [] }

  /// Field → what every row of a delivery says in it.
  func constants(on day: Day) -> [String: String] { period(on: day)?.constants ?? [:] }

  /// Headers a delivery may bear that are not to be read, with their lines.
  func ignored(on day: Day) -> [(header: String, line: Int)] { period(on: day)?.ignored ?? [] }

  /// First days of the periods that none of the days falls in.
  func periodsUnused(by days: [Day]) -> [Day] {
    let used = Set(days.compactMap { period(on: $0)?.from })
    return periods.map(\.from).filter { !used.contains($0) }
  }

  private func period(on day: Day) -> Period? { periods.last { $0.from <= day } ?? periods.first }
}

extension ColumnMap.Period {
  fileprivate mutating func add(
    _ cell: String, to field: String, file: String, line: Int
  ) throws {
    guard field != "-" else {
      ignored.append((cell, line))
      return
    }
    guard cell.hasPrefix("=") else {
      headers[field] = cell
      return
    }
    let constant = cell.dropFirst()
    guard constant.contains(where: { !$0.isWhitespace }) else {
      throw DescriptorError(
        file: file, line: line,
        message: "dopo «=» serve il testo che vale per ogni riga, come «=Alessandria»")
    }
    constants[field] = String(constant)
  }
}
