/// Encodings that are text and that Tavolo does not read: told by their name, because a person can only
/// mend what has one.
enum ForeignEncoding: String {
  case utf32 = "UTF-32"
  case utf7 = "UTF-7"
  case ebcdic = "EBCDIC"

  var refusal: UnreadableFile {
    let origin = self == .ebcdic ? " (la codifica dei grandi calcolatori IBM)" : ""
    return UnreadableFile(
      code: "codifica-non-letta",
      message:
        "il testo è in \(rawValue)\(origin), che non si legge: esportarlo in UTF-8, o aprirlo e"
        + " salvarlo con quella codifica.")
  }

  static func byteOrderMark(_ head: UnsafeBufferPointer<UInt8>) -> ForeignEncoding? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .utf32
    }
    guard head.starts(with: "+/v".utf8), head.count > 3 else { return nil }
    return "89+/".utf8.contains(head[3]) ? .utf7 : nil
  }

  /// What the whole file gives away; nil for an encoding that is read, or for no text at all.
  init?(_ census: ByteCensus, mark: ForeignEncoding?) {
    if let mark {
      self = mark
    } else if ForeignEncoding.isUTF32(census) {
      self = .utf32
    } else if ForeignEncoding.isEBCDIC(census) {
      self = .ebcdic
    } else {
      return nil
    }
  }

  /// Three zeros for each character: all the bytes of one parity, and half of those of the other.
  private static func isUTF32(_ census: ByteCensus) -> Bool {
    let half = census.byteCount / 2
    let (few, many) = (
      min(census.evenZeros, census.oddZeros), max(census.evenZeros, census.oddZeros)
    )
    return census.byteCount % 4 == 0 && half > 0 && many * 20 >= half * 19
      && few * 20 >= half * 8 && few * 20 <= half * 11
  }

  /// Letters and digits are all above ASCII, and nothing else is there: no other text is written so.
  private static func isEBCDIC(_ census: ByteCensus) -> Bool {
    let signs = [
      0x81...0x89, 0x91...0x99, 0xA2...0xA9, 0xC1...0xC9, 0xD1...0xD9, 0xE2...0xE9, 0xF0...0xF9,
    ]
    .joined().reduce(0) { $0 + census.counts[$1] }
    return census.lineFeeds == 0 && census.invalidBytes * 2 > census.byteCount
      && signs * 20 > census.invalidBytes * 19
  }

  /// `Forl+AOw-`: an accented letter of Italian after `+`, in a text that is all ASCII. The `-` that closes
  /// it may be left out before a sign, but `REST+API;` is no UTF-7.
  static func isUTF7(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let open = ["AOg", "AOk", "AOw"].map { Array($0.utf8) }
    let closed = ["AOA", "API", "APk", "AMg", "AMA", "ALA", "IBk", "IKw"].map {
      Array("\($0)-".utf8)
    }
    return head.indices.contains { i in
      guard head[i] == UInt8(ascii: "+") else { return false }
      let rest = head[(i + 1)...]
      if closed.contains(where: rest.starts(with:)) { return true }
      guard open.contains(where: rest.starts(with:)) else { return false }
      let next = rest.dropFirst(3).first ?? 0
      return !ByteText.isLetter(next) && !ByteText.isDigit(next) && next != UInt8(ascii: "/")
    }
  }
}
