import Warehouse

/// Rows that say they are totals, found while the whole table is looked at, and what became of them.
///
/// A row is a total when its first filled cell says so (`Totale`, `Totale Locri`, `Locri Totale`) and its
/// numbers are the sums of the rows above it: since the last total, or since the beginning. Then it is not
/// loaded, and the delivery has been checked against it. One whose numbers do not add up is no row either
/// where it lacks what a row must have, or `source.json` names its label; otherwise it is only pointed at.
struct TotalRows {
  enum Verdict: Equatable {
    /// Adds up, or holds nothing but its label.
    case isTotal(detail: String)
    /// Named by the descriptor, and wrong.
    case isWrong(detail: String)
    /// Looks like one: loaded like any row.
    case isDoubtful(detail: String)
  }

  /// Whole words that open the label of a total (folded); `Locri Totale` has one at its end.
  private static let habitual = standingAlone + ["SOMMA", "DI CUI"]
  /// Those that say it alone.
  private static let standingAlone = [
    "TOTALE", "TOTALI", "TOT", "SUBTOTALE", "SUB TOTALE", "TOTAL",
  ]

  /// Whether a cell of a column of codes, which its list does not know, says that its row adds up others.
  static func isTotal(code cell: String) -> Bool {
    (standingAlone + ["TOTALE COMPLESSIVO", "TOTALE GENERALE"]).contains(Folding.fold(cell))
  }

  /// Beyond these the label is a value like another.
  private static let candidateLimit = 1000
  static let longestLabel = 64

  private let declared: Set<String>
  /// How sure the first filled cell is: `Totale Locri` can be nothing else; `Somma Lombardo` is a comune,
  /// and a text may end with `totale`.
  enum Label { case declared, sure, doubtful }
  /// First letters of the labels, both cases: most rows are told apart by one byte.
  private var mayStart = [Bool](repeating: false, count: 256)
  private var candidates: [Int32: Label] = [:]
  private(set) var verdicts: [Int32: Verdict] = [:]
  /// Sums by column since the last total, and of all rows.
  private var block: [Double] = []
  private var whole: [Double] = []

  init(labels: [String]) {
    declared = Set(labels.map { Folding.fold($0) })
    for byte in (Array(declared) + TotalRows.habitual).compactMap({ $0.utf8.first }) {
      mayStart[Int(byte)] = true
      mayStart[Int(byte | 0x20)] = true
    }
    // A label may follow a quote, a blank or an accent.
    for byte in 0...255 where byte < 0x30 || byte >= 0x80 { mayStart[byte] = true }
  }

  /// Whether some row has to be added up.
  var hasCandidates: Bool { !candidates.isEmpty }

  /// A column of numbers that a total may add up.
  struct NumberColumn {
    var place: Int
    var header: String
    var convention: NumberConvention?
  }

  /// Notes the rows of a batch that may be totals, and returns them.
  mutating func observe(_ batch: RawBatch) -> [Int] {
    let suspects = batch.places { _, first in
      first.count <= TotalRows.longestLabel
        && (mayStart[Int(first[0])] || TotalRows.endsAsTotal(first))
    }
    return suspects.filter { row in
      let place = batch.rows[row]
      guard let first = batch.firstFilled(place) else { return false }
      let text = Folding.fold(batch.text(first))
      if declared.contains(text) {
        candidates[place.line] = .declared
      } else if candidates.count < TotalRows.candidateLimit,
        let label = TotalRows.label(text)
      {
        candidates[place.line] = label
      } else {
        return false
      }
      return true
    }
  }

  /// - Parameter text: folded.
  static func label(_ text: String) -> Label? {
    if let word = habitual.first(where: { text == $0 || text.hasPrefix($0 + " ") }) {
      return text == word || word.hasPrefix("TOTAL") ? .sure : .doubtful
    }
    return text.hasSuffix(" TOTALE") || text.hasSuffix(" TOTAL") ? .doubtful : nil
  }

  /// As the subtotals of spreadsheets are written, after the name of their group.
  private static func endsAsTotal(_ cell: CellBytes) -> Bool {
    guard cell.count > 6 else { return false }
    let last = cell[cell.count - 1] | 0x20
    let end = last == UInt8(ascii: "e") ? cell[cell.count - 2] | 0x20 : last
    return end == UInt8(ascii: "l")
  }

  /// Reads the table once more, adding up its columns of numbers.
  mutating func verify(
    _ table: DeliveredTable, columns: [(slot: Layout.Slot, convention: NumberConvention?)],
    required: [Layout.Slot]
  ) throws {
    let batch = RawBatch()
    while try table.next(into: batch) {
      let totals = batch.rows.indices.filter { candidates[batch.rows[$0].line] != nil }
      add(
        batch, totals: totals, columns: columns.map { table.numberColumn($0.slot, $0.convention) },
        required: required.map { table.place(of: $0) })
    }
  }

  /// Adds a batch to the sums; the rows that may be totals are held against them as they come.
  ///
  /// - Parameter required: columns that no row of data leaves blank.
  mutating func add(
    _ batch: RawBatch, totals: [Int], columns: [NumberColumn], required: [Int]
  ) {
    if block.isEmpty {
      block = [Double](repeating: 0, count: columns.count)
      whole = block
    }
    var start = 0
    for end in totals + [batch.rows.count] {
      for (i, column) in columns.enumerated() {
        let (inBlock, inAll) = RawColumn.with(batch, column: column.place) { cells in
          var sums = (block[i], whole[i])
          for row in start..<end {
            if case .number(let number) = numberReading(cells[row], column.convention) {
              sums.0 += number.double
              sums.1 += number.double
            }
          }
          return sums
        }
        (block[i], whole[i]) = (inBlock, inAll)
      }
      start = end + 1
      guard end < batch.rows.count else { continue }
      let numbers = columns.map { column in
        RawColumn.with(batch, column: column.place) { cells -> Double? in
          guard case .number(let number) = numberReading(cells[end], column.convention) else {
            return nil
          }
          return number.double
        }
      }
      let place = batch.rows[end]
      let label = candidates[place.line] ?? .doubtful
      let verdict = verdict(
        numbers, columns.map(\.header), label: label,
        isBare: TotalRows.isBare(end, batch, required, label))
      verdicts[place.line] = verdict
      switch verdict {
      case .isTotal, .isWrong: block = [Double](repeating: 0, count: columns.count)
      case .isDoubtful, nil:
        // Loaded like any row, and added up like one.
        for (i, number) in numbers.enumerated() {
          block[i] += number ?? 0
          whole[i] += number ?? 0
        }
      }
    }
  }

  /// A row that lacks what every row must have, and could not be loaded: something, where its label is
  /// sure, or most of it.
  private static func isBare(
    _ row: Int, _ batch: RawBatch, _ required: [Int], _ label: Label
  ) -> Bool {
    let blank = required.count { batch.kind(row: row, column: $0) == .empty }
    if required.isEmpty { return batch.filledCount(batch.rows[row]) <= 2 }
    return label == .sure ? blank > 0 : blank * 2 >= required.count
  }

  private func verdict(
    _ numbers: [Double?], _ headers: [String], label: Label, isBare: Bool
  ) -> Verdict? {
    let told = numbers.indices.filter { numbers[$0] != nil }
    if told.isEmpty {
      if label == .declared || isBare { return .isTotal(detail: "") }
      return label == .doubtful ? nil : .isDoubtful(detail: "")
    }
    if label == .doubtful, !isBare, told.allSatisfy({ numbers[$0] == 0 }) { return nil }
    let wrong = told.first { i in
      let value = numbers[i]!
      let tolerance = 0.005 + abs(value) * 1e-9
      return abs(value - block[i]) > tolerance && abs(value - whole[i]) > tolerance
    }
    guard let wrong else {
      return .isTotal(
        detail: "quadra con le righe sopra: "
          + told.map { "\(headers[$0]) \(TotalRows.shown(numbers[$0]!))" }
          .joined(separator: ", "))
    }
    let detail =
      "\(headers[wrong]): dichiarato \(TotalRows.shown(numbers[wrong]!)), somma delle righe"
      + " \(TotalRows.shown(whole[wrong]))"
    if label == .declared || isBare { return .isWrong(detail: detail) }
    return label == .doubtful ? nil : .isDoubtful(detail: detail)
  }

  /// As it is written in Italian, without what sums of binary fractions leave behind.
  private static func shown(_ number: Double) -> String {
    ShortestDecimal.text((number * 1e6).rounded() / 1e6).replacing(".", with: ",")
  }
}

extension DeliveredTable {
  func numberColumn(
    _ slot: Layout.Slot, _ convention: NumberConvention?
  ) -> TotalRows.NumberColumn {
    TotalRows.NumberColumn(place: place(of: slot), header: slot.header, convention: convention)
  }
}

extension RawBatch {
  /// Rows chosen by their first filled cell; rows without one never are. Every row of every delivery
  /// passes here, most of them for nothing: no array is touched but through a pointer.
  func places(where isChosen: (RawRow, CellBytes) -> Bool) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      cells.withUnsafeBufferPointer { cells in
        rows.withUnsafeBufferPointer { rows in
          rows.indices.filter { row in
            var cell = Int(rows[row].firstCell)
            let end = cell + Int(rows[row].cellCount)
            while cell < end, cells[cell].length == 0 { cell += 1 }
            guard cell < end, let base = bytes.baseAddress else { return false }
            let first = CellBytes(
              start: base + Int(cells[cell].start), count: Int(cells[cell].length))
            return isChosen(rows[row], first)
          }
        }
      }
    }
  }

  /// From the first line to the last; nil without rows. Mended rows may stand in any order.
  var lines: ClosedRange<Int32>? {
    guard var first = rows.first?.line else { return nil }
    var last = first
    for row in rows { (first, last) = (min(first, row.line), max(last, row.line)) }
    return first...last
  }

  func firstFilled(_ row: RawRow) -> RawCell? {
    cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].first { $0.length > 0 }
  }

  func filledCount(_ row: RawRow) -> Int {
    cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].reduce(0) {
      $0 + ($1.length > 0 ? 1 : 0)
    }
  }

  func text(_ cell: RawCell) -> String {
    String(decoding: bytes[Int(cell.start)..<Int(cell.start + cell.length)], as: UTF8.self)
  }
}
