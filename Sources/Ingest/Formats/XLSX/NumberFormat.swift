/// What a cell's number format says its number is.
enum NumberFormat: UInt8, Sendable {
  case number
  /// A number under words that count thousands of it, or millions: `#,##0 "k€"`.
  case thousands
  case millions
  case date
  /// A date of which the day is not shown, `mmm-yy`.
  case month
  /// Hours past 24, as in `[h]:mm`: a duration.
  case elapsed

  /// The formats every workbook has without declaring them (ECMA-376 part 1, §18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 17: self = .month
    case 46: self = .elapsed
    case 14...22, 27...36, 45...47, 50...58: self = .date
    default: self = .number
    }
  }

  /// Reads the first section of a format code: a date if it has a date letter outside quotes, escapes and
  /// brackets (which hold colours, conditions, locales and currencies).
  init(code: String) {
    var shown: ShownNumber?
    self.init(code: code, &shown)
  }

  /// - Parameter shown: what the section shows beside the digits of a number; nil when it is nothing.
  init(code: String, _ shown: inout ShownNumber?) {
    self = .number
    if ["general", "standard"].contains(code.lowercased()) { return }
    let isGeneral = code.lowercased().hasPrefix("general")
    let bytes = Array((isGeneral ? "#" + code.dropFirst("general".count) : code).utf8)
    var section = Section()
    var i = 0
    while i < bytes.count, bytes[i] != UInt8(ascii: ";") {
      switch bytes[i] {
      case UInt8(ascii: "\""):
        i += 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
          section.add(literal: bytes[i])
          i += 1
        }
      case UInt8(ascii: "\\"):
        i += 1
        if i < bytes.count { section.add(literal: bytes[i]) }
      case UInt8(ascii: "_"), UInt8(ascii: "*"): i += 1
      case UInt8(ascii: "["):
        let start = i + 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "]") { i += 1 }
        let inside = bytes[start..<max(start, min(i, bytes.count))]
        let letters = inside.map { $0 | 0x20 }
        if let unit = letters.first, letters.allSatisfy({ $0 == unit }), "hms".utf8.contains(unit) {
          self = .elapsed
          return
        }
        if let mark = inside.first, "<>=".utf8.contains(mark) { section.pattern = nil }
        // `[$k€-410]`: a currency, and the language after it.
        if inside.first == UInt8(ascii: "$") {
          section.words += inside.dropFirst().prefix { $0 != UInt8(ascii: "-") }
        }
      default: section.add(bytes[i])
      }
      i += 1
    }
    self = section.format
    if self == .number, !section.isScaled, let pattern = section.pattern {
      shown = ShownNumber(pattern)
    }
  }

  /// What the section of a code says, marks and words apart.
  private struct Section {
    var words: [UInt8] = []
    private var showsDate = false
    private var showsDay = false
    private var showsTime = false
    /// Commas after the last place of a digit so far, and those that hide three digits each.
    private var commas = 0
    private var hidden = 0
    /// Nil where it is no plain number.
    var pattern: ShownNumber.Pattern? = ShownNumber.Pattern()

    mutating func add(literal byte: UInt8) {
      words.append(byte)
      pattern?.add(literal: byte)
    }

    mutating func add(_ byte: UInt8) {
      if pattern?.add(byte) == false { pattern = nil }
      switch byte | 0x20 {
      case UInt8(ascii: "y"), UInt8(ascii: "m"): showsDate = true
      case UInt8(ascii: "d"): showsDay = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): showsTime = true
      default:
        switch byte {
        case UInt8(ascii: ","): commas += 1
        case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): commas = 0
        case UInt8(ascii: "."):
          hidden += commas
          commas = 0
        default: if byte >= 0x80 { words.append(byte) }
        }
      }
    }

    var isScaled: Bool { hidden + commas > 0 }

    var format: NumberFormat {
      if showsDay || showsTime { return .date }
      if showsDate { return .month }
      // `#,##0, "k€"` shows thousands of what it holds: the words are true of what is shown alone.
      switch NumberScale.power(shownIn: String(decoding: words, as: UTF8.self))
        - 3 * (hidden + commas)
      {
      case 3: return .thousands
      case 6: return .millions
      default: return .number
      }
    }
  }

  /// What the numbers under it have to be multiplied by, as a power of ten; nil if it says nothing.
  var power: Int? {
    switch self {
    case .thousands: 3
    case .millions: 6
    default: nil
    }
  }
}
