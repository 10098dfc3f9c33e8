/// Strict UTF-8 validation (no overlong forms, surrogates or values past U+10FFFF), 32 ASCII bytes
/// at a time.
enum UTF8Scan: Equatable {
  /// Every byte belongs to a complete sequence.
  case valid
  /// The bytes from this offset begin a sequence that the following bytes may complete.
  case incomplete(at: Int)
  /// No text continues like this.
  case invalid(at: Int)

  /// Offset of the first byte ≥ 0x80 from `start`, or `count`.
  @inline(__always)
  static func skipASCII(_ p: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let raw = UnsafeRawPointer(p)
    var i = start
    while i &+ 32 <= count {
      let a = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let b = raw.loadUnaligned(fromByteOffset: i &+ 8, as: UInt64.self)
      let c = raw.loadUnaligned(fromByteOffset: i &+ 16, as: UInt64.self)
      let d = raw.loadUnaligned(fromByteOffset: i &+ 24, as: UInt64.self)
      if (a | b | c | d) & ByteWord.highs != 0 { break }
      i &+= 32
    }
    while i &+ 8 <= count {
      let bits = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & ByteWord.highs
      if bits != 0 { return i &+ UInt64(littleEndian: bits).trailingZeroBitCount / 8 }
      i &+= 8
    }
    while i < count, p[i] < 0x80 { i &+= 1 }
    return i
  }

  static func scan(_ p: UnsafePointer<UInt8>, from start: Int = 0, count: Int) -> UTF8Scan {
    var i = start
    while true {
      i = skipASCII(p, i, count)
      if i >= count { return .valid }
      let lead = p[i]
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0:
        length = 3
        low = 0xA0
      case 0xED:
        length = 3
        high = 0x9F
      case 0xE1...0xEF: length = 3
      case 0xF0:
        length = 4
        low = 0x90
      case 0xF1...0xF3: length = 4
      case 0xF4:
        length = 4
        high = 0x8F
      default: return .invalid(at: i)
      }
      if i &+ 1 >= count { return .incomplete(at: i) }
      if p[i &+ 1] < low || p[i &+ 1] > high { return .invalid(at: i) }
      var k = 2
      while k < length {
        if i &+ k >= count { return .incomplete(at: i) }
        if p[i &+ k] & 0xC0 != 0x80 { return .invalid(at: i) }
        k &+= 1
      }
      i &+= length
    }
  }
}
