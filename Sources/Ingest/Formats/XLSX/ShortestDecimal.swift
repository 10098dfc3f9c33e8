/// Numbers as spreadsheets store them (`1.0000000000000001E-2`) written in the shortest decimal form
/// that reads back as the same double, without exponent where that is readable.
enum ShortestDecimal {
  /// Rewrites the number at `bytes[start...]`; false, leaving it alone, when it is not one.
  static func rewrite(_ bytes: inout [UInt8], from start: Int) -> Bool {
    switch form(bytes[start...]) {
    case .shortest: return true
    case .invalid: return false
    case .other:
      guard let value = Double(String(decoding: bytes[start...], as: UTF8.self)), value.isFinite
      else { return false }
      bytes.removeSubrange(start...)
      bytes += (value.magnitude < 1e15 ? text(value) : scientific(value)).utf8
      return true
    }
  }

  /// The value of the decimal at `bytes[start...]`; nil when it is not a finite number.
  ///
  /// Without an exponent two integers are enough, to more digits than a second of a date needs.
  static func value(_ bytes: [UInt8], from start: Int) -> Double? {
    var (integer, fraction, scale) = (0, 0, 1.0)
    var i = start
    while i < bytes.count, bytes[i] &- 0x30 <= 9, i - start < 15 {
      integer = integer * 10 + Int(bytes[i] - 0x30)
      i += 1
    }
    if i > start, i < bytes.count, bytes[i] == UInt8(ascii: ".") {
      i += 1
      while i < bytes.count, bytes[i] &- 0x30 <= 9 {
        if scale < 1e15 {
          fraction = fraction * 10 + Int(bytes[i] - 0x30)
          scale *= 10
        }
        i += 1
      }
    }
    if i > start, i == bytes.count { return Double(integer) + Double(fraction) / scale }
    guard let value = Double(String(decoding: bytes[start...], as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  private enum Form { case shortest, other, invalid }

  /// A decimal of at most 15 significant digits is the shortest of its double already, unless it has
  /// idle zeros.
  private static func form(_ text: ArraySlice<UInt8>) -> Form {
    var i = text.startIndex
    if i < text.endIndex, text[i] == UInt8(ascii: "-") { i += 1 }
    let integer = i
    while i < text.endIndex, text[i] &- 0x30 <= 9 { i += 1 }
    let integerDigits = i - integer
    var fractionDigits = 0
    if i < text.endIndex, text[i] == UInt8(ascii: ".") {
      i += 1
      let fraction = i
      while i < text.endIndex, text[i] &- 0x30 <= 9 { i += 1 }
      fractionDigits = i - fraction
      if fractionDigits == 0 { return .invalid }
    }
    if i < text.endIndex { return text[i] | 0x20 == UInt8(ascii: "e") ? .other : .invalid }
    if integerDigits == 0 { return fractionDigits > 0 ? .other : .invalid }
    let hasIdleZeros =
      (integerDigits > 1 && text[integer] == 0x30)
      || (fractionDigits > 0 && text[text.endIndex - 1] == 0x30)
    let isMinusZero = integer > text.startIndex && text[integer] == 0x30 && fractionDigits == 0
    return hasIdleZeros || isMinusZero || integerDigits + fractionDigits > 15 ? .other : .shortest
  }

  /// `2.0260312e+19`: a spreadsheet keeps fifteen digits, and what comes after them is not what was typed.
  private static func scientific(_ value: Double) -> String {
    let whole = text(value.magnitude.rounded(.towardZero))
    guard whole.utf8.allSatisfy(ByteText.isDigit) else { return text(value) }
    var rest = whole.dropFirst()
    while rest.last == "0" { rest.removeLast() }
    return (value < 0 ? "-" : "") + whole.prefix(1) + (rest.isEmpty ? "" : ".") + rest
      + "e+\(whole.count - 1)"
  }

  /// Swift's description without `.0`, and with its exponent spelled out from 1e-7 to 1e21.
  static func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
      (-7..<21).contains(exponent)
    else { return text }
    let sign = value < 0 ? "-" : ""
    let digits = text[..<mark].filter { $0 != "." && $0 != "-" }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let missing = exponent + 1 - digits.count
    if missing >= 0 { return sign + digits + String(repeating: "0", count: missing) }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }
}
