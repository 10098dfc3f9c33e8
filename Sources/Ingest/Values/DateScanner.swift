import Warehouse

/// The dates that are not plainly `dd/mm/yyyy` or `yyyy-mm-dd`: slower, and more forgiving of layout,
/// never of meaning.
struct DateScanner {
  private let bytes: CellBytes
  private let order: DateOrder
  private let assumesUTC: Bool
  private var s: ByteScanner

  static func scan(_ cell: CellBytes, _ order: DateOrder, _ assumesUTC: Bool) -> DateReading {
    let bytes = cell.blankTrimmed
    guard let first = bytes.first else { return .empty }
    let isNumeric = ByteText.isDigit(first)
    if !isNumeric || bytes.count <= 5, NullTokens.contains(bytes, in: .date) { return .empty }
    var scanner = DateScanner(
      bytes: bytes, order: order, assumesUTC: assumesUTC, s: ByteScanner(bytes))
    if first == 0x2F { return scanner.instant() }
    return isNumeric ? scanner.numeric() : scanner.words()
  }

  private func dated(_ year: Int, _ month: Int, _ day: Int) -> DateReading {
    ItalianDate.dated(year, month, day, bytes, from: s.position, assumesUTC)
  }

  /// A day and a month in the order of the column.
  private func dated(year: Int, _ first: Int, _ second: Int) -> DateReading {
    order == .monthFirst ? dated(year, first, second) : dated(year, second, first)
  }

  /// `giovedì 12 marzo 2026`, `gio 12/03/2026`, `marzo 2024`, `LUGLIO`, `Jan 12, 2026`, `March 12th, 2026`.
  private mutating func words() -> DateReading {
    let start = s
    let word = s.monthLetters()
    if let month = ItalianMonths.number(word) {
      if s.isAtEnd || s.skip(0x2E) && s.isAtEnd { return .invalid(.incomplete) }
      s.yearSeparator()
      let afterMonth = s
      if let year = year(), s.isAtEnd { return period(year, month) }
      s = afterMonth
      if let day = oneOrTwoDigits(), skipOrdinal(), s.skip(0x2C) || ByteText.isASCIIBlank(s.next) {
        s.skipBlanks()
        if let (year, digits) = s.number(upTo: 5), digits == 4 { return dated(year, month, day) }
      }
    }
    // `mar` is March alone, and Tuesday before a date.
    s = start
    guard let weekday = ItalianMonths.weekday(s.letters()) else { return .invalid(.notADate) }
    s.skipBeyondASCII()
    _ = s.skip(0x2E) || s.skip(0x2C)
    s.skipBlanks()
    guard ByteText.isDigit(s.next) else { return .invalid(.notADate) }
    let reading = numeric()
    if case .day(let day, _) = reading, day.weekday != weekday { return .invalid(.otherWeekday) }
    return reading
  }

  /// `12th`, `1st`; always true.
  private mutating func skipOrdinal() -> Bool {
    _ = s.skipWord("th") || s.skipWord("st") || s.skipWord("nd") || s.skipWord("rd")
    return true
  }

  /// `/Date(1768176000000+0100)/`, milliseconds since 1970 as some services write them: an instant,
  /// whatever its zone.
  private mutating func instant() -> DateReading {
    guard s.skip(bytes: "/Date(") else { return .invalid(.notADate) }
    let isBefore = s.skip(0x2D)
    guard let (value, _) = s.number(upTo: 15) else { return .invalid(.notADate) }
    if s.skip(0x2B) || s.skip(0x2D) { _ = s.skipDigits() }
    guard s.skip(bytes: ")/"), s.isAtEnd else { return .invalid(.notADate) }
    let minutes = (Double(isBefore ? -value : value) / 60_000).rounded(.down)
    let local = RomeTime.local(utcMinute: Int(minutes))
    guard ItalianDate.plausibleYears.contains(local.day.year) else {
      return .invalid(.implausibleYear)
    }
    return .day(local.day, minuteOfDay: Int16(local.minuteOfDay))
  }

  private mutating func numeric() -> DateReading {
    guard let (first, digits) = s.number(upTo: 18) else { return .invalid(.notADate) }
    switch digits {
    case 1, 2:
      _ =
        s.skip(bytes: "°") || s.skip(bytes: "º")
        || (first == 1 && (s.skip(0x5E) || s.skipWord("er")))
      return dayOrMonth(first)
    case 4: return yearFirst(first)
    case 5: return .invalid(s.isAtEnd ? .spreadsheetSerial : .notADate)
    case 6 where order == .shortYearFirst:
      return first == 0
        ? .open
        : dated(ItalianDate.fullYear(first / 10_000), first / 100 % 100, first % 100)
    case 8: return compact(first)
    case 12: return compactWithClock(first * 100)
    case 14: return compactWithClock(first)
    default: return .invalid(.notADate)
    }
  }

  /// `2026/3/12`, `2026-03`, `2026`; a month alone follows the year in any order.
  private mutating func yearFirst(_ year: Int) -> DateReading {
    if s.isAtEnd { return .invalid(.incomplete) }
    guard s.dateSeparator(), let month = oneOrTwoDigits() else { return .invalid(.notADate) }
    if s.isAtEnd { return period(year, month) }
    guard s.dateSeparator(), let day = oneOrTwoDigits() else { return .invalid(.notADate) }
    return order == .yearDayMonth ? dated(year, day, month) : dated(year, month, day)
  }

  /// Eight digits: year last when they end in a plausible year, otherwise year first. They can never
  /// be both, because no month is 18, 19, 20 or 21.
  private func compact(_ value: Int) -> DateReading {
    if value == 0 { return .open }
    let (head, tail) = (value / 10_000, value % 10_000)
    if !order.isYearFirst, ItalianDate.plausibleYears.contains(tail) {
      return dated(year: tail, head / 100, head % 100)
    }
    return dated(head, tail / 100, tail % 100)
  }

  /// `yyyymmddhhmmss`.
  private func compactWithClock(_ value: Int) -> DateReading {
    guard s.isAtEnd else { return .invalid(.notADate) }
    let (day, clock) = (value / 1_000_000, value % 1_000_000)
    let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
    guard hour < 24, minute < 60, second <= 60 else { return .invalid(.impossibleTime) }
    return ItalianDate.reading(
      day / 10_000, day / 100 % 100, day % 100, (hour * 60 + minute, assumesUTC ? 0 : nil))
  }

  /// `1/3/26`, `12.03.2026`, `3/2024`, `12 marzo 2026`, `12-mar-26`.
  private mutating func dayOrMonth(_ first: Int) -> DateReading {
    let separated = s.dateSeparator()
    if ByteText.isLetter(s.next) { return dayAndMonthName(first) }
    guard separated, let (second, digits) = s.number(upTo: 5) else { return .invalid(.notADate) }
    if digits == 4, s.isAtEnd { return period(second, first) }
    guard digits <= 2 else { return .invalid(.notADate) }
    if s.isAtEnd { return .invalid(.incomplete) }
    guard s.dateSeparator() else { return .invalid(.notADate) }
    let yearStart = s
    guard let year = year() else { return .invalid(.notADate) }
    if order.isYearFirst {
      guard order == .shortYearFirst else { return .invalid(.otherOrder) }
      var last = yearStart
      guard let (day, digits) = last.number(upTo: 4), digits <= 2 else {
        return .invalid(.otherOrder)
      }
      return dated(ItalianDate.fullYear(first), second, day)
    }
    var zeros = yearStart
    if first == 0, second == 0, zeros.number(upTo: 4)?.value == 0 { return .open }
    return dated(year: year, first, second)
  }

  private mutating func dayAndMonthName(_ day: Int) -> DateReading {
    guard let month = ItalianMonths.number(s.monthLetters()) else { return .invalid(.notADate) }
    if s.isAtEnd || s.skip(0x2E) && s.isAtEnd { return .invalid(.incomplete) }
    s.yearSeparator()
    guard let year = year() else { return .invalid(.notADate) }
    return dated(year, month, day)
  }

  private mutating func oneOrTwoDigits() -> Int? {
    guard let (value, digits) = s.number(upTo: 3), digits <= 2 else { return nil }
    return value
  }

  /// A year of four digits, or of two made whole.
  private mutating func year() -> Int? {
    guard let (value, digits) = s.number(upTo: 5) else { return nil }
    switch digits {
    case 2: return ItalianDate.fullYear(value)
    case 4: return value
    default: return nil
    }
  }

  private func period(_ year: Int, _ month: Int) -> DateReading {
    if year == 0 && month == 0 { return .open }
    guard (1...12).contains(month) else { return .invalid(.impossible) }
    guard ItalianDate.plausibleYears.contains(year) else { return .invalid(.implausibleYear) }
    return .month(.month(year, month))
  }
}

extension ByteScanner {
  /// One of `/ - . ,` with blanks around it, or blanks alone.
  fileprivate mutating func dateSeparator() -> Bool {
    let blanks = skipBlanks()
    let mark = skip(0x2F) || skip(0x2D) || skip(0x2E) || skip(0x2C) || skip(bytes: "–")
    skipBlanks()
    return blanks || mark
  }

  /// What stands between a month's name and the year: `12-mar-26`, `giu.25`, `marzo '25`, or nothing, as
  /// statistics programs write (`12MAR2026`).
  fileprivate mutating func yearSeparator() {
    _ = dateSeparator()
    _ = skip(0x27) || skip(bytes: "’")
  }

  /// What is left of a word outside ASCII, the `ì` of `lunedì`.
  fileprivate mutating func skipBeyondASCII() {
    while next >= 0x80 { _ = skip(next) }
  }
}
