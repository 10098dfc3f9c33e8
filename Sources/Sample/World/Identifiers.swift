/// Identifiers with the structure of the real ones that cannot belong to anybody.
///
/// A codice fiscale of the sample starts with `Z`, and its place code starts with `Y`: no comune and
/// no foreign state has ever had a place code in `Y`, so the register can never have issued it.
/// Provisional codes and those of organisations are 11 digits from 99,000,000,000 on, far beyond any
/// number in use, with the office codes 888 and 999 of no province; STP codes come from region 999
/// and health unit 999.
enum Identifiers {
  enum Kind { case ordinary, omocodic, provisional, temporaryForeigner }

  static func kind(of person: Int) -> Kind {
    // The provisional series holds 100,000 people, one per hundred.
    switch person % 100 {
    case 37 where person < 10_000_000: .provisional
    case 73 where person < 1_000_000_000: .temporaryForeigner
    case 11, 59: .omocodic
    default: .ordinary
    }
  }

  /// What five consonants out of twenty can tell apart.
  private static let names = 3_200_000
  private static let consonants = Array("BCDFGHJKLMNPQRSTVWXY".utf8)
  private static let months = Array("ABCDEHLMPRST".utf8)
  private static let omocodia = Array("LMNPQRSTUV".utf8)
  /// Values of 0–9 and of A–Z at odd positions (counting from 1).
  private static let oddDigits: [Int] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
  private static let oddLetters: [Int] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]

  /// Writes a person's identifier, 16 or 11 characters, into the start of `code`.
  ///
  /// - Returns: how many characters it has.
  static func write(
    _ person: Person, to code: inout InlineArray<16, UInt8>
  ) -> Int {
    switch kind(of: person.index) {
    case .ordinary: writeFiscalCode(person, letters: 0, to: &code)
    case .omocodic:
      writeFiscalCode(person, letters: 1 + person.index / 100 % 3, to: &code)
    case .provisional:
      return writeElevenDigits(9_900_000 + person.index / 100, office: 888, to: &code)
    case .temporaryForeigner:
      for (i, b) in "STP999999".utf8.enumerated() { code[i] = b }
      writeDigits(person.index / 100, count: 7, at: 9, to: &code)
    }
    return 16
  }

  /// A person's identifier, for writers that need texts.
  static func text(_ person: Person) -> String {
    var code = InlineArray<16, UInt8>(repeating: 0)
    let count = write(person, to: &code)
    return String(decoding: (0..<count).map { code[$0] }, as: UTF8.self)
  }

  /// - Parameter letters: digits replaced by letters, from the right (omocodia).
  private static func writeFiscalCode(
    _ p: Person, letters: Int, to code: inout InlineArray<16, UInt8>
  ) {
    code[0] = UInt8(ascii: "Z")
    // One-to-one on the 3,200,000 names, so that neighbours do not look alike.
    var rest = p.index % names * 1_234_567 % names
    for i in 1...5 {
      code[i] = consonants[rest % 20]
      rest /= 20
    }
    writeDigits(p.birthYear % 100, count: 2, at: 6, to: &code)
    code[8] = months[p.birthMonth - 1]
    writeDigits(p.birthDay + (p.isFemale ? 40 : 0), count: 2, at: 9, to: &code)
    code[11] = UInt8(ascii: "Y")
    // Beyond that the place tells them apart.
    writeDigits(p.index / names, count: 3, at: 12, to: &code)
    var left = letters
    for i in [14, 13, 12, 10, 9, 7, 6] where left > 0 {
      code[i] = omocodia[Int(code[i]) - 48]
      left -= 1
    }
    code[15] = checkLetter(code)
  }

  /// The check letter of the first fifteen characters.
  static func checkLetter(_ code: InlineArray<16, UInt8>) -> UInt8 {
    var sum = 0
    for i in 0..<15 {
      let b = Int(code[i])
      if i % 2 == 0 {
        sum += b < 58 ? oddDigits[b - 48] : oddLetters[b - 65]
      } else {
        sum += b < 58 ? b - 48 : b - 65
      }
    }
    return UInt8(65 + sum % 26)
  }

  /// Seven digits, an office and the check digit of the Italian VAT number (a Luhn variant).
  static func writeElevenDigits(
    _ number: Int, office: Int, to code: inout InlineArray<16, UInt8>
  ) -> Int {
    writeDigits(number, count: 7, at: 0, to: &code)
    writeDigits(office, count: 3, at: 7, to: &code)
    var sum = 0
    for i in 0..<10 {
      let digit = Int(code[i]) - 48
      sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9
    }
    code[10] = UInt8(48 + (10 - sum % 10) % 10)
    return 11
  }

  private static func writeDigits(
    _ value: Int, count: Int, at start: Int, to code: inout InlineArray<16, UInt8>
  ) {
    var rest = value
    for i in stride(from: start + count - 1, through: start, by: -1) {
      code[i] = UInt8(48 + rest % 10)
      rest /= 10
    }
  }
}
