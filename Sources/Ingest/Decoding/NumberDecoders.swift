import Warehouse

/// A cell as a number: as the format types it, or as its column writes numbers.
@inline(__always)
func numberReading(
  _ cell: DeliveredCell, _ convention: NumberConvention?, power: Int = 0
) -> NumberReading {
  var reading: NumberReading
  if cell.kind == .shown {
    reading = ItalianNumber.parse(cell.bytes.betweenWords, convention: .plain)
  } else if let convention = cell.kind == .number ? .plain : convention {
    reading = ItalianNumber.parse(cell.bytes, convention: convention)
  } else {
    reading = ItalianNumber.parseUndecided(cell.bytes)
  }
  // A written `%` says by itself what to multiply by.
  if power != 0, case .number(let number) = reading, !number.hasPercentSign {
    reading =
      number.multiplied(byPower: power).map { .number($0) } ?? .invalid(.tooManyDigits)
  }
  return reading
}

extension CellBytes {
  /// From the first digit to the last: the number of a cell that shows words around it.
  fileprivate var betweenWords: CellBytes {
    guard let first = firstIndex(where: ByteText.isDigit),
      let last = lastIndex(where: ByteText.isDigit)
    else { return self }
    return CellBytes(rebasing: self[first...last])
  }

  /// Words or marks are shown around the number: where a length of time is counted, they say of what.
  fileprivate var showsWords: Bool { betweenWords.count < count }
}

/// Whole numbers within a range, and amounts of money in cents.
final class IntegerDecoder: FieldDecoder {
  enum Meaning {
    case whole(ClosedRange<Int64>)
    /// Minutes, which may be written as a length of time.
    case minutes(ClosedRange<Int64>, clocksAreHours: Bool)
    case cents
    /// A year, or a date of birth of which the year alone is kept.
    case yearOfBirth(ClosedRange<Int64>)
  }

  private let meaning: Meaning
  private var countsMinutes: Bool { if case .minutes = meaning { true } else { false } }
  /// Nil when the column proves none.
  private let convention: NumberConvention?
  private let power: Int

  init(_ meaning: Meaning, convention: NumberConvention?, power: Int) {
    self.meaning = meaning
    self.convention = convention
    self.power = power
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]].a
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      let reading: NumberReading =
        countsMinutes && cell.kind == .shown && cell.bytes.showsWords
        ? .invalid(.notANumber) : numberReading(cell, convention, power: power)
      guard case .number(let number) = reading else {
        if case .yearOfBirth(let range) = meaning, let year = yearOfDate(cell.bytes),
          range.contains(year)
        {
          column[row] = year
          continue
        }
        if case .minutes(let range, let clocksAreHours) = meaning,
          let length = Durations.inMinutes(cell.bytes, clocksAreHours: clocksAreHours)
        {
          switch length {
          case .minutes(let minutes) where range.contains(Int64(minutes)):
            column[row] = Int64(minutes)
          case .minutes: batch.empty(.outOfRange, row: row, field: field, detail: words(range))
          case .unsaid: batch.empty(.unsaidDuration, row: row, field: field)
          }
        } else if case .empty = reading {
          missing(row, slot: slot, in: batch)
        } else if case .invalid(.ambiguous) = reading {
          batch.empty(.ambiguousNumber, row: row, field: field)
        } else {
          batch.empty(
            NumberSpan.matches(cell.bytes) ? .spanForNumber : .invalidNumber, row: row, field: field
          )
        }
        continue
      }
      guard !number.hasPercentSign else {
        batch.empty(.invalidNumber, row: row, field: field, detail: percentage)
        continue
      }
      switch meaning {
      case .cents:
        if let cents = number.cents {
          column[row] = cents
        } else if let cents = number.roundedCents {
          column[row] = cents
          batch.report(.roundedAmount, row: row, slot: slot)
        } else {
          batch.empty(.invalidNumber, row: row, field: field, detail: "più di due decimali")
        }
      case .whole(let range), .minutes(let range, _), .yearOfBirth(let range):
        if let value = number.integer, range.contains(value) {
          column[row] = value
        } else {
          let isWhole = number.integer != nil
          batch.empty(
            isWhole ? .outOfRange : .invalidNumber, row: row, field: field,
            detail: (isWhole ? "" : "serve un numero intero, ") + words(range))
        }
      }
    }
  }
}

private func words(_ range: ClosedRange<Int64>) -> String {
  "da \(range.lowerBound) a \(range.upperBound)"
}

/// What a number with `%` is where no share is asked for: never how many of something.
private let percentage = "è una percentuale"

/// The year of a date of birth, in whichever order its day and month are; nil unless the century is
/// written.
private func yearOfDate(_ bytes: CellBytes) -> Int64? {
  for order in [DateOrder.dayFirst, .monthFirst] {
    guard case .day(let day, _) = ItalianDate.parse(bytes, order: order, assumesUTC: false) else {
      continue
    }
    let year = day.year
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\(year)") ? Int64(year) : nil
  }
  return nil
}

/// Decimal numbers within a range, and lengths of time written as such (`1h30`).
final class DecimalDecoder: FieldDecoder {
  /// What the numbers count.
  enum Unit {
    /// Nothing a length of time could stand for.
    case none
    case hours
    case minutes
    /// What the column of units says of each row.
    case told
  }

  private let range: ClosedRange<Double>
  /// Nil when the column proves none.
  private let convention: NumberConvention?
  private let power: Int
  private let unit: Unit
  /// What decimals of hours are.
  private let hours: HourColumns.Reading
  /// Whether numbers are parts of one: `18,2 %` is 0.182.
  private var isShare: Bool { range == Field.Kind.shares }

  init(
    range: ClosedRange<Double>, convention: NumberConvention?, power: Int, unit: Unit,
    hours: HourColumns.Reading
  ) {
    self.range = range
    self.convention = convention
    self.power = power
    self.unit = unit
    self.hours = hours
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]].a
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      var value: Double?
      let isLength =
        cell.kind == .shown && cell.bytes.showsWords && isTime(word(of: row, in: batch))
      switch isLength ? .invalid(.notANumber) : numberReading(cell, convention, power: power) {
      case .number(let number) where number.hasPercentSign:
        guard isShare else {
          batch.empty(.invalidNumber, row: row, field: field, detail: percentage)
          continue
        }
        value = number.shareOfHundred
      case .number(let number):
        value = number.double
        if hours != .decimals, word(of: row, in: batch) == DecimalDecoder.hours {
          if hours == .undecided, number.integer == nil {
            batch.empty(.ambiguousNumber, row: row, field: field)
            continue
          }
          value = self.hours(number)
        }
      case .empty:
        missing(row, slot: slot, in: batch)
        continue
      case .invalid(.ambiguous):
        batch.empty(.ambiguousNumber, row: row, field: field)
        continue
      case .invalid:
        let word = word(of: row, in: batch)
        if word == DecimalDecoder.minutes,
          case .unsaid? = Durations.inMinutes(cell.bytes, clocksAreHours: hours == .minutes)
        {
          batch.empty(.unsaidDuration, row: row, field: field)
          continue
        }
        value = duration(cell.bytes, in: word)
        if hours == .undecided, value != nil,
          cell.bytes.contains(where: { $0 == 0x2C || $0 == 0x2E })
        {
          batch.empty(.ambiguousNumber, row: row, field: field)
          continue
        }
      }
      if let value, range.contains(value) {
        column[row] = Int64(bitPattern: value.bitPattern)
      } else {
        batch.empty(problem(cell.bytes, isNumber: value != nil), row: row, field: field)
      }
    }
  }

  private func problem(_ bytes: CellBytes, isNumber: Bool) -> FindingKind {
    if isNumber { return .outOfRange }
    if NumberSpan.matches(bytes) { return .spanForNumber }
    if case .told = unit { return .invalidQuantity }
    return .invalidNumber
  }

  private func hours(_ number: ExactDecimal) -> Double? {
    switch hours {
    case .minutes: number.integer == nil ? number.hoursAndMinutes : number.double
    case .minutesAlone: number.double / 60
    case .decimals, .undecided: number.double
    }
  }

  private func isTime(_ unit: String?) -> Bool {
    unit == DecimalDecoder.hours || unit == DecimalDecoder.minutes
  }

  private static let hours = "ore"
  private static let minutes = "minuti"

  /// The unit of a row's number.
  private func word(of row: Int, in batch: DecodedBatch) -> String? {
    switch unit {
    case .none: return nil
    case .hours: return DecimalDecoder.hours
    case .minutes: return DecimalDecoder.minutes
    case .told:
      guard let unit = batch.column(Field.unitOfQuantity), let words = unit.dictionary,
        unit.a[row] != FactBatch.null
      else { return nil }
      return words.codes[Int(unit.a[row])]
    }
  }

  /// `1h30` where the unit says hours is 1.5; where it says minutes, 90.
  private func duration(_ bytes: CellBytes, in word: String?) -> Double? {
    guard let word, let minutes = Durations.minutes(bytes, countsMinutes: hours == .minutes)
    else { return nil }
    switch word {
    case DecimalDecoder.hours: return Double(minutes) / 60
    case DecimalDecoder.minutes: return Double(minutes)
    default: return nil
    }
  }
}

extension ExactDecimal {
  /// `1.30` as an hour and a half; nil where the decimals are no minutes.
  fileprivate var hoursAndMinutes: Double? {
    guard scale > 0, scale <= 2 else { return nil }
    let (hours, rest) = (scale == 1 ? mantissa * 10 : mantissa).quotientAndRemainder(
      dividingBy: 100)
    return abs(rest) < 60 ? Double(hours) + Double(rest) / 60 : nil
  }
}
