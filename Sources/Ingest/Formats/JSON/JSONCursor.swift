/// A place in the window and a place in the batch's memory: the lexical half of the JSON parser.
///
/// Everything written is at most as long as what it was read from, so the caller reserves once per
/// window. The window ends with zero bytes, which no rule accepts: running into them is how the end
/// is noticed.
struct JSONCursor {
  var p: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  let isLast: Bool
  var out: UnsafeMutablePointer<UInt8>
  var line: Int32

  /// What to throw when the byte at the cursor is not one of those the grammar allows here.
  func unexpected(_ wanted: String) -> JSONStop {
    if p < end { return .invalid("json-non-valido", "qui serve \(wanted).", line) }
    return isLast
      ? .invalid(
        "json-troncato", "il file finisce a metà di un oggetto: ripetere l'esportazione.", line)
      : .needsInput
  }

  @inline(__always)
  mutating func skipSpace() throws(JSONStop) {
    while p.pointee <= 0x20 {
      switch p.pointee {
      case 0x20, 0x09: break
      case 0x0A: line &+= 1
      case 0x0D:
        if p + 1 == end, !isLast { throw .needsInput }
        if p[1] != 0x0A { line &+= 1 }
      default: return
      }
      p += 1
    }
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8, _ wanted: @autoclosure () -> String) throws(JSONStop) {
    guard p.pointee == byte else { throw unexpected(wanted()) }
    p += 1
  }

  /// Copies a literal (`true`) that begins at the cursor.
  mutating func literal(_ text: StaticString) throws(JSONStop) {
    let bytes = text.utf8Start
    for k in 0..<text.utf8CodeUnitCount {
      guard p.pointee == bytes[k] else { throw unexpected("un valore (\(text)?)") }
      out.pointee = bytes[k]
      out += 1
      p += 1
    }
  }

  /// Copies a number as it is written.
  mutating func number() throws(JSONStop) {
    if p.pointee == UInt8(ascii: "-") { copy() }
    if p.pointee == UInt8(ascii: "0") { copy() } else { try digits() }
    if p.pointee == UInt8(ascii: ".") {
      copy()
      try digits()
    }
    if p.pointee | 0x20 == UInt8(ascii: "e") {
      copy()
      if p.pointee == UInt8(ascii: "+") || p.pointee == UInt8(ascii: "-") { copy() }
      try digits()
    }
    if p == end { throw unexpected("la fine dell'oggetto") }
  }

  @inline(__always)
  private mutating func copy() {
    out.pointee = p.pointee
    out += 1
    p += 1
  }

  @inline(__always)
  private mutating func digits() throws(JSONStop) {
    guard p.pointee &- 0x30 <= 9 else { throw unexpected("una cifra") }
    repeat { copy() } while p.pointee &- 0x30 <= 9
  }

  /// Reads the string that opens at the cursor, with its escapes undone.
  mutating func string() throws(JSONStop) {
    p += 1
    let quotes = ByteWord.ones &* 0x22
    let escapes = ByteWord.ones &* 0x5C
    while true {
      while true {
        let word = ByteWord.load(p)
        ByteWord.store(word, at: out)
        let marks =
          ByteWord.below(word, 0x20) | ByteWord.equal(word, quotes)
          | ByteWord.equal(word, escapes)
        if marks == 0 {
          p += 8
          out += 8
          continue
        }
        let step = ByteWord.firstIndex(marks)
        p += step
        out += step
        break
      }
      if p.pointee == 0x22 {
        p += 1
        return
      }
      guard p.pointee == 0x5C else {
        throw unexpected("la fine della stringa (gli a capo si scrivono \\n)")
      }
      p += 1
      try escape()
    }
  }

  private mutating func escape() throws(JSONStop) {
    let byte: UInt8
    switch p.pointee {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = p.pointee
    case UInt8(ascii: "n"): byte = 0x0A
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "r"): byte = 0x0D
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "u"):
      p += 1
      try unicodeEscape()
      return
    default: throw unexpected("uno dei caratteri \"\\/bfnrtu dopo la barra rovesciata")
    }
    out.pointee = byte
    out += 1
    p += 1
  }

  /// `\uXXXX`, or two that make a surrogate pair; half a pair becomes U+FFFD.
  private mutating func unicodeEscape() throws(JSONStop) {
    var scalar = try hexadecimal()
    if scalar == 0 {
      throw .invalid("json-non-valido", "il carattere nullo \\u0000 non è testo.", line)
    }
    if scalar & 0xFC00 == 0xD800 {
      if p.pointee == 0x5C, p[1] == UInt8(ascii: "u") {
        let mark = p
        p += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        } else {
          p = mark
        }
      } else if end - p < 2, !isLast {
        throw .needsInput
      }
    }
    if scalar & 0xF800 == 0xD800, scalar < 0x10000 { scalar = 0xFFFD }
    out += UTF8Writer.write(scalar, at: out)
  }

  private mutating func hexadecimal() throws(JSONStop) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch p.pointee {
      case 0x30...0x39: digit = p.pointee - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (p.pointee | 0x20) - 0x57
      default: throw unexpected("una cifra esadecimale")
      }
      value = value << 4 | UInt32(digit)
      p += 1
    }
    return value
  }
}
