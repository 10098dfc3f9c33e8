import Warehouse

/// `dati_personali.csv`: which columns are about persons, and what is kept of them.
struct PersonalHeaders: Sendable {
  private let categories: [String: String]
  /// Folded names of columns that say who somebody is and are never read.
  private let names: Set<String>

  init(file: String) throws {
    let table = try SmallTable(file: file)
    let cell = try table.reader(["intestazione", "categoria", "trattamento"])
    categories = Dictionary(
      table.rows.map { (Folding.fold(cell($0, "intestazione")), cell($0, "categoria")) },
      uniquingKeysWith: { first, _ in first })
    names = Set(
      table.rows.filter {
        cell($0, "categoria") == "identità" && cell($0, "trattamento") == "non letto"
      }
      .map { Folding.fold(cell($0, "intestazione")) })
  }

  /// Whether a column so named holds the names of persons.
  func namesPersons(_ header: String) -> Bool {
    names.contains(Folding.fold(HeaderName(HeaderPrefixes.unnumbered(header)).last))
  }

  /// Columns about persons that somebody delivered though no field reads them: they should not have
  /// left the office.
  func findings(delivered: [String], read: Set<String>) -> [Finding] {
    delivered.filter { !read.contains($0) }.compactMap { header in
      let name = HeaderPrefixes.unnumbered(header)
      return (categories[Folding.fold(header)] ?? categories[Folding.fold(name)]).map {
        FindingKind.finding(.needlessPersonalColumn, line: 0, header: header, detail: $0)
      }
    }
  }
}

extension FindingKind {
  static let needlessPersonalColumn = FindingKind(
    "colonna-personale", .note,
    it: "la colonna contiene dati personali che non servono: non è stata letta",
    en: "the column holds personal data that are not needed: it was not read",
    expected: "togliere la colonna dall'esportazione")
}
