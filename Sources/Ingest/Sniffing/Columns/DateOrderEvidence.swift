public import Warehouse

/// What the dates of one column say about the order of day and month.
///
/// `31/12/2025` can only be day first, `12/31/2025` only month first, `2025-12-31` needs no order and
/// `05/06/2025` proves nothing. One cell of proof decides for all: the file was written by one program.
///
/// What has happened cannot have happened after the file was handed over: `12/01/2026` in a delivery of
/// March is of January, because the other reading is of December.
public struct DateOrderEvidence: Sendable {
  private var ballot = Ballot<DateOrder>([.dayFirst, .monthFirst, .iso, .yearDayMonth])
  private var pairs = YearFirstEvidence()
  /// `2026-01-31`: dates with the year first that cannot have the day second.
  private var monthsSecond = 0
  private let latest: Day?

  /// - Parameter latest: the last day a date of the column can be; nil when it may be in the future.
  public init(latest: Day? = nil) { self.latest = latest }

  /// Takes a cell into account; one that is no numeric date says nothing.
  public mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
    var numbers = NumbersInText(cell)
    guard let first = numbers.next(), first.digits > 0 else { return }
    if first.digits == 4 {
      guard let second = numbers.next(), (1...2).contains(second.digits) else { return }
      let last = numbers.next()
      let isDaySecond = (13...31).contains(second.value) && (1...12).contains(last?.value ?? 0)
      ballot.prove(isDaySecond ? .yearDayMonth : .iso, by: cell)
      if !isDaySecond, let last, (13...31).contains(last.value) { monthsSecond += 1 }
      return
    }
    if first.digits == 8 {
      let year = first.value % 10_000
      guard (1800...2199).contains(year) else {
        if (1800...2199).contains(first.value / 10_000) { ballot.prove(.iso, by: cell) }
        return
      }
      weigh(first.value / 1_000_000, first.value / 10_000 % 100, year, cell)
      return
    }
    guard first.digits <= 2, let second = numbers.next(), (1...2).contains(second.digits),
      let year = numbers.next(), year.digits == 4 || year.digits == 2
    else {
      pairs.contradict()
      return
    }
    pairs.add(first.value, second.value, year.value, areTwoDigits: year.digits == 2)
    weigh(
      first.value, second.value,
      year.digits == 2 ? ItalianDate.fullYear(year.value) : year.value, cell)
  }

  private mutating func weigh(
    _ first: Int, _ second: Int, _ year: Int, _ cell: UnsafeBufferPointer<UInt8>
  ) {
    switch (first, second) {
    case (13...31, 1...12): ballot.prove(.dayFirst, by: cell)
    case (1...12, 13...31): ballot.prove(.monthFirst, by: cell)
    // 4/4 is the fourth of April either way.
    case (1...12, 1...12) where first != second:
      guard let latest, let dayFirst = Day(year: year, month: second, day: first),
        let monthFirst = Day(year: year, month: first, day: second),
        dayFirst <= latest, monthFirst > latest
      else { return ballot.abstain(cell) }
      // Not the other way round: here a future day is a slip of the pen before it is another calendar.
      ballot.prove(.dayFirst, by: cell)
    default: break
    }
  }

  /// The order the column proves; nil when it proves none, or both.
  public var decision: DateOrder? {
    if isYearFirst { return .shortYearFirst }
    if let winner = ballot.winner(.dayFirst, .monthFirst) { return winner }
    guard ballot.undecided == 0, !isContested else { return nil }
    // Year first is year, month, day, unless dates say otherwise and next to none says so.
    if ballot.count(.yearDayMonth) > 20 * monthsSecond { return .yearDayMonth }
    return ballot.count(.iso) > 0 ? .iso : nil
  }

  /// `26-01-31`: years of two digits, written first.
  private var isYearFirst: Bool { latest.map { pairs.isProved(latest: $0) } ?? false }

  /// Some cells change meaning with the order, and nothing says which it is.
  public var isAmbiguous: Bool { decision == nil && (ballot.undecided > 0 || isContested) }

  /// Cells that read both ways, and those that prove an order.
  var undecidedCount: Int { ballot.undecided }
  func count(of order: DateOrder) -> Int { ballot.count(order) }

  /// How sure the decision is: one cell may be a slip, ten are not.
  public var confidence: Double {
    guard let decision else { return 0 }
    if isYearFirst { return 0.9 }
    return (1 - 0.5 / Double(ballot.count(decision) + 1)).rounded2
  }

  /// Some cells prove one reading and some the other.
  var isContested: Bool { ballot.isContested(.dayFirst, .monthFirst) }

  /// A cell that proves the decision.
  public var example: String? { decision.flatMap { ballot.example($0) } }

  /// Why, in Italian, for the receipt.
  public var because: String {
    if isYearFirst { return pairs.because }
    if let decision, let example {
      return
        "«\(example)» si legge in un modo solo\(latest == nil ? "" : ", o l'altro è dopo la consegna")"
        + " (celle come questa: \(ballot.count(decision)))"
    }
    if isContested {
      return "alcune celle provano il giorno prima («\(ballot.example(.dayFirst) ?? "")»), altre il"
        + " mese prima («\(ballot.example(.monthFirst) ?? "")»)"
    }
    return ballot.undecided > 0
      ? ballot.doubt("si legge", "si leggono") + " in entrambi i modi e nessuna cella decide"
      : "nessuna data che dipenda dall'ordine"
  }
}
