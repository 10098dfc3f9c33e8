/// What of a delivered cell may be shown to a reader: in findings, receipts, messages.
public enum Masking {
  /// Characters shown of a cell at most.
  static let limit = 60

  /// A cell of a personal field shows its shape alone (`16 caratteri: LLLLLL99L99L999L`). Any other
  /// cell shows itself, shortened, with control characters made visible and whatever in it looks like
  /// a personal identifier replaced by its name.
  public static func mask(_ text: String, isPersonal: Bool) -> String {
    text.withCellBytes { mask($0, isPersonal: isPersonal) }
  }

  public static func mask(_ bytes: CellBytes, isPersonal: Bool) -> String {
    isPersonal ? shape(bytes) : shortened(visible(hidden(bytes)))
  }

  /// A cell shown whole, in a copy of the provider's own table: only what looks like a personal
  /// identifier is replaced, and control characters are made visible.
  public static func whole(_ text: String) -> String { text.withCellBytes { visible(hidden($0)) } }

  /// A sentence of ours in which something of theirs may stand: the name of a sheet, the key of an object. Word
  /// by word: across blanks a word and the code after it may pass for another code. What passes for a
  /// telephone number stays, as an amount or a file's name may.
  static func sentence(_ text: String) -> String {
    guard holdsIdentifier(text) else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      String(word).withCellBytes { hidden($0, .all.subtracting(.phone)) }
    }.joined(separator: " ")
  }

  /// Whether a text holds a codice fiscale, STP, ENI, IBAN, telephone number or e-mail address.
  public static func holdsPersonalData(_ bytes: CellBytes) -> Bool {
    holds(.all, in: bytes)
  }

  /// The same but for telephone numbers, as which the day and hour in a file's name may pass.
  static func holdsIdentifier(_ text: String) -> Bool {
    text.withCellBytes { holds(.all.subtracting(.phone), in: $0) }
  }

  static func holds(_ kinds: Suspicion, in bytes: CellBytes) -> Bool {
    let kinds = Suspicion(bytes).intersection(kinds)
    guard !kinds.isEmpty else { return false }
    var holds = false
    PersonalData.search(bytes, for: kinds) { _, _ in
      holds = true
      return false
    }
    return holds
  }

  public static func holdsPersonalData(_ text: String) -> Bool {
    text.withCellBytes { holdsPersonalData($0) }
  }

  /// `L` for letters, `9` for digits, `*` for masks, blanks and common marks as they are, `?` for the
  /// rest.
  private static func shape(_ bytes: CellBytes) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let count = text.count
    let more = count > 40 ? "…" : ""
    return "\(count) \(count == 1 ? "carattere" : "caratteri"): "
      + shape(text.prefix(40), showing: " *#.-/@[]") + more
  }

  /// A piece of JSON of which nobody knows what it says: its shape and the marks of its format. Only
  /// what is one of `names`, in quotes before a colon, is shown.
  static func marks(_ bytes: CellBytes, naming names: Set<String> = []) -> String {
    let marks = " *#.-/@[]{}\",:;=<>()\\"
    // Every other part was between quotes, unless a quote is escaped or one is missing: then what
    // follows is no name that is known.
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.map { place in
      let isName =
        place > 0 && place + 1 < parts.count && names.contains(String(parts[place]))
        && parts[place + 1].first { !$0.isWhitespace } == ":"
      return isName ? String(parts[place]) : shape(parts[place], showing: marks)
    }.joined(separator: "\"")
  }

  private static func shape(_ text: Substring, showing marks: String) -> String {
    var shape = ""
    for character in text {
      if character.isNumber {
        shape += "9"
      } else if character.isLetter {
        shape += "L"
      } else if marks.contains(character) {
        shape.append(character)
      } else {
        shape += "?"
      }
    }
    return shape
  }

  /// The text with each identifier replaced by its name in brackets.
  private static func hidden(_ bytes: CellBytes, _ kinds: Suspicion = .all) -> String {
    var ranges: [(range: Range<Int>, kind: PersonalData.Kind)] = []
    PersonalData.search(bytes, for: kinds) { kind, range in
      ranges.append((range, kind))
      return true
    }
    guard !ranges.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    ranges.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var out: [UInt8] = []
    var shown = 0
    for (range, kind) in ranges {
      if range.lowerBound >= shown {
        out += bytes[shown..<range.lowerBound]
        out += "[\(kind.rawValue)]".utf8
      }
      shown = max(shown, range.upperBound)
    }
    out += bytes[shown...]
    return String(decoding: out, as: UTF8.self)
  }

  /// Control characters as their pictures (U+2400…), invisible ones as a dot.
  private static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "·")
      case 0x7F: out.append("\u{2421}")
      case 0x80..<0xA0: out.append("·")
      default:
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
          out.append("·")
        default: out.append(scalar)
        }
      }
    }
    return String(out)
  }

  private static func shortened(_ text: String) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}
