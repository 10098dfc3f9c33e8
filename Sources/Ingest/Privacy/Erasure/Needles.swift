import Foundation
import Warehouse

/// What is looked for to prove that nobody is left: tokens as they are, identifiers however they are
/// spaced, cased or encoded.
struct Needles {
  private let tokens: [[UInt8]]
  private let texts: [[UInt8]]
  private let reach: Int

  /// An identifier shorter than this would be found everywhere: its tokens alone are looked for.
  static let shortestText = 8

  init(tokens: Set<PersonToken>, identifiers: [String]) {
    self.tokens = tokens.sorted().flatMap { [$0.bytes, Array($0.hexadecimal.utf8)] }
    texts = identifiers.map { Needles.plain(Array($0.utf8)) }
      .filter { $0.count >= Needles.shortestText }
    // Blanks and the empty halves of UTF-16 may stand between any two characters.
    reach = max(64, (texts.map(\.count).max() ?? 0) * 4)
  }

  /// Upper case, without blanks and zero bytes: `rssmra 80a01…` in UTF-16 reads as any other.
  private static func plain(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in bytes where byte > 0x20 && byte != 0xA0 && byte != 0xC2 {
      out.append(byte &- 0x61 < 26 ? byte & 0xDF : byte)
    }
    return out
  }

  /// Looks through whatever `read` gives, until it gives nothing.
  ///
  /// - Returns: whether anything was found, and how many bytes were looked at.
  func search(
    read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> (isFound: Bool, bytes: Int) {
    var window = [UInt8](repeating: 0, count: (4 << 20) + reach)
    var kept = 0
    var total = 0
    var isFound = false
    while true {
      let got = try window.withUnsafeMutableBytes {
        try read(UnsafeMutableRawBufferPointer(rebasing: $0[kept..<kept + (4 << 20)]))
      }
      guard got > 0 else { return (isFound, total) }
      total += got
      let filled = kept + got
      if !isFound { isFound = holdsAny(window[..<filled]) }
      kept = min(reach, filled)
      window.replaceSubrange(0..<kept, with: Array(window[(filled - kept)..<filled]))
    }
  }

  private func holdsAny(_ window: ArraySlice<UInt8>) -> Bool {
    window.withUnsafeBytes { raw in tokens.contains { Needles.holds(raw, $0) } }
      || (!texts.isEmpty
        && Needles.plain(window).withUnsafeBytes { raw in
          texts.contains { Needles.holds(raw, $0) }
        })
  }

  private static func holds(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
    guard let base = bytes.baseAddress, let first = needle.first else { return false }
    var place = 0
    while place + needle.count <= bytes.count,
      let hit = memchr(base + place, Int32(first), bytes.count - needle.count - place + 1)
    {
      if memcmp(hit, needle, needle.count) == 0 { return true }
      place = UnsafeRawPointer(hit) - base + 1
    }
    return false
  }
}
