import Warehouse

/// Rows that say they are totals, found while the whole table is looked at, and what became of them.
///
/// A row is a total when its first filled cell says so (`Totale`, `Totale Locri`, `Locri Totale`), or a cell
/// of a column of words does, and its numbers are the sums of the rows above it: since the last total, or
/// since the beginning. Then it is not loaded, and the delivery has been checked against it. One whose numbers
/// do not add up is no row either where its first cell says so and it lacks what a row must have, or
/// `source.json` names its label; otherwise it is at most pointed at.
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
  enum Label { case declared, sure, doubtful, inside }
  /// First letters of the labels, both cases: most rows are told apart by one byte.
  private var mayStart = [Bool](repeating: false, count: 256)
  private var candidates: [Int32: Label] = [:]
  private(set) var verdicts: [Int32: Verdict] = [:]
  /// Where the label is not the first filled cell: its column.
  private(set) var columns: [Int32: Int] = [:]
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
  ///
  /// - Parameter words: columns in which a row may say it too.
  mutating func observe(_ batch: RawBatch, words: [Int] = []) -> [Int] {
    let opening = observeFirstCells(batch)
    var inside: Set<Int> = []
    for column in words {
      RawColumn.with(batch, column: column) { cells in
        for row in 0..<cells.count where TotalRows.mayBeTotal(cells[row].bytes) {
          let line = batch.rows[row].line
          guard candidates[line] == nil, candidates.count < TotalRows.candidateLimit,
            TotalRows.isTotal(
              inside: Folding.fold(String(decoding: cells[row].bytes, as: UTF8.self)))
          else { continue }
          candidates[line] = .inside
          columns[line] = column
          inside.insert(row)
        }
      }
    }
    return inside.isEmpty ? opening : (opening + inside).sorted()
  }

  private mutating func observeFirstCells(_ batch: RawBatch) -> [Int] {
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

  /// - Parameter text: folded, of a cell that is not the first.
  private static func isTotal(inside text: String) -> Bool {
    label(text) != nil || ["COMPLESSO", "IN COMPLESSO", "T O T A L E"].contains(text)
  }

  /// By its bytes: every cell of every column of words passes here.
  private static func mayBeTotal(_ cell: CellBytes) -> Bool {
    guard (3...longestLabel).contains(cell.count) else { return false }
    func has(_ word: StaticString, at start: Int) -> Bool {
      start >= 0
        && (0..<word.utf8CodeUnitCount).allSatisfy { cell[start + $0] | 0x20 == word.utf8Start[$0] }
    }
    switch cell[0] | 0x20 {
    case UInt8(ascii: "t"): if has("tot", at: 0) || has("t o", at: 0) { return true }
    case UInt8(ascii: "s"): if has("sub", at: 0) || cell.count == 5 { return true }
    case UInt8(ascii: "c"): if cell.count == 9 { return true }
    case UInt8(ascii: "i"): if cell.count == 12 { return true }
    default: break
    }
    return has("totale", at: cell.count - 6) || has("total", at: cell.count - 5)
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
      if label == .inside { return nil }
      if label == .declared || isBare { return .isTotal(detail: "") }
      return label == .doubtful ? nil : .isDoubtful(detail: "")
    }
    if label == .doubtful && !isBare || label == .inside,
      told.allSatisfy({ numbers[$0] == 0 })
    {
      return nil
    }
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
    if label == .inside { return nil }
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
