public import Warehouse

/// In which order a column writes day, month and year: proved on the whole column, never guessed
/// cell by cell.
public enum DateOrder: String, Sendable, CaseIterable {
  /// `12/03/2026` is 12 March. Year-first dates are read too, since they cannot be anything else.
  case dayFirst = "giorno-mese"
  /// `12/03/2026` is 3 December. Year-first dates are read too.
  case monthFirst = "mese-giorno"
  /// Year first only: anything else in the column is a contradiction.
  case iso = "iso"
  /// Year first, with two digits: `26-03-12`. Only a whole column can prove it.
  case shortYearFirst = "anno-mese-giorno"
  /// Year first and then the day, as some data bases set to Italian write: `2026-31-01`. Only a whole
  /// column can prove it.
  case yearDayMonth = "anno-giorno-mese"

  /// The year comes first, with four digits or with two.
  var isYearFirst: Bool { self == .iso || self == .shortYearFirst || self == .yearDayMonth }
}

/// What a cell of a date column says.
public enum DateReading: Equatable, Sendable {
  /// A day, and the minute of the day (0–1439, Europe/Rome) when a time was written.
  case day(Day, minuteOfDay: Int16?)
  /// A month alone, `marzo 2024`, `03/2024`.
  case month(Period)
  /// Nothing was written.
  case empty
  /// A sentinel that means "still open" or "never": 31/12/9999, 01/01/0001, 01/01/1900, 00/00/0000.
  case open
  case invalid(DateProblem)
}

/// Why a cell is not a date.
public enum DateProblem: String, Sendable, CaseIterable {
  case notADate = "non-data"
  /// 31 February, 30 February, day 0, month 13.
  case impossible = "data-inesistente"
  /// A real date only if day and month are swapped against the column's order.
  case otherOrder = "ordine-giorno-mese"
  /// A year before 1800 or after 2199 that is no known sentinel.
  case implausibleYear = "anno-implausibile"
  /// Two dates, according to whether the day or the month comes first, and nothing says which.
  case ambiguous = "ordine-ignoto"
  /// The year or the month is missing: `03-mar`, `LUGLIO`, `2024`.
  case incomplete = "data-incompleta"
  /// `lunedì 12/03/2026`, a Thursday: which of the two is wrong nobody knows.
  case otherWeekday = "altro-giorno-della-settimana"
  /// 25:00, 10:75, an offset over 14 hours.
  case impossibleTime = "ora-inesistente"
  /// A bare five-digit number, as a spreadsheet counts days: which calendar it counts is not said.
  case spreadsheetSerial = "numero-seriale"
}
