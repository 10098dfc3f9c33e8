public import Warehouse

/// A list of codes with the words people use for them.
///
/// A text stands for a code when it is the code (in any case), or, once folded, its code, its label
/// or a synonym. Nothing near is ever taken for it: a near miss is only a suggestion.
public struct CodeList: Sendable {
  public struct Entry: Hashable, Sendable {
    public var code: String
    public var label: String
    public var labelEN: String
    public var synonyms: [String]
    public var validFrom: Day?
    public var validTo: Day?
    /// The entry was read in its official source.
    public var isVerified: Bool

    public init(
      code: String, label: String, labelEN: String = "", synonyms: [String] = [],
      validFrom: Day? = nil, validTo: Day? = nil, isVerified: Bool = true
    ) {
      self.code = code
      self.label = label
      self.labelEN = labelEN
      self.synonyms = synonyms
      self.validFrom = validFrom
      self.validTo = validTo
      self.isVerified = isVerified
    }
  }

  public let id: String
  public let entries: [Entry]
  private let positions: [String: Int]
  /// Folded words, better claims first: what a code claims no label can take, and so on. A word that
  /// two entries claim with the same right belongs to neither.
  private let words: [String: Int?]
  private let spellings: [(text: FoldedText, position: Int)]

  public init(id: String, entries: [Entry]) {
    self.id = id
    self.entries = entries
    positions = Dictionary(
      entries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let claims: [(Entry) -> [String]] = [{ [$0.code] }, { [$0.label, $0.labelEN] }, \.synonyms]
    var words: [String: Int?] = [:]
    for claim in claims {
      var level: [String: Int?] = [:]
      for (position, entry) in entries.enumerated() {
        for word in claim(entry).map(Folding.fold) where !word.isEmpty {
          if let holder = level[word], holder != position {
            level.updateValue(nil, forKey: word)
          } else {
            level[word] = position
          }
        }
      }
      words.merge(level) { better, _ in better }
    }
    self.words = words
    spellings = words.keys.sorted().compactMap { word in
      guard let position = words[word] ?? nil else { return nil }
      return word.utf8.count >= 3 ? (FoldedText(word), position) : nil
    }
  }

  /// The code a text stands for, as the list writes it, also where two languages say it
  /// (`weiblich/femminile`); nil when it stands for none, or for two.
  public func resolve(_ text: String) -> String? {
    word(text) ?? TwoLanguages.meaning(of: text, word)
  }

  private func word(_ text: String) -> String? {
    if let exact = positions[text] { return entries[exact].code }
    guard let position = words[Folding.fold(text)] ?? nil else { return nil }
    return entries[position].code
  }

  public func resolve(_ bytes: CellBytes) -> String? {
    resolve(String(decoding: bytes, as: UTF8.self))
  }

  public func entry(_ code: String) -> Entry? { positions[code].map { entries[$0] } }

  /// The codes whose code, label or synonym come nearest to a text that resolved to nothing: at most two
  /// letters away, or one text within the other. Never to be applied.
  public func suggestions(for text: String) -> [String] {
    let wanted = FoldedText(Folding.fold(text))
    guard (3...200).contains(wanted.count) else { return [] }
    let limit = wanted.count >= 6 ? 2 : 1
    var nearest: (distance: Int, position: Int)?
    for spelling in spellings {
      guard let distance = spelling.text.distance(to: wanted, limit: limit),
        distance < nearest?.distance ?? .max
      else { continue }
      nearest = (distance, spelling.position)
    }
    return (nearest.map { [$0.position] } ?? related(wanted)).map { entries[$0].code }
  }

  /// The longest spelling within the text, at whole words; otherwise those that hold it, all alike, unless
  /// they are too many to say anything (`Anziani` is in the names of two areas).
  private func related(_ wanted: FoldedText) -> [Int] {
    guard wanted.count >= 5 else { return [] }
    var longest: (count: Int, position: Int)?
    var holders: Set<Int> = []
    for spelling in spellings where spelling.text.count >= 5 {
      if spelling.text.count > longest?.count ?? 0, wanted.contains(spelling.text) {
        longest = (spelling.text.count, spelling.position)
      } else if spelling.text.contains(wanted) {
        holders.insert(spelling.position)
      }
    }
    if let longest { return [longest.position] }
    return holders.count <= CodeList.fewHolders ? holders.sorted() : []
  }

  private static let fewHolders = 3
}
