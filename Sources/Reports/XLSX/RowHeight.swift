/// Heights for wrapped texts: spreadsheet programs do not fit rows on their own when a file is new.
enum RowHeight {
  /// Points for the longest of the texts, each in a column so many characters wide.
  static func points(for texts: [(text: String, width: Double)], size: Double = 11) -> Double {
    let lines =
      texts.map { text, width in
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) { sum, line in
          sum + max(1, (Double(line.count) * size / 11 / (width * 1.05)).rounded(.up))
        }
      }.max() ?? 1
    return min(lines * size * 1.36, 400)
  }
}
