import Spreadsheet

extension SheetChart.Series {
  /// Colour of a series by itself.
  static let only: UInt32 = 0x0066CC
  /// Of those that stand together: apart in black and white too.
  static let together: [UInt32] = [0x00407F, 0xC77700, 0x00664A, 0x8A5FC0]
}

extension Cell.Value {
  /// How the axis of a chart writes values like this one; nil where it is no amount.
  var axisFormat: String? {
    switch self {
    case .number(_, let style): style.spreadsheetFormat
    case .euro, .integer: NumberStyle.decimal(0).spreadsheetFormat
    case .none, .text, .day, .interval, .link: nil
    }
  }
}

extension [Cell.Value] {
  /// Shares of a whole end at the whole: left to themselves programs draw an axis up to 120 %.
  var axisEnd: Double? {
    var most = 0.0
    for value in self {
      switch value {
      case .number(let share, .percent): most = Swift.max(most, share)
      case .none, .text, .link: continue
      default: return nil
      }
    }
    return most > 0.8 && most <= 1 ? 1 : nil
  }
}

extension Chart.Kind {
  /// What its values measure, where all are on one scale.
  var measure: String? {
    switch self {
    case .bars(let scale, _, _), .dots(let scale, _, _), .gaps(let scale, _, _),
      .lines(let scale, _, _), .curve(let scale, _, _),
      .panel(let scale, _, _, _), .funnel(let scale, _, _, _),
      .pairs(let scale, _, _, _), .progress(let scale, _, _, _, _, _, _, _), .map(let scale, _):
      scale.label
    case .spine: nil
    }
  }
}
