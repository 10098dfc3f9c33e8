import Warehouse

extension FindingKind {
  static let joinedSheets = FindingKind(
    "fogli-uniti", .note,
    it: "più fogli sono letti come una sola tabella, e le righe numerate di seguito",
    en: "several sheets are read as one table, and their rows numbered on",
    expected: "nulla da fare")
}

/// One of the sheets that make a table, where its source declares them: months, services.
///
/// A row is known by its line, so lines go on from sheet to sheet: the line of a row is its number in its
/// sheet after the last row of the sheet before.
struct SheetPart {
  let opened: OpenedTable
  /// Its place among the sheets the source lists: an empty one among them is no part.
  let place: Int
  /// Lines before its first row.
  var before: Int32 = 0
  /// The last line with something in it.
  private(set) var lastLine: Int32 = 0
  /// Cells merged over several rows; nil until the first rows have been read.
  private(set) var merged: MergedDown?

  init(opened: OpenedTable, place: Int = 0, after last: SheetPart? = nil) {
    self.opened = opened
    self.place = place
    before = last?.lastLine ?? 0
    lastLine = before
  }

  /// Makes rows read of this sheet rows of the table: merged cells filled, lines numbered on.
  ///
  /// - Parameter required: columns that no row of data leaves blank.
  mutating func serve(_ batch: RawBatch, required: [Int]) throws {
    if merged == nil { merged = MergedDown(required: required) }
    try merged?.spread(over: batch, from: opened)
    numberOn(batch)
  }

  /// Numbers rows as lines of the whole table.
  private mutating func numberOn(_ batch: RawBatch) {
    if before > 0 { for i in batch.rows.indices { batch.rows[i].line += before } }
    if let line = batch.rows.last?.line { lastLine = line }
  }
}

extension DeliveredTable {
  /// Blank rows of all the sheets read.
  var blankRowCount: Int { parts.reduce(0) { $0 + $1.opened.reader.blankRowCount } }

  /// Where each sheet begins, when there is more than one.
  var joinedSheets: Finding? {
    parts.count < 2
      ? nil : FindingKind.finding(.joinedSheets, line: 0, detail: partWords)
  }

  /// `«Gennaio» dalla riga 1, «Febbraio» dalla riga 42`.
  private var partWords: String {
    parts.map { "«\($0.opened.sheet ?? "")» dalla riga \($0.before + 1)" }
      .joined(separator: ", ")
  }

  /// The first visible sheet with the header, of which `first` then holds the first rows; the one that was
  /// opened when none has it.
  func firstWithHeader(_ first: RawBatch) throws -> OpenedTable {
    let own = try HeaderText.locate(in: first, mergedRanges: opened.mergedRanges) {
      header(in: first, mergedRanges: $0)
    }
    guard own == nil else { return opened }
    for name in opened.visibleSheetNames where name != opened.sheet {
      let rows = RawBatch()
      let other = try opened.turned(to: name, into: rows) { header(in: $0, mergedRanges: $1) }
      guard let other, other.header != nil else { continue }
      first.exchange(with: rows)
      return other.table
    }
    return opened
  }

  /// The next sheet of the table, with its first rows of data in `batch`; nil when there is none.
  ///
  /// - Throws: `UnreadableFile` for a sheet that should be of the table and has other columns.
  func nextPart(into batch: RawBatch) throws -> SheetPart? {
    guard folder.settings.joinsSheets || folder.settings.sheets.count > 1, let last = parts.last,
      let sheet = last.opened.sheet
    else { return nil }
    let names: [String]
    let read: Int
    if folder.settings.joinsSheets {
      names = opened.visibleSheetNames
      read = names.firstIndex(of: sheet) ?? names.count
    } else {
      (names, read) = (folder.settings.sheets, last.place)
    }
    for (place, name) in names.enumerated().dropFirst(read + 1) {
      let other = try opened.turned(to: name, into: batch) { header(in: $0, mergedRanges: $1) }
      guard let other else { continue }
      // Of all the sheets those without the header are others: notes, instructions.
      if other.header == nil, folder.settings.joinsSheets { continue }
      let found = DeliveredTable.withoutPersons(other.header?.headers ?? [])
      guard let located = other.header, DeliveredTable.named(found) == DeliveredTable.named(headers)
      else {
        throw otherColumns(of: name, found)
      }
      batch.rows.removeFirst(located.lastRow + 1)
      return SheetPart(opened: other.table, place: place, after: last)
    }
    return nil
  }

  /// Sheets read together of which each is of its comune are not all of the one that `columns.csv` says.
  ///
  /// - Throws: `UnreadableFile` naming those that are called otherwise.
  func refuseSheetsOfOtherComuni(_ slots: [Layout.Slot], _ resolver: TerritoryResolver) throws {
    let names = folder.settings.joinsSheets ? opened.visibleSheetNames : folder.settings.sheets
    guard names.count > 1 else { return }
    for slot in slots {
      guard slot.field.kind.isComune, let constant = slot.constant,
        let said = resolver.code(of: constant)
      else { continue }
      let others = names.filter { resolver.code(of: $0).map { $0 != said } ?? false }
      guard !others.isEmpty else { continue }
      throw UnreadableFile(
        code: "fogli-di-altri-comuni",
        message: "columns.csv dice «=\(constant)» di ogni riga, ma ci sono fogli di altri comuni: "
          + DeliveredTable.words(others)
          + ". Scrivere in ogni foglio una colonna con il comune, oppure fare una fonte per foglio,"
          + " di editori diversi, ognuna con il suo «foglio» in source.json.")
    }
  }

  private static func named(_ headers: [String]) -> [String] {
    let last = headers.lastIndex { !$0.isEmpty } ?? -1
    return headers[...last].map { Folding.fold($0) }
  }

  private func otherColumns(of name: String, _ found: [String]) -> UnreadableFile {
    let (mine, its) = (DeliveredTable.named(headers), DeliveredTable.named(found))
    let missing = headers.filter { !$0.isEmpty && !its.contains(Folding.fold($0)) }
    let more = found.filter { !$0.isEmpty && !mine.contains(Folding.fold($0)) }
    var parts: [String] = []
    if !missing.isEmpty { parts.append("mancano " + DeliveredTable.words(missing)) }
    if !more.isEmpty { parts.append("ci sono in più " + DeliveredTable.words(more)) }
    if parts.isEmpty { parts = ["sono in un altro ordine"] }
    return UnreadableFile(
      code: "fogli-diversi",
      message: "il foglio «\(name)» non ha le stesse colonne di «\(opened.sheet ?? "")»: "
        + parts.joined(separator: "; ")
        + ". Usare la stessa intestazione, oppure indicare in «foglio» di source.json i soli fogli"
        + " che l'hanno.")
  }

  private static func words(_ headers: [String]) -> String {
    headers.prefix(5).map { "«\($0)»" }.joined(separator: ", ")
  }
}

extension Field.Kind {
  /// One comune on each row.
  var isComune: Bool {
    switch self {
    case .comune, .place: true
    default: false
    }
  }
}

extension TerritoryResolver {
  /// The comune a text is sure to be; nil for any other text.
  func code(of text: String) -> ComuneCode? {
    if case .resolved(let code, _) = resolve(text) { code } else { nil }
  }
}
