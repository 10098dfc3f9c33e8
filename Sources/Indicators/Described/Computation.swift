public import Warehouse

/// What an indicator may look at while it is worked out.
public struct Computation: Sendable {
  public let store: Store
  public let asOf: Day
  let frame: Frame
  let residents: Residents
  let settings: DisclosureSettings
  /// Codes of special categories.
  let sensitive: Set<String>
  let received: [Int64: Day]
  /// By unit, the ways it is a sum of others.
  private let sums: [Int: [[Int]]]
  /// What has been worked out so far, as it is published.
  var published: [Observation]
  private let personsReached: [Int]
  /// Nil until requests have been read.
  var requests: RequestDigest?

  /// - Parameter personsReached: distinct persons by cell of the frame; for measures over the whole
  ///   territory, never to be published by cell.
  init(
    store: Store, asOf: Day, frame: Frame, residents: Residents, settings: DisclosureSettings,
    sensitive: Set<String>, published: [Observation], personsReached: [Int]
  ) throws {
    self.store = store
    self.asOf = asOf
    self.frame = frame
    self.residents = residents
    self.settings = settings
    self.sensitive = sensitive
    self.published = published
    self.personsReached = personsReached
    var sums: [Int: [[Int]]] = [:]
    for ofComuni in [true, false] {
      for (whole, parts) in frame.geographicSums(ofComuni: ofComuni) {
        if sums[whole]?.contains(parts) != true { sums[whole, default: []].append(parts) }
      }
    }
    self.sums = sums
    received = Dictionary(
      uniqueKeysWithValues: try store.receivedDays().map { ($0.snapshot, $0.day) })
  }

  /// Last day of which the delivery of a fact can tell, never after the as-of date.
  func observedUntil(_ fact: Fact) -> Day {
    min(asOf, received[fact.key >> 32] ?? asOf)
  }

  /// Distinct persons reached in a unit and period of the frame.
  func reached(_ unit: Int, _ period: Int) -> Int {
    personsReached[frame.cell(unit: unit, period: period, modality: 0)]
  }

  // MARK: One indicator

  /// - Parameter tallied: its facts, when they have been read already.
  func observations(
    of indicator: Indicator, tallied: BaseTallies? = nil
  ) throws -> [Observation] {
    for table in indicator.inputs where try !store.hasCurrent(table) {
      return [notReceived(indicator.definition.slug, asOf)]
    }
    switch indicator.calculation {
    case .code(_, let code):
      let own = Computation.lastOfEach(try code(self))
      return own.isEmpty ? [nothing(indicator.definition.slug)] : own
    case .gathered(let counting, let gather):
      return try estimates(gather(self), counting, indicator.definition)
    case .facts(let counting):
      let base = try tallied ?? tallies([counting], over: counting.table)[0]
      return try estimates(base, counting, indicator.definition)
    }
  }

  /// The facts of a dataset, read once and tallied as each description says.
  func tallies(
    _ countings: [Counting], over table: FactTable, also: (Fact, Day) -> Void = { _, _ in }
  ) throws -> [BaseTallies] {
    let readers = countings.map { FactTally(counting: $0, frame: frame, asOf: asOf) }
    var bases = countings.map { BaseTallies(dimensions: $0.breakdowns.map(\.dimension)) }
    try store.forEachCurrent(table) { fact in
      let until = observedUntil(fact)
      also(fact, until)
      for i in readers.indices {
        readers[i].add(
          fact, order: UInt64(bitPattern: fact.key), observedUntil: until, to: &bases[i])
      }
    }
    return bases
  }

  /// Estimates of every cell, after disclosure control.
  func estimates(
    _ base: BaseTallies, _ counting: Counting, _ definition: Definition
  ) throws -> [Observation] {
    let table = CellTable(base, counting: counting, frame: frame)
    let rule = MinimumCell(definition.minimumCell)
    func threshold(_ key: CellTable.Key) -> Int? {
      let isSensitive =
        table.dimensions[key.dimension] == "area_utenza" && sensitive.contains(key.code)
      let comune = key.unit - frame.firstComune
      return rule.threshold(
        settings, isSensitive: isSensitive,
        comuneResidents: frame.comuni.indices.contains(comune)
          ? frame.comuni[comune].residents : nil)
    }
    let hidden = try CellProtection(
      table: table, counting: counting, threshold: threshold, floor: settings.legalFloor,
      sums: sums
    ).hidden()
    let estimates = CellEstimates(
      counting: counting, settings: settings,
      residents: { key, ages in
        residents.count(unit: key.unit, year: key.period.year, ages: ages)
      },
      total: { key in
        table.cells[
          CellTable.Key(unit: key.unit, period: key.period, dimension: 0, code: "totale")]
      },
      threshold: threshold)
    var all: [Observation] = []
    for period in table.periods {
      for key in table.keys(in: period) where table.publishes(key) {
        // Nothing over nothing says something of the whole alone.
        if table.cells[key] == nil, key.unit > 0, !counting.measure.countsZero { continue }
        all += observations(
          key, table, estimates, isHidden: hidden.contains(key), definition.slug)
      }
    }
    return all.isEmpty ? [nothing(definition.slug)] : all
  }

  /// Where several facts speak of the same thing (two publishers, one milestone) the last one holds.
  private static func lastOfEach(_ observations: [Observation]) -> [Observation] {
    var place: [String: Int] = [:]
    var kept: [Observation] = []
    for one in observations {
      if let index = place[one.id] {
        kept[index] = one
      } else {
        place[one.id] = kept.count
        kept.append(one)
      }
    }
    return kept
  }

  /// Delivered, and nothing in it to work the indicator out from.
  private func nothing(_ slug: String) -> Observation {
    Observation(
      indicator: slug, territory: .total, period: .year(asOf.year), status: .notApplicable,
      note: "nessun caso")
  }

  private func observations(
    _ key: CellTable.Key, _ table: CellTable, _ estimates: CellEstimates, isHidden: Bool,
    _ slug: String
  ) -> [Observation] {
    let blank = Observation(
      indicator: slug, territory: frame.units[key.unit], period: key.period,
      dimension: table.dimensions[key.dimension], modality: key.code)
    if isHidden {
      return estimates.suffixes.map { suffix in
        var one = blank
        one.indicator += suffix
        one.status = .suppressed
        return one
      }
    }
    return estimates.figures(key, table.cells[key] ?? CellTally()).map { figure in
      var one = blank
      one.indicator += figure.suffix
      one.value = figure.value
      one.lower = figure.interval?.lower
      one.upper = figure.interval?.upper
      one.numerator = figure.numerator
      one.denominator = figure.denominator
      one.status = figure.status
      one.note = figure.note
      return one
    }
  }
}

/// The minimum-cell codes of the catalogue.
struct MinimumCell {
  private let code: String

  init(_ code: String) { self.code = code }

  /// Fewest persons (or sessions, or pairs) behind a cell; nil where nobody can be recognised:
  /// public facts and organisations.
  func threshold(
    _ settings: DisclosureSettings, isSensitive: Bool, comuneResidents: Int?
  ) -> Int? {
    switch code {
    case "", "KO": nil
    case "K10": settings.threshold(isSensitive: true, comuneResidents: comuneResidents)
    default: settings.threshold(isSensitive: isSensitive, comuneResidents: comuneResidents)
    }
  }
}
