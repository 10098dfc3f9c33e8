/// Reads numbers, amounts and percentages, exactly, under the convention of their column.
///
/// Around the digits: blanks, `€`, `EUR` or `euro` before or after, `%` after, a sign before or after,
/// parentheses for negative amounts. Between thousands: the convention's mark, blanks of every width
/// or apostrophes, in whole groups of three. After the decimal mark: digits, or what stands for no cents
/// (`1.250,-`, `1.250,=`). Whatever contradicts the column's convention is refused:
/// falling back on the other reading is how forty thousand becomes forty.
public enum ItalianNumber {
  public static func parse(_ bytes: CellBytes, convention: NumberConvention) -> NumberReading {
    let decimal: UInt8 = convention == .italian ? 0x2C : 0x2E
    if let number = plainDigits(bytes, decimal) { return .number(number) }
    if convention == .plain, case .number(let number) = MachineNumber.scan(bytes) {
      return .number(number)
    }
    if convention != .plain,
      let number = groupedDigits(bytes, decimal, mark: decimal == 0x2C ? 0x2E : 0x2C)
    {
      return .number(number)
    }
    return NumberScanner.scan(bytes, convention: convention)
  }

  /// Reads a cell of a column whose convention nothing proves: what can be read in one way only is.
  static func parseUndecided(_ bytes: CellBytes) -> NumberReading {
    let italian = parse(bytes, convention: .italian)
    let international = parse(bytes, convention: .international)
    switch (italian, international) {
    case (.number(let a), .number(let b)) where a.double != b.double: return .invalid(.ambiguous)
    case (.invalid, .number): return international
    default: return italian
    }
  }

  public static func parse(_ text: String, convention: NumberConvention = .italian)
    -> NumberReading
  {
    text.withCellBytes { parse($0, convention: convention) }
  }

  /// The common case: up to eighteen digits, at most one decimal mark and no other byte, where no
  /// mark between thousands can be meant.
  @inline(__always)
  private static func plainDigits(_ bytes: CellBytes, _ decimal: UInt8) -> ExactDecimal? {
    guard let p = bytes.baseAddress, bytes.count > 0, bytes.count <= 18 else { return nil }
    var mantissa: Int64 = 0
    var mark = -1
    for i in 0..<bytes.count {
      let digit = p[i] &- 0x30
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if p[i] == decimal, mark < 0, i > 0 {
        mark = i
      } else {
        return nil
      }
    }
    guard mark >= 0 else { return ExactDecimal(mantissa: mantissa) }
    let scale = bytes.count - 1 - mark
    return scale > 0 ? ExactDecimal(mantissa: mantissa, scale: UInt8(scale)) : nil
  }

  /// The next most common: thousands in proper groups, then perhaps decimals, and no other byte.
  private static func groupedDigits(
    _ bytes: CellBytes, _ decimal: UInt8, mark: UInt8
  ) -> ExactDecimal? {
    guard let p = bytes.baseAddress, bytes.count <= 20, bytes.count > 4, p[0] != 0x30 else {
      return nil
    }
    var mantissa: Int64 = 0
    var group = 0
    var isFirst = true
    var i = 0
    while i < bytes.count {
      let digit = p[i] &- 0x30
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        group += 1
      } else if isFirst ? group >= 1 && group <= 3 : group == 3, p[i] == mark {
        isFirst = false
        group = 0
      } else {
        break
      }
      i += 1
    }
    guard !isFirst, group == 3 else { return nil }
    if i == bytes.count { return ExactDecimal(mantissa: mantissa) }
    guard p[i] == decimal, i + 1 < bytes.count else { return nil }
    let scale = bytes.count - 1 - i
    for j in (i + 1)..<bytes.count {
      let digit = p[j] &- 0x30
      guard digit < 10 else { return nil }
      mantissa = mantissa &* 10 &+ Int64(digit)
    }
    return ExactDecimal(mantissa: mantissa, scale: UInt8(scale))
  }
}
