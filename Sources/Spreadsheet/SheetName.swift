/// Sheet names a spreadsheet program accepts.
public enum SheetName {
  public static let limit = 31

  /// A valid name near to the wanted one: forbidden characters become spaces, and so does the one that
  /// ends the name of a sheet in a reference; the length is cut to 31, and a number tells it from the
  /// names already taken (compared without case, as programs do).
  public static func valid(_ wanted: String, notIn taken: [String] = []) -> String {
    var name = String(wanted.map { "[]:*?/\\!".contains($0) || $0.isNewline ? " " : $0 })
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

extension SheetTable {
  /// What a table is called after its sheet, by which formulas name it: letters, digits and underscores,
  /// nothing a program takes for a cell (`A1`, `R1C1`), and none of the names already taken (compared
  /// without case).
  public static func name(_ wanted: String, notIn taken: [String] = []) -> String {
    let words = wanted.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    var name = words.joined(separator: "_")
    let isCell = name.wholeMatch(of: /[A-Za-z]{1,3}\d+|[RrCc]\d*|[Rr]\d*[Cc]\d*/) != nil
    if isCell || name.first.map({ !$0.isLetter && $0 != "_" }) ?? true { name = "_" + name }
    let used = Set(taken.map { $0.lowercased() })
    var candidate = name
    var number = 2
    while used.contains(candidate.lowercased()) {
      candidate = name + "_\(number)"
      number += 1
    }
    return candidate
  }
}
