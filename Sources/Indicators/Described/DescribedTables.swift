import Dispatch
import Warehouse

/// What the facts say to the described indicators: each dataset read once for all that count it.
struct DescribedTables: Sendable {
  /// By slug.
  private(set) var tables: [String: CellTable] = [:]
  let requests: RequestDigest
  /// Of what indicators need to be told, what nobody has ever filled in.
  private(set) var unmet: Set<Need> = []

  /// - Parameter needs: what those of the first pass need besides.
  init(_ indicators: [Indicator], needs: [Need] = [], facts: FactReader) throws {
    let needs = Set(needs).union(indicators.flatMap(\.needs))
    let counted = indicators.compactMap { one -> (slug: String, counting: Counting)? in
      guard case .facts(let counting) = one.calculation else { return nil }
      return (one.definition.slug, counting)
    }
    let requests = RequestDigestReader(frame: facts.frame, asOf: facts.asOf)
    for table in FactTable.allCases {
      let own = counted.filter { $0.counting.table == table }
      let needed = needs.filter { $0.table == table }
      let filled = FilledFields(needed.reduce(into: []) { $0.formUnion($1.anyOf) })
      var others: [any SliceReader] = table == .serviceRequest ? [requests] : []
      if !needed.isEmpty { others.append(filled) }
      if own.isEmpty && others.isEmpty { continue }
      let found = try facts.tallies(own.map(\.counting), over: table, and: others)
      let made = concurrently(own.count) {
        CellTable(found[$0], counting: own[$0].counting, frame: facts.frame)
      }
      for (one, table) in zip(own, made) { tables[one.slug] = table }
      unmet.formUnion(needed.filter { $0.anyOf.isSubset(of: filled.empty) })
    }
    self.requests = requests.finish()
  }
}

/// Reads facts slice by slice for many at once.
struct FactReader: Sendable {
  let store: Store
  let frame: Frame
  let asOf: Day
  private let received: [Int64: Day]
  /// By dataset, the days its deliveries can tell of.
  private let told: [String: ClosedRange<Day>]
  /// Datasets of which anything current was delivered.
  let delivered: Set<FactTable>

  init(store: Store, frame: Frame, asOf: Day) throws {
    self.store = store
    self.frame = frame
    self.asOf = asOf
    received = try store.lastHeardDays()
    told = try store.daysTold()
    delivered = Set(try FactTable.allCases.filter(store.hasCurrent))
  }

  /// Last day of which the source of a delivery can tell, never after the as-of date.
  func observedUntil(snapshot: Int64) -> Day { min(asOf, received[snapshot] ?? asOf) }

  /// False where no delivery of a dataset can tell of a period: nothing there is not a nought.
  func tells(_ table: FactTable, of period: Period) -> Bool {
    delivered.contains(table)
      && told[table.dataset].map { $0.overlaps(period.firstDay...period.lastDay) } ?? true
  }

  /// True where deliveries tell of some months of a period that has ended and not of others.
  func tellsPart(_ dataset: String, of period: Period) -> Bool {
    period.lastDay <= asOf && told[dataset].map { period.isToldInPart(by: $0) } ?? false
  }

  /// The facts of a dataset, read once and tallied as each description says.
  ///
  /// - Parameter others: what else is to be gathered from the same facts.
  func tallies(
    _ countings: [Counting], over table: FactTable, and others: [any SliceReader] = []
  ) throws -> [BaseTallies] {
    let groups = try PlacesOfGroups(table, in: store, frame: frame)
    let tallies = countings.map {
      FactTally(counting: $0, frame: frame, asOf: asOf, groups: groups)
    }
    let readers: [any SliceReader] = others + tallies
    let fields = readers.reduce(into: Set<FactField>()) { $0.formUnion($1.fields) }
    try store.forEachSlice(table, reading: Array(fields)) { slice in
      let until = observedUntil(snapshot: slice.snapshot)
      DispatchQueue.concurrentPerform(iterations: readers.count) {
        readers[$0].add(slice, observedUntil: until)
      }
    }
    return tallies.map(\.tallies)
  }
}
