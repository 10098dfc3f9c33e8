public import Warehouse

/// `conservazione.csv`: how long each kind of thing is kept. The terms are the data controller's to
/// set; the file says which have been.
public struct RetentionTerms: Sendable {
  public enum Object: String, Sendable, CaseIterable {
    case deliveries = "consegne"
    case receipts = "ricevute"
    case cases = "casi"
    case searches = "ricerche"
    case matches = "abbinamenti"
    case observations = "osservazioni"
    case programmes = "pnrr"
  }

  public struct Term: Sendable {
    public let object: Object
    public let description: String
    let count: Int
    let isMonths: Bool
    public let isVerified: Bool

    /// What began before this day has run its term by `day`.
    public func cut(at day: Day) -> Day { isMonths ? day.before(months: count) : day - count }
  }

  /// Of what is not kept for ever, in the file's order.
  public let terms: [Term]

  public init(file: String) throws {
    let table = try SmallTable(file: file)
    let cell = try table.reader(["oggetto", "descrizione", "durata", "unita", "verificato"])
    terms = try table.rows.compactMap { row in
      let name = cell(row, "oggetto")
      guard let object = Object(rawValue: name) else {
        throw DescriptorError(
          file: file, line: row.line,
          message: "l'oggetto «\(name)» non esiste"
            + Nearest.hint(to: name, in: Object.allCases.map(\.rawValue)))
      }
      guard let duration = cell(row, "durata").nonEmpty else { return nil }
      guard let count = Int(duration), count > 0, ["giorni", "mesi"].contains(cell(row, "unita"))
      else {
        throw DescriptorError(
          file: file, line: row.line,
          message: "la durata deve essere un numero da 1 in su, in giorni o mesi")
      }
      guard object != .observations, object != .programmes else {
        throw DescriptorError(
          file: file, line: row.line, message: "«\(name)» si conserva: la durata deve restare vuota"
        )
      }
      return Term(
        object: object, description: cell(row, "descrizione"), count: count,
        isMonths: cell(row, "unita") == "mesi", isVerified: cell(row, "verificato") == "S")
    }
  }
}

extension Day {
  /// The same day that many months before, or the last of its month.
  func before(months: Int) -> Day {
    let (year, month, day) = civil
    let count = year * 12 + month - 1 - months
    let (y, m) = (count / 12, count % 12 + 1)
    return Day(year: y, month: m, day: min(day, Day.length(ofMonth: m, year: y))) ?? self
  }
}
