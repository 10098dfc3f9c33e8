/// The whole numbers at the beginning of a cell, with one mark (`/`, `-`, `.` or blanks) between.
struct NumbersInText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    skipBlanks()
  }

  /// The next number and how many digits it is written with; nil when something else follows.
  mutating func next() -> (value: Int, digits: Int)? {
    if place > 0 { skipMark() }
    var value = 0
    var digits = 0
    while place < bytes.count, bytes[place] &- 0x30 <= 9, digits < 9 {
      value = value * 10 + Int(bytes[place] - 0x30)
      digits += 1
      place += 1
    }
    return digits > 0 ? (value, digits) : nil
  }

  private mutating func skipMark() {
    skipBlanks()
    if place < bytes.count, "/-.".utf8.contains(bytes[place]) { place += 1 }
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
  }
}
