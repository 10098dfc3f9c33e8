import Warehouse

/// What reads the facts of a dataset, some of one delivery at a time.
///
/// Sendable because it belongs to one thread at a time.
protocol SliceReader: AnyObject, Sendable {
  /// All it asks of a fact.
  var fields: Set<FactField> { get }

  /// - Parameter observedUntil: last day of which the source can tell.
  func add(_ slice: FactSlice, observedUntil: Day)
}

/// From the facts of a dataset to tallies, as a description says.
final class FactTally: SliceReader, @unchecked Sendable {
  let counting: Counting
  let frame: Frame
  let asOf: Day
  private let groups: PlacesOfGroups
  private(set) var tallies: BaseTallies

  var fields: Set<FactField> { counting.fields }

  init(counting: Counting, frame: Frame, asOf: Day, groups: PlacesOfGroups = .none) {
    self.counting = counting
    self.frame = frame
    self.asOf = asOf
    self.groups = groups
    tallies = BaseTallies(dimensions: counting.breakdowns.map(\.dimension), frame: frame)
  }

  func add(_ slice: FactSlice, observedUntil: Day) {
    // Handed over for the whole slice: otherwise every fact would ask whether somebody else is writing.
    add(slice, observedUntil: observedUntil, to: &tallies)
  }

  private func add(_ slice: FactSlice, observedUntil: Day, to tallies: inout BaseTallies) {
    let places = places(slice)
    let quarters = quarters(slice)
    let columns = counting.breakdowns.enumerated().map { i, breakdown in
      slice.map(breakdown) { tallies.column(dimension: i + 1, code: $0) }
    }
    contributions(slice, observedUntil: observedUntil) { row, one in
      let (place, quarter) = (places[row], quarters[row])
      guard place >= 0, quarter >= 0 else { return }
      tallies.update(comune: place, quarter: quarter, column: 0) { $0.add(one) }
      for column in columns {
        tallies.update(comune: place, quarter: quarter, column: column[row]) { $0.add(one) }
      }
    }
  }

  /// By row, the index of the comune; -1 outside the territory.
  private func places(_ slice: FactSlice) -> [Int] {
    guard let field = counting.place else {
      return [Int](repeating: frame.undetermined, count: slice.count)
    }
    return groups.places(of: slice, field, frame)
  }

  /// By row; -1 where the fact is of no quarter of the frame.
  private func quarters(_ slice: FactSlice) -> [Int] {
    switch counting.when {
    case .asOf: [Int](repeating: frame.quarters.count - 1, count: slice.count)
    case .day(let field):
      slice.days(field, by: asOf).map {
        $0 == FactSlice.none ? -1 : frame.quarter(Day(number: Int32($0))) ?? -1
      }
    case .year(let field): slice.reals(field).map { quarter(ofYear: $0) ?? -1 }
    }
  }

  private func quarter(ofYear year: Double) -> Int? {
    Int(exactly: year.rounded(.towardZero)).flatMap { Day(year: $0, month: 12, day: 31) }
      .flatMap { frame.quarter($0) }
  }

  /// Keys of the facts that count in the place, period and modality of an observation.
  func keys(
    _ slice: FactSlice, observedUntil: Day, unit: Int, period: Period, dimension: String,
    modality: String
  ) -> [Int64] {
    var isIn = counted(slice, observedUntil: observedUntil)
    if dimension != "totale" {
      guard let breakdown = counting.breakdowns.first(where: { $0.dimension == dimension }) else {
        return []
      }
      let isOfIt = slice.map(breakdown) { $0 == modality }
      for row in isIn.indices where !isOfIt[row] { isIn[row] = false }
    }
    let (places, quarters, keys) = (places(slice), quarters(slice), slice.allKeys)
    return isIn.indices.filter { row in
      guard isIn[row], places[row] >= 0, quarters[row] >= 0,
        frame.unitsOfComune[places[row]].contains(unit)
      else { return false }
      let inside = frame.quarters[quarters[row]]
      return counting.when == .asOf
        || (period.firstDay <= inside.firstDay && inside.lastDay <= period.lastDay)
    }.map { keys[$0] }
  }

  /// By row, whether the fact holds and counts.
  private func counted(_ slice: FactSlice, observedUntil: Day) -> [Bool] {
    zip(
      slice.areCurrent(), counting.filters.allHold(slice, asOf: asOf, observedUntil: observedUntil)
    ).map { $0 && $1 }
  }

  /// What each fact that counts adds, with its row; facts of which the measure has nothing to say are
  /// left out.
  ///
  /// - Parameter observedUntil: last day of which the source can tell.
  func contributions(
    _ slice: FactSlice, observedUntil: Day, _ body: (Int, Contribution) -> Void
  ) {
    let counts = counted(slice, observedUntil: observedUntil)
    let keys = slice.allKeys
    // Who is not identified is somebody of their own.
    let persons = counting.protects.map { slice.identities($0) }
    let add = measure(slice, observedUntil: observedUntil)
    for row in 0..<slice.count where counts[row] {
      let person = persons?[row] ?? FactSlice.none
      var one = Contribution(
        identity: UInt64(bitPattern: person == FactSlice.none ? keys[row] : person))
      if add(row, &one) { body(row, one) }
    }
  }

  /// What the measure adds of a row; false when it has nothing to say of it.
  private func measure(
    _ slice: FactSlice, observedUntil: Day
  ) -> (Int, inout Contribution) -> Bool {
    let none = FactSlice.none
    switch counting.measure {
    case .count, .daily, .rate, .distribution: return { _, _ in true }
    case .share(let conditions):
      let hits = conditions.allHold(slice, asOf: asOf)
      return { row, one in
        one.isInNumerator = hits[row]
        one.isInside = hits[row]
        return true
      }
    case .distinct(let field, _):
      let units = slice.identities(field)
      return { row, one in
        one.unit = UInt64(bitPattern: units[row])
        return units[row] != none
      }
    case .shareOfDistinct(let field, let conditions):
      let units = slice.identities(field)
      let hits = conditions.allHold(slice, asOf: asOf)
      return { row, one in
        one.unit = UInt64(bitPattern: units[row])
        one.isUnitHit = hits[row]
        one.isInside = hits[row]
        return units[row] != none
      }
    case .sum(let quantity, _), .mean(let quantity):
      let values = slice.amounts(quantity)
      var isOfContributor = false
      if case .sum = counting.measure { isOfContributor = counting.protects != nil }
      return { [isOfContributor] row, one in
        one.sum = values[row]
        one.squares = one.sum * one.sum
        one.isOfContributor = isOfContributor
        return !values[row].isNaN
      }
    case .ratio(let top, let bottom):
      let (a, b) = (slice.amounts(top), slice.amounts(bottom))
      return { row, one in
        one.sum = a[row]
        one.other = b[row]
        return !a[row].isNaN && !b[row].isNaN
      }
    case .wait(let wait): return waiting(wait, slice, until: observedUntil)
    }
  }

  /// A day of a wait, or what stands in for it, where it has come by `until`.
  private func days(
    of field: FactField, in wait: Wait, _ slice: FactSlice, by until: Day
  ) -> [Int64] {
    var days = slice.days(field, by: until)
    var written = Array(slice.cells(field))
    for standIn in wait.standIns where standIn.missing == field {
      let holds = standIn.onlyIf.allHold(slice, asOf: asOf)
      let cells = slice.cells(standIn.day)
      let others = slice.days(standIn.day, by: until)
      for row in days.indices where written[row] == FactSlice.none && holds[row] {
        (written[row], days[row]) = (cells[row], others[row])
      }
    }
    return days
  }

  private func waiting(
    _ wait: Wait, _ slice: FactSlice, until: Day
  ) -> (Int, inout Contribution) -> Bool {
    let none = FactSlice.none
    let starts = slice.days(wait.from, by: min(asOf, until))
    let awaited = days(of: wait.to, in: wait, slice, by: until)
    let isAwaited = wait.onlyIf.allHold(slice, asOf: asOf)
    let others = wait.ended.map { days(of: $0, in: wait, slice, by: until) }
    let last = Int64(until.number)
    return { row, one in
      let start = starts[row]
      guard start != none else { return false }
      let (end, cause) =
        if awaited[row] != none, isAwaited[row] {
          (awaited[row], 1)
        } else if let end = others.lazy.map({ $0[row] }).filter({ $0 != none }).min() {
          (end, 2)
        } else {
          (last, 0)
        }
      if end < start {
        one.isReversed = true
      } else {
        one.wait(days: Int(end - start), cause: cause)
      }
      return true
    }
  }
}
