/// The columns of a batch that the indicators read, in as few bytes as their values need.
///
/// A column is its smallest value and, for each fact, the distance from it in 0, 1, 2, 4 or 8 bytes;
/// codes are places in a list of their own. Little-endian. It is a copy: a trigger drops it when a fact
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
      case .code:
        if let dictionary = column.dictionary {
          out.pack(kept, column, dictionary)
        } else {
          out.packCodes { column.code(kept[$0], in: batch) }
        }
      }
    }
    bytes = out.bytes
  }
}

extension FactColumn {
  /// The code of a column of texts.
  fileprivate func code(_ row: Int, in batch: FactBatch) -> PackedCode? {
    let value = a[row]
    if value == FactBatch.null { return nil }
    return batch.bytes.withUnsafeBufferPointer {
      PackedCode(bytes: $0.baseAddress.map { $0 + Int(value) }, count: Int(b[row]))
    }
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
    var words: [PackedCode] = []
    for row in kept {
      let index = column.a[row]
      if index >= 0, places[Int(index)] == FactBatch.null {
        places[Int(index)] = Int64(words.count)
        words.append(dictionary.words[Int(index)].packed)
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

  mutating func packCodes(_ code: (Int) -> PackedCode?) {
    var places: [PackedCode: Int64] = [:]
    var words: [PackedCode] = []
    var found = [Int64](repeating: FactBatch.null, count: values.count)
    for i in found.indices {
      guard let code = code(i) else { continue }
      let place = places[code] ?? Int64(words.count)
      if place == words.count {
        words.append(code)
        places[code] = place
      }
      found[i] = place
    }
    append(words)
    pack { $0 = found }
  }

  private mutating func append(_ words: [PackedCode]) {
    append(UInt32(words.count))
    for word in words { append(word.raw) }
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
        guard case .code = column.meaning else {
          reader.column(into: columns[i], count)
          continue
        }
        let words = (0..<Int(reader.next(UInt32.self))).map { _ in
          Int64(bitPattern: reader.next(UInt64.self))
        }
        reader.column(into: columns[i], count)
        for row in 0..<count where columns[i][row] != FactBatch.null {
          columns[i][row] = words[Int(columns[i][row])]
        }
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
