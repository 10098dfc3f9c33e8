import Warehouse

/// Delivered rows to give back, copied while they go by: all of them when the file is small, else
/// those something was found in, up to a limit that leaves room for every cause.
///
/// Copies hold no personal datum: cells of personal columns show their shape, cells of columns nobody
/// reads are not copied.
final class RowCopies {
  struct Cell {
    enum Content: UInt8 { case shown, masked, unread }
    let text: String
    let kind: RawCellKind
    let content: Content
  }

  /// `aside`: totals, notes and repeated headers, which are not data.
  enum Fate: UInt8, Codable { case kept, refused, aside }

  struct Row {
    let line: Int32
    let cells: [Cell]
    let fate: Fate
  }

  /// Files of at most so many rows are given back whole.
  static let wholeFileLimit = 2000
  /// Rows with findings given back at most, and how many of a cause are always among them.
  static let flaggedLimit = 2000
  static let perCause = 20
  /// Cells held at most: a file may be very wide.
  static let cellLimit = 400_000

  /// What was copied.
  struct Result: Codable {
    var rows: [Row] = []
    /// True while every row of the file is here.
    var isWhole = true
    /// True when rows with findings were left out.
    var isCut = false
  }

  private(set) var result = Result()
  private var flagged = 0
  private var cellCount = 0
  private var copiesOfCause: [Cause.Key: Int] = [:]
  private let scraps: RefusedRowsFile?

  /// - Parameter scraps: where refused rows are written as they go by.
  init(scraps: RefusedRowsFile?) { self.scraps = scraps }

  /// - Parameters:
  ///   - delivered: the batch's rows before those that are not data were taken out.
  ///   - also: lines worth copying though nothing was found in them yet.
  func add(
    _ delivered: [RawRow], of batch: DecodedBatch, also: Set<Int32> = []
  ) throws {
    let found = batch.facts.findings
    if found.isEmpty, also.isEmpty, !result.isWhole { return }
    let byLine = Dictionary(grouping: found.indices, by: { found[$0].line })
    let flagged = Set(byLine.keys).union(also).sorted()
    let reading = ColumnReading(layout: batch.layout)
    let understood = batch.raw.rows
    var (place, next) = (0, 0)
    for row in delivered {
      var fate = Fate.aside
      // Rows of who was erased are among those understood, not among those given back.
      while place < understood.count, understood[place].line < row.line { place += 1 }
      if place < understood.count, understood[place].line == row.line {
        fate = batch.facts.isRefused[place] ? .refused : .kept
        place += 1
      }
      while next < flagged.count, flagged[next] < row.line { next += 1 }
      let isFlagged = next < flagged.count && flagged[next] == row.line
      guard isFlagged || result.isWhole else { continue }
      let findings = isFlagged ? (byLine[row.line] ?? []).map { found[$0] } : []
      if fate == .refused {
        try scraps?.write(row, of: batch.raw, reading: reading, findings: findings)
      }
      if isWanted(row.line, findings, also.contains(row.line)) {
        copy(row, batch.raw, reading, fate)
      }
    }
  }

  private func isWanted(_ line: Int32, _ findings: [Finding], _ isAlso: Bool) -> Bool {
    if result.isWhole,
      result.rows.count == RowCopies.wholeFileLimit || cellCount >= RowCopies.cellLimit
    {
      result.isWhole = false
      result.rows.removeAll { !lines.contains($0.line) }
      cellCount = result.rows.reduce(0) { $0 + $1.cells.count }
    }
    guard !findings.isEmpty || isAlso else { return result.isWhole }
    let isRare = findings.contains { copiesOfCause[Cause.Key($0), default: 0] < RowCopies.perCause }
    let hasRoom =
      cellCount < RowCopies.cellLimit
      && (flagged < RowCopies.flaggedLimit || (isRare && flagged < 2 * RowCopies.flaggedLimit))
    guard hasRoom else {
      result.isCut = true
      return false
    }
    flagged += 1
    for finding in findings { copiesOfCause[Cause.Key(finding), default: 0] += 1 }
    lines.insert(line)
    return true
  }

  /// Lines copied because something was found in them.
  private var lines: Set<Int32> = []

  private func copy(_ row: RawRow, _ raw: RawBatch, _ reading: ColumnReading, _ fate: Fate) {
    let cells = (0..<Int(row.cellCount)).map { column -> Cell in
      let cell = raw.cells[Int(row.firstCell) + column]
      guard cell.length > 0 else { return Cell(text: "", kind: .empty, content: .shown) }
      guard let field = reading.field(of: column) else {
        return Cell(text: "", kind: .text, content: .unread)
      }
      let text = raw.text(cell)
      let shown = field.isPersonal ? Masking.mask(text, isPersonal: true) : Masking.whole(text)
      return Cell(text: shown, kind: cell.kind, content: shown == text ? .shown : .masked)
    }
    cellCount += cells.count
    result.rows.append(Row(line: row.line, cells: cells, fate: fate))
  }
}

/// Which field reads each delivered column: what no field reads is never copied.
struct ColumnReading {
  private let fields: [Int: Field]

  init(layout: Layout) {
    fields = Dictionary(
      layout.slots.compactMap { slot in
        guard let column = slot.rawColumn, slot.constant == nil, column != Layout.notYetMet else {
          return nil
        }
        return (column, slot.field)
      },
      // A column read by two fields is as personal as the more personal of them.
      uniquingKeysWith: { $0.isPersonal ? $0 : $1 })
  }

  func field(of column: Int) -> Field? { fields[column] }

  /// Column of each field, by name.
  var columns: [String: Int] {
    Dictionary(fields.map { ($1.name, $0) }, uniquingKeysWith: { min($0, $1) })
  }
}

/// Cells by the thousand: the texts, and a number for each that says what it is.
extension RowCopies.Row: Codable {
  private enum CodingKeys: String, CodingKey { case line, fate, texts, kinds }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(line, forKey: .line)
    try values.encode(fate, forKey: .fate)
    try values.encode(cells.map(\.text), forKey: .texts)
    try values.encode(cells.map { $0.kind.rawValue << 2 | $0.content.rawValue }, forKey: .kinds)
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let texts = try values.decode([String].self, forKey: .texts)
    let kinds = try values.decode([UInt8].self, forKey: .kinds)
    self.init(
      line: try values.decode(Int32.self, forKey: .line),
      cells: zip(texts, kinds).map { text, kind in
        RowCopies.Cell(
          text: text, kind: RawCellKind(rawValue: kind >> 2) ?? .text,
          content: RowCopies.Cell.Content(rawValue: kind & 3) ?? .masked)
      },
      fate: try values.decode(RowCopies.Fate.self, forKey: .fate))
  }
}
