/// One cell of an OpenDocument table: its typed value, or the text a person reads in it.
struct ODSCell {
  private enum Value { case none, number, date, time, boolean, text }

  /// Where its bytes begin.
  private(set) var start = 0
  private(set) var repeats = 1
  private(set) var columnSpan = 1
  private(set) var rowSpan = 1
  private var value = Value.none
  private var isError = false
  private var hasFormula = false
  /// Where the paragraphs begin, after the value of a formula.
  private var textStart = 0
  private var collects = false
  private var isInParagraph = false
  private var paragraphs = 0
  /// The last thing written was a blank of the markup, or nothing: more blanks add nothing.
  private var endsInBlank = true

  /// A formula of which the file says no result, not even an empty text.
  var isUncalculated: Bool { hasFormula && value == .none }

  mutating func start(_ attributes: XMLAttributes, _ bytes: inout [UInt8]) {
    self = ODSCell()
    start = bytes.count
    guard let pairs = attributes.pairs else {
      collects = true
      textStart = start
      return
    }
    var i = 0
    while let key = pairs[i], let text = pairs[i + 1] {
      i += 2
      let name = XMLName(key)
      if name == "style-name" { continue }
      if name == "value-type" {
        // LibreOffice repeats the type in its own name space, where errors have one.
        if key.pointee == 0x63 {
          isError = text.pointee == UInt8(ascii: "e")
        } else {
          value = ODSCell.type(text)
        }
      } else if name == "value" || name == "date-value" || name == "time-value"
        || name == "boolean-value" || name == "string-value"
      {
        bytes.removeLast(bytes.count - start)
        var p = text
        while p.pointee != 0 {
          bytes.append(UInt8(bitPattern: p.pointee))
          p += 1
        }
      } else if name == "number-columns-repeated" {
        repeats = max(1, CellReference.number(text) ?? 1)
      } else if name == "number-columns-spanned" {
        columnSpan = min(CellReference.columnLimit, max(1, CellReference.number(text) ?? 1))
      } else if name == "number-rows-spanned" {
        rowSpan = min(ODSState.rowLimit, max(1, CellReference.number(text) ?? 1))
      } else if name == "formula" {
        hasFormula = true
      }
    }
    // A value of no type, or a type without its value: the cell is the text it shows.
    if value == .none || (value != .text && bytes.count == start) {
      bytes.removeLast(bytes.count - start)
      value = .none
    }
    textStart = bytes.count
    collects = value != .boolean && value != .time || isError || hasFormula
    if isError || (value == .text && textStart > start) {
      // The text shown says more than an empty value; a value says more than the text shown.
      if isError {
        bytes.removeLast(bytes.count - start)
        textStart = start
      } else {
        collects = false
      }
    }
  }

  private static func type(_ text: UnsafePointer<CChar>) -> Value {
    switch UInt8(bitPattern: text[0]) {
    case UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "c"): .number
    case UInt8(ascii: "d"): .date
    case UInt8(ascii: "t"): .time
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "s"): .text
    default: .none
    }
  }

  /// False for an element of which nothing must be read.
  mutating func startChild(
    _ name: XMLName, _ attributes: XMLAttributes, isDirect: Bool, _ bytes: inout [UInt8]
  ) -> Bool {
    if isDirect {
      guard name == "p" else { return false }
      if collects, paragraphs > 0 { bytes.append(0x0A) }
      paragraphs += 1
      isInParagraph = true
      endsInBlank = true
      return true
    }
    if name == "s" {
      let count = attributes["c"].flatMap(CellReference.number) ?? 1
      if collects { for _ in 0..<min(count, 1 << 16) { bytes.append(0x20) } }
      endsInBlank = false
    } else if name == "tab" || name == "line-break" {
      if collects { bytes.append(name == "tab" ? 0x09 : 0x0A) }
      endsInBlank = false
    } else if name == "annotation" || name == "note" || name == "frame" || name == "ruby-text" {
      return false
    }
    return true
  }

  mutating func endParagraph() { isInParagraph = false }

  /// Blanks of the markup, however many, are one; before a paragraph's first character they are none.
  /// A CR is none of them: XML makes those of the file line feeds, and one that comes was written on
  /// purpose, as a reference.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, _ bytes: inout [UInt8]) {
    guard collects, isInParagraph else { return }
    var i = 0
    while i < piece.count {
      var end = i
      while end < piece.count, piece[end] > 0x20 || piece[end] == 0x0D { end += 1 }
      if end > i {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[i..<end]))
        endsInBlank = false
      }
      if end < piece.count {
        if !endsInBlank { bytes.append(0x20) }
        endsInBlank = true
        end += 1
      }
      i = end
    }
  }

  /// Puts the cell's bytes in their final form and says what they are.
  mutating func end(_ bytes: inout [UInt8]) -> RawCellKind {
    var showsMonth = false
    var shownNumber: [UInt8]?
    if hasFormula || value == .date || value == .number, !isError, value != .text, value != .none {
      let shown = bytes[textStart...]
      isError =
        hasFormula && (shown.first == UInt8(ascii: "#") || shown.starts(with: "Err:".utf8))
      if value == .number {
        shownNumber = ShownNumber.text(of: bytes[start..<textStart], shownAs: shown)
      }
      if value == .date { showsMonth = shown.withUnsafeBufferPointer(ODSCell.isMonth) }
      if isError {
        bytes.removeSubrange(start..<textStart)
      } else {
        bytes.removeLast(bytes.count - textStart)
      }
    }
    if bytes.count == start { return .empty }
    if isError { return .error }
    switch value {
    case .none, .text: return .text
    case .boolean: return .boolean
    case .number:
      guard let shownNumber else {
        return ShortestDecimal.rewrite(&bytes, from: start) ? .number : .text
      }
      bytes.removeSubrange(start...)
      bytes += shownNumber
      return .shown
    case .date:
      let kind = ODSCell.date(&bytes, from: start)
      return showsMonth && bytes.count - start == 10 ? .month : kind
    case .time: return ODSCell.time(&bytes, from: start)
    }
  }

  /// `dic 26`: no day is shown.
  private static func isMonth(_ shown: CellBytes) -> Bool {
    if case .month = ItalianDate.parse(shown, order: .dayFirst) { true } else { false }
  }

  /// `2026-03-12T10:15:00.000000000` without its idle parts.
  private static func date(_ bytes: inout [UInt8], from start: Int) -> RawCellKind {
    if let dot = bytes[start...].firstIndex(of: UInt8(ascii: ".")),
      bytes[(dot + 1)...].allSatisfy({ $0 == 0x30 })
    {
      bytes.removeSubrange(dot...)
    }
    if bytes.count - start == 19, bytes[(start + 10)...].elementsEqual("T00:00:00".utf8) {
      bytes.removeSubrange((start + 10)...)
    }
    return .date
  }

  /// `PT10H15M00S` as `10:15:00`; a day or more is a duration and no time of day.
  private static func time(_ bytes: inout [UInt8], from start: Int) -> RawCellKind {
    var parts: [UInt8: Double] = [:]
    var digits: [UInt8] = []
    for byte in bytes[start...] {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ","):
        digits.append(byte == UInt8(ascii: ",") ? UInt8(ascii: ".") : byte)
      case UInt8(ascii: "P"), UInt8(ascii: "T"): digits = []
      case UInt8(ascii: "D"), UInt8(ascii: "H"), UInt8(ascii: "M"), UInt8(ascii: "S"):
        guard let value = Double(String(decoding: digits, as: UTF8.self)), value < 1e9 else {
          return .text
        }
        parts[byte] = value
        digits = []
      default: return .text
      }
    }
    let hours = parts[0x48, default: 0] + 24 * parts[0x44, default: 0]
    let seconds = Int(
      (hours * 3600 + parts[0x4D, default: 0] * 60 + parts[0x53, default: 0]).rounded())
    bytes.removeSubrange(start...)
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    bytes += "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))".utf8
    return seconds < 86_400 ? .date : .text
  }
}
