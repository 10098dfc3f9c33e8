import Warehouse

/// Columns whose value stands on the first row of each group alone, as pivot tables and people who write for
/// the eye leave it. What the rows below belong to is not guessed: it is told how to repeat it.
struct GroupLabels {
  private let slots: [Layout.Slot]
  /// Rows by the columns they lack, a bit each; of rows that have at least half of what a row must have.
  private var rowsLacking: [UInt32: Int] = [:]
  /// The others: a group's name may stand on a row of its own.
  private var barestRows = 0
  /// By column, the first of those rows that lacks it, and the first row of all that has it.
  private var firstBlank: [Int]
  private var firstFilled: [Int]
  private var rows = 0

  /// Fewer rows than one in so many are slips.
  private static let share = 4
  private static let fewest = 2

  /// - Parameter required: columns that no row of data leaves blank.
  init(required: [Layout.Slot]) {
    slots = Array(required.prefix(UInt32.bitWidth))
    firstBlank = [Int](repeating: .max, count: slots.count)
    firstFilled = firstBlank
  }

  mutating func observe(_ batch: RawBatch, of table: DeliveredTable) {
    guard slots.count > 1, !batch.rows.isEmpty else { return }
    var lacking: [Int: UInt32] = [:]
    for (i, slot) in slots.enumerated() {
      RawColumn.with(batch, column: table.place(of: slot)) { cells in
        for row in 0..<cells.count {
          if cells[row].kind == .empty {
            lacking[row, default: 0] |= 1 << i
          } else if firstFilled[i] == .max {
            firstFilled[i] = rows + row
          }
        }
      }
    }
    for (row, columns) in lacking {
      guard columns.nonzeroBitCount * 2 <= slots.count else {
        barestRows += 1
        continue
      }
      rowsLacking[columns, default: 0] += 1
      for i in slots.indices where columns & 1 << i != 0 {
        firstBlank[i] = min(firstBlank[i], rows + row)
      }
    }
    rows += batch.rows.count
  }

  /// What rows lack: one column, or several of which each is a group of the next: where the inner name is
  /// missing the outer is too, and rows that lack the outer alone, or hold nothing but a name, begin a group.
  private var groups: [UInt32] {
    let all = rowsLacking.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let alone = all.filter { $0.nonzeroBitCount == 1 }
    var together: [UInt32] = []
    for columns in all where columns.nonzeroBitCount > 1 {
      let begun = alone.count { $0 & columns != 0 }
      let isNested =
        (begun == 1 || (begun == 0 && barestRows > 0))
        && together.allSatisfy { [$0, columns].contains($0 & columns) }
      if isNested { together.append(columns) }
    }
    return alone + together
  }

  var findings: [Finding] {
    let groups = groups
    return slots.indices.compactMap { i in
      let blanks = groups.filter { $0 & 1 << i != 0 }.reduce(0) { $0 + rowsLacking[$1]! }
      guard firstFilled[i] < firstBlank[i], blanks >= GroupLabels.fewest,
        blanks * GroupLabels.share >= rows, blanks < rows
      else { return nil }
      return FindingKind.finding(
        .groupLabels, line: 0, header: slots[i].header, detail: "righe senza: \(blanks)")
    }
  }
}

extension FindingKind {
  static let groupLabels = FindingKind(
    "solo-prima-riga", .warning,
    it:
      "il valore sembra scritto solo sulla prima riga di ogni gruppo: le altre righe non lo hanno",
    en: "the value seems written on the first row of each group alone: the other rows lack it",
    expected:
      "il valore su ogni riga: in una tabella pivot «Ripeti tutte le etichette degli elementi»; altrimenti, se"
      + " alle righe senza vale ciò che è scritto sopra, l'intestazione in «solo_prima_riga» di source.json"
  )
}
