import Warehouse

extension FindingKind {
  static let excludedRows = FindingKind(
    "righe-escluse", .note, it: "righe che il descrittore dice di non leggere",
    en: "rows the descriptor says not to read",
    expected: "nulla da fare; la scelta è in source.json (righe_escluse, righe_tenute)")
  static let cancellingRows = FindingKind(
    "righe-che-annullano", .warning,
    it:
      "righe che annullano ciò che era stato mandato: non sono applicate, e ciò che annullano resta",
    en: "rows that take back what was sent: they are not applied, and what they take back stays",
    expected:
      "nulla, se un'altra riga con lo stesso identificativo ne prende il posto; altrimenti togliere la riga"
      + " annullata dalla consegna che l'aveva portata")
}

/// The rows of a file its source is about: an export often carries others, told apart by a word in a
/// column (the age 999 of a total, a cancelled card, another province).
struct ChosenRows {
  private struct Condition {
    let header: String
    let words: Set<[UInt8]>
    /// What a row that has one of the words is: kept alone, or left out.
    let keeps: Bool
    /// Such a row takes back another.
    var cancels = false
    var column: Int?
    var met: Set<[UInt8]> = []
  }

  private var conditions: [Condition]
  private var namesMet = -1
  private(set) var excluded = 0
  private var cancelling = 0

  init(settings: SourceSettings) {
    func conditions(_ rows: [String: [String]], keeps: Bool) -> [Condition] {
      rows.sorted { $0.key < $1.key }.map {
        Condition(header: $0.key, words: Set($0.value.map { Array($0.utf8) }), keeps: keeps)
      }
    }
    self.conditions =
      conditions(settings.keptRows, keeps: true) + conditions(settings.excludedRows, keeps: false)
      + conditions(settings.cancellingRows, keeps: false).map {
        var condition = $0
        condition.cancels = true
        return condition
      }
  }

  /// Finds the columns; those of a format that names its own may be met later.
  ///
  /// - Throws: `UnreadableFile` when a header is not there and cannot come.
  mutating func locate(in table: DeliveredTable) throws {
    guard !conditions.isEmpty else { return }
    meet(table.headers)
    for condition in conditions where condition.column == nil && table.width != Int.max {
      throw UnreadableFile(
        code: "colonna-mancante",
        message: "manca la colonna «\(condition.header)», con cui source.json sceglie le righe"
          + Nearest.hint(to: condition.header, in: table.headers),
        line: table.headerLine.map(Int.init))
    }
  }

  mutating func meet(_ names: [String]) {
    guard !conditions.isEmpty, names.count != namesMet, !names.isEmpty else { return }
    namesMet = names.count
    for i in conditions.indices where conditions[i].column == nil {
      let wanted = Folding.fold(conditions[i].header)
      conditions[i].column = names.firstIndex { Folding.fold($0) == wanted }
    }
  }

  mutating func remove(from raw: RawBatch) {
    guard !conditions.isEmpty else { return }
    let before = raw.rows.count
    let cancelledBefore = cancelling
    raw.rows.removeAll { row in
      guard raw.broken.isEmpty || raw.broken[row.line] == nil else { return false }
      return conditions.indices.contains { i in
        guard let column = conditions[i].column else { return conditions[i].keeps }
        let cell = ChosenRows.cell(column, of: row, raw)
        let isNamed = conditions[i].words.contains(cell)
        if isNamed { conditions[i].met.insert(cell) }
        if isNamed, conditions[i].cancels { cancelling += 1 }
        return isNamed != conditions[i].keeps
      }
    }
    excluded += before - raw.rows.count - (cancelling - cancelledBefore)
  }

  /// The cell without blanks at its ends; empty beyond the end of the row.
  private static func cell(_ column: Int, of row: RawRow, _ raw: RawBatch) -> [UInt8] {
    guard column < Int(row.cellCount) else { return [] }
    let cell = raw.cells[Int(row.firstCell) + column]
    let bytes = raw.bytes[Int(cell.start)..<Int(cell.start + cell.length)]
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return Array(bytes[first...last])
  }

  /// One note for the file, and one for each word that no row has.
  var findings: [Finding] {
    let all =
      excluded == 0
      ? []
      : [
        FindingKind.finding(
          .excludedRows, line: 0,
          detail: "\(excluded) per "
            + conditions.filter { !$0.cancels }.map(\.header).joined(separator: ", "))
      ]
    let taken =
      cancelling == 0
      ? []
      : [
        FindingKind.finding(
          .cancellingRows, line: 0,
          detail: "\(cancelling) per "
            + conditions.filter(\.cancels).map(\.header).joined(separator: ", "))
      ]
    return all + taken
      + conditions.filter { !$0.cancels }.flatMap { condition in
        condition.words.subtracting(condition.met).map { String(decoding: $0, as: UTF8.self) }
          .sorted().map {
            FindingKind.finding(
              .unusedMapping, line: 0, header: condition.header,
              cell: Masking.mask($0, isPersonal: false),
              detail: "source.json, \(condition.keeps ? "righe_tenute" : "righe_escluse")")
          }
      }
  }
}
