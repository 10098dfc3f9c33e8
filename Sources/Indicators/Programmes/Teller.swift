extension Programme.Statement {
  /// Who says so, on whatever day: the origin without the dates in it. A publication read again says in its origin
  /// when it was read (`estrazione del 31/03/2025`), and is the same publication.
  public var teller: String {
    var words = origin.split(separator: " ")[...]
    var kept: [String] = []
    while let word = words.first {
      let length = Self.daysAhead(words)
      if length == 0 {
        kept.append(String(word))
        words.removeFirst()
        continue
      }
      let last = words[words.startIndex + length - 1]
      words.removeFirst(length)
      while let link = kept.last, Self.links.contains(link.lowercased()) { kept.removeLast() }
      if let mark = last.last, ",;".contains(mark), let before = kept.popLast() {
        kept.append(before + String(mark))
      }
    }
    let rest = kept.joined(separator: " ")
    let end = rest.lastIndex { !",;".contains($0) }
    // Nobody is named beside the date.
    return end.map { String(rest[...$0]) } ?? origin
  }

  /// What leads to a date and says nothing without it.
  private static let links: Set<String> = [
    "del", "dell'", "al", "il", "in", "data", "dal", "di", "of", "on", "at", "as", "dated", "the",
  ]

  /// Months of the two languages of the reports.
  private static let months: Set<String> = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
  ]

  /// How many words, from the first on, are a date: `31/03/2025`, `2025-03-31`, `31 marzo 2025`, `marzo 2025`. A
  /// year alone is none: it may be that of a law or of a budget.
  private static func daysAhead(_ words: ArraySlice<Substring>) -> Int {
    let bare = words.prefix(3).map { word in
      String(word.filter { !"(),;°º".contains($0) }).lowercased()
    }
    let parts = bare[0].split { "/-.".contains($0) }
    if parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      parts.map(\.count).max() == 4, parts.count(where: { $0.count <= 2 }) == 2
    {
      return 1
    }
    let dayFirst = Int(bare[0]).map { (1...31).contains($0) } ?? false
    let month = dayFirst ? 1 : 0
    guard bare.count > month, months.contains(bare[month]) else { return 0 }
    let hasYear =
      bare.count > month + 1 && bare[month + 1].count == 4 && Int(bare[month + 1]) != nil
    return hasYear ? month + 2 : dayFirst ? 2 : 0
  }
}
