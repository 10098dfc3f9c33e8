import Warehouse

/// What the bare numbers of a date column say about being days counted by a spreadsheet: `46113`, the
/// 1st of April 2026 whose cell lost its format.
///
/// They are read so only when nothing else could be meant: every bare number of the column is a
/// plausible count of days, and not all of them are days written without marks (`20326`, 2/03/26).
struct SerialDateEvidence {
  /// From October 1954 to April 2064, counted from 1900.
  static let plausible = 20_000...60_000

  private(set) var count = 0
  private var others = 0
  private var compact = 0
  private(set) var example = ""

  /// Takes a cell into account; one that is no bare number, or is a year or a date of eight digits, says
  /// nothing.
  mutating func add(_ cell: CellBytes) {
    guard let first = cell.first, first == 0x20 || first &- 0x30 <= 9, cell.count <= 24 else {
      return
    }
    // Every cell passes here, and nearly all are `12/03/2026` or `2026-03-12`.
    if cell.count >= 8, cell[2] == 0x2F || cell[4] == 0x2D { return }
    guard let serial = SerialDate.Count(cell) else { return }
    switch serial.digits {
    case 4, 8, 12, 14: return
    // Nothing, as everywhere among dates.
    case 1 where serial.days == 0: return
    case 5 where SerialDateEvidence.plausible.contains(serial.days):
      if count == 0 { example = String(decoding: cell.blankTrimmed, as: UTF8.self) }
      count += 1
      if serial.isWhole, (1...12).contains(serial.days / 100 % 100) { compact += 1 }
    default: others += 1
    }
  }

  var isProved: Bool { count > 0 && others == 0 && compact < count }
  /// How sure it is: one number may be a slip, ten are not.
  var confidence: Double { (0.95 - 0.5 / Double(count + 1)).rounded2 }
}

/// The day a spreadsheet counts from.
enum SerialSystem: String, Sendable {
  case from1900 = "1900"
  case from1904 = "1904"

  /// The day, and the minute of it, that a count of five digits stands for; nil for any other text.
  func day(_ cell: CellBytes) -> DateReading? {
    guard let serial = SerialDate.Count(cell), serial.digits == 5 else { return nil }
    let minutes = Int((serial.fraction * 1440).rounded())
    let day = Day(number: Int32(serial.days + epoch + minutes / 1440))
    return .day(day, minuteOfDay: serial.isWhole ? nil : Int16(minutes % 1440))
  }

  /// 1904-01-01 and, after the false leap day of 1900, 1899-12-30, as days from 1970.
  private var epoch: Int { self == .from1904 ? -24_107 : -25_569 }
}

extension SerialDate {
  /// A bare number of days: digits, and perhaps a fraction.
  struct Count {
    var days = 0
    var digits = 0
    var fraction = 0.0
    var isWhole = true

    init?(_ cell: CellBytes) {
      var scale = 1.0
      for byte in cell.blankTrimmed {
        switch byte {
        case 0x30...0x39 where isWhole:
          guard digits < 18 else { return nil }
          days = days * 10 + Int(byte - 0x30)
          digits += 1
        case 0x30...0x39:
          scale /= 10
          fraction += Double(byte - 0x30) * scale
        case 0x2E, 0x2C:
          guard isWhole, digits > 0 else { return nil }
          isWhole = false
        default: return nil
        }
      }
      guard digits > 0 else { return nil }
    }
  }
}
