/// Structure, omocodia and check letter of the codice fiscale (DM 23 December 1976; the tables
/// are held to independently computed codes by test).
enum FiscalCodeRules {
  /// Places of the seven digits, counted from 0: year, day, place.
  static let digitPlaces = [6, 7, 9, 10, 12, 13, 14]

  @inline(__always)
  static func isDigitPlace(_ place: Int) -> Bool { 0b0111_0110_1100_0000 >> place & 1 == 1 }

  /// The digit a character stands for, a letter of omocodia included; nil for any other.
  @inline(__always)
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x4C...0x4E: byte - 0x4C  // L M N: 0 1 2
    case 0x50...0x56: byte - 0x50 + 3  // P … V: 3 … 9
    default: nil
    }
  }

  /// January A … December T, in the order of the months.
  static let monthLetters = Array("ABCDEHLMPRST".utf8)

  @inline(__always)
  static func isMonth(_ byte: UInt8) -> Bool {
    // A bit for each letter of `monthLetters`.
    byte &- 0x41 < 26 && 0b1110_1001_1000_1001_1111 >> UInt32(byte &- 0x41) & 1 == 1
  }

  /// Nil when sixteen upper-case characters are a codice fiscale.
  static func problem(_ p: UnsafePointer<UInt8>) -> FiscalCode.Problem? {
    for i in 0..<16 {
      if isDigitPlace(i) {
        if digit(p[i]) == nil { return .structure }
      } else if p[i] &- 0x41 >= 26 {
        return .structure
      }
    }
    guard isMonth(p[8]), let tens = digit(p[9]), let units = digit(p[10]) else {
      return .structure
    }
    let day = tens * 10 + units
    guard (1...31).contains(day) || (41...71).contains(day) else { return .day }
    return p[15] == checkLetter(p) ? nil : .checkLetter
  }

  /// Whether some digit place of a codice fiscale holds a letter.
  static func isOmocodic(_ p: UnsafePointer<UInt8>) -> Bool {
    for i in 6..<15 where isDigitPlace(i) && !ByteText.isDigit(p[i]) { return true }
    return false
  }

  /// The check letter of the first fifteen characters (letters and digits only).
  static func checkLetter(_ p: UnsafePointer<UInt8>) -> UInt8 {
    var sum = 0
    for i in 0..<15 {
      let byte = p[i]
      let value = Int(ByteText.isDigit(byte) ? byte & 15 : byte &- 0x41)
      // Places are counted from one: the first is odd.
      sum += i % 2 == 0 ? (value < 26 ? Int(odd[value]) : 0) : value
    }
    return 0x41 + UInt8(sum % 26)
  }

  /// What odd places are worth, for 0–9 and for A–Z (digits and the letters A–J are worth the same).
  private static let odd: [UInt8] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]
}
