/// A folded text made ready to be compared with many others; only ever for suggestions.
struct FoldedText: Sendable {
  let bytes: [UInt8]
  /// A bit for each letter or digit that occurs.
  private let letters: UInt64

  var count: Int { bytes.count }

  init(_ folded: String) {
    bytes = Array(folded.utf8)
    letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// How many letters must be changed, added or taken away to make the other text (Levenshtein), when
  /// they are at most `limit`; otherwise nil.
  func distance(to other: FoldedText, limit: Int) -> Int? {
    guard abs(count - other.count) <= limit,
      // Each edit changes at most one letter on either side.
      (letters ^ other.letters).nonzeroBitCount <= 2 * limit
    else { return nil }
    // What both begin and end with changes nothing.
    let shorter = min(count, other.count)
    let start = (0..<shorter).first { bytes[$0] != other.bytes[$0] } ?? shorter
    let end =
      (0..<shorter - start).first {
        bytes[count - 1 - $0] != other.bytes[other.count - 1 - $0]
      } ?? shorter - start
    let (mine, theirs) = (bytes[start..<count - end], other.bytes[start..<other.count - end])
    var previous = Array(0...theirs.count)
    var current = previous
    for (i, x) in mine.enumerated() {
      current[0] = i + 1
      var least = i + 1
      for (j, y) in theirs.enumerated() {
        let change = previous[j] + (x == y ? 0 : 1)
        current[j + 1] = min(change, previous[j + 1] + 1, current[j] + 1)
        least = min(least, current[j + 1])
      }
      if least > limit { return nil }
      swap(&previous, &current)
    }
    let distance = previous[theirs.count]
    return distance <= limit ? distance : nil
  }

  func begins(with other: FoldedText) -> Bool { bytes.starts(with: other.bytes) }

  /// Whether the other text stands within this one, at whole words.
  func contains(_ other: FoldedText) -> Bool {
    let length = other.count
    guard length > 0, length <= count, other.letters & ~letters == 0 else { return false }
    return bytes.withUnsafeBufferPointer { mine in
      other.bytes.withUnsafeBufferPointer { theirs in
        for start in 0...(mine.count - length) {
          let end = start + length
          guard mine[start] == theirs[0], start == 0 || mine[start - 1] == 0x20,
            end == mine.count || mine[end] == 0x20
          else { continue }
          if (0..<length).allSatisfy({ mine[start + $0] == theirs[$0] }) { return true }
        }
        return false
      }
    }
  }
}
