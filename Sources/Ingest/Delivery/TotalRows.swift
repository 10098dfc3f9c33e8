import Warehouse

/// Rows that say they are totals, found while the whole table is looked at, and what became of them.
///
/// A row is a total when its first filled cell says so and its numbers are the sums of the rows above
/// it: since the last total, or since the beginning. Then it is not loaded, and the delivery has been
/// checked against it. One whose numbers do not add up is only pointed at, unless `source.json` names
/// its label.
struct TotalRows {
  enum Verdict: Equatable {
    /// Adds up, or holds nothing but its label.
    case isTotal(detail: String)
    /// Named by the descriptor, and wrong.
    case isWrong(detail: String)
    /// Looks like one: loaded like any row.
    case isDoubtful(detail: String)
  }

  /// Whole words that open the label of a total (folded).
  private static let habitual = [
    "TOTALE", "TOTALI", "TOT", "SUBTOTALE", "SUB TOTALE", "SOMMA", "DI CUI", "TOTAL",
  ]
  /// Beyond these the label is a value like another.
  private static let candidateLimit = 1000

  private let declared: Set<String>
  /// First letters of the labels, both cases: most rows are told apart by one byte.
  private var mayStart = [Bool](repeating: false, count: 256)
  private var candidates: [Int32: Bool] = [:]
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
      first.count <= 64 && mayStart[Int(first[0])]
    }
    return suspects.filter { row in
      let place = batch.rows[row]
      guard let first = batch.firstFilled(place) else { return false }
      let text = Folding.fold(batch.text(first))
      if declared.contains(text) {
        candidates[place.line] = true
      } else if candidates.count < TotalRows.candidateLimit,
        TotalRows.habitual.contains(where: { text == $0 || text.hasPrefix($0 + " ") })
      {
        candidates[place.line] = false
      } else {
        return false
      }
      return true
    }
  }

  /// Reads the table once more, adding up its columns of numbers.
  mutating func verify(
    _ table: DeliveredTable, columns: [(slot: Layout.Slot, convention: NumberConvention?)]
  ) throws {
    let batch = RawBatch()
    while try table.next(into: batch) {
      let totals = batch.rows.indices.filter { candidates[batch.rows[$0].line] != nil }
      add(
        batch, totals: totals, columns: columns.map { table.numberColumn($0.slot, $0.convention) })
    }
  }

  /// Adds a batch to the sums; the rows that may be totals are held against them as they come.
  mutating func add(_ batch: RawBatch, totals: [Int], columns: [NumberColumn]) {
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
      verdicts[place.line] = verdict(
        numbers, columns.map(\.header), isDeclared: candidates[place.line] ?? false,
        filled: batch.filledCount(place))
      block = [Double](repeating: 0, count: columns.count)
    }
  }

  private func verdict(
    _ numbers: [Double?], _ headers: [String], isDeclared: Bool, filled: Int
  ) -> Verdict {
    let told = numbers.indices.filter { numbers[$0] != nil }
    if told.isEmpty {
      return isDeclared || filled <= 2 ? .isTotal(detail: "") : .isDoubtful(detail: "")
    }
    let wrong = told.first { i in
      let value = numbers[i]!
      let tolerance = 0.005 + abs(value) * 1e-9
      return abs(value - block[i]) > tolerance && abs(value - whole[i]) > tolerance
    }
    guard let wrong else {
      return .isTotal(
        detail: "quadra con le righe sopra: "
          + told.map { "\(headers[$0]) \(ShortestDecimal.text(numbers[$0]!))" }
          .joined(separator: ", "))
    }
    let detail =
      "\(headers[wrong]): dichiarato \(ShortestDecimal.text(numbers[wrong]!)), somma delle righe"
      + " \(ShortestDecimal.text(whole[wrong]))"
    return isDeclared ? .isWrong(detail: detail) : .isDoubtful(detail: detail)
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
