extension Observation {
  /// With its numbers to twelve significant digits, as they are published.
  ///
  /// A sum or a product of fractions ends some units of the sixteenth digit away from what it is: a share of
  /// everybody would be 1.0000000000000002 in one place and 0.9999999999999999 in another.
  var atPublishedPrecision: Observation {
    var one = self
    one.value = value?.toTwelveDigits
    one.lower = lower?.toTwelveDigits
    one.upper = upper?.toTwelveDigits
    one.numerator = numerator?.toTwelveDigits
    one.denominator = denominator?.toTwelveDigits
    return one
  }
}

extension KaplanMeier {
  /// A restricted mean with its limits, to a tenth of a day: its standard error is seldom less than that, and
  /// the days waited by all together are not to be worked back from it.
  static func published(
    _ mean: (value: Double, standardError: Double), until tau: Int
  ) -> (value: Double, interval: ConfidenceInterval) {
    (
      mean.value.rounded(toDecimals: 1),
      interval(ofMean: mean, until: tau).rounded(toDecimals: 1)
    )
  }
}

extension Double {
  /// The nearest number of twelve significant digits; whole numbers and what is below 1e-11 stay as they are.
  var toTwelveDigits: Double {
    guard self != rounded(), magnitude >= 1e-11, magnitude < 1e12 else { return self }
    // The binary exponent tells the decimal one to within one.
    var decimals = min(22, 11 - Int((Double(exponent) * 0.30103).rounded(.down)))
    while magnitude * Double.powersOfTen[decimals] < 1e11 { decimals += 1 }
    while magnitude * Double.powersOfTen[decimals] >= 1e12 { decimals -= 1 }
    // A power of ten up to 1e22 is exact, and a division rounds once: what comes reads as it is written.
    return (self * Double.powersOfTen[decimals]).rounded() / Double.powersOfTen[decimals]
  }

  private static let powersOfTen: [Double] = (0...22).map { power in
    (0..<power).reduce(1) { unit, _ in unit * 10 }
  }
}
