/// Names of months and days of the week, whole or abbreviated, in any case: Italian ones, and those of the
/// languages that programs and bilingual provinces write (English, German, French).
enum ItalianMonths {
  /// 1–12 for a name of at least three letters that begins the name of one month alone (`mar`, `sett`,
  /// `MARZO`, `Jan`, `Okt`); nil otherwise. Three letters tell all twelve Italian ones apart.
  static func number(_ word: CellBytes) -> Int? {
    guard word.count >= 3 else { return nil }
    if let month = names.firstIndex(where: { begins($0, with: word) }) { return month + 1 }
    var found: Int?
    for (month, names) in foreign where names.contains(where: { begins($0, with: word) }) {
      // `jui` begins both `juin` and `juillet`.
      guard found == nil else { return nil }
      found = month
    }
    return found
  }

  /// `gennaio` for 1.
  static func name(_ month: Int) -> String { names[month - 1].description }

  /// 1–7, from Monday, for a word of at least three letters that begins like a day of the week (`lunedì`,
  /// `Merc`, `gio`).
  static func weekday(_ word: CellBytes) -> Int? {
    guard word.count >= 3 else { return nil }
    let head = CellBytes(rebasing: word.prefix(4))
    return weekdays.firstIndex { begins($0, with: head) }.map { $0 + 1 }
  }

  private static func begins(_ name: StaticString, with word: CellBytes) -> Bool {
    guard word.count <= name.utf8CodeUnitCount else { return false }
    for i in 0..<word.count where word[i] | 0x20 != name.utf8Start[i] | 0x20 { return false }
    return true
  }

  private static let names: [StaticString] = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
  ]
  private static let foreign: [(Int, [StaticString])] = [
    (1, ["january", "januar", "janvier", "jänner"]), (2, ["february", "februar", "février"]),
    (3, ["march", "märz", "mars"]), (4, ["april", "avril"]), (5, ["may", "mai"]),
    (6, ["june", "juni", "juin"]), (7, ["july", "juli", "juillet"]), (8, ["august", "août"]),
    (9, ["september", "septembre"]), (10, ["october", "oktober", "octobre"]),
    (11, ["november", "novembre"]), (12, ["december", "dezember", "décembre"]),
  ]
  private static let weekdays: [StaticString] = [
    "lune", "mart", "merc", "giov", "vene", "saba", "dome",
  ]
}
