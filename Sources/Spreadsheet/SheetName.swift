/// Sheet names a spreadsheet program accepts.
public enum SheetName {
  public static let limit = 31

  /// A valid name near to the wanted one: forbidden characters become spaces, the length is cut to
  /// 31, and a number tells it from the names already taken (compared without case, as programs do).
  public static func valid(_ wanted: String, notIn taken: [String] = []) -> String {
    var name = String(wanted.map { "[]:*?/\\".contains($0) || $0.isNewline ? " " : $0 })
    name = trimmed(name)
    if name.isEmpty { name = "Foglio" }
    // "History" is reserved by Excel for its change log.
    if name.lowercased() == "history" { name += " 1" }
    let used = Set(taken.map { $0.lowercased() })
    var candidate = trimmed(CellText.prefix(of: name, utf16Units: limit))
    var number = 2
    while used.contains(candidate.lowercased()) {
      let suffix = " (\(number))"
      let room = limit - suffix.utf16.count
      candidate = trimmed(CellText.prefix(of: name, utf16Units: room)) + suffix
      number += 1
    }
    return candidate
  }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first == " " || first == "'" { slice.removeFirst() }
    while let last = slice.last, last == " " || last == "'" { slice.removeLast() }
    return String(slice)
  }
}
