import Warehouse

/// Whether a spreadsheet may have taken the day of a column's dates for the month.
///
/// A CSV of `05/03/2026` and `13/05/2026` opened where the month comes first becomes true dates where it
/// can be (the third of May) and stays text where it cannot. What is left gives it away: every text is a
/// date whose day is after the 12th, and no true date is.
struct SwappedDateEvidence {
  private(set) var trueDates = 0
  private var lateDays = 0
  private var example = ""

  /// Fewer true dates may all be of the first twelve days by chance (one in forty), and fewer texts all
  /// of the others (one in five).
  private static let dates = 4
  private static let texts = 3

  /// Takes a true date of the sheet, in ISO form.
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
    guard cell.count >= 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else {
      return
    }
    trueDates += 1
    let day = Int(cell[8] &- 0x30) * 10 + Int(cell[9] &- 0x30)
    if day > 12 { lateDays += 1 }
    if example.isEmpty, cell[5] != cell[8] || cell[6] != cell[9] {
      example = String(decoding: cell.prefix(10), as: UTF8.self)
    }
  }

  /// What to say of the column; nil when nothing is suspect.
  func detail(texts: DateOrderEvidence) -> String? {
    guard trueDates >= SwappedDateEvidence.dates, lateDays == 0, !example.isEmpty,
      let order = texts.decision, !order.isYearFirst,
      texts.undecidedCount == 0, texts.count(of: order) >= SwappedDateEvidence.texts
    else { return nil }
    return "\(trueDates) date vere, nessuna dopo il giorno 12 («\(example)»), e"
      + " \(texts.count(of: order)) testi, tutti dopo («\(texts.example ?? "")»)"
  }
}

extension FindingKind {
  static let swappedDates = FindingKind(
    "date-forse-scambiate", .warning,
    it: "un foglio di calcolo può aver scambiato il giorno e il mese delle date della colonna",
    en: "a spreadsheet may have exchanged the day and the month of the column's dates",
    expected:
      "il file com'è uscito dal programma, senza aprirlo e salvarlo con un foglio di calcolo;"
      + " se le date sono giuste, scriverle tutte nello stesso modo")
}
