import Testing

@testable import Reports

@Suite struct NumberTextTests {
  @Test func italianAndEnglishNumbers() {
    #expect(Language.it.euro(cents: 147_969_248) == "1.479.692,48\u{A0}€")
    #expect(Language.en.euro(cents: 147_969_248) == "€1,479,692.48")
    #expect(Language.it.euro(cents: -5) == "−0,05\u{A0}€")
    #expect(Language.it.percent(0.160914, 2) == "16,09\u{A0}%")
    #expect(Language.en.percent(0.160914, 2) == "16.09%")
    #expect(Language.it.integer(-1_234_567) == "−1.234.567")
    #expect(Language.it.integer(0) == "0")
    #expect(Language.it.integer(999) == "999")
    #expect(Language.it.integer(1000) == "1.000")
  }

  @Test(arguments: [
    (12.345, 2, "12,35"), (0.05, 1, "0,1"), (-0.04, 1, "0,0"), (-2.5, 0, "−3"),
    (1234.5, 1, "1.234,5"),
    (0.0071, 3, "0,007"), (99.95, 1, "100,0"),
  ])
  func halfIsRoundedAwayFromZero(value: Double, digits: Int, expected: String) {
    #expect(Language.it.decimal(value, digits) == expected)
  }

  @Test func signsOfDifferences() {
    #expect(Language.it.signed(3.21, 1) == "+3,2")
    #expect(Language.it.signed(-3.21, 1) == "−3,2")
    #expect(Language.it.signed(0.04, 1) == "0,0")
    #expect(NumberStyle.points(1).text(-3.21, .it) == "−3,2")
  }

  /// An interval on one side of zero does not seem to touch it.
  @Test func anIntervalShowsOnWhichSideOfZeroItIs() {
    func told(_ lower: Double, _ upper: Double) -> String {
      CellText.text(
        of: Cell(.interval(lower, upper, NumberStyle.points(2).telling(lower, upper))), .it
      ).replacing(noBreakSpace, with: " ")
    }
    #expect(told(0.0031, 1.17) == "+0,003 – +1,170")
    #expect(told(-1.17, -0.0004) == "−1,1700 – −0,0004")
    #expect(told(0, 1.17) == "0,00 – +1,17")
    #expect(told(-0.004, 1.17) == "0,00 – +1,17")
    #expect(told(1e-9, 1.17) == "0,00000 – +1,17000")
    #expect(NumberStyle.percent(1).telling(0.0001, 0.2) == .percent(1))
  }

  @Test(arguments: [
    (1.0, "1"), (0.1, "0.1"), (1e-7, "0.0000001"), (-2.5e-6, "-0.0000025"),
    (1.5e20, "150000000000000000000"),
    (1e15, "1000000000000000"), (0.07977504, "0.07977504"), (-0.0, "0"),
  ])
  func numbersForPrograms(value: Double, expected: String) {
    #expect(plainNumber(value) == expected)
  }

  /// Whatever the value, the text reads back as the same bits.
  @Test func numbersForProgramsReadBack() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(Int64(bitPattern: state) >> 11) * [1e-9, 1e-3, 1.0, 7e5][Int(state % 4)]
      let text = plainNumber(value)
      #expect(Double(text) == value)
      #expect(!text.contains("e"))
    }
  }
}
