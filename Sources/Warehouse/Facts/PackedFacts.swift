/// The columns of a batch that the indicators read, in as few bytes as their values need.
///
/// A column is its smallest value and, for each fact, the distance from it in 0, 1, 2, 4 or 8 bytes;
/// codes are places in a list of texts of their own. Little-endian. It is a copy: a trigger drops it when a fact
/// is changed or removed, and then the rows are read instead.
struct PackedFacts {
  /// Keys of the first fact and of the last.
  let first: Int64
  let last: Int64
  let count: Int
  let bytes: [UInt8]

  /// Nil when every row of the batch was refused.
  init?(_ batch: FactBatch, _ shape: FactShape, snapshot: Int64) {
    let kept = (0..<batch.count).filter { !batch.isRefused[$0] }
    guard let firstRow = kept.first, let lastRow = kept.last else { return nil }
    first = snapshot << 32 | Int64(batch.lines[firstRow])
    last = snapshot << 32 | Int64(batch.lines[lastRow])
    count = kept.count
    var out = ColumnPacker(count: kept.count)
    out.pack { values in
      for (i, row) in kept.enumerated() { values[i] = snapshot << 32 | Int64(batch.lines[row]) }
    }
    for (name, meaning) in shape.columns {
      let column = batch.columns.first { $0.name == name }
      guard let column else {
        out.packNothing(meaning)
        continue
      }
      switch meaning {
      case .number, .token:
        out.pack { values in for (i, row) in kept.enumerated() { values[i] = column.a[row] } }
      case .real:
        out.pack { values in for (i, row) in kept.enumerated() { values[i] = column.real(row) } }
      case .code:
        if let dictionary = column.dictionary {
          out.pack(kept, column, dictionary)
        } else {
          out.packTexts { column.text(kept[$0], in: batch) }
        }
      }
    }
    bytes = out.bytes
  }
}

extension FactColumn {
  /// The bits of a number that may have come as a whole one.
  fileprivate func real(_ row: Int) -> Int64 {
    if kind == .real || a[row] == FactBatch.null { return a[row] }
    return Int64(bitPattern: Double(a[row]).bitPattern)
  }

  fileprivate func text(_ row: Int, in batch: FactBatch) -> String? {
    let value = a[row]
    if value == FactBatch.null { return nil }
    return String(decoding: batch.bytes[Int(value)..<Int(value + b[row])], as: UTF8.self)
  }
}

/// Writes columns one after the other.
private struct ColumnPacker {
  private(set) var bytes: [UInt8] = []
  private var values: [Int64]

  init(count: Int) {
    values = [Int64](repeating: FactBatch.null, count: count)
    bytes.reserveCapacity(count * 32)
    append(UInt32(count))
  }

  mutating func pack(_ fill: (inout [Int64]) -> Void) {
    fill(&values)
    var (least, greatest) = (Int64.max, Int64.min)
    var hasNull = false
    for value in values {
      if value == FactBatch.null {
        hasNull = true
      } else {
        least = min(least, value)
        greatest = max(greatest, value)
      }
    }
    guard least <= greatest else { return packNothing() }
    let (range, isTooWide) = greatest.subtractingReportingOverflow(least)
    // Where a value may be missing, 0 is nothing and the least value is 1.
    let steps = isTooWide ? UInt64.max : UInt64(range) + (hasNull ? 1 : 0)
    let base = hasNull ? least &- 1 : least
    switch steps {
    case 0: append(width: 0, hasNull, base)
    case ...0xFF: append(UInt8.self, width: 1, hasNull, base)
    case ...0xFFFF: append(UInt16.self, width: 2, hasNull, base)
    case ...0xFFFF_FFFF: append(UInt32.self, width: 4, hasNull, base)
    default:
      append(width: 8, hasNull, 0)
      values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
  }

  mutating func packNothing(_ meaning: FactShape.Meaning = .number) {
    if case .code = meaning { append(UInt32(0)) }
    append(width: 0, true, 0)
  }

  /// A column of indices of a dictionary, of which the batch uses some.
  mutating func pack(_ kept: [Int], _ column: FactColumn, _ dictionary: CodeDictionary) {
    let greatest = kept.reduce(-1) { max($0, column.a[$1]) }
    var places = [Int64](repeating: FactBatch.null, count: Int(greatest) + 1)
    var words: [String] = []
    for row in kept {
      let index = column.a[row]
      if index >= 0, places[Int(index)] == FactBatch.null {
        places[Int(index)] = Int64(words.count)
        words.append(dictionary.code(index))
      }
    }
    append(words)
    pack { values in
      for (i, row) in kept.enumerated() {
        let index = column.a[row]
        values[i] = index < 0 ? FactBatch.null : places[Int(index)]
      }
    }
  }

  mutating func packTexts(_ text: (Int) -> String?) {
    var places: [String: Int64] = [:]
    var words: [String] = []
    var found = [Int64](repeating: FactBatch.null, count: values.count)
    for i in found.indices {
      guard let text = text(i) else { continue }
      let place = places[text] ?? Int64(words.count)
      if place == words.count {
        words.append(text)
        places[text] = place
      }
      found[i] = place
    }
    append(words)
    pack { $0 = found }
  }

  private mutating func append(_ words: [String]) {
    append(UInt32(words.count))
    for word in words {
      append(UInt32(word.utf8.count))
      bytes.append(contentsOf: word.utf8)
    }
  }

  private mutating func append(width: UInt8, _ hasNull: Bool, _ base: Int64) {
    bytes.append(width)
    bytes.append(hasNull ? 1 : 0)
    append(UInt64(bitPattern: base))
  }

  private mutating func append<T: FixedWidthInteger>(
    _ type: T.Type, width: UInt8, _ hasNull: Bool, _ base: Int64
  ) {
    append(width: width, hasNull, base)
    withUnsafeTemporaryAllocation(of: T.self, capacity: values.count) { narrow in
      for (i, value) in values.enumerated() {
        let step = value == FactBatch.null ? 0 : T(truncatingIfNeeded: value &- base)
        narrow.initializeElement(at: i, to: step.littleEndian)
      }
      bytes.append(contentsOf: UnsafeRawBufferPointer(narrow))
    }
  }

  private mutating func append<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension FactSlice {
  /// Fills the slice from its packed form.
  func unpack() {
    guard !packed.isEmpty else { return }
    packed.withUnsafeBytes { bytes in
      var reader = ColumnReader(bytes: bytes)
      resize(to: Int(reader.next(UInt32.self)))
      reader.column(into: keys, count)
      for (i, column) in shape.columns.enumerated() {
        if column.meaning == .code {
          words[i].removeAll()
          for _ in 0..<Int(reader.next(UInt32.self)) {
            let text = reader.text()
            if isWanted[i] { words[i].append(text) }
          }
        }
        if isWanted[i] { reader.column(into: columns[i], count) } else { reader.skip(count) }
      }
    }
    packed.removeAll(keepingCapacity: true)
  }
}

/// Reads columns one after the other.
private struct ColumnReader {
  let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func next<T: FixedWidthInteger>(_ type: T.Type) -> T {
    defer { place += MemoryLayout<T>.size }
    return T(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: type))
  }

  mutating func text() -> String {
    let count = Int(next(UInt32.self))
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  /// Passes over a column.
  mutating func skip(_ count: Int) {
    let width = Int(next(UInt8.self))
    place += 9 + count * width
  }

  mutating func column(into target: UnsafeMutablePointer<Int64>, _ count: Int) {
    let width = next(UInt8.self)
    let hasNull = next(UInt8.self) == 1
    let base = Int64(bitPattern: next(UInt64.self))
    switch width {
    case 0: for i in 0..<count { target[i] = hasNull ? FactBatch.null : base }
    case 1: values(UInt8.self, hasNull, base, target, count)
    case 2: values(UInt16.self, hasNull, base, target, count)
    case 4: values(UInt32.self, hasNull, base, target, count)
    default: for i in 0..<count { target[i] = Int64(bitPattern: next(UInt64.self)) }
    }
  }

  private mutating func values<T: FixedWidthInteger & UnsignedInteger>(
    _ type: T.Type, _ hasNull: Bool, _ base: Int64, _ target: UnsafeMutablePointer<Int64>,
    _ count: Int
  ) {
    for i in 0..<count {
      let distance = next(type)
      target[i] = hasNull && distance == 0 ? FactBatch.null : base &+ Int64(distance)
    }
  }
}
