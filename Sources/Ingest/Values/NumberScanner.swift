/// The numbers that are more than plain digits.
enum NumberScanner {
  static func scan(_ cell: CellBytes, convention: NumberConvention) -> NumberReading {
    let bytes = cell.blankTrimmed
    guard let first = bytes.first else { return .empty }
    // No way of writing nothing ends in a digit.
    if !ByteText.isDigit(first), !ByteText.isDigit(bytes[bytes.count - 1]),
      NullTokens.contains(bytes, in: .number)
    {
      return .empty
    }
    var s = ByteScanner(bytes)
    var dress = Dress()
    dress.undress(&s)
    if !ByteText.isDigit(s.next), s.next != convention.decimal {
      // ` -   €` is how a spreadsheet's accounting format shows nothing.
      return s.isAtEnd && dress.isLoneDash ? .empty : .invalid(.notANumber)
    }
    switch digits(&s, convention) {
    case .failure(let problem): return .invalid(problem)
    case .success(var number):
      guard dress.finish(&s) else { return .invalid(.notANumber) }
      if dress.isNegative { number.mantissa = -number.mantissa }
      number.hasPercentSign = dress.percent
      return .number(number)
    }
  }

  /// The digits with their marks, up to the first byte that belongs to neither.
  private static func digits(
    _ s: inout ByteScanner, _ convention: NumberConvention
  ) -> Result<ExactDecimal, NumberProblem> {
    var mantissa: Int64 = 0
    var significant = 0
    var scale: Int?
    var group = 0
    var mark: Mark?
    var startsWithZero = false
    while true {
      if ByteText.isDigit(s.next) {
        let digit = Int64(s.next &- 0x30)
        _ = s.skip(s.next)
        if group == 0, mark == nil, scale == nil { startsWithZero = digit == 0 }
        mantissa = mantissa &* 10 &+ digit
        if significant > 0 || digit > 0 { significant += 1 }
        guard significant <= 18 else { return .failure(.tooManyDigits) }
        if let places = scale { scale = places + 1 } else { group += 1 }
      } else if s.next == convention.decimal, scale == nil {
        if let mark, group != 3 { return .failure(mark.misplaced) }
        _ = s.skip(convention.decimal)
        if !ByteText.isDigit(s.next) {
          guard group > 0, s.skipNoCents() else { return .failure(.notANumber) }
          return .success(ExactDecimal(mantissa: mantissa))
        }
        scale = 0
      } else if let next = s.groupMark() {
        guard scale == nil, convention.allows(next), mark == nil || mark == next else {
          return .failure(next.misplaced)
        }
        // A group of thousands never begins a number with zero: `0.500` is a half, written otherwise.
        let fits = mark == nil ? (1...3).contains(group) && !startsWithZero : group == 3
        guard fits else { return .failure(next.misplaced) }
        mark = next
        group = 0
      } else {
        break
      }
    }
    if s.next | 0x20 == 0x65, s.isExponent { return .failure(.scientificNotation) }
    if let mark, scale == nil, group != 3 { return .failure(mark.misplaced) }
    guard scale ?? 0 <= 30 else { return .failure(.tooManyDigits) }
    return .success(ExactDecimal(mantissa: mantissa, scale: UInt8(scale ?? 0)))
  }

  /// What a number wears: sign, currency, parentheses, percent.
  private struct Dress {
    private var minus = false
    private var plus = false
    private var parenthesis = false
    private var currency = false
    var percent = false

    var isNegative: Bool { minus || parenthesis }
    var isLoneDash: Bool { minus && !plus && !parenthesis }

    mutating func undress(_ s: inout ByteScanner) {
      while true {
        s.skipBlanks()
        if !minus, !plus, s.minus() {
          minus = true
        } else if !minus, !plus, s.skip(0x2B) {
          plus = true
        } else if !parenthesis, s.skip(0x28) {
          parenthesis = true
        } else if !currency, s.currency() {
          currency = true
        } else {
          return
        }
      }
    }

    /// False when something is left that is no part of a number.
    mutating func finish(_ s: inout ByteScanner) -> Bool {
      var closed = false
      while true {
        s.skipBlanks()
        if s.isAtEnd { return parenthesis == closed && !(parenthesis && minus) }
        if !currency, s.currency() {
          currency = true
        } else if !percent, !currency, s.skip(0x25) {
          percent = true
        } else if parenthesis, !closed, s.skip(0x29) {
          closed = true
        } else if !minus, !plus, !parenthesis, s.minus() {
          minus = true
        } else {
          return false
        }
      }
    }
  }
}

/// What may stand between thousands.
private enum Mark {
  case dot, comma, blank, apostrophe

  /// A dot or comma out of place is another convention's; a blank is not a number's at all.
  var misplaced: NumberProblem { self == .dot || self == .comma ? .otherConvention : .notANumber }
}

extension NumberConvention {
  fileprivate var decimal: UInt8 { self == .italian ? 0x2C : 0x2E }

  fileprivate func allows(_ mark: Mark) -> Bool {
    switch self {
    case .italian: mark != .comma
    case .international: mark != .dot
    case .plain: false
    }
  }
}

extension ByteScanner {
  /// A mark between thousands, only where a digit follows it.
  fileprivate mutating func groupMark() -> Mark? {
    var ahead = self
    let mark: Mark
    if ahead.skip(0x2E) {
      mark = .dot
    } else if ahead.skip(0x2C) {
      mark = .comma
    } else if ahead.skip(0x27) || ahead.skip(bytes: "’") {
      mark = .apostrophe
    } else if ahead.skipBlanks() {
      mark = .blank
    } else {
      return nil
    }
    guard ByteText.isDigit(ahead.next) else { return nil }
    self = ahead
    return mark
  }

  fileprivate mutating func minus() -> Bool { skip(0x2D) || skip(bytes: "−") || skip(bytes: "–") }

  /// What stands for no cents in `1.250,-`, `1.250,--` and `1.250,=`.
  fileprivate mutating func skipNoCents() -> Bool {
    guard minus() || skip(0x3D) else { return false }
    _ = minus() || skip(0x3D)
    return isAtEnd || !ByteText.isDigit(next)
  }

  fileprivate mutating func currency() -> Bool {
    guard skip(bytes: "€") || skipWord("euro") || skipWord("eur") else { return false }
    // `€. 1.500,00`, as offices write.
    var ahead = self
    if ahead.skip(0x2E), ahead.next == 0x20 { self = ahead }
    return true
  }

  /// Whether the letter ahead begins an exponent, `E+09`.
  fileprivate var isExponent: Bool {
    var ahead = self
    _ = ahead.skip(next)
    _ = ahead.skip(0x2B) || ahead.skip(0x2D)
    return ByteText.isDigit(ahead.next)
  }
}
