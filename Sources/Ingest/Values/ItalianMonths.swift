/// Italian names of months and days of the week, whole or abbreviated, in any case.
enum ItalianMonths {
  /// 1–12 for a name of at least three letters that begins a month's name (`mar`, `sett`, `MARZO`);
  /// nil otherwise. Three letters tell all twelve apart.
  static func number(_ word: CellBytes) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { begins($0, with: word) }.map { $0 + 1 }
  }

  /// Whether a word of at least four letters begins like a day of the week (`lunedì`, `Merc`).
  static func isWeekday(_ word: CellBytes) -> Bool {
    guard word.count >= 4 else { return false }
    let head = CellBytes(rebasing: word.prefix(4))
    return weekdays.contains { begins($0, with: head) }
  }

  private static func begins(_ name: StaticString, with word: CellBytes) -> Bool {
    guard word.count <= name.utf8CodeUnitCount else { return false }
    for i in 0..<word.count where word[i] | 0x20 != name.utf8Start[i] { return false }
    return true
  }

  private static let names: [StaticString] = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
  ]
  private static let weekdays: [StaticString] = [
    "lune", "mart", "merc", "giov", "vene", "saba", "dome",
  ]
}
