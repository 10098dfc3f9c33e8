/// E-mail addresses within a text.
enum EmailPattern {
  /// The address around the at sign at `place`; nil when it is not one.
  static func range(around place: Int, in bytes: CellBytes) -> Range<Int>? {
    var start = place
    while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
    var end = place + 1
    while end < bytes.count, isDomain(bytes[end]) { end += 1 }
    // `$.@odata.context` is a key of the answers of services.
    guard end > place + 1, bytes[start..<place].contains(where: { $0 != 0x2E && isDomain($0) })
    else { return nil }
    return isWhole(place + 1..<end, in: bytes) || isPersonal(start..<place, in: bytes)
      || mailboxes.contains { matches(place + 1..<end, $0, in: bytes) } ? start..<end : nil
  }

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
