/// Conventions in the words of `source.json`, and of receipts.
extension SourceSettings {
  /// Words of `formato_data` and `numeri`.
  static let dateOrders: [String: DateOrder] = [
    "gg/mm/aaaa": .dayFirst, "mm/gg/aaaa": .monthFirst, "aaaa-mm-gg": .iso,
    "aa-mm-gg": .shortYearFirst, "aaaa-gg-mm": .yearDayMonth,
    "mm/aaaa": .dayFirst, "seriale": .dayFirst, "seriale-1904": .dayFirst,
  ]
  static let numberConventions: [String: NumberConvention] = [
    "italiani": .italian, "internazionali": .international,
  ]

  /// Of one field if it is named, of all otherwise.
  func dateOrder(of field: String) -> DateOrder? {
    (dateFormats[field] ?? dateFormats[""]).flatMap { SourceSettings.dateOrders[$0] }
  }

  /// The column says months, and the descriptor knows it: the first day stands for each.
  func readsMonths(_ field: String) -> Bool {
    (dateFormats[field] ?? dateFormats[""]) == "mm/aaaa"
  }

  /// The column counts days as a spreadsheet does, and the descriptor knows it.
  func serials(of field: String, in table: OpenedTable) -> SerialSystem? {
    switch dateFormats[field] ?? dateFormats[""] {
    case "seriale": table.countsDaysFrom1904 ? .from1904 : .from1900
    case "seriale-1904": .from1904
    default: nil
    }
  }

  func numberConvention(of field: String) -> NumberConvention? {
    (numberFormats[field] ?? numberFormats[""]).flatMap { SourceSettings.numberConventions[$0] }
  }
}

extension DateOrder {
  /// In the words of `source.json`.
  var label: String {
    switch self {
    case .dayFirst: "gg/mm/aaaa"
    case .monthFirst: "mm/gg/aaaa"
    case .iso: "aaaa-mm-gg"
    case .shortYearFirst: "aa-mm-gg"
    case .yearDayMonth: "aaaa-gg-mm"
    }
  }
}

extension SerialSystem {
  var label: String { "giorni contati dal \(rawValue)" }
}

extension NumberConvention {
  var label: String {
    switch self {
    case .italian: "italiani (1.234,56)"
    case .international: "internazionali (1,234.56)"
    case .plain: "solo cifre"
    }
  }
}
