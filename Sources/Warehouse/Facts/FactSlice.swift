/// Some facts of one delivery, column by column: what a thread of the pass works on at a time.
///
/// Every cell is one integer, whatever its meaning: the place of its text among the words of its column, a
/// day, the bits of a real. `FactBatch.null` is nothing. It is valid inside the body it is given to.
///
/// Sendable because one thread fills it, and then it is only read.
public final class FactSlice: @unchecked Sendable {
  let shape: FactShape
  /// Columns nobody asked for are left as they are.
  let isWanted: [Bool]
  public private(set) var count = 0
  private(set) var keys: UnsafeMutablePointer<Int64>
  private(set) var columns: [UnsafeMutablePointer<Int64>]
  /// The words of each column of codes.
  let words: [FactWords]
  private var capacity = 0
  /// The packed form, when the slice came in it.
  var packed: [UInt8] = []
  /// Keys, ascending, of those among the facts that something has replaced.
  var superseded: [Int64] = []
  /// Place of every field among the columns, -1 where there is none or nobody asked for it.
  private let places: [Int]
  private let meanings: [FactShape.Meaning]

  /// - Parameter fields: what will be read; nil: everything.
  init(_ shape: FactShape, reading fields: [FactField]? = nil) {
    self.shape = shape
    keys = .allocate(capacity: 0)
    columns = shape.columns.map { _ in .allocate(capacity: 0) }
    words = shape.columns.map { _ in FactWords() }
    meanings = shape.columns.map(\.meaning)
    let named = Dictionary(
      uniqueKeysWithValues: shape.columns.enumerated().map { ($1.name, $0) })
    let wanted = Set(fields ?? FactField.allCases)
    places = FactField.allCases.map { wanted.contains($0) ? named[$0.name] ?? -1 : -1 }
    let names = Set(wanted.map(\.name))
    isWanted = shape.columns.map { names.contains($0.name) }
  }

  deinit {
    keys.deallocate()
    for column in columns { column.deallocate() }
  }

  func setKey(_ key: Int64, row: Int) { keys[row] = key }

  /// The delivery its facts are of.
  public var snapshot: Int64 { keys[0] >> 32 }

  /// Makes room for so many facts; what was there is lost.
  func resize(to count: Int) {
    self.count = count
    guard count > capacity else { return }
    capacity = count
    keys.deallocate()
    keys = .allocate(capacity: count)
    for i in columns.indices {
      columns[i].deallocate()
      columns[i] = .allocate(capacity: count)
    }
  }

  /// Every fact that still holds, by place of the column.
  func each(_ body: (FactRow) throws -> Void) rethrows {
    let texts = words.map(\.start)
    let current = areCurrent()
    try columns.withUnsafeBufferPointer { columns in
      try texts.withUnsafeBufferPointer { texts in
        for row in 0..<count where current[row] {
          try body(FactRow(key: keys[row], row: row, columns: columns, words: texts))
        }
      }
    }
  }

  /// Every fact that still holds, by field.
  public func eachFact(_ body: (Fact) throws -> Void) rethrows {
    try places.withUnsafeBufferPointer { places in
      try meanings.withUnsafeBufferPointer { meanings in
        try each { try body(Fact(row: $0, places: places, meanings: meanings)) }
      }
    }
  }

  // MARK: By column

  /// `snapshot << 32 | line` of every fact, those that something has replaced among them.
  public var allKeys: UnsafeBufferPointer<Int64> { UnsafeBufferPointer(start: keys, count: count) }

  /// By row, whether nothing has replaced the fact.
  public func areCurrent() -> [Bool] {
    var current = [Bool](repeating: true, count: count)
    var next = 0
    for row in 0..<count where next < superseded.count && keys[row] == superseded[next] {
      current[row] = false
      next += 1
    }
    return current
  }

  /// The cells of a field, as they are kept.
  public func cells(_ field: FactField) -> UnsafeBufferPointer<Int64> {
    UnsafeBufferPointer(start: columns[place(field)], count: count)
  }

  /// The texts its cells are places of; nil for what is not a text.
  public func texts(_ field: FactField) -> [String]? {
    let place = place(field)
    guard meanings[place] == .code else { return nil }
    return (0..<words[place].count).map { words[place].start[$0].text }
  }

  /// Whether its cells are the bits of numbers with decimals.
  public func isReal(_ field: FactField) -> Bool { meanings[place(field)] == .real }

  private func place(_ field: FactField) -> Int {
    let place = places[field.rawValue]
    precondition(place >= 0, "\(shape.table) has no \(field.name), or nobody asked for it")
    return place
  }
}

/// The different texts of a column of a slice.
///
/// In memory of their own, so that a million facts find theirs without asking who holds the list.
final class FactWords {
  struct Word {
    var text: String
    var packed: PackedCode
  }

  private(set) var count = 0
  private(set) var start: UnsafeMutablePointer<Word>
  private var capacity = 16

  init() { start = .allocate(capacity: capacity) }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  func removeAll() {
    start.deinitialize(count: count)
    count = 0
  }

  func append(_ text: String) {
    if count == capacity {
      let larger = UnsafeMutablePointer<Word>.allocate(capacity: 2 * capacity)
      larger.moveInitialize(from: start, count: count)
      start.deallocate()
      start = larger
      capacity *= 2
    }
    (start + count).initialize(to: Word(text: text, packed: PackedCode(text)))
    count += 1
  }
}

/// One fact of a slice, read by the place of the column in the shape.
struct FactRow {
  let key: Int64
  let row: Int
  let columns: UnsafeBufferPointer<UnsafeMutablePointer<Int64>>
  let words: UnsafeBufferPointer<UnsafeMutablePointer<FactWords.Word>>

  @inline(__always) func number(_ i: Int) -> Int64? {
    let value = columns[i][row]
    return value == FactBatch.null ? nil : value
  }
  @inline(__always) func flag(_ i: Int) -> Bool? { number(i).map { $0 != 0 } }
  @inline(__always) func day(_ i: Int) -> Day? {
    number(i).map { Day(number: Int32(truncatingIfNeeded: $0)) }
  }
  @inline(__always) func code(_ i: Int) -> PackedCode {
    let value = columns[i][row]
    return value == FactBatch.null ? .none : words[i][Int(value)].packed
  }
  @inline(__always) func text(_ i: Int) -> String? {
    let value = columns[i][row]
    return value == FactBatch.null ? nil : words[i][Int(value)].text
  }
  /// The first half of a 128-bit token: two people in ten million share it three times in a million
  /// tries.
  @inline(__always) func token(_ i: Int) -> UInt64? { number(i).map { UInt64(bitPattern: $0) } }
}
