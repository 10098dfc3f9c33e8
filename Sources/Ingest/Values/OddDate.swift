import Warehouse

/// What a cell that is no date says of time in another way: a count of seconds, a week, a day of the year.
/// It is never read: whoever exports it can make a date of it, and whoever reads it would guess.
enum OddDate {
  /// In Italian, for the finding; empty where it looks like none of them.
  static func told(_ cell: CellBytes) -> String {
    var s = ByteScanner(cell.blankTrimmed)
    guard let (first, digits) = s.number(upTo: 16) else { return "" }
    if s.isAtEnd {
      // Of the years 2001–2100.
      for (unit, least) in [
        ("secondi", 1_000_000_000), ("millisecondi", 1_000_000_000_000),
        ("microsecondi", 1_000_000_000_000_000),
      ] where (least..<least * 41 / 10).contains(first) {
        return "sembra un conto di \(unit) dal 1970: esportare la colonna come data"
      }
      if digits == 6, Day(year: 2000, month: first / 100 % 100, day: first % 100) != nil {
        return "se è anno, mese e giorno, dichiarare «aa-mm-gg» in formato_data di source.json"
      }
      let isDayOfYear =
        digits == 7 && (1990...2100).contains(first / 1000) && (1...366).contains(first % 1000)
      return isDayOfYear ? dayOfYear : ""
    }
    guard digits == 4, (1990...2100).contains(first) else { return "" }
    let hasMark = s.skip(0x2D)
    if s.skip(0x57) || s.skip(0x77) {
      guard let (week, digits) = s.number(upTo: 2), digits == 2, (1...53).contains(week) else {
        return ""
      }
      return "è una settimana: serve il giorno"
    }
    guard hasMark, let (day, digits) = s.number(upTo: 3), digits == 3, (1...366).contains(day),
      s.isAtEnd
    else { return "" }
    return dayOfYear
  }

  private static let dayOfYear =
    "è il numero di un giorno dell'anno: esportare la colonna come data"
}
