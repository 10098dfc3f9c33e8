/// What the names of a table begin with and are not told apart by: `RIC_` before each of them, or the
/// number of a question (`V1_`, `Q2. `, `3) `, `G01Q02. `).
struct HeaderPrefixes {
  /// Names that must share it.
  private static let fewest = 3
  private let common: String

  init(_ headers: [String]) {
    let named = headers.filter { !$0.isEmpty }
    var counts: [String: Int] = [:]
    for header in named {
      guard let mark = header.firstIndex(where: { "_.:".contains($0) }),
        mark != header.startIndex
      else { continue }
      counts[String(header[...mark]), default: 0] += 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    common =
      best.map { $0.value >= HeaderPrefixes.fewest && $0.value * 5 >= named.count * 4 } ?? false
      ? best!.key : ""
  }

  /// The header itself where there is none.
  func stripped(_ header: String) -> String {
    var rest = header[...]
    if !common.isEmpty, rest.hasPrefix(common) { rest = rest.dropFirst(common.count) }
    // How Salesforce ends the names of the fields that were added to it.
    if rest.hasSuffix("__c") { rest = rest.dropLast(3) }
    let plain = HeaderPrefixes.unnumbered(String(rest.drop { $0 == " " }))
    return plain.contains(where: \.isLetter) ? plain : header
  }

  /// A name without the number before it; a number that is most of the name is no prefix.
  static func unnumbered(_ header: String) -> String {
    var rest = header[...]
    for _ in 0..<2 {
      let letters = rest.prefix { $0.isASCII && $0.isLetter }
      guard letters.count <= 4 else { return header }
      rest = rest.dropFirst(letters.count)
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...3).contains(digits.count) else { return header }
      rest = rest.dropFirst(digits.count)
      guard let mark = rest.first else { return header }
      if !mark.isLetter { break }
    }
    guard let mark = rest.first, "_.):-".contains(mark) else { return header }
    let name = rest.drop { "_.):- ".contains($0) }
    return name.contains(where: \.isLetter) ? String(name) : header
  }
}
