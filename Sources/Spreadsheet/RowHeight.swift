/// Heights for wrapped texts: spreadsheet programs do not fit rows on their own when a file is new.
public enum RowHeight {
  /// Points for the longest of the texts, each in a column so many characters wide.
  public static func points(for texts: [(text: String, width: Double)], size: Double = 11) -> Double
  {
    let lines =
      texts.map { text, width in
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) {
          sum, line in
          let length = Double(line.count) * size / 11
          // A letter is narrower than the digit widths are counted in; what breaks between words needs room.
          return sum + (length <= width * 1.15 ? 1 : max(2, (length / (width * 1.05)).rounded(.up)))
        }
      }.max() ?? 1
    return min(lines * size * 1.36, 400)
  }

  /// Points for headers: few bold words in a narrow column, which break where the words do.
  public static func points(ofHeaders headers: [(text: String, width: Double)]) -> Double {
    let most = headers.map { lines(of: $0.text, width: $0.width * 0.8) }.max() ?? 1
    return min(Double(most) * 11 * 1.36, 400)
  }

  /// Lines a text takes when it breaks between words, and inside those that are too long.
  private static func lines(of text: String, width: Double) -> Int {
    var lines = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      let length = Double(word.count)
      if used > 0, used + 1 + length > width {
        lines += 1
        used = 0
      }
      if length > width { lines += Int((length / width).rounded(.up)) - 1 }
      used += (used > 0 ? 1 : 0) + length.truncatingRemainder(dividingBy: max(width, 1))
    }
    return lines
  }
}
