import Testing

@testable import Warehouse

@Suite struct ComuneCodeTests {
  @Test(arguments: ["080063", "001001", "999999", "ND"]) func codesKeepTheirZeros(_ text: String) {
    #expect(ComuneCode(text).map { "\($0)" } == text)
  }

  /// `80063` is a code that lost its zero on the way through a spreadsheet: reading it is the
  /// resolver's business, with a finding, never this type's.
  @Test(arguments: ["80063", "0800630", "", "H224", "08006a", "000000", " 80063", "+80063", "nd"])
  func anythingElseIsNotACode(_ text: String) { #expect(ComuneCode(text) == nil) }

  @Test func provinceIsTheFirstThreeDigits() {
    #expect(ComuneCode("080063")?.province == "080")
    #expect(ComuneCode.nd.province == "")
  }

  @Test func codesSortAsText() {
    let codes = ["080097", "001001", "102047", "080001"]
    #expect(codes.compactMap(ComuneCode.init).sorted().map { "\($0)" } == codes.sorted())
  }
}
