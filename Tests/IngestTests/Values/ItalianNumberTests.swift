import Ingest
import Testing

@Suite struct ItalianNumberTests {
  /// Source: domain.md §7, "Numbers (column convention IT)", and the conventions of §2.1.
  @Test(arguments: [
    ("1.479.692,48", 147_969_248, 2),
    ("114.000.000", 114_000_000, 0),
    ("40.000", 40_000, 0),
    ("200000000,00", 20_000_000_000, 2),
    ("1,00", 100, 2),
    ("1.479.692,48 €", 147_969_248, 2),
    ("€ 1.479.692,48", 147_969_248, 2),
    ("€1.479.692,48", 147_969_248, 2),
    ("€. 1.479.692,48", 147_969_248, 2),
    ("€ 2.500,-", 2500, 0),
    ("2.500,-- €", 2500, 0),
    ("2.500,=", 2500, 0),
    ("EUR 1.479.692,48", 147_969_248, 2),
    ("1.479.692,48 euro", 147_969_248, 2),
    ("1.479.692,48\u{00A0}€", 147_969_248, 2),
    ("1 479 692,48", 147_969_248, 2),
    ("1\u{202F}479\u{202F}692,48", 147_969_248, 2),
    ("1'479'692,48", 147_969_248, 2),
    (" 12 ", 12, 0),
    ("007", 7, 0),
    ("0,5", 5, 1),
    (",5", 5, 1),
    ("-12,50", -1250, 2),
    ("- 12,50 €", -1250, 2),
    ("−12,50", -1250, 2),
    ("12,50-", -1250, 2),
    ("+12,50", 1250, 2),
    ("(1.234,56)", -123_456, 2),
    ("(1.234,56 €)", -123_456, 2),
    ("0,00", 0, 2),
    ("999999999999999999", 999_999_999_999_999_999, 0),
    ("2,9999999", 29_999_999, 7),
  ])
  func readsItalian(_ text: String, _ mantissa: Int64, _ scale: UInt8) {
    #expect(
      ItalianNumber.parse(text) == .number(ExactDecimal(mantissa: mantissa, scale: scale)))
  }

  @Test(arguments: [
    ("1,479,692.48", NumberConvention.international, 147_969_248, 2),
    ("40,000", .international, 40_000, 0),
    ("1 479 692.48", .international, 147_969_248, 2),
    ("1479692.48", .plain, 147_969_248, 2),
    ("-0.5", .plain, -5, 1),
    ("40.000", .plain, 40_000, 3),
  ])
  func readsOtherConventions(
    _ text: String, _ convention: NumberConvention, _ mantissa: Int64, _ scale: UInt8
  ) {
    #expect(
      ItalianNumber.parse(text, convention: convention)
        == .number(ExactDecimal(mantissa: mantissa, scale: scale)))
  }

  @Test(arguments: [
    ("16,09 %", 1609, 2), ("12%", 12, 0), ("16,09\u{00A0}%", 1609, 2),
  ])
  func readsPercentages(_ text: String, _ mantissa: Int64, _ scale: UInt8) {
    #expect(
      ItalianNumber.parse(text)
        == .number(ExactDecimal(mantissa: mantissa, scale: scale, hasPercentSign: true)))
  }

  @Test(arguments: [
    "", " -   ", "N/D", "n.d.", "-", " - €", "€ -", "///", "NULL", "#N/D", "#DIV/0!", "NA", "None",
    "(null)",
  ])
  func nothing(_ text: String) {
    #expect(ItalianNumber.parse(text) == .empty)
  }

  @Test(arguments: [
    ("12.5", NumberConvention.italian, NumberProblem.otherConvention),
    ("812840.10", .italian, .otherConvention),
    ("1479692.480", .italian, .otherConvention),
    ("0.500", .italian, .otherConvention),
    ("1,479,692.48", .italian, .otherConvention),
    ("1.23.456", .italian, .otherConvention),
    ("1.479 692,48", .italian, .notANumber),
    ("1.479.692,48", .international, .otherConvention),
    ("1.479.692,48", .plain, .otherConvention),
    ("12,5", .plain, .otherConvention),
    ("12 34", .italian, .notANumber),
    ("1234.567,00", .italian, .otherConvention),
    ("1.234.56,00", .italian, .otherConvention),
    ("1.234,5.6", .italian, .otherConvention),
    ("1.234,", .italian, .notANumber),
    ("9,60298E+09", .italian, .scientificNotation),
    ("9.60298E+09", .international, .scientificNotation),
    ("1234567890123456789", .italian, .tooManyDigits),
    ("12,", .italian, .notANumber),
    ("dodici", .italian, .notANumber),
    ("12 ore", .italian, .notANumber),
    ("12/03/2026", .italian, .notANumber),
    ("--5", .italian, .notANumber),
    ("(5", .italian, .notANumber),
    ("5)", .italian, .notANumber),
    ("(-5)", .italian, .notANumber),
    ("€", .italian, .notANumber),
    (",-", .italian, .notANumber),
    ("2.500,-5", .italian, .notANumber),
    ("5 € €", .italian, .notANumber),
    ("####", .italian, .notANumber),
  ])
  func refuses(_ text: String, _ convention: NumberConvention, _ problem: NumberProblem) {
    #expect(ItalianNumber.parse(text, convention: convention) == .invalid(problem))
  }

  @Test(arguments: [
    ("12.5", 125, 1), ("1e3", 1000, 0), ("1.5E-3", 15, 4), ("-7", -7, 0), ("0", 0, 0),
    ("0.30000000000000004", 30_000_000_000_000_004, 17), ("1e+16", 10_000_000_000_000_000, 0),
    ("812840.1000000000012345", 812_840_100_000_000_001, 12), ("-0.5", -5, 1),
  ])
  func readsMachineNumbers(_ text: String, _ mantissa: Int64, _ scale: UInt8) {
    #expect(
      ItalianNumber.parse(text, convention: .plain)
        == .number(ExactDecimal(mantissa: mantissa, scale: scale)))
  }

  @Test(arguments: ["1e30", "1e", "0x10", "1.e5", "NaNo", "inf"])
  func refusesMachineNumbers(_ text: String) {
    guard case .invalid = ItalianNumber.parse(text, convention: .plain) else {
      Issue.record("\(text) was read")
      return
    }
  }

  /// Random amounts, written in every regular way, read back the same.
  @Test func everyWritingReadsBack() {
    var generator = SplitMix(seed: 17)
    for _ in 0..<3000 {
      let scale = Int(generator.next() % 4)
      let mantissa = Int64(generator.next() % (generator.next() % 1_000_000_000_000 + 1))
      let digits = String(mantissa)
      let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      let whole = String(padded.dropLast(scale))
      let fraction = String(padded.suffix(scale))
      func written(_ mark: String, _ decimal: String) -> String {
        var groups: [String] = []
        var rest = whole
        while rest.count > 3 {
          groups.insert(String(rest.suffix(3)), at: 0)
          rest.removeLast(3)
        }
        return ([rest] + groups).joined(separator: mark) + (scale > 0 ? decimal + fraction : "")
      }
      let expected = NumberReading.number(ExactDecimal(mantissa: mantissa, scale: UInt8(scale)))
      for mark in ["", ".", " ", "\u{00A0}", "'"] {
        for text in [written(mark, ","), " \(written(mark, ",")) €", "EUR \(written(mark, ","))"] {
          #expect(ItalianNumber.parse(text) == expected, "\(text)")
        }
      }
      for mark in ["", ",", " "] {
        let text = written(mark, ".")
        #expect(ItalianNumber.parse(text, convention: .international) == expected, "\(text)")
      }
      #expect(ItalianNumber.parse(written("", "."), convention: .plain) == expected)
    }
  }

  @Test func finerDecimalsAreRoundedUnlessTheyMayBeThousands() {
    // As published: a total of 192208.375 euros.
    #expect(ExactDecimal(mantissa: 192_208_375, scale: 3).roundedCents == 19_220_838)
    #expect(ExactDecimal(mantissa: -192_208_375, scale: 3).roundedCents == -19_220_838)
    #expect(ExactDecimal(mantissa: 12_3449, scale: 4).roundedCents == 1234)
    #expect(ExactDecimal(mantissa: 375, scale: 3).roundedCents == 38)
    #expect(ExactDecimal(mantissa: 1005, scale: 3).roundedCents == nil)
    #expect(ExactDecimal(mantissa: -999_999, scale: 3).roundedCents == nil)
    #expect(ExactDecimal(mantissa: 1_000_001, scale: 3).roundedCents == 100_000)
    #expect(ExactDecimal(mantissa: 12, scale: 1).roundedCents == nil)
  }

  @Test func centsLoseNothing() {
    #expect(ExactDecimal(mantissa: 24_396_146_000_000_002, scale: 11).cents == 24_396_146)
    #expect(ExactDecimal(mantissa: 24_396_145_999_999_998, scale: 11).cents == 24_396_146)
    #expect(ExactDecimal(mantissa: -24_396_145_999_999_998, scale: 11).cents == -24_396_146)
    #expect(ExactDecimal(mantissa: 1005, scale: 3).cents == nil)
    #expect(ExactDecimal(mantissa: -1005, scale: 3).cents == nil)
    #expect(ExactDecimal(mantissa: 12_3499, scale: 4).cents == nil)
    #expect(ExactDecimal(mantissa: -1000, scale: 3).cents == -100)
    #expect(ExactDecimal(mantissa: 12).cents == 1200)
    #expect(ExactDecimal(mantissa: 125, scale: 1).cents == 1250)
    #expect(ExactDecimal(mantissa: 1, scale: 25).cents == 0)
    #expect(ExactDecimal(mantissa: 1, scale: 5).cents == nil)
    #expect(ExactDecimal(mantissa: .max).cents == nil)
  }

  @Test func wholeNumbersAndShares() {
    #expect(ExactDecimal(mantissa: 100, scale: 2).integer == 1)
    #expect(ExactDecimal(mantissa: 150, scale: 2).integer == nil)
    #expect(ExactDecimal(mantissa: -7).integer == -7)
    #expect(ExactDecimal(mantissa: 182, scale: 1, hasPercentSign: true).shareOfHundred == 0.182)
    #expect(ExactDecimal(mantissa: 147_969_248, scale: 2).double == 1_479_692.48)
  }

  @Test func anyBytesAreReadWithoutTrapping() {
    var generator = SplitMix(seed: 11)
    let alphabet = Array("0123456789.,-+€%()eE'’ \u{00A0}eur".utf8)
    for _ in 0..<20_000 {
      let count = Int(generator.next() % 28)
      let bytes = (0..<count).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      bytes.withUnsafeBufferPointer { cell in
        for convention in NumberConvention.allCases {
          _ = ItalianNumber.parse(cell, convention: convention)
        }
      }
    }
  }
}
