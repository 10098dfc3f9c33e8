import Warehouse

/// What an unrecognised place may have been meant to be: for the reader of a finding, who decides.
///
/// Only the territory's own names are searched: the country has so many that everything is near
/// something.
struct PlaceSuggestions: Sendable {
  private struct Candidate {
    let key: FoldedText
    let name: String
  }

  private let candidates: [Candidate]

  init(comuni: [TerritoryResolver.Comune], aliases: [TerritoryResolver.Alias]) {
    let names = Dictionary(
      comuni.map { ($0.istat, $0.name) }, uniquingKeysWith: { first, _ in first })
    var spellings: [(String, ComuneCode)] = []
    for comune in comuni {
      spellings.append((comune.name, comune.istat))
      if !comune.alternativeName.isEmpty {
        spellings.append((comune.alternativeName, comune.istat))
      }
    }
    spellings += aliases.map { ($0.name, $0.istat) }
    candidates = spellings.compactMap { spelling, code in
      let key = FoldedText(PlaceNames.key(spelling))
      guard let name = names[code], key.count > 3 else { return nil }
      return Candidate(key: key, name: name)
    }
  }

  /// Whether a longer name begins with these whole words.
  func hasName(beginningWith key: String) -> Bool {
    let wanted = FoldedText(key + " ")
    return candidates.contains { $0.key.begins(with: wanted) }
  }

  /// The nearest names at most two letters away (all of them, when equally near), or else the names
  /// that hold the text or are held by it at whole words; nil when nothing is near.
  func nearest(to key: String) -> String? {
    let wanted = FoldedText(key)
    guard wanted.count >= 3 else { return nil }
    var limit = wanted.count >= 5 ? 2 : 1
    var found: [String] = []
    for candidate in candidates {
      guard let distance = candidate.key.distance(to: wanted, limit: limit) else { continue }
      if distance < limit {
        limit = distance
        found.removeAll()
      }
      if !found.contains(candidate.name) { found.append(candidate.name) }
    }
    if found.isEmpty { found = related(wanted) }
    return found.isEmpty ? nil : found.prefix(3).joined(separator: " o ")
  }

  private func related(_ wanted: FoldedText) -> [String] {
    guard wanted.count >= 4 else { return [] }
    // Of the names within the text, the longest says most: Bova Marina, not Bova.
    let within = candidates.filter { wanted.contains($0.key) }
    let longest = within.map(\.key.count).max()
    let kept =
      longest.map { length in within.filter { $0.key.count == length } }
      ?? candidates.filter { $0.key.contains(wanted) }
    var names: [String] = []
    for candidate in kept where !names.contains(candidate.name) { names.append(candidate.name) }
    return names
  }
}
