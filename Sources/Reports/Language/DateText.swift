import Warehouse

/// Days and periods in words.
extension Language {
  /// `31/03/2025`, in both languages: day, month, year.
  func short(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(twoDigits(number))/\(twoDigits(month))/\(year)"
  }

  /// `31 marzo 2025`, `31 March 2025`.
  func long(_ day: Day) -> String {
    let (year, month, number) = day.civil
    let ordinal = self == .it && number == 1 ? "1º" : "\(number)"
    return "\(ordinal) \(monthName(month)) \(year)"
  }

  func monthName(_ month: Int) -> String {
    switch self {
    case .it: Language.italianMonths[month - 1]
    case .en: Language.englishMonths[month - 1]
    }
  }

  /// `1º semestre 2026`, `first half of 2026`.
  func name(of period: Period) -> String {
    switch (self, period) {
    case (_, .year(let year)): "\(year)"
    case (.it, .half(let year, let half)): "\(half)º semestre \(year)"
    case (.en, .half(let year, let half)): "\(half == 1 ? "first" : "second") half of \(year)"
    case (.it, .quarter(let year, let quarter)): "\(quarter)º trimestre \(year)"
    case (.en, .quarter(let year, let quarter)): "Q\(quarter) \(year)"
    case (_, .month(let year, let month)): "\(monthName(month)) \(year)"
    }
  }

  /// `1º sem. 2026`, `H1 2026`: under a chart there is no room for the name.
  func short(_ period: Period) -> String {
    switch (self, period) {
    case (_, .year(let year)): "\(year)"
    case (.it, .half(let year, let half)): "\(half)º\u{A0}sem. \(year)"
    case (.en, .half(let year, let half)): "H\(half) \(year)"
    case (.it, .quarter(let year, let quarter)): "\(quarter)º\u{A0}trim. \(year)"
    case (.en, .quarter): name(of: period)
    case (_, .month(let year, let month)): "\(monthName(month).prefix(3)) \(year)"
    }
  }

  /// `nel 1º semestre 2026`, `in the first half of 2026`.
  func during(_ period: Period) -> String {
    switch (self, period) {
    case (.it, .month): "a \(name(of: period))"
    case (.it, _): "nel \(name(of: period))"
    case (.en, .half): "in the \(name(of: period))"
    case (.en, _): "in \(name(of: period))"
    }
  }

  private func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  private static let italianMonths = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
