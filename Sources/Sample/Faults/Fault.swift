/// One thing wrong with one row. A row has at most one, so that every finding has one cause.
enum Fault: Int, CaseIterable {
  case none
  /// A required cell is empty.
  case missingValue
  /// The request date names no day: the row is refused.
  case invalidRequestDate
  /// The closing date names no day: the cell is emptied.
  case invalidClosingDate
  /// The closing date is after the delivery.
  case futureDate
  /// The decision is before the request, on a row whose service has started.
  case datesOutOfOrder
  /// The birth year is not a number.
  case invalidNumber
  /// The birth year is of another age.
  case outOfRange
  case unknownService
  case unknownChannel
  /// The state is not in the map, on a row whose service has started.
  case unknownOutcome
  case misspeltComune
  case comuneOutside
  /// A fiscal code without its last character.
  case brokenIdentifier
  case maskedIdentifier
  /// `ANONIMO`: legitimate, and nobody's.
  case anonymous
  /// The same row twice.
  case repeatedRow
  /// An error value where the decision date should be.
  case errorCell
  /// More cells than the header has.
  case shiftedRow

  /// The finding it must produce; nil when it produces none.
  var finding: FindingCode? {
    switch self {
    case .none, .anonymous: nil
    case .missingValue: .missingValue
    case .invalidRequestDate, .invalidClosingDate: .invalidDate
    case .futureDate: .futureDate
    case .datesOutOfOrder: .datesOutOfOrder
    case .invalidNumber: .invalidNumber
    case .outOfRange: .outOfRange
    case .unknownService, .unknownChannel, .unknownOutcome: .unknownCode
    case .misspeltComune: .unknownComune
    case .comuneOutside: .comuneOutside
    case .brokenIdentifier: .invalidIdentifier
    case .maskedIdentifier: .maskedIdentifier
    case .repeatedRow: .repeatedID
    case .errorCell: .errorCell
    case .shiftedRow: .shiftedRow
    }
  }

  /// The row cannot be kept.
  var refuses: Bool {
    switch self {
    case .missingValue, .invalidRequestDate, .shiftedRow: true
    default: false
    }
  }

  /// Nobody can be recognised on the row.
  var hidesPerson: Bool {
    switch self {
    case .brokenIdentifier, .maskedIdentifier, .anonymous: true
    default: false
    }
  }

  /// It replaces a cell only a started service has.
  var needsStart: Bool {
    switch self {
    case .datesOutOfOrder, .unknownOutcome, .errorCell: true
    default: false
    }
  }
}
