import Warehouse

/// A file nobody has described yet: how it is written, where its header is, what each column holds.
struct FileProfile {
  /// Rows whose cells are looked into; of the next ones only the words are gathered. The decisions on
  /// encoding and dialect are on the whole file all the same.
  static let examinedRows = 2_000
  static let rowLimit = 100_000
  /// And cells, so that a table of thousands of columns takes no longer: of each column some are
  /// examined, however many there are.
  static let examinedCells = 100_000
  static let cellsGathered = 5_000_000
  static let fewestRows = 20
  /// Characters of a cell looked into: what is longer is a text, whatever it says.
  static let cellLimit = 1_000

  private(set) var opened: OpenedTable
  /// Other sheets with the same header.
  private(set) var sameSheets: [String] = []
  /// And each of them is called as a comune.
  private(set) var sheetsAreComuni = false
  /// Header rows, 1 when there is one or the format names its columns.
  private(set) var depth = 1
  /// Line of the first header row; nil when the format names its own columns.
  private(set) var headerLine: Int?
  private(set) var columns: [ColumnProfile] = []
  private(set) var rows = 0
  /// Set when its columns are what its rows should be.
  private(set) var reversed: ReversedTable?
  /// What the rows above the header say.
  private(set) var preamble: [String] = []
  /// First cells of rows that look like totals.
  private(set) var totalLabels: [String] = []
  private(set) var groups = GroupPattern()

  init(path: String, sheet: String?, reference: ReferenceFolder) throws {
    opened = try TableFile.open(
      path: path, options: TableOptions(sheet: sheet.map(SheetChoice.name)))
    let batch = RawBatch()
    guard try opened.reader.next(into: batch) else {
      throw UnreadableFile(code: "file-vuoto", message: "il file non contiene righe")
    }
    if let nested = try NestedRows(opened, batch, known: []) { try turn(to: nested, batch) }
    var examiner = CellExaminer(reference)
    if opened.survey.kind.value == .csv, batch.rows.allSatisfy({ $0.cellCount == 1 }) {
      throw MissingHeader.undivided(batch)
    }
    if opened.reader.columnNames.isEmpty {
      var header = try FileProfile.header(of: batch, opened)
      if sheet == nil { try turnToTable(batch, &header) }
      guard let header else {
        if let reversed = ReversedTable(among: batch, resolver: reference.resolver) {
          throw UnreadableFile(code: "tabella-rovesciata", message: reversed.advice)
        }
        throw UnreadableFile(
          code: "intestazione-non-trovata",
          message: "nelle prime righe non c'è un'intestazione con i nomi delle colonne; "
            + "aggiungerla, oppure togliere le righe prima della tabella")
      }
      depth = header.lastRow - header.firstRow + 1
      headerLine = header.line
      columns = header.headers.map { ColumnProfile(header: $0) }
      preamble = batch.texts(above: header.firstRow)
      batch.rows.removeFirst(header.lastRow + 1)
      if sheet == nil {
        sameSheets = opened.sheets(headed: header.headers, FileProfile.guess)
        sheetsAreComuni =
          !sameSheets.isEmpty
          && sameSheets.allSatisfy { reference.resolver.code(of: $0) != nil }
      }
    }
    reversed = ReversedTable(columns.map(\.header), resolver: reference.resolver)
    repeat {
      for name in opened.reader.columnNames.dropFirst(columns.count) {
        columns.append(ColumnProfile(header: name))
      }
      for row in batch.rows.indices { add(batch, row, &examiner) }
    } while try !isEnough && opened.reader.next(into: batch)
  }

  private static func guess(_ batch: RawBatch, _ merged: [CellRange]) -> LocatedHeader? {
    HeaderGuess.locate(in: batch, mergedRanges: merged).flatMap {
      var text = HeaderText(batch, merged)
      return text.header(from: $0.row, depth: $0.depth)
    }
  }

  private static func header(of batch: RawBatch, _ table: OpenedTable) throws -> LocatedHeader? {
    try HeaderText.locate(in: batch, mergedRanges: table.mergedRanges) { guess(batch, $0) }
  }

  /// A workbook may begin with a sheet of instructions: one column is no table where another sheet has more.
  private mutating func turnToTable(_ batch: RawBatch, _ header: inout LocatedHeader?) throws {
    guard header?.headers.count ?? 0 < 2 else { return }
    for name in opened.visibleSheetNames where name != opened.sheet {
      let rows = RawBatch()
      guard let other = try opened.turned(to: name, into: rows, FileProfile.guess),
        let found = other.header, found.headers.count > 1
      else { continue }
      batch.exchange(with: rows)
      (opened, header) = (other.table, found)
      return
    }
  }

  /// The rows of a service's answer are a list in it.
  private mutating func turn(to nested: NestedRows, _ batch: RawBatch) throws {
    let rows = RawBatch()
    guard let inside = try? opened.turned(to: nested.path),
      (try? inside.reader.next(into: rows)) == true
    else { return }
    batch.exchange(with: rows)
    opened = inside
  }

  private var isEnough: Bool {
    rows >= FileProfile.rowLimit || rows * columns.count >= FileProfile.cellsGathered
  }

  private var examines: Bool {
    rows <= FileProfile.fewestRows
      || (rows <= FileProfile.examinedRows && rows * columns.count <= FileProfile.examinedCells)
  }

  private mutating func add(_ batch: RawBatch, _ row: Int, _ examiner: inout CellExaminer) {
    let count = min(Int(batch.rows[row].cellCount), columns.count)
    if batch.isRule(batch.rows[row]) || isTotal(batch, row, count) || isHeader(batch, row) {
      return
    }
    rows += 1
    if examines { groups.addRow() }
    for column in 0..<count {
      let kind = batch.kind(row: row, column: column)
      // As it will be read: `="00123"` is the code inside.
      let text = RawColumn.with(batch, column: column) {
        examiner.list(of: $0[row].bytes) ?? FileProfile.spaced($0[row].bytes)
      }
      guard kind != .empty, kind != .error, !NullTokens.contains(text, in: .code) else { continue }
      guard examines else {
        columns[column].add(text)
        continue
      }
      columns[column].add(text, examiner.traits(of: text, kind: kind))
      groups.add(text, in: column)
    }
  }

  /// The text of a cell, with single blanks; most have none.
  static func spaced(_ bytes: CellBytes) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.count <= cellLimit, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    return text.prefix(cellLimit).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The header once more.
  private func isHeader(_ batch: RawBatch, _ row: Int) -> Bool {
    headerLine != nil && columns.count > 1
      && columns.indices.allSatisfy { place in
        let cell = batch.text(row: row, column: place, upTo: HeaderText.longestName)
        return cell.utf8.first == columns[place].header.utf8.first && cell == columns[place].header
      }
  }

  /// `TOTALE` in the first filled cell, and few cells after it.
  private mutating func isTotal(_ batch: RawBatch, _ row: Int, _ count: Int) -> Bool {
    guard let cell = batch.firstFilled(batch.rows[row]) else { return false }
    let first = batch.text(cell)
    guard Folding.fold(first).hasPrefix("TOTAL"),
      batch.filledCount(batch.rows[row]) * 2 <= columns.count || count <= 3
    else { return false }
    if !totalLabels.contains(first), totalLabels.count < 5, !Masking.holdsPersonalData(first) {
      totalLabels.append(first)
    }
    return true
  }
}
