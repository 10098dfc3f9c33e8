import Testing

@testable import Sample

@Suite struct IdentifierTests {
  private func written(_ person: Person) -> String { Identifiers.text(person) }

  private func person(_ index: Int) -> Person {
    Person(
      index: index, comune: 0, band: 9, isFemale: index % 2 == 0, birthYear: 1970 + index % 30,
      birthMonth: 1 + index % 12, birthDay: 1 + index % 28, citizenship: .italian)
  }

  /// Codes of the reference vectors (domain notes, golden test vectors).
  @Test(arguments: [
    "RSSMRA80A01H224X", "RSSMRA80A01H22QU", "RSSMRA80A01H2NQF", "RSSMRAULALMHNNQF",
    "BNCLCU15P70H224P", "ALXMHM90R15Z336P",
  ])
  func checkLetter(_ code: String) {
    var bytes = InlineArray<16, UInt8>(repeating: 0)
    for (i, b) in code.utf8.enumerated() { bytes[i] = b }
    #expect(Identifiers.checkLetter(bytes) == code.utf8.last)
  }

  /// Valid VAT numbers of the same vectors, rebuilt from their first ten digits.
  @Test(arguments: ["01528071002", "06656421002", "04877961005"])
  func checkDigit(_ expected: String) throws {
    let number = try #require(Int(expected.prefix(7)))
    let office = try #require(Int(expected.dropFirst(7).prefix(3)))
    var code = InlineArray<16, UInt8>(repeating: 0)
    let count = Identifiers.writeElevenDigits(number, office: office, to: &code)
    #expect(String(decoding: (0..<count).map { code[$0] }, as: UTF8.self) == expected)
  }

  @Test func codesOfTheSampleBelongToNobody() throws {
    let fiscalCode =
      #/Z[B-Y]{5}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}Y[0-9LMNPQRSTUV]{3}[A-Z]/#
    for index in 0..<2000 {
      let code = written(person(index))
      switch Identifiers.kind(of: index) {
      case .ordinary, .omocodic:
        #expect(code.wholeMatch(of: fiscalCode) != nil, "\(code)")
      case .provisional: #expect(code.hasPrefix("99") && code.utf8.count == 11)
      case .temporaryForeigner: #expect(code.hasPrefix("STP999999") && code.utf8.count == 16)
      }
    }
  }

  @Test func everybodyHasTheirOwnCode() {
    let indices = Array(0..<5000) + [3_200_000, 3_200_001, 6_400_000, 9_999_937]
    #expect(Set(indices.map { written(person($0)) }).count == indices.count)
  }

  @Test func omocodiaReplacesDigitsFromTheRight() {
    let plain = written(person(10))
    #expect(plain.utf8.dropLast().suffix(3).allSatisfy { $0 < 58 })
    #expect(written(person(11)).utf8.dropLast().last! >= 65)
  }
}
