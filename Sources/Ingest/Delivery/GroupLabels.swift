import Warehouse

/// Columns whose value stands on the first row of each group alone, as pivot tables and people who write for
/// the eye leave it. What the rows below belong to is not guessed: it is told how to repeat it.
struct GroupLabels {
  private let slots: [Layout.Slot]
  /// By column: rows that lack it and nothing else that a row must have.
  private var blanks: [Int]
  /// By column: whether the first row has it.
  private var opens: [Bool]
  private var rows = 0

  /// Fewer rows than one in so many are slips.
  private static let share = 4
  private static let fewest = 2

  /// - Parameter required: columns that no row of data leaves blank.
  init(required: [Layout.Slot]) {
    slots = required
    blanks = [Int](repeating: 0, count: required.count)
    opens = [Bool](repeating: false, count: required.count)
  }

  mutating func observe(_ batch: RawBatch, of table: DeliveredTable) {
    guard slots.count > 1, !batch.rows.isEmpty else { return }
    /// Row → the one column it lacks; -1 for several.
    var lacking: [Int: Int] = [:]
    for (i, slot) in slots.enumerated() {
      RawColumn.with(batch, column: table.place(of: slot)) { cells in
        if rows == 0 { opens[i] = cells[0].kind != .empty }
        for row in 0..<cells.count where cells[row].kind == .empty {
          lacking[row] = lacking[row] == nil ? i : -1
        }
      }
    }
    for column in lacking.values where column >= 0 { blanks[column] += 1 }
    rows += batch.rows.count
  }

  var findings: [Finding] {
    slots.indices.filter {
      opens[$0] && blanks[$0] >= GroupLabels.fewest && blanks[$0] * GroupLabels.share >= rows
        && blanks[$0] < rows
    }.map {
      FindingKind.finding(
        .groupLabels, line: 0, header: slots[$0].header, detail: "righe senza: \(blanks[$0])")
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
