/// How a column writes numbers: proved on the whole column, never guessed cell by cell.
public enum NumberConvention: String, Sendable, CaseIterable {
  /// `1.479.692,48`; `40.000` is forty thousand.
  case italian = "italiana"
  /// `1,479,692.48`; `40,000` is forty thousand.
  case international = "internazionale"
  /// `1479692.48`, `-1.5e3`: as machines write, a dot before the decimals, exponents, no mark between
  /// thousands. What a format itself types as a number (JSON, XLSX) is read so.
  case plain = "semplice"
}

/// What a cell of a number column says.
public enum NumberReading: Equatable, Sendable {
  case number(ExactDecimal)
  /// Nothing was written.
  case empty
  case invalid(NumberProblem)
}

/// Why a cell is not a number.
public enum NumberProblem: String, Error, Sendable, CaseIterable {
  case notANumber = "non-numero"
  /// A number, but written against the column's convention: `12.5` where commas are decimal.
  case otherConvention = "convenzione-numerica"
  /// Two numbers, according to what a mark means, and nothing says which.
  case ambiguous = "convenzione-ignota"
  /// `9,60298E+09`: a spreadsheet has thrown digits away, and an identifier may be lost with them.
  case scientificNotation = "notazione-scientifica"
  /// More than eighteen digits.
  case tooManyDigits = "troppe-cifre"
}

/// A decimal number exactly as written: `mantissa` divided by ten to the power `scale`.
public struct ExactDecimal: Hashable, Sendable {
  public var mantissa: Int64
  /// Digits written after the decimal mark.
  public var scale: UInt8
  /// A `%` was written after the number.
  public var hasPercentSign: Bool

  public init(mantissa: Int64, scale: UInt8 = 0, hasPercentSign: Bool = false) {
    self.mantissa = mantissa
    self.scale = scale
    self.hasPercentSign = hasPercentSign
  }

  /// Hundredths; nil when there are more than two decimals that count, or when they do not fit.
  ///
  /// Beyond a millionth of a hundredth the digits are the noise of binary arithmetic
  /// (`243961.46000000002` in a spreadsheet) and are rounded away.
  public var cents: Int64? {
    if scale == 2 { return mantissa }
    if scale < 2 {
      let (value, overflow) = mantissa.multipliedReportingOverflow(by: scale == 1 ? 10 : 100)
      return overflow ? nil : value
    }
    let power = Int(scale) - 2
    guard power <= 18 else { return double.magnitude < 1e-8 ? 0 : nil }
    let unit = ExactDecimal.powersOfTen[power]
    var (cents, rest) = mantissa.quotientAndRemainder(dividingBy: unit)
    if rest.magnitude > unit.magnitude / 2 {
      cents += mantissa.signum()
      rest = unit - Int64(rest.magnitude)
    }
    return rest.magnitude <= unit.magnitude / 1_000_000 ? cents : nil
  }

  /// Hundredths of an amount with finer decimals, half of one rounded up (Reg. (CE) 1103/97, art. 5).
  ///
  /// Nil where the mark before three decimals could be one between thousands (`1.234`): a thousandth
  /// of an amount is not a slip to live with.
  public var roundedCents: Int64? {
    guard scale > 2, scale <= 20 else { return nil }
    if scale == 3, (1000..<1_000_000).contains(mantissa.magnitude) { return nil }
    let unit = ExactDecimal.powersOfTen[Int(scale) - 2]
    let (cents, rest) = mantissa.quotientAndRemainder(dividingBy: unit)
    return rest.magnitude * 2 >= unit.magnitude ? cents + mantissa.signum() : cents
  }

  /// The number when it is whole (`1,00` is 1); nil when it has a fraction.
  public var integer: Int64? {
    if scale == 0 { return mantissa }
    guard mantissa != 0 else { return 0 }
    guard scale <= 18 else { return nil }
    let (quotient, remainder) = mantissa.quotientAndRemainder(
      dividingBy: ExactDecimal.powersOfTen[Int(scale)])
    return remainder == 0 ? quotient : nil
  }

  /// The nearest double; exact rounding up to fifteen digits.
  public var double: Double {
    var value = Double(mantissa)
    var left = Int(scale)
    while left > 0 {
      let step = min(left, 18)
      value /= Double(ExactDecimal.powersOfTen[step])
      left -= step
    }
    return value
  }

  /// The share that a number with `%` states, where 1 is the whole.
  public var shareOfHundred: Double {
    var share = self
    share.scale += 2
    return share.double
  }

  static let powersOfTen: [Int64] = (0...18).map { power in
    (0..<power).reduce(Int64(1)) { value, _ in value * 10 }
  }
}
