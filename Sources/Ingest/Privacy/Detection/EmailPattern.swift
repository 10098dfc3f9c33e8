/// E-mail addresses within a text.
enum EmailPattern {
  /// The address around the at sign at `place`; nil when it is not one.
  static func range(around place: Int, in bytes: CellBytes) -> Range<Int>? {
    guard let width = signWidth(at: place, in: bytes) else { return nil }
    var localEnd = place
    while localEnd > 0, bytes[localEnd - 1] == 0x20 { localEnd -= 1 }
    var domain = place + width
    while domain < bytes.count, bytes[domain] == 0x20 { domain += 1 }
    var start = localEnd
    while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
    var end = domain
    while end < bytes.count, isDomain(bytes[end]) { end += 1 }
    // `$.@odata.context` is a key of the answers of services.
    guard end > domain, bytes[start..<localEnd].contains(where: { $0 != 0x2E && isDomain($0) })
    else { return nil }
    if isWhole(domain..<end, in: bytes) { return start..<end }
    // Between blanks a sign may be anything.
    guard localEnd == place, domain == place + width else { return nil }
    return isPersonal(start..<place, in: bytes)
      || mailboxes.contains { matches(domain..<end, $0, in: bytes) } ? start..<end : nil
  }

  /// `@`, or the bracket of `(at)`.
  @inline(__always)
  static func mayBeSign(_ byte: UInt8) -> Bool { byte == 0x40 || byte == 0x28 || byte == 0x5B }

  /// Bytes of the at sign at `place`, as programs write it or as people do who hide it: `(at)`.
  private static func signWidth(at place: Int, in bytes: CellBytes) -> Int? {
    if bytes[place] == 0x40 { return 1 }
    for word in hidden where place + word.utf8CodeUnitCount + 1 < bytes.count {
      let count = word.utf8CodeUnitCount
      if (0..<count).allSatisfy({ bytes[place + 1 + $0] | 0x20 == word.utf8Start[$0] }),
        bytes[place + 1 + count] == 0x29 || bytes[place + 1 + count] == 0x5D
      {
        return count + 2
      }
    }
    return nil
  }

  private static let hidden: [StaticString] = ["at", "chiocciola"]

  /// A domain says where it is registered.
  private static func isWhole(_ domain: Range<Int>, in bytes: CellBytes) -> Bool {
    domain.dropLast().contains { bytes[$0] == 0x2E && ByteText.isLetter(bytes[$0 + 1]) }
  }

  /// Before a domain cut short: `mario.rossi`, `mrossi80`. A plain word there is a name of something
  /// else (`GIOVANI@SCU`, a project).
  private static func isPersonal(_ local: Range<Int>, in bytes: CellBytes) -> Bool {
    local.contains { bytes[$0] == 0x2E || bytes[$0] == 0x5F || ByteText.isDigit(bytes[$0]) }
  }

  /// Where Italians have their mail, for those who write `maria@libero`.
  private static let mailboxes = [
    "gmail", "libero", "hotmail", "outlook", "yahoo", "tiscali", "alice", "virgilio", "icloud",
    "live", "msn", "pec", "email", "fastwebnet", "inwind", "teletu", "aruba",
  ]

  private static func matches(_ domain: Range<Int>, _ name: String, in bytes: CellBytes) -> Bool {
    domain.count >= name.utf8.count
      && zip(domain, name.utf8).allSatisfy { ByteText.upper(bytes[$0]) | 0x20 == $1 }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || byte == 0x2B || byte == 0x25 || byte == 0x5F || byte == 0x27
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    ByteText.isLetter(byte) || ByteText.isDigit(byte) || byte == 0x2E || byte == 0x2D
      || byte == 0x5F || byte >= 0x80
  }
}
