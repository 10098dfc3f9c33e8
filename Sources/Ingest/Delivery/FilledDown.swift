import Warehouse

/// Columns of which the source says (`solo_prima_riga`) that the value stands on the first row of each group
/// alone: the rows below are given it.
///
/// A total, a note or a title is no row of the group. Where the label of an outer column changes, those to
/// its right have to be said anew.
struct FilledDown {
  private let headers: [String]
  private let totalLabels: [String]
  private var columns: [Column] = []
  /// Names of columns, and sheets, met so far.
  private var met = (names: -1, parts: 0)
  private(set) var count = 0

  private struct Column {
    let place: Int
    let header: String
    var label: (bytes: [UInt8], kind: RawCellKind)?
  }

  init(settings: SourceSettings) {
    headers = settings.groupLabels
    totalLabels = settings.totalLabels
  }

  /// Rows given back mended are in no order, and have been filled already.
  mutating func spread(over batch: RawBatch, of table: DeliveredTable) {
    guard !headers.isEmpty, table.origin == nil else { return }
    locate(table.headersMet)
    if table.parts.count != met.parts { for i in columns.indices { columns[i].label = nil } }
    met.parts = table.parts.count
    let others = table.requiredColumns.filter { place in !columns.contains { $0.place == place } }
    for row in batch.rows.indices { fill(row, of: batch, others) }
  }

  private mutating func locate(_ names: [String]) {
    guard names.count != met.names else { return }
    met.names = names.count
    let known = ColumnPlaces(names).byName
    columns = headers.compactMap { header in
      known[Folding.fold(header)].map { place in
        Column(
          place: place, header: header, label: columns.first { $0.place == place }?.label)
      }
    }.sorted { $0.place < $1.place }
  }

  /// - Parameter others: columns that no row of data leaves blank, but for the labels.
  private mutating func fill(_ row: Int, of batch: RawBatch, _ others: [Int]) {
    let blanks = others.count { batch.kind(row: row, column: $0) == .empty }
    if isTotal(row, of: batch, lacks: blanks > 0) {
      // `Locri Totale` ends Locri, and not the year around it.
      let first = columns.first { batch.kind(row: row, column: $0.place) != .empty }
      let ended = columns.firstIndex { $0.place == first?.place } ?? 0
      for i in columns.indices where i >= ended { columns[i].label = nil }
      return
    }
    for i in columns.indices {
      let place = columns[i].place
      if let own = batch.value(row: row, column: place) {
        // The header once more, as at the top of each printed page.
        if Folding.fold(String(decoding: own.bytes, as: UTF8.self))
          == Folding.fold(columns[i].header)
        {
          return
        }
        columns[i].label = own
        for inner in columns.indices where inner > i { columns[inner].label = nil }
      } else if blanks < others.count || others.isEmpty, let label = columns[i].label {
        batch.set(label, row: row, column: place)
        count += 1
      }
    }
  }

  /// - Parameter isShort: the row lacks something that every row must have.
  private func isTotal(_ row: Int, of batch: RawBatch, lacks isShort: Bool) -> Bool {
    guard let first = batch.firstFilled(batch.rows[row]), first.length <= TotalRows.longestLabel
    else { return false }
    let text = Folding.fold(batch.text(first))
    if totalLabels.contains(where: { Folding.fold($0) == text }) { return true }
    return TotalRows.label(text).map { $0 == .sure || isShort } ?? false
  }

  var findings: [Finding] {
    let places = columns.map { Folding.fold($0.header) }
    let missing = headers.filter { !places.contains(Folding.fold($0)) }
    return
      (count == 0
      ? [] : [FindingKind.finding(.filledDown, line: 0, detail: "celle riempite: \(count)")])
      + missing.map {
        FindingKind.finding(
          .unusedMapping, line: 0, header: $0, detail: "source.json, solo_prima_riga")
      }
  }
}

extension DeliveredTable {
  /// - Throws: `UnreadableFile` when one of the columns is not there and cannot come.
  func checkGroupLabels() throws {
    guard width != Int.max, origin == nil else { return }
    let known = ColumnPlaces(headers).byName
    for header in folder.settings.groupLabels where known[Folding.fold(header)] == nil {
      throw UnreadableFile(
        code: "colonna-mancante",
        message: "manca la colonna «\(header)», di cui source.json dice «solo_prima_riga»"
          + Nearest.hint(to: header, in: headers),
        line: headerLine.map(Int.init))
    }
  }
}

extension FindingKind {
  static let filledDown = FindingKind(
    "etichette-ripetute", .note,
    it:
      "ciò che sta nella prima riga di ogni gruppo vale per le altre, come dice il descrittore",
    en:
      "what stands on the first row of each group holds of the others too, as the descriptor says",
    expected: "nulla da fare; la scelta è in source.json (solo_prima_riga)")
}
