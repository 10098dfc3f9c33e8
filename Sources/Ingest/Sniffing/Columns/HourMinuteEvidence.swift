import Warehouse

/// What the numbers of one column of hours say about their decimals: `1.30` is an hour and a half to who
/// writes hours and minutes, and an hour and eighteen minutes to who writes decimals.
///
/// A fraction of 60 or more, of one digit or of three proves decimals. `1:30` in the same column proves
/// minutes, if the fractions are those of an hour (15, 30, 45) and none is a quarter in decimals.
/// Fractions that could be either, and look like minutes, leave the column undecided.
struct HourMinuteEvidence: Sendable {
  /// How the numbers of a column of hours are read.
  enum Reading: Sendable {
    case decimals
    /// Those after the mark are minutes.
    case minutes
    case undecided
    /// They count minutes, and a field wants hours: only a source can say so.
    case minutesAlone
  }

  /// `1:30`.
  private var clocks = 0
  private var clock = ""
  /// Fractions that only decimals have.
  private var proofs = 0
  /// 25, 50: a quarter and a half, or minutes.
  private var quarters = 0
  /// 15, 30, 45: minutes, or decimals few would write.
  private var minutes = 0
  /// Others below 60, with two digits.
  private var others = 0
  private var example = ""
  private var hasText = false

  /// Fractions that are below 60 by chance: fewer say nothing.
  private static let telling = 12
  /// Numbers a program may have typed: fewer that look like minutes say nothing.
  private static let typed = 3

  /// Takes a cell into account.
  ///
  /// - Parameter isText: the format typed no number: `1.5` was written with one digit.
  mutating func add(_ cell: CellBytes, isText: Bool) {
    var s = ByteScanner(cell.blankTrimmed)
    guard let (_, _) = s.number(upTo: 7) else { return }
    if s.skip(0x3A) {
      if let (value, digits) = s.number(upTo: 2), digits == 2, value < 60 {
        if clocks == 0 { clock = String(decoding: cell.blankTrimmed.prefix(8), as: UTF8.self) }
        clocks += 1
      }
      return
    }
    guard s.skip(0x2E) || s.skip(0x2C), let (value, digits) = s.number(upTo: 6) else { return }
    s.skipBlanks()
    _ = s.skipWord("h") || s.skipWord("ore") || s.skipWord("ora")
    guard s.isAtEnd else { return }
    // Three digits may be thousands.
    if value == 0 || digits == 3 { return }
    // A number keeps no final zero: `1.3` may have been typed as `1,30`.
    let hundredths = digits == 1 ? value * 10 : value
    if digits > 2 || hundredths >= 60 || (digits == 1 && isText) {
      proofs += 1
      return
    }
    if isText { hasText = true }
    if example.isEmpty { example = String(decoding: cell.blankTrimmed.prefix(8), as: UTF8.self) }
    switch hundredths {
    case 25, 50: quarters += 1
    case 15, 30, 45: minutes += 1
    default: others += 1
    }
  }

  var reading: Reading {
    let fractions = quarters + minutes + others
    // A cell that contradicts twenty others is a mistake in that cell.
    if fractions == 0 || proofs * 20 > fractions { return .decimals }
    if clocks > 0 { return minutes > 0 && quarters == 0 ? .minutes : .undecided }
    let looksLikeMinutes =
      minutes >= (hasText ? 1 : HourMinuteEvidence.typed) && minutes >= quarters + others
    let isNeverBeyond =
      minutes + others >= HourMinuteEvidence.telling && minutes + others >= 2 * quarters
    return looksLikeMinutes || isNeverBeyond ? .undecided : .decimals
  }

  /// Why, in Italian, for the receipt.
  var because: String {
    clocks > 0
      ? "nella stessa colonna ci sono «\(clock)» e «\(example)»"
      : "i decimali sono tutti sotto 60, come i minuti («\(example)»)"
  }
}

extension FindingKind {
  static let undecidedHours = FindingKind(
    "ore-o-minuti", .warning,
    it:
      "la colonna delle ore non dice se 1.30 è un'ora e mezza o un'ora e diciotto minuti: le celle che si leggono in due modi sono vuotate",
    en:
      "the column of hours does not tell whether 1.30 is an hour and a half or an hour and eighteen minutes: the cells that read both ways are emptied",
    expected:
      "chiedere a chi consegna e scrivere numeri in source.json: {\"quantita\": \"ore.minuti\"} se 1.30 è"
      + " un'ora e mezza, «italiani» o «internazionali» se sono decimali")
}
