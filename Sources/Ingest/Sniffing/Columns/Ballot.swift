/// Cells of one column that prove one reading or the other, or neither.
struct Ballot<Reading: Sendable & Equatable>: Sendable {
  private(set) var counts: [Int]
  private var examples: [String]
  private let readings: [Reading]
  /// Cells that both readings accept, with different meanings.
  private(set) var undecided = 0
  private var undecidedExample = ""

  /// A cell that contradicts twenty others is a mistake in that cell, not a doubt about the column.
  private static var minorityLimit: Double { 0.05 }

  init(_ readings: [Reading]) {
    self.readings = readings
    counts = [Int](repeating: 0, count: readings.count)
    examples = [String](repeating: "", count: readings.count)
  }

  mutating func prove(_ reading: Reading, by cell: UnsafeBufferPointer<UInt8>) {
    guard let i = readings.firstIndex(of: reading) else { return }
    if counts[i] == 0 { examples[i] = Ballot.shown(cell) }
    counts[i] += 1
  }

  mutating func abstain(_ cell: UnsafeBufferPointer<UInt8>) {
    if undecided == 0 { undecidedExample = Ballot.shown(cell) }
    undecided += 1
  }

  /// A cell is quoted in receipts, and a column of dates may hold anything.
  private static func shown(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    Masking.mask(String(decoding: cell.prefix(40), as: UTF8.self), isPersonal: false)
  }

  func count(_ reading: Reading) -> Int {
    readings.firstIndex(of: reading).map { counts[$0] } ?? 0
  }

  /// The first cell that proved the reading.
  func example(_ reading: Reading) -> String? {
    readings.firstIndex(of: reading).flatMap { counts[$0] > 0 ? examples[$0] : nil }
  }

  /// The one of the two readings that is proved, unless the other is proved as well.
  func winner(_ a: Reading, _ b: Reading) -> Reading? {
    let (forA, forB) = (Double(count(a)), Double(count(b)))
    if forA == forB { return nil }
    guard min(forA, forB) <= (forA + forB) * Ballot.minorityLimit else { return nil }
    return forA > forB ? a : b
  }

  /// Proofs of the two readings stand against each other.
  func isContested(_ a: Reading, _ b: Reading) -> Bool {
    count(a) > 0 && count(b) > 0 && winner(a, b) == nil
  }

  /// A cell that could be read either way, for the sentence that says so.
  func doubt(_ one: String, _ many: String) -> String {
    switch undecided {
    case ...1: "«\(undecidedExample)» \(one)"
    case 2: "«\(undecidedExample)» e un'altra cella \(many)"
    default: "«\(undecidedExample)» e altre \(undecided - 1) celle \(many)"
    }
  }
}
