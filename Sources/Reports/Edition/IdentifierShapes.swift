/// The shapes of identifiers, by their bytes. They only recognise: what an identifier means is a
/// matter of ingest, which no output ever sees.
enum IdentifierShapes {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Sixteen characters, letters in place of digits (omocodia) included.
  static func isFiscalCode(_ word: Bytes) -> Bool {
    guard word.count == 16 else { return false }
    let digits: Set<Int> = [6, 7, 9, 10, 12, 13, 14]
    return word.indices.allSatisfy { index in
      let byte = word[index].uppercased
      if digits.contains(index) { return byte.isDigit || "LMNPQRSTUV".utf8.contains(byte) }
      if index == 8 { return "ABCDEHLMPRST".utf8.contains(byte) }
      return byte.isLetter
    }
  }

  /// `STP` or `ENI` and thirteen digits.
  static func isForeignerCode(_ word: Bytes) -> Bool {
    guard word.count == 16 else { return false }
    let head = word.prefix(3).map(\.uppercased)
    return (head == Array("STP".utf8) || head == Array("ENI".utf8))
      && word.dropFirst(3).allSatisfy(\.isDigit)
  }

  /// `pid` and at least eight hexadecimal digits, joined by a sign or by nothing.
  static func isPersonKey(_ bytes: Bytes, from start: Int, to end: Int) -> Bool {
    guard end - start >= 3, bytes[start].uppercased == UInt8(ascii: "P"),
      bytes[start + 1].uppercased == UInt8(ascii: "I"),
      bytes[start + 2].uppercased == UInt8(ascii: "D")
    else { return false }
    var place = start + 3
    if place < bytes.count, ":=-_".utf8.contains(bytes[place]) { place += 1 }
    let digits = bytes[place...].prefix { $0.isDigit || (65...70).contains($0.uppercased) }
    let isWhole = digits.endIndex == bytes.count || !bytes[digits.endIndex].isWord
    return digits.count >= 8 && isWhole
  }

  /// Italian numbers: mobiles of nine or ten digits from 3, landlines from 0.
  static func isPhone(_ bytes: Bytes, from start: Int, to end: Int) -> Bool {
    let first = bytes[start]
    let count = end - start
    if first == UInt8(ascii: "3"), count == 9 || count == 10 { return true }
    if first == UInt8(ascii: "0"), count == 9 || count == 10 { return true }
    // `333 1234567`, `0965/123456`: a prefix, one separator, the rest.
    guard (2...4).contains(count),
      first == UInt8(ascii: "0") || (first == UInt8(ascii: "3") && count == 3),
      end + 1 < bytes.count, " /-".utf8.contains(bytes[end]),
      start == 0 || !isJoint(bytes[start - 1])
    else { return false }
    var rest = end + 1
    while rest < bytes.count, bytes[rest].isDigit { rest += 1 }
    let digits = rest - end - 1
    let isAlone = rest == bytes.count || !(bytes[rest].isWord || isJoint(bytes[rest]))
    return isAlone && (first == UInt8(ascii: "3") ? 6...7 : 5...8).contains(digits)
  }

  /// What joins digits into dates, decimals and codes.
  private static func isJoint(_ byte: UInt8) -> Bool { ".,-/".utf8.contains(byte) }

  /// An IBAN by its check digits, spaced in fours or not.
  static func isBankAccount(_ bytes: Bytes, from start: Int) -> Bool {
    guard start + 15 <= bytes.count, bytes[start].uppercased.isLetter,
      bytes[start + 1].uppercased.isLetter, bytes[start + 2].isDigit, bytes[start + 3].isDigit
    else { return false }
    var account: [UInt8] = []
    var index = start
    while index < bytes.count, account.count <= 34 {
      let byte = bytes[index].uppercased
      if byte.isDigit || byte.isLetter {
        account.append(byte)
      } else if byte == 0x20, account.count % 4 == 0, index + 1 < bytes.count,
        bytes[index + 1].isDigit || bytes[index + 1].isLetter
      {
        // A space between groups.
      } else {
        break
      }
      index += 1
    }
    // Letters and digits in equal measure are words; an account is mostly digits.
    guard (15...34).contains(account.count), account.count(where: \.isDigit) >= 10 else {
      return false
    }
    return remainder(account) == 1
  }

  /// ISO 7064: the first four characters go last, letters count from ten.
  private static func remainder(_ account: [UInt8]) -> Int {
    (account[4...] + account[..<4]).reduce(0) { rest, byte in
      byte.isDigit ? (rest * 10 + Int(byte) - 48) % 97 : (rest * 100 + Int(byte) - 55) % 97
    }
  }
}
