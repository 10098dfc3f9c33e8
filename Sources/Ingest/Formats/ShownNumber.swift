/// What a sheet shows beside the digits of a number: zeros before them, words around them. Who wrote a
/// code saw that alone.
struct ShownNumber: Sendable {
  /// A section of a number format.
  struct Pattern: Sendable {
    fileprivate static let digit: UInt8 = 0
    fileprivate static let possibleDigit: UInt8 = 1

    /// Text, with a mark where a digit stands; those of decimals are left out.
    fileprivate var marks: [UInt8] = []
    fileprivate var hasDecimals = false
    fileprivate var isGrouped = false

    mutating func add(literal byte: UInt8) { marks.append(byte) }

    /// False for what is no plain number: a fraction, a share, an exponent, a text.
    mutating func add(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0"): if !hasDecimals { marks.append(Pattern.digit) }
      case UInt8(ascii: "#"), UInt8(ascii: "?"):
        if !hasDecimals { marks.append(Pattern.possibleDigit) }
      case UInt8(ascii: ","): isGrouped = true
      case UInt8(ascii: "."):
        guard !hasDecimals else { return false }
        hasDecimals = true
      case UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "@"): return false
      default:
        guard !ByteText.isLetter(byte) else { return false }
        marks.append(byte)
      }
      return true
    }
  }

  private let marks: [UInt8]
  private let isWhole: Bool
  /// Places of the first digit and the last.
  private let first: Int
  private let last: Int
  private let hasWords: Bool

  /// Nil when the digits are all that is shown, or nothing that a code would be made of.
  init?(_ pattern: Pattern) {
    let isDigit = { (mark: UInt8) in mark <= Pattern.possibleDigit }
    guard let first = pattern.marks.firstIndex(where: isDigit),
      let last = pattern.marks.lastIndex(where: isDigit)
    else { return nil }
    marks = pattern.marks
    (self.first, self.last) = (first, last)
    isWhole = !pattern.hasDecimals && !pattern.isGrouped
    let between = marks[first...last].filter { !isDigit($0) }
    // Marks of thousands between the digits, as `0\.000`, make no code.
    guard between.allSatisfy({ !". ,'".utf8.contains($0) && $0 < 0x80 }) else { return nil }
    hasWords =
      !between.isEmpty || (marks[..<first] + marks[last...]).contains(where: ShownNumber.isWord)
    guard hasWords || (isWhole && marks.count(where: { $0 == Pattern.digit }) > 1) else {
      return nil
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    ByteText.isLetter(byte) || ByteText.isDigit(byte) || "/_#'".utf8.contains(byte)
  }

  /// Puts what is shown in the place of the number at `bytes[start...]`; false when it is the same, or the
  /// number is below zero, which other sections show.
  func show(_ bytes: inout [UInt8], from start: Int) -> Bool {
    let isCounted = bytes[start...].allSatisfy(ByteText.isDigit)
    guard
      isCounted || (hasWords && bytes[start...].allSatisfy { ByteText.isDigit($0) || $0 == 0x2E })
    else { return false }
    var digits = Array(bytes[start...])
    let length = digits.count
    bytes.removeSubrange(start...)
    guard isCounted, isWhole else {
      bytes += marks[..<first] + digits + marks[(last + 1)...]
      return hasWords
    }
    var shown: [UInt8] = []
    for place in marks.indices.reversed() {
      switch marks[place] {
      case Pattern.digit: shown.append(digits.popLast() ?? 0x30)
      case Pattern.possibleDigit: if let digit = digits.popLast() { shown.append(digit) }
      default: shown.append(marks[place])
      }
      if place == first { while let digit = digits.popLast() { shown.append(digit) } }
    }
    bytes += shown.reversed()
    return shown.count > length
  }

  /// What is shown of a number, where a file tells it and not its format; nil when it says no more than the
  /// number.
  static func text(of value: ArraySlice<UInt8>, shownAs shown: ArraySlice<UInt8>) -> [UInt8]? {
    guard let head = shown.first, value.first != UInt8(ascii: "-") else { return nil }
    let hasWords =
      shown.contains { ByteText.isLetter($0) || "/_#'".utf8.contains($0) }
      || shown.dropFirst().contains(UInt8(ascii: "-"))
    let isPadded = head == 0x30 && shown.count > 1 && shown.allSatisfy(ByteText.isDigit)
    guard hasWords || isPadded, let first = shown.firstIndex(where: ByteText.isDigit),
      let last = shown.lastIndex(where: ByteText.isDigit)
    else { return nil }
    let significant = { (run: ArraySlice<UInt8>) in run.drop { $0 == 0x30 } }
    for run in shown.split(whereSeparator: { !ByteText.isDigit($0) })
    where significant(run).elementsEqual(significant(value)) {
      // `5,00 min` holds no other number than five.
      let isDecimal = [run.startIndex - 1, run.endIndex].contains {
        shown.indices.contains($0) && ".,".utf8.contains(shown[$0])
      }
      let isExponent =
        shown[run.endIndex...].first.map { $0 | 0x20 == 0x65 } ?? false
        && shown[run.endIndex...].dropFirst().first.map { "+-".utf8.contains($0) } ?? false
      if !isDecimal, !isExponent { return Array(shown) }
    }
    let inside = shown[first...last]
    guard hasWords, !inside.contains(where: { ByteText.isLetter($0) || "/_#-".utf8.contains($0) }),
      value.allSatisfy({ ByteText.isDigit($0) || $0 == 0x2E })
    else { return nil }
    return Array(shown[..<first] + value + shown[(last + 1)...])
  }
}
