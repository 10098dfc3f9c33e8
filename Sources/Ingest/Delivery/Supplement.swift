import Foundation
import Warehouse

extension FindingKind {
  static let originGone = FindingKind(
    "origine-assente", .warning,
    it: "la consegna da cui vengono le righe non c'è più: le celle che vi rimandano sono vuote",
    en: "the delivery the rows come from is gone: the cells that refer to it are empty",
    expected: "rimettere in deliveries/ la consegna da cui vengono le righe")
}

/// A delivery of refused rows that were mended (`scarti.csv` come back): it completes an earlier one.
///
/// It is told by its column `Tavolo: origine`, whatever its name. Cells that say they are as in the
/// original are taken from there again, so that personal identifiers never leave the delivered file.
final class Supplement {
  /// File name of the whole delivery it completes, in the end: mended rows may be refused again.
  let completes: String
  /// That delivery, while it is in `deliveries/`.
  let whole: DeliveryFile?
  /// The delivery the rows name.
  private let named: String
  private let originColumn: Int
  /// Delivered cells by line, then by column of the supplement.
  private var cells: [Int32: [Int: (bytes: [UInt8], kind: RawCellKind)]] = [:]
  private var emptied = 0
  private static let mark = Array(RefusedRowsFile.mark.utf8)

  /// Nil for an ordinary delivery.
  init?(table: DeliveredTable) throws {
    guard let origin = table.origin, let column = table.originColumn else { return nil }
    named = origin.delivery
    originColumn = column
    let original = try table.original
    let deeper = try original.flatMap { try Supplement(table: $0) }
    completes = deeper?.completes ?? origin.delivery
    whole = deeper?.whole ?? original?.file
    if let original { try recall(for: table, from: original, restoring: deeper) }
  }

  /// Reads from the original the cells that are asked for, and nothing else of it.
  private func recall(
    for table: DeliveredTable, from original: DeliveredTable, restoring deeper: Supplement?
  ) throws {
    var wanted: [Int32: [Int]] = [:]
    let batch = RawBatch()
    let asking = try table.reopened()
    while try asking.next(into: batch) {
      for (i, row) in batch.rows.enumerated() {
        guard let line = try origin(of: row, at: i, in: batch) else { continue }
        let columns = (0..<Int(row.cellCount)).filter { isMark(batch, row, $0) }
        if !columns.isEmpty { wanted[line] = columns }
      }
    }
    guard !wanted.isEmpty else { return }
    while try original.next(into: batch) {
      try deeper?.restore(batch)
      let headers = original.headersMet.map { Folding.fold($0) }
      for row in batch.rows {
        guard let columns = wanted[row.line] else { continue }
        for column in columns where column < table.headers.count {
          guard let place = headers.firstIndex(of: Folding.fold(table.headers[column])),
            place < Int(row.cellCount)
          else { continue }
          let cell = batch.cells[Int(row.firstCell) + place]
          cells[row.line, default: [:]][column] = (
            Array(batch.bytes[Int(cell.start)..<Int(cell.start + cell.length)]), cell.kind
          )
        }
      }
    }
  }

  /// Puts the recalled cells in place and takes away the apostrophes that kept texts from being
  /// formulas.
  func restore(_ raw: RawBatch) throws {
    for (i, row) in raw.rows.enumerated() {
      let line = try origin(of: row, at: i, in: raw)
      for column in 0..<Int(row.cellCount) {
        let place = Int(row.firstCell) + column
        let cell = raw.cells[place]
        guard cell.length > 1 else { continue }
        switch raw.bytes[Int(cell.start)] {
        case UInt8(ascii: "'"):
          guard RefusedRowsFile.isFormula(String(raw.text(cell).dropFirst())) else { continue }
          raw.cells[place].start += 1
          raw.cells[place].length -= 1
        case UInt8(ascii: "[") where isMark(raw, row, column):
          if let line, let known = cells[line]?[column] {
            raw.cells[place] = RawCell(
              start: UInt32(raw.bytes.count), length: UInt32(known.bytes.count), kind: known.kind)
            raw.bytes += known.bytes
          } else {
            raw.cells[place] = .empty
            emptied += 1
          }
        default: break
        }
      }
    }
  }

  /// To be said at the end: cells that could not be recalled.
  var findings: [Finding] {
    emptied == 0
      ? []
      : [
        FindingKind.finding(.originGone, line: 0, cell: named, detail: "celle vuote: \(emptied)")
      ]
  }

  /// The line a row comes from; nil for a row that does not say.
  private func origin(of row: RawRow, at index: Int, in batch: RawBatch) throws -> Int32? {
    let text = batch.text(row: index, column: originColumn)
    guard !text.isEmpty else { return nil }
    guard let origin = RefusedRowsFile.Origin(text), origin.delivery == named else {
      throw UnreadableFile(
        code: "scarti-misti",
        message: "nella colonna «\(RefusedRowsFile.originColumn)» serve «\(named) riga N»: un file "
          + "di scarti corretti riguarda una sola consegna",
        line: Int(row.line))
    }
    return origin.line
  }

  private func isMark(_ batch: RawBatch, _ row: RawRow, _ column: Int) -> Bool {
    let cell = batch.cells[Int(row.firstCell) + column]
    guard Int(cell.length) == Supplement.mark.count else { return false }
    return batch.bytes[Int(cell.start)..<Int(cell.start + cell.length)]
      .elementsEqual(Supplement.mark)
  }
}

extension Supplement {
  /// How to open a text file that has the column of origins: its separator follows the column's name,
  /// and what the source declares of its own exports does not hold. Nil for any other file.
  static func options(path: String) -> TableOptions? {
    guard let window = try? ByteWindow(.file(path: path), size: 1 << 16) else { return nil }
    // UTF-16 has a zero beside each of these characters.
    var head = Data()
    try? window.readThrough {
      head = Data($0.filter { $0 != 0 })
      return false
    }
    guard let name = head.range(of: Data(RefusedRowsFile.originColumn.utf8)) else { return nil }
    let next = head[name.upperBound...].first { $0 != UInt8(ascii: "\"") }
    guard let next, [0x3B, 0x2C, 0x09, 0x7C].contains(next) else { return nil }
    return TableOptions(kind: .csv, delimiter: next, quote: UInt8(ascii: "\""))
  }
}
