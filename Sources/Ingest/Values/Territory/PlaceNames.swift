/// The regular ways in which the name of an Italian place is written otherwise.
enum PlaceNames {
  /// The key under which a name is looked up: folded, with `J` as the old `I` it is.
  static func key(_ name: String) -> String { Folding.foldName(name) }

  /// The parts of a name in two languages, `Bolzano/Bozen`, `Duino Aurisina - Devin Nabrežina`;
  /// empty for a name in one.
  static func parts(_ name: String) -> [String] {
    // Most names have neither a slash nor a dash of any kind.
    guard name.utf8.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 == 0x2A || $0 >= 0xE2 })
    else { return [] }
    let bySlash = name.split { $0 == "/" || $0 == "*" }.map(String.init)
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

  /// The name without what a second one in brackets adds: `Bolzano (Bozen)` → `Bolzano/Bozen`.
  static func withoutBrackets(_ name: String) -> String? {
    guard name.hasSuffix(")"), let open = name.firstIndex(of: "(") else { return nil }
    return name[..<open] + "/" + name[name.index(after: open)...].dropLast()
  }

  /// The name with its umlauts spelt out, `Muehlbach`; nil for one without.
  static func withoutUmlauts(_ name: String) -> String? {
    guard name.utf8.contains(0xC3) else { return nil }
    let spelt = ["ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"]
    let plain = name.map { spelt[String($0)] ?? String($0) }.joined()
    return plain == name ? nil : plain
  }

  /// The key without the small words between others, `REGGIO EMILIA`; nil for one without, or of which too
  /// little would be left.
  static func withoutLinks(_ key: String) -> String? {
    let words = key.split(separator: " ")
    let kept = words.prefix(1) + words.dropFirst().filter { !links.contains($0) }
    return kept.count > 1 && kept.count < words.count ? kept.joined(separator: " ") : nil
  }

  private static let links: Set<Substring> = [
    "D", "DI", "DA", "DE", "DEI", "DEL", "DELL", "DELLA", "DELLE", "DELLO", "DEGLI", "IN", "NEL",
    "NELL", "NELLA", "NELLE", "AL", "ALL", "ALLA", "ALLE", "ALLO", "AI", "SUL", "SULL", "SULLA",
    "CON",
  ]

  /// Other keys a key can be written as, its saints abbreviated or confused: San and Santo for each
  /// other, `S` for any, `SANT AGATA` also in one word or with its saint in full, `ST` for Saint and
  /// Sankt; and its last word, when it says of which land it is (`TORINESE`), as `T SE`.
  static func variants(ofKey key: String) -> [String] {
    let words = key.split(separator: " ").map(String.init)
    guard
      words.last?.hasSuffix("ESE") == true
        || words.contains(where: { $0.hasPrefix("SA") || $0 == "ST" || $0 == "AN" || $0 == "SULLA" }
        )
    else { return [] }
    var written: [[String]] = [[]]
    var i = 0
    while i < words.count {
      let rest = words[i...]
      var forms = saint(words[i], before: rest.count > 1 ? words[i + 1] : "")
      var length = 2
      if let phrase = phrases.first(where: { rest.starts(with: $0) }) {
        forms = [phrase, phrase.map { String($0.prefix(1)) }]
        length = phrase.count
      } else if i > 0, rest.count == 1, words[i].hasSuffix("ESE"), words[i].utf8.count > 5 {
        forms = [[words[i]], [String(words[i].prefix(1)), "SE"]]
        length = 1
      } else if forms.isEmpty {
        forms = [[words[i]]]
        length = 1
      }
      i += length
      written = written.flatMap { start in forms.map { start + $0 } }
      guard written.count <= 64 else { return [] }
    }
    return written.map { $0.joined(separator: " ") }.filter { $0 != key }
  }

  /// Words that are written by their first letters: `Eppan a. d. Weinstraße`, `Appiano s.s.d.v.`.
  private static let phrases = [["AN", "DER"], ["SULLA", "STRADA", "DEL", "VINO"]]

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
    case "SAINT": return [["SAINT", name], ["ST", name]]
    case "SANKT": return [["SANKT", name], ["ST", name]]
    case "ST": return [["ST", name], ["SAINT", name], ["SANKT", name]]
    case "SAINTE": return [["SAINTE", name], ["STE", name]]
    case "SANTI": return [["SANTI", name], ["SS", name]]
    default: return []
    }
  }
}
