/// The details of many findings in English: those that only differ in their numbers are put into words once.
/// Not for sharing between threads.
final class EnglishDetails {
  /// By what a detail says, its English in runs.
  private var known: [String: [Substring]] = [:]

  func english(_ detail: String) -> String {
    // Every number gives its place to one of its own, in the same order: words stand around it all the same.
    let runs = EnglishDetails.runs(of: detail)
    let numbers = runs.filter(EnglishDetails.isNumber)
    guard numbers.count <= EnglishDetails.first else { return EnglishPhrases.english(detail) }
    var place = EnglishDetails.first - 1
    let shape = runs.map { run -> Substring in
      guard EnglishDetails.isNumber(run) else { return run }
      place += 1
      return "\(place)"
    }.joined()
    let words = known[shape] ?? EnglishDetails.runs(of: EnglishPhrases.english(shape))
    known[shape] = words
    return words.map { run in
      guard EnglishDetails.isNumber(run), let place = Int(run) else { return run }
      let number = place - EnglishDetails.first
      return numbers.indices.contains(number) ? numbers[number] : run
    }.joined()
  }

  private static let first = 1000

  private static func isNumber(_ run: Substring) -> Bool {
    run.utf8.first.map(ByteText.isDigit) ?? false
  }

  /// Digits, and what stands between them.
  private static func runs(of text: String) -> [Substring] {
    var runs: [Substring] = []
    var start = text.startIndex
    for place in text.utf8.indices.dropFirst()
    where ByteText.isDigit(text.utf8[place])
      != ByteText.isDigit(text.utf8[text.utf8.index(before: place)])
    {
      runs.append(text[start..<place])
      start = place
    }
    return text.isEmpty ? [] : runs + [text[start...]]
  }
}
