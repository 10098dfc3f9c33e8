import Warehouse

/// A table whose columns are what its rows should be: a quarter, a year, a comune, an age each. Of such a table no
/// column is a field, and what is missing is another shape.
public struct ReversedTable: Sendable {
  private let columns: [String]
  private let what: (many: String, one: String)

  /// Columns that make a table reversed: a row of data may name a few comuni.
  private static let fewest = 3
  private static let fewestComuni = 5
  /// Columns looked at.
  private static let width = 400

  /// Nil for any other table.
  init?(_ headers: [String], resolver: TerritoryResolver) {
    let named =
      Set(headers.filter { !$0.isEmpty }).count < ReversedTable.fewest
      ? [] : headers.prefix(ReversedTable.width).filter { !$0.isEmpty }
    /// The header, or of a header of several rows (`Gennaio / Posti`) the part that says so.
    func telling(_ says: (String) -> Bool) -> [String] {
      named.compactMap { header in
        header.split(separator: " / ").map(String.init).first(where: says)
      }
    }
    let found: [(names: [String], what: (String, String))] = [
      (telling(Period.month.matches), ("mesi", "per ogni mese")),
      (telling(Period.part.matches), ("periodi", "per ogni periodo")),
      (telling(Period.year.matches), ("anni", "per ogni anno")),
      (
        telling { if case .resolved = resolver.resolve($0) { true } else { false } },
        ("comuni", "per ogni comune")
      ),
      (
        telling(SexWords.isAgeBand), ("fasce d'età", "per ogni fascia, e per ogni sesso se ci sono")
      ),
      (telling(ReversedTable.isFund), ("fondi", "per ogni fondo")),
    ]
    let most = found.max { $0.names.count < $1.names.count }!
    let fewest =
      most.what.0 == "comuni" ? ReversedTable.fewestComuni : ReversedTable.fewest
    guard Set(most.names).count >= fewest, most.names.count * 2 >= named.count else { return nil }
    columns = most.names
    what = most.what
  }

  /// What to do, for whoever delivers.
  public var advice: String {
    var names: [String] = []
    for column in columns where !names.contains(column) { names.append(column) }
    let shown = names.prefix(3).map { "«\($0)»" }.joined(separator: ", ")
    return "\(columns.count) colonne sono \(what.many) (\(shown)\(names.count > 3 ? "…" : "")):"
      + " serve una riga \(what.one), quindi rovesciare la tabella (in Excel: Dati, Da tabella,"
      + " selezionare le altre colonne, «Trasforma altre colonne tramite UnPivot»)"
  }

  /// `FINANZ_UE`, `Importo Regione`: the money of one fund. `Regione` alone is a place.
  private static func isFund(_ header: String) -> Bool {
    let words = Folding.fold(header).split(separator: " ").map(String.init)
    return words.contains { word in money.contains { word.hasPrefix($0) } }
      && words.contains { funds.contains(HeaderWords.stem($0)) }
  }

  private static let money = ["FINANZ", "IMPORT", "QUOTA", "CONTRIBUT", "PAGAMENT", "PAGAT"]
  private static let funds = Set(
    [
      "PNRR", "PNC", "UE", "FSE", "FESR", "FSC", "STATO", "STATALE", "REGIONE", "REGIONALE",
      "PROVINCIA", "PROVINCIALE", "COMUNE", "COMUNALE", "PRIVATO", "PRIVATI",
    ].map(HeaderWords.stem))

  /// How headers name times.
  private enum Period {
    case month, part, year

    func matches(_ header: String) -> Bool {
      var words = Folding.fold(header).split(separator: " ").map(String.init)
      let years = words.count { Period.isYear($0) }
      switch self {
      case .year:
        // `Anno 2023`, `Utenti 2023`, `2023/2024`.
        return years > 0 && words.count <= 3
      case .month:
        if words.count == 2, years == 1 {
          let other = words[Period.isYear(words[0]) ? 1 : 0]
          return Int(other).map { (1...12).contains($0) } ?? Period.isMonth(other)
        }
        // `gen-26` that a spreadsheet took for a day: 2026-01-01.
        if words.count == 3, Period.isYear(words[0]), words[2] == "01" {
          return Int(words[1]).map { (1...12).contains($0) } ?? false
        }
        return (1...2).contains(words.count) && Period.isMonth(words[0])
          && words.dropFirst().allSatisfy { $0.count == 2 && Int($0) != nil }
      case .part:
        words.removeAll { Period.isYear($0) }
        guard let name = words.joined(separator: " ").wholeMatch(of: Period.partName) else {
          return false
        }
        return !name.output.isEmpty
      }
    }

    private static func isYear(_ word: String) -> Bool {
      word.count == 4 && (Int(word).map { (1990...2100).contains($0) } ?? false)
    }

    private static func isMonth(_ word: String) -> Bool {
      word.withCellBytes { ItalianMonths.number($0) } != nil
    }

    /// `1 TRIMESTRE`, `III TRIM`, `SEM 2`, `Q1`, `T4 25`.
    nonisolated(unsafe) private static let partName =
      #/(?:(?:[1-4]|I{1,3}|IV|PRIMO|SECONDO|TERZO|QUARTO) ?(?:TRIM|SEM|QUADRIM|BIM)[A-Z]*|(?:TRIM|SEM|QUADRIM|BIM)[A-Z]* ?(?:[1-6]|I{1,3}|IV)|[QTS] ?[1-4]|[1-4] ?[QTS])(?: [0-9]{2})?/#
  }
}

extension ReversedTable {
  /// The error of a table in which something that must be there was not found, with the reason if it is
  /// that the table is reversed.
  static func explaining(
    _ error: any Error, of file: DeliveryFile, _ folder: SourceFolder, _ reference: ReferenceFolder
  ) -> any Error {
    guard var unread = error as? UnreadableFile,
      ["colonna-mancante", "intestazione-non-trovata"].contains(unread.code),
      let reversed = found(in: file, folder, reference)
    else { return error }
    unread.code = "tabella-rovesciata"
    unread.message = reversed.advice
    return unread
  }

  /// Looks at the first rows once more: where nothing was found, nobody knows which the header is.
  private static func found(
    in file: DeliveryFile, _ folder: SourceFolder, _ reference: ReferenceFolder
  ) -> ReversedTable? {
    let batch = RawBatch()
    guard let options = try? folder.settings.tableOptions(path: folder.path),
      let opened = try? TableFile.open(path: file.path, options: options),
      (try? opened.reader.next(into: batch)) == true
    else { return nil }
    if let found = ReversedTable(opened.reader.columnNames, resolver: reference.resolver) {
      return found
    }
    return ReversedTable(among: batch, resolver: reference.resolver)
  }

  /// Of the first rows, the first that reads as the header of one.
  init?(among batch: RawBatch, resolver: TerritoryResolver) {
    let found = batch.rows.indices.prefix(HeaderLocator.rowLimit).lazy.compactMap { row in
      ReversedTable(
        (0..<Int(batch.rows[row].cellCount)).map {
          batch.text(row: row, column: $0, upTo: HeaderText.longestName)
        }, resolver: resolver)
    }
    guard let first = found.first else { return nil }
    self = first
  }
}
