/// The time of day that may follow a date.
enum ClockTime {
  enum Reading {
    case absent
    /// Minute of the day, 0–1440; minutes ahead of UTC when a zone was written.
    case time(minute: Int, offset: Int?)
    case impossible
    case unreadable
  }

  /// Reads `T10:15`, ` 10:15:00`, ` ore 10.15`, ` 10:15:00.123Z`, `+01:00`, ` 3:20 PM` from `start`
  /// to the end of the cell. Seconds are checked and dropped.
  static func scan(_ bytes: CellBytes, from start: Int) -> Reading {
    var s = ByteScanner(bytes, at: start)
    let separated = s.skipBlanks()
    if s.isAtEnd { return .absent }
    let marked = s.skip(0x54) || s.skip(0x74)
    if !marked {
      // xs:date may carry a zone and no time: the day is the one written.
      guard s.skip(0x2C) || separated else {
        return s.zone() != nil && s.isAtEnd ? .absent : .unreadable
      }
      s.skipBlanks()
      if s.skipWord("ore") || s.skipWord("alle") {
        s.skipBlanks()
        // `ore 10`: with its word before it, the hour may stand alone.
        var alone = s
        if let (hour, _) = alone.number(upTo: 2), alone.isAtEnd {
          return hour < 24 ? .time(minute: hour * 60, offset: nil) : .impossible
        }
      }
    }
    return scanClock(&s)
  }

  private static func scanClock(_ s: inout ByteScanner) -> Reading {
    guard let (hour, hourDigits) = s.number(upTo: 2) else { return .unreadable }
    var minute = 0
    var second = 0
    if s.skip(0x3A) || s.skip(0x2E) {
      guard let (value, digits) = s.number(upTo: 2), digits == 2 else { return .unreadable }
      minute = value
      if s.skip(0x3A) || s.skip(0x2E) {
        guard let (value, digits) = s.number(upTo: 2), digits == 2 else { return .unreadable }
        second = value
        if s.skip(0x2E) || s.skip(0x2C) { guard s.skipDigits() > 0 else { return .unreadable } }
      }
    } else if hourDigits == 2, let (value, digits) = s.number(upTo: 2) {
      // 1015, 101500: the compact ISO form.
      guard digits == 2 else { return .unreadable }
      minute = value
      if let (value, digits) = s.number(upTo: 2) {
        guard digits == 2 else { return .unreadable }
        second = value
      }
    } else {
      return .unreadable
    }
    return finish(&s, hour, minute, second)
  }

  private static func finish(
    _ s: inout ByteScanner, _ writtenHour: Int, _ minute: Int, _ second: Int
  ) -> Reading {
    var hour = writtenHour
    s.skipBlanks()
    if s.skipWord("am") {
      guard (1...12).contains(hour) else { return .impossible }
      hour %= 12
    } else if s.skipWord("pm") {
      guard (1...12).contains(hour) else { return .impossible }
      hour = hour % 12 + 12
    }
    var offset: Int?
    if !s.isAtEnd {
      s.skipBlanks()
      // `OEC` is what Google Forms in Italian calls our own time, winter and summer.
      if !s.skipWord("oec") {
        guard let zone = s.zone() else { return .unreadable }
        offset = zone
      }
      s.skipBlanks()
    }
    guard s.isAtEnd else { return .unreadable }
    // 24:00 closes a day; second 60 is a leap second.
    let closesDay = hour == 24 && minute == 0 && second == 0
    guard closesDay || hour < 24, minute < 60, second <= 60 else { return .impossible }
    if let offset, abs(offset) > 14 * 60 { return .impossible }
    return .time(minute: hour * 60 + minute, offset: offset)
  }
}

extension ByteScanner {
  /// Minutes ahead of UTC: `Z`, `UTC`, `GMT+1`, `+01:00`, `-0100`, `+01`, `CET`, `MESZ`.
  fileprivate mutating func zone() -> Int? {
    if skip(0x5A) || skip(0x7A) { return 0 }
    if skipWord("cest") || skipWord("mesz") { return 120 }
    if skipWord("cet") || skipWord("mez") { return 60 }
    let isNamed = skipWord("utc") || skipWord("gmt")
    if isNamed, isAtEnd { return 0 }
    let negative = skip(0x2D)
    guard negative || skip(0x2B), let (hours, digits) = number(upTo: 2), digits == 2 || isNamed
    else { return nil }
    let colon = skip(0x3A)
    var minutes = 0
    if let (value, digits) = number(upTo: 2) {
      guard digits == 2, value < 60 else { return nil }
      minutes = value
    } else if colon {
      return nil
    }
    let total = hours * 60 + minutes
    return negative ? -total : total
  }
}
