/// The regular ways in which the name of an Italian place is written otherwise.
enum PlaceNames {
  /// The key under which a name is looked up: folded, with `J` as the old `I` it is.
  static func key(_ name: String) -> String { Folding.foldName(name) }

  /// The parts of a name in two languages, `Bolzano/Bozen`, `Duino Aurisina - Devin Nabrežina`;
  /// empty for a name in one.
  static func parts(_ name: String) -> [String] {
    // Most names have neither a slash nor a dash of any kind.
    guard name.utf8.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 >= 0xE2 }) else { return [] }
    let bySlash = name.split(separator: "/").map(String.init)
    if bySlash.count > 1 { return bySlash }
    var parts: [String] = []
    var part = ""
    for word in name.split(whereSeparator: { $0 == " " || $0 == "\u{00A0}" }) {
      if word == "-" || word == "–" || word == "—" {
        parts.append(part)
        part = ""
      } else {
        part += (part.isEmpty ? "" : " ") + word
      }
    }
    parts.append(part)
    return parts.count > 1 && !parts.contains("") ? parts : []
  }

  /// Other keys a key can be written as, its saints abbreviated or confused: San and Santo for each
  /// other, `S` for any, `SANT AGATA` also in one word or with its saint in full.
  static func variants(ofKey key: String) -> [String] {
    let parts = key.split(separator: " ")
    guard parts.contains(where: { $0.hasPrefix("SAN") }) else { return [] }
    let words = parts.map(String.init)
    var written: [[String]] = [[]]
    var i = 0
    var hasSaint = false
    while i < words.count {
      let next = i + 1 < words.count ? words[i + 1] : ""
      let forms = saint(words[i], before: next)
      if forms.isEmpty {
        written = written.map { $0 + [words[i]] }
        i += 1
      } else {
        hasSaint = true
        written = written.flatMap { start in forms.map { start + $0 } }
        i += 2
      }
    }
    guard hasSaint, written.count <= 64 else { return [] }
    return written.map { $0.joined(separator: " ") }.filter { $0 != key }
  }

  private static func saint(_ word: String, before name: String) -> [[String]] {
    guard let first = name.first else { return [] }
    let elides = "AEIOU".contains(first)
    switch word {
    case "SAN", "SANTO":
      return [["S", name], ["SAN", name], ["SANTO", name]] + (elides ? [["SANT", name]] : [])
    case "SANTA":
      return [["S", name], ["SANTA", name], ["STA", name]] + (elides ? [["SANT", name]] : [])
    case "SANT":
      return [
        ["S", name], ["SANT", name], ["SAN", name], ["SANTO", name], ["SANTA", name],
        ["SANT" + name],
      ]
    case "SANTI": return [["SANTI", name], ["SS", name]]
    default: return []
    }
  }
}
