/// The details of many findings in English: those that only differ in their numbers are put into words once.
/// Not for sharing between threads.
final class EnglishDetails {
  private var known: [String: String] = [:]

  func english(_ detail: String) -> String {
    // Every number gives its place to one of its own, in the same order: words stand around it all the same.
    var numbers: [Substring] = []
    let shape = detail.replacing(#/[0-9]+/#) { match in
      numbers.append(match.output)
      return "\(EnglishDetails.first + numbers.count - 1)"
    }
    guard numbers.count <= EnglishDetails.first else { return EnglishPhrases.english(detail) }
    let words = known[shape] ?? EnglishPhrases.english(shape)
    known[shape] = words
    return words.replacing(#/[0-9]+/#) { match in
      Int(match.output).map { $0 - EnglishDetails.first }.flatMap {
        numbers.indices.contains($0) ? numbers[$0] : nil
      } ?? match.output
    }
  }

  private static let first = 1000
}
