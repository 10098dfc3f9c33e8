/// What no output may hold, whatever the reason it got there.
///
/// The scan looks at words of letters and digits, so that a checksum or a coordinate is not mistaken
/// for an identifier, and never repeats what it found.
public struct ForbiddenContent: Sendable {
  public enum Kind: Hashable, Sendable {
    case fiscalCode, foreignerCode, elevenDigits, email, phone, bankAccount, personKey

    var name: String {
      switch self {
      case .fiscalCode: "un codice fiscale"
      case .foreignerCode: "un codice STP o ENI"
      case .elevenDigits: "un codice di undici cifre che non è di un ente autorizzato"
      case .email: "un indirizzo e-mail"
      case .phone: "un numero di telefono"
      case .bankAccount: "un IBAN"
      case .personKey: "la chiave di una persona"
      }
    }
  }

  /// Fiscal codes of the organisations that may be named.
  private let organisations: Set<String>

  /// The one address that may be written.
  private var mailbox: [UInt8] = []

  public init(allowedOrganisations: Set<String> = []) { organisations = allowedOrganisations }

  /// Lets one address through, whole and as it is: of an office, declared to be published.
  func allowing(mailbox: String?) -> ForbiddenContent {
    var copy = self
    copy.mailbox = Array((mailbox ?? "").utf8)
    return copy
  }

  /// The first thing found and its line, from 1; nil when there is none.
  public func firstMatch(in bytes: [UInt8]) -> (kind: Kind, line: Int)? {
    bytes.withUnsafeBufferPointer { buffer in
      scan(buffer).map { found in
        (found.kind, 1 + buffer[..<found.offset].count { $0 == UInt8(ascii: "\n") })
      }
    }
  }

  private func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> (kind: Kind, offset: Int)? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "@"), isEmail(bytes, at: index), !isMailbox(bytes, at: index) {
        return (.email, index)
      }
      guard byte.isWord else {
        if byte == UInt8(ascii: "+"), isInternationalPhone(bytes, at: index) {
          return (.phone, index)
        }
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end].isWord { end += 1 }
      if let kind = kind(of: bytes, from: index, to: end) { return (kind, index) }
      index = end
    }
    return nil
  }

  private func kind(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Kind? {
    let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if IdentifierShapes.isFiscalCode(word) { return .fiscalCode }
    if IdentifierShapes.isForeignerCode(word) { return .foreignerCode }
    if IdentifierShapes.isPersonKey(bytes, from: start, to: end) { return .personKey }
    if IdentifierShapes.isBankAccount(bytes, from: start) { return .bankAccount }
    guard word.allSatisfy(\.isDigit), !isPartOfNumber(bytes, start, end) else { return nil }
    if IdentifierShapes.isPhone(bytes, from: start, to: end) { return .phone }
    if word.count == 11, !organisations.contains(String(decoding: word, as: UTF8.self)) {
      return .elevenDigits
    }
    return nil
  }

  /// True when the digits are the whole or the fraction of a decimal, or follow a minus sign.
  private func isPartOfNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    func isSign(_ index: Int) -> Bool {
      bytes.indices.contains(index) && bytes[index] == UInt8(ascii: ".")
    }
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index].isDigit }
    return (isSign(start - 1) && isDigit(start - 2)) || (isSign(end) && isDigit(end + 1))
  }

  private func isEmail(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index > 0, bytes[index - 1].isWord else { return false }
    var end = index + 1
    while end < bytes.count, bytes[end].isWord || bytes[end] == 0x2D { end += 1 }
    // A domain: a name, a dot, at least two more letters.
    return end > index + 1 && end + 2 < bytes.count && bytes[end] == UInt8(ascii: ".")
      && bytes[end + 1].isLetter && bytes[end + 2].isLetter
  }

  /// True when the whole address around the sign is the one allowed, not a part of a longer one.
  private func isMailbox(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    if mailbox.isEmpty { return false }
    func isPart(_ byte: UInt8) -> Bool { byte.isWord || ".-+@".utf8.contains(byte) }
    let start = bytes[..<index].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    let end = bytes[index...].firstIndex { !isPart($0) } ?? bytes.count
    return bytes[start..<end].elementsEqual(mailbox)
  }

  /// `+39` and at least six more digits, spaced or not.
  private func isInternationalPhone(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var digits: [UInt8] = []
    var end = index + 1
    while end < bytes.count, digits.count < 9, bytes[end].isDigit || bytes[end] == 0x20 {
      if bytes[end].isDigit { digits.append(bytes[end]) }
      end += 1
    }
    return digits.count >= 9 && digits[0] == UInt8(ascii: "3") && digits[1] == UInt8(ascii: "9")
  }
}

extension UInt8 {
  var isDigit: Bool { (48...57).contains(self) }
  var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
  /// Letters, digits, and the bytes of any character beyond ASCII.
  var isWord: Bool { isDigit || isLetter || self == UInt8(ascii: "_") || self >= 0x80 }
  var uppercased: UInt8 { (97...122).contains(self) ? self - 32 : self }
}
