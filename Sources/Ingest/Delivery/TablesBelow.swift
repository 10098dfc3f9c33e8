import Warehouse

/// Where the rows of another table begin under the first, as offices put two on a sheet: its cells stand
/// in the columns of the first and mean something else.
///
/// A row is the header of another table when it has names of this header, the first of its cells among
/// them, and is not this header: `Comune | Servizio | Posti` under `Comune | Servizio | In attesa`.
struct TablesBelow {
  /// Folded names of the header.
  private let names: Set<String>
  /// First letters of the names, both cases, and their lengths: nearly all rows are told apart by them.
  private var mayStart = [Bool](repeating: false, count: 256)
  private let lengths: Set<Int>
  /// The line from which rows are, or are no more, of another table.
  private var turns: [(line: Int32, isOther: Bool)] = []
  /// Texts alone on their row, right above a header.
  private(set) var titles: Set<Int32> = []
  private var isAlone = true

  /// Shorter names may be values (`M`, `No`).
  private static let shortest = 3

  init(header: [[String]]) {
    names = Set(header.joined().map(Folding.fold).filter { $0.utf8.count >= TablesBelow.shortest })
    // One may follow a byte order mark, where files were put one after another.
    lengths = Set(header.joined().flatMap { [$0.utf8.count, $0.utf8.count + 3] })
    mayStart[Int(TextEncoding.utf8.byteOrderMark[0])] = true
    for byte in header.joined().compactMap(\.utf8.first) {
      mayStart[Int(byte)] = true
      mayStart[Int(byte ^ 0x20)] = true
    }
  }

  /// - Parameters:
  ///   - before: lines before the batch's sheet, where the table has several.
  ///   - isHeader: whether a row is the table's own header once more.
  mutating func observe(
    _ batch: RawBatch, before: Int32, isHeader: (RawRow, RawCell) -> Bool
  ) {
    guard names.count > 1 else { return }
    if let last = turns.last, last.isOther, last.line <= before { turns.append((before, false)) }
    for place in batch.places(where: {
      mayStart[Int($1[0])] && lengths.contains($1.count)
    }) {
      let row = batch.rows[place]
      guard let first = batch.firstFilled(row) else { continue }
      let isOwn = isHeader(row, first)
      guard isOwn || isOtherHeader(row, first, batch) else { continue }
      if isOwn ? turns.last?.isOther ?? false : true { turns.append((row.line, !isOwn)) }
      if !isOwn { isAlone = false }
      if place > 0, batch.filledCount(batch.rows[place - 1]) == 1 {
        titles.insert(batch.rows[place - 1].line)
      }
    }
  }

  func isOther(_ line: Int32) -> Bool {
    !isAlone && turns.last { $0.line <= line }?.isOther ?? false
  }

  private func isOtherHeader(_ row: RawRow, _ first: RawCell, _ batch: RawBatch) -> Bool {
    guard names.contains(Folding.fold(batch.text(first))) else { return false }
    var (filled, known) = (0, 0)
    for cell in batch.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
    where cell.length > 0 {
      guard cell.kind == .text else { return false }
      filled += 1
      let text = batch.text(cell)
      if names.contains(Folding.fold(text)) {
        known += 1
      } else if text.contains(where: \.isNumber) {
        return false
      }
    }
    return known > 1 && known * 2 >= filled
  }
}

extension FindingKind {
  static let otherTable = FindingKind(
    "altra-tabella", .error,
    it: "la riga è di un'altra tabella, che comincia sotto questa con un'altra intestazione",
    en: "the row is of another table, which begins below this one under another header",
    expected:
      "una tabella per foglio: l'altra in un foglio o in un file suo, descritto dalla sua fonte")
}
