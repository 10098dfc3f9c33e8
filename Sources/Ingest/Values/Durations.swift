/// Lengths of time, in minutes.
///
/// Read: `1h30`, `1 h 30 min`, `2 ore e 15 minuti`, `90 min`, `90'`, `01:30`, `01:30:00`, `1,5 ore`;
/// a bare number only where the source declares its unit.
public enum Durations {
  /// What a bare number counts.
  public enum Unit: Sendable { case hours, minutes }

  /// Minutes, rounded to the nearest; nil when the cell is not a length of time.
  ///
  /// - Parameter countsMinutes: the decimals of hours are minutes, `1.30 h` an hour and a half.
  public static func minutes(
    _ bytes: CellBytes, bare unit: Unit? = nil, countsMinutes: Bool = false
  ) -> Int? {
    var s = ByteScanner(bytes.blankTrimmed)
    guard !s.isAtEnd, var first = s.quantity() else { return nil }
    if first.isWhole, s.skip(0x3A) { return clock(first.value, &s) }
    s.skipBlanks()
    if s.isAtEnd { return unit.flatMap { rounded($0 == .hours ? first.value * 60 : first.value) } }
    if s.minuteMark() { return s.isAtEnd ? rounded(first.value) : nil }
    guard s.hourMark() else { return nil }
    if countsMinutes, !first.isWhole {
      let hours = first.value.rounded(.down)
      first.value = hours + (first.value - hours) * 100 / 60
      guard first.value - hours < 1 else { return nil }
    }
    return afterHours(first, &s)
  }

  public static func minutes(_ text: String, bare unit: Unit? = nil) -> Int? {
    text.withCellBytes { minutes($0, bare: unit) }
  }

  /// What a cell of a column of minutes may say beside a bare number.
  enum InMinutes: Equatable {
    case minutes(Int)
    /// `1:30`: an hour and a half, or a minute and a half.
    case unsaid
  }

  /// A length of time where minutes are counted; nil when the cell is none.
  ///
  /// - Parameter clocksAreHours: what stands before the one colon is known to be hours.
  static func inMinutes(_ bytes: CellBytes, clocksAreHours: Bool) -> InMinutes? {
    guard let minutes = minutes(bytes) else { return nil }
    let isShortClock = bytes.count { $0 == 0x3A } == 1
    return isShortClock && !clocksAreHours ? .unsaid : .minutes(minutes)
  }

  /// `hh:mm` or `hh:mm:ss`, where the seconds are dropped.
  private static func clock(_ hours: Double, _ s: inout ByteScanner) -> Int? {
    guard let (minutes, digits) = s.number(upTo: 2), digits == 2, minutes < 60 else { return nil }
    if s.skip(0x3A) {
      guard let (seconds, digits) = s.number(upTo: 2), digits == 2, seconds < 60 else { return nil }
    }
    return s.isAtEnd ? rounded(hours * 60 + Double(minutes)) : nil
  }

  /// What follows the hours: nothing, or minutes with or without their mark.
  private static func afterHours(
    _ hours: (value: Double, isWhole: Bool), _ s: inout ByteScanner
  ) -> Int? {
    s.skipBlanks()
    if s.skipWord("e") { s.skipBlanks() }
    if s.isAtEnd { return rounded(hours.value * 60) }
    guard hours.isWhole, let (minutes, _) = s.number(upTo: 2), minutes < 60 else { return nil }
    s.skipBlanks()
    _ = s.minuteMark()
    return s.isAtEnd ? rounded(hours.value * 60 + Double(minutes)) : nil
  }

  private static func rounded(_ minutes: Double) -> Int? {
    minutes < 1e9 ? Int(minutes.rounded()) : nil
  }
}

extension ByteScanner {
  /// `1`, `1,5`, `1.5`.
  fileprivate mutating func quantity() -> (value: Double, isWhole: Bool)? {
    guard let (whole, _) = number(upTo: 7) else { return nil }
    guard skip(0x2C) || skip(0x2E) else { return (Double(whole), true) }
    guard let (fraction, digits) = number(upTo: 6) else { return nil }
    var unit = 1.0
    for _ in 0..<digits { unit *= 10 }
    return (Double(whole) + Double(fraction) / unit, false)
  }

  fileprivate mutating func hourMark() -> Bool {
    let found = skipWord("ore") || skipWord("ora") || skipWord("hh") || skipWord("h")
    if found { _ = skip(0x2E) }
    return found
  }

  fileprivate mutating func minuteMark() -> Bool {
    if skip(0x27) || skip(bytes: "’") || skip(bytes: "′") { return true }
    let found =
      skipWord("minuti") || skipWord("minuto") || skipWord("min") || skipWord("mm") || skipWord("m")
    if found { _ = skip(0x2E) }
    return found
  }
}
