/// Texts that mean to be JSON, among them those whose reader can only say what is wrong: a list of plain
/// values, comments, a script around the data.
enum JSONShape {
  private typealias Text = Slice<UnsafeBufferPointer<UInt8>>

  /// A text that begins with `[`, or with what JSON does not have: a comment, the guard `)]}'`.
  static func opens(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if text.starts(with: ")]}'".utf8) { return true }
    guard text.first == UInt8(ascii: "[") else {
      return isComment(text) && isJSON(afterComments: text)
    }
    let inside = trimmed(text.dropFirst())
    guard let next = inside.first else { return false }
    if "{[]\"".utf8.contains(next) || isComment(inside) { return true }
    // `[1, 2` and `[null]`, but not the header `[1];[2]` or `[nome]`.
    let value = inside.prefix { !" \t\r\n,];".utf8.contains($0) }
    let after = trimmed(inside.dropFirst(value.count))
    return isPlain(value)
      && (after.first == UInt8(ascii: ",")
        || (after.first == UInt8(ascii: "]") && trimmed(after.dropFirst()).isEmpty))
  }

  /// `var dati = [{…`, `risposta([{…`: data inside a program.
  static func isScript(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = text
    for word in ["var ", "let ", "const "] where text.starts(with: word.utf8) {
      rest = trimmed(text.dropFirst(word.utf8.count))
    }
    let name = rest.prefix {
      ByteText.isLetter($0) || ByteText.isDigit($0) || "_.$".utf8.contains($0)
    }
    let after = trimmed(rest.dropFirst(name.count))
    guard !name.isEmpty, let sign = after.first,
      sign == UInt8(ascii: "=") || sign == UInt8(ascii: "(")
    else { return false }
    let data = trimmed(after.dropFirst())
    guard let opening = data.first, "[{".utf8.contains(opening) else { return false }
    let first = trimmed(data.dropFirst()).first
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "\"")
  }

  private static func isJSON(afterComments text: Text) -> Bool {
    var rest = text
    while isComment(rest) {
      if rest.dropFirst().first == UInt8(ascii: "/") {
        rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
      } else {
        guard let end = rest.firstRange(of: Array("*/".utf8)) else { return false }
        rest = rest[end.upperBound...]
      }
      rest = trimmed(rest)
    }
    return rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "[")
  }

  private static func isComment(_ text: Text) -> Bool {
    text.starts(with: "//".utf8) || text.starts(with: "/*".utf8)
  }

  private static func isPlain(_ value: Text) -> Bool {
    if ["null", "true", "false"].contains(where: { value.elementsEqual($0.utf8) }) { return true }
    return !value.isEmpty && value.allSatisfy { ByteText.isDigit($0) || "+-.eE".utf8.contains($0) }
      && value.contains(where: ByteText.isDigit)
  }

  private static func trimmed(_ text: Text) -> Text { text.drop { $0 <= 0x20 } }
}
