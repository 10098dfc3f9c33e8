/// Appends markup to bytes. Text and attribute values are always escaped; tags are the program's own.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []
  private var anchored: Set<String> = []

  /// Markup as it is: never a text that came from outside.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func raw(_ other: MarkupWriter) { bytes.append(contentsOf: other.bytes) }

  /// - Parameter isTied: whether some blanks are to hold what they stand between on one line.
  mutating func text(_ text: String, isTied: Bool = false) {
    // The last four bytes, and a blank before the first.
    var before = UInt32(UInt8(ascii: " "))
    for byte in text.utf8 {
      defer { before = before << 8 | UInt32(byte) }
      switch byte {
      case UInt8(ascii: " ") where isTied && Self.ties(after: before): raw("\u{A0}")
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// No line ends between an ordinal or the word for "number" and what they go with: `1º semestre`, `n. 14`.
  private static func ties(after before: UInt32) -> Bool {
    if before & 0xFFFF == 0xC2BA { return true }
    let (start, letter) = (UInt8(before >> 16 & 0xFF), UInt8(before >> 8 & 0xDF))
    return before & 0xFF == UInt32(UInt8(ascii: ".")) && letter == UInt8(ascii: "N")
      && (start == UInt8(ascii: " ") || start == UInt8(ascii: "("))
  }

  /// Acronyms the page has said in full.
  private var acronyms: Set<String> = []

  /// A text that quotes Italian words on a page of another language, which are to be read aloud as Italian.
  mutating func name(_ text: String, _ language: Language, italian words: [String]) {
    let quoted = words.filter { !$0.isEmpty }.compactMap { text.firstRange(of: $0) }
      .min { $0.lowerBound < $1.lowerBound }
    guard let quoted else { return name(text, language) }
    name(String(text[..<quoted.lowerBound]), language)
    element("span", [("lang", "it")], text: String(text[quoted]))
    name(String(text[quoted.upperBound...]), language, italian: words)
  }

  /// A text with names in it: the mark of a name, and an acronym the first time, say their meaning where
  /// they stand.
  mutating func name(_ text: String, _ language: Language) {
    guard ProvisionalComposition.isShown(in: text.utf8) || Acronyms.mayBe(in: text.utf8) else {
      return self.text(text, isTied: true)
    }
    let parts = text.split(separator: ProvisionalComposition.mark, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        element(
          "abbr", [("title", ProvisionalComposition.meaning[language])],
          text: ProvisionalComposition.mark)
      }
      words(part, language)
    }
  }

  private mutating func words(_ text: Substring, _ language: Language) {
    var rest = text
    while let (word, meaning) = Acronyms.first(in: rest, besides: acronyms) {
      self.text(String(rest[..<word.startIndex]), isTied: true)
      element("abbr", [("title", meaning[language])], text: String(word))
      acronyms.insert(String(word))
      rest = rest[word.endIndex...]
    }
    self.text(String(rest), isTied: true)
  }

  mutating func open(_ tag: String, _ attributes: [(String, String)] = []) {
    raw("<" + tag)
    for (name, value) in attributes {
      raw(" " + name + "=\"")
      text(value)
      raw("\"")
    }
    raw(">")
  }

  mutating func close(_ tag: String) {
    if !Self.closedByNext.contains(tag) { raw("</" + tag + ">") }
  }

  /// What HTML ends by itself where the next of its kind begins: thousands of cells weigh less without.
  private static let closedByNext: Set = ["td", "th", "tr"]

  mutating func element(
    _ tag: String, _ attributes: [(String, String)] = [],
    _ content: (inout MarkupWriter) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  mutating func element(_ tag: String, _ attributes: [(String, String)] = [], text: String) {
    open(tag, attributes)
    self.text(text)
    close(tag)
  }

  /// An element of SVG without content.
  mutating func empty(_ tag: String, _ attributes: [(String, String)]) {
    open(tag, attributes)
    bytes.removeLast()
    raw("/>")
  }

  /// Attribute of a number with an observation's id: the first on a page is an anchor, so that a link
  /// can lead to it; the others only carry the id. So does one with a blank in it, which no anchor may have.
  mutating func identity(of observation: String) -> (String, String) {
    let isAnchor =
      !observation.utf8.contains(UInt8(ascii: " ")) && anchored.insert(observation).inserted
    return (isAnchor ? "id" : "data-id", observation)
  }

  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}
