/// A position in a cell that moves forward as things are recognised.
struct ByteScanner {
  private let base: UnsafePointer<UInt8>?
  private let end: Int
  private(set) var position: Int

  init(_ bytes: CellBytes, at position: Int = 0) {
    base = bytes.baseAddress
    end = bytes.count
    self.position = position
  }

  var isAtEnd: Bool { position >= end }

  /// The next byte; 0 at the end.
  @inline(__always)
  var next: UInt8 {
    guard let base, position < end else { return 0 }
    return base[position]
  }

  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte, !isAtEnd else { return false }
    position += 1
    return true
  }

  /// True when there was at least one blank.
  @discardableResult @inline(__always)
  mutating func skipBlanks() -> Bool {
    guard let base else { return false }
    let start = position
    while position < end {
      let width = ByteText.blankWidth(base + position, end - position)
      if width == 0 { break }
      position += width
    }
    return position > start
  }

  mutating func skipDigits() -> Int {
    let start = position
    while ByteText.isDigit(next) { position += 1 }
    return position - start
  }

  /// An ASCII word, in any case, that no other letter follows.
  mutating func skipWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard let base, end - position >= count else { return false }
    for i in 0..<count where base[position + i] | 0x20 != word.utf8Start[i] { return false }
    if position + count < end, ByteText.isLetter(base[position + count]) { return false }
    position += count
    return true
  }

  /// Exactly these bytes.
  mutating func skip(bytes: StaticString) -> Bool {
    let count = bytes.utf8CodeUnitCount
    guard let base, end - position >= count else { return false }
    for i in 0..<count where base[position + i] != bytes.utf8Start[i] { return false }
    position += count
    return true
  }

  /// The number written by at most `limit` digits, and how many digits it took.
  @inline(__always)
  mutating func number(upTo limit: Int) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while digits < limit, ByteText.isDigit(next) {
      value = value * 10 + Int(next &- 0x30)
      digits += 1
      position += 1
    }
    return digits > 0 ? (value, digits) : nil
  }

  /// The ASCII letters ahead; empty when there are none.
  mutating func letters() -> CellBytes {
    let start = position
    while ByteText.isLetter(next) { position += 1 }
    return CellBytes(start: base.map { $0 + start }, count: position - start)
  }

  /// Letters, those of `März` and `août` among them.
  mutating func monthLetters() -> CellBytes {
    let start = position
    while let base, position < end {
      if ByteText.isLetter(base[position]) {
        position += 1
      } else if base[position] == 0xC3, position + 1 < end {
        position += 2
      } else {
        break
      }
    }
    return CellBytes(start: base.map { $0 + start }, count: position - start)
  }
}
