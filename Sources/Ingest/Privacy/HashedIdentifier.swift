import Crypto
import Foundation

/// Identifiers that a sender has already made unreadable: digests in hexadecimal, and GUIDs. A system writes
/// one in either case, with and without braces and hyphens: it is the same person.
enum HashedIdentifier {
  enum Reading { case somebody, nobody }

  /// - Parameter form: upper case without blanks; braces and hyphens of a GUID are taken out of it.
  /// - Returns: nil when it is no digest; otherwise how long it is.
  static func read(
    _ form: UnsafeMutablePointer<UInt8>, _ count: Int
  ) -> (reading: Reading, count: Int)? {
    guard (32...HashedIdentifier.longest).contains(count) else { return nil }
    let digits = (0..<count).filter { isHexadecimal(form[$0]) }
    let others = count - digits.count
    guard lengths.contains(digits.count),
      others == 0 || digits.count == 32 && others <= 6 && isGUID(form, count)
    else { return nil }
    for (place, digit) in digits.enumerated() { form[place] = form[digit] }
    let text = UnsafeBufferPointer(start: form, count: digits.count)
    let isNobody =
      text.allSatisfy { $0 == text[0] } || ofNothing.contains(String(decoding: text, as: UTF8.self))
    return (isNobody ? .nobody : .somebody, digits.count)
  }

  /// MD5 and GUIDs, SHA-1, SHA-256.
  private static let lengths = [32, 40, 64]
  private static let longest = 64

  private static func isGUID(_ p: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
    (0..<count).allSatisfy { isHexadecimal(p[$0]) || [0x2D, 0x7B, 0x7D].contains(p[$0]) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    ByteText.isDigit(byte) || (0x41...0x46).contains(byte)
  }

  /// What programs make of a blank: everybody without an identifier would be one person.
  private static let ofNothing: Set<String> = {
    let words = [
      "", " ", "0", "-", "n.d.", "n/a", "nd", "na", "null", "none", "nan", "undefined", "anonimo",
    ]
    let spellings = Set(words + words.map { $0.uppercased() } + ["None", "NaN", "Null", "Anonimo"])
    return Set(
      spellings.map { Data($0.utf8) }.flatMap { nothing in
        [
          Hexadecimal.text(Insecure.MD5.hash(data: nothing)),
          Hexadecimal.text(Insecure.SHA1.hash(data: nothing)),
          Hexadecimal.text(SHA256.hash(data: nothing)),
        ].map { $0.uppercased() }
      })
  }()
}
