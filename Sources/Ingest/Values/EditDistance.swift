/// How many letters apart two folded texts are; only ever for suggestions.
struct EditDistance {
  private let text: [UInt8]
  private let letters: UInt64

  init(_ text: String) {
    self.text = Array(text.utf8)
    letters = EditDistance.letters(self.text)
  }

  /// The Levenshtein distance when it is at most `limit`, otherwise nil.
  func distance(to other: EditDistance, limit: Int) -> Int? {
    guard abs(text.count - other.text.count) <= limit,
      // Each edit changes at most one letter on either side.
      (letters ^ other.letters).nonzeroBitCount <= 2 * limit
    else { return nil }
    var previous = Array(0...other.text.count)
    var current = previous
    for (i, x) in text.enumerated() {
      current[0] = i + 1
      var least = i + 1
      for (j, y) in other.text.enumerated() {
        let change = previous[j] + (x == y ? 0 : 1)
        current[j + 1] = min(change, previous[j + 1] + 1, current[j] + 1)
        least = min(least, current[j + 1])
      }
      if least > limit { return nil }
      swap(&previous, &current)
    }
    let distance = previous[other.text.count]
    return distance <= limit ? distance : nil
  }

  /// A bit for each letter or digit that occurs.
  private static func letters(_ text: [UInt8]) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
