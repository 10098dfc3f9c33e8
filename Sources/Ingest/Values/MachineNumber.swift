/// Numbers as JSON and spreadsheets write them, `-12.5`, `1e-7`; digits beyond the eighteenth are rounded
/// away.
enum MachineNumber {
  static func scan(_ cell: CellBytes) -> NumberReading {
    let bytes = cell.blankTrimmed
    guard !bytes.isEmpty else { return .empty }
    var s = ByteScanner(bytes)
    let negative = s.skip(0x2D)
    var mantissa: Int64 = 0
    var significant = 0
    var dropped = 0
    var roundUp = false
    var places = 0
    var digits = 0
    var afterMark = false
    while true {
      if ByteText.isDigit(s.next) {
        let digit = Int64(s.next &- 0x30)
        _ = s.skip(s.next)
        digits += 1
        if afterMark { places += 1 }
        if significant < 18 {
          mantissa = mantissa * 10 + digit
          if significant > 0 || digit > 0 { significant += 1 }
        } else {
          if dropped == 0 { roundUp = digit >= 5 }
          dropped += 1
        }
      } else if !afterMark, digits > 0, s.skip(0x2E) {
        afterMark = true
        guard ByteText.isDigit(s.next) else { return .invalid(.notANumber) }
      } else {
        break
      }
    }
    guard digits > 0, let exponent = s.exponent(), s.isAtEnd else { return .invalid(.notANumber) }
    if roundUp { mantissa += 1 }
    return scaled(negative ? -mantissa : mantissa, places - dropped - exponent)
  }

  /// `mantissa` divided by ten to the power `scale`, whatever its sign.
  private static func scaled(_ mantissa: Int64, _ scale: Int) -> NumberReading {
    var (mantissa, scale) = (mantissa, scale)
    if mantissa == 0 { return .number(ExactDecimal(mantissa: 0)) }
    while scale < 0 {
      let (value, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { return .invalid(.tooManyDigits) }
      mantissa = value
      scale += 1
    }
    while scale > 30 {
      mantissa /= 10
      scale -= 1
    }
    return .number(ExactDecimal(mantissa: mantissa, scale: UInt8(scale)))
  }
}

extension ByteScanner {
  /// The exponent ahead, 0 when there is none, nil when it is malformed or beyond any double.
  fileprivate mutating func exponent() -> Int? {
    guard skip(0x45) || skip(0x65) else { return 0 }
    let negative = skip(0x2D)
    if !negative { _ = skip(0x2B) }
    guard let (value, _) = number(upTo: 4) else { return nil }
    return value > 400 ? nil : negative ? -value : value
  }
}
