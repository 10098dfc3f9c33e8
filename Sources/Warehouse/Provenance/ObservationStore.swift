internal import GRDB

/// An observation as the warehouse keeps it.
public struct ObservationRecord: Hashable, Sendable {
  public var indicator: String
  public var territoryKind: String
  public var territory: String
  public var period: String
  public var dimension: String
  public var modality: String
  public var value: Double?
  public var lower: Double?
  public var upper: Double?
  public var numerator: Double?
  public var denominator: Double?
  public var status: String
  public var note: String?

  public init(
    indicator: String, territoryKind: String, territory: String, period: String,
    dimension: String, modality: String, value: Double?, lower: Double?, upper: Double?,
    numerator: Double?, denominator: Double?, status: String, note: String?
  ) {
    self.indicator = indicator
    self.territoryKind = territoryKind
    self.territory = territory
    self.period = period
    self.dimension = dimension
    self.modality = modality
    self.value = value
    self.lower = lower
    self.upper = upper
    self.numerator = numerator
    self.denominator = denominator
    self.status = status
    self.note = note
  }
}

/// How the observations of a date differ from those that stood for it before.
public struct ObservationChanges: Hashable, Sendable {
  public var added = 0
  /// Another value, interval, count or status.
  public var changed = 0
  public var removed = 0

  public init() {}
}

/// How many observations stand at a date, by what is said of them.
public struct ObservationCounts: Hashable, Sendable {
  fileprivate static let published: Set<String> = ["pubblicato", "provvisorio"]
  fileprivate static let suppressed = "soppresso"

  /// With a number, be it provisional.
  public var published = 0
  public var suppressed = 0
  public var notReceived = 0
  public var notApplicable = 0

  public var all: Int { published + suppressed + notReceived + notApplicable }
}

extension WriteAccess {
  /// Replaces the observations of an as-of date, with the fingerprint of what they were computed from.
  /// Those that stood there are kept beside: what the new ones had to mind.
  ///
  /// - Returns: what changed; nil when the date had no observations.
  @discardableResult
  public func replaceObservations<Records: RandomAccessCollection & Sendable>(
    _ all: Records, asOf: Day, inputs: String, toolVersion: String
  ) throws -> ObservationChanges? where Records.Element == ObservationRecord, Records.Index == Int {
    try db.execute(literal: "DELETE FROM replaced_observation WHERE as_of = \(asOf.number)")
    try db.execute(
      literal: """
        INSERT INTO replaced_observation SELECT * FROM observation WHERE as_of = \(asOf.number)
        """)
    try db.execute(literal: "DELETE FROM observation WHERE as_of = \(asOf.number)")
    try db.execute(literal: "DELETE FROM run WHERE as_of = \(asOf.number)")
    let (published, suppressed) = try insert(all, asOf: asOf)
    try db.execute(
      literal: """
        INSERT INTO run (as_of, inputs, tool_version, published, suppressed)
        VALUES (\(asOf.number), \(inputs), \(toolVersion), \(published), \(suppressed))
        """)
    return try changes(asOf: asOf, to: all.count)
  }

  /// In the order given, best that of the primary key: then pages are filled one after the other. While
  /// SQLite writes some, the next are made ready on another core.
  ///
  /// - Returns: how many are published, and how many withheld.
  private func insert<Records: RandomAccessCollection & Sendable>(
    _ all: Records, asOf: Day
  ) throws -> (published: Int, suppressed: Int)
  where Records.Element == ObservationRecord, Records.Index == Int {
    var (published, suppressed) = (0, 0)
    let capacity = 4096
    var ready = ObservationRecord.batch(capacity: capacity)
    var next = ObservationRecord.batch(capacity: capacity)
    let columns = ready.columns
    let table = try BatchTable("observations", columns: columns.count, on: db.sqliteConnection!)
    let names = columns.map(\.name).joined(separator: ", ")
    let places = columns.indices.map { "c\($0 + 1)" }.joined(separator: ", ")
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO observation (as_of, \(names)) SELECT \(asOf.number), \(places) FROM observations
        """)
    for start in stride(from: all.startIndex, to: all.endIndex, by: capacity) {
      let following = next
      let counts = try together(
        { try table.show(ready, snapshot: 0) { try statement.execute() } },
        {
          following.reset()
          var (shown, withheld) = (0, 0)
          for place in start..<Swift.min(start + capacity, all.endIndex) {
            let one = all[place]
            one.append(to: following)
            if ObservationCounts.published.contains(one.status) { shown += 1 }
            if one.status == ObservationCounts.suppressed { withheld += 1 }
          }
          return (shown, withheld)
        }
      ).1
      published += counts.0
      suppressed += counts.1
      swap(&ready, &next)
    }
    try table.show(ready, snapshot: 0) { try statement.execute() }
    return (published, suppressed)
  }

  /// How what stands for a date differs from what stood there.
  private func changes(asOf: Day, to count: Int) throws -> ObservationChanges? {
    let before =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM replaced_observation WHERE as_of = ?",
        arguments: [asOf.number]) ?? 0
    if before == 0 { return nil }
    let said = ObservationRecord.numbers + ["status", "note"]
    let same = said.map { "now.\($0) IS before.\($0)" }.joined(separator: " AND ")
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), count(*) FILTER (WHERE NOT (\(same)))
        FROM observation now JOIN replaced_observation before
          USING (as_of, indicator, territory_kind, territory, period, dimension, modality)
        WHERE as_of = ?
        """, arguments: [asOf.number])!
    let kept: Int = row[0]
    var changes = ObservationChanges()
    changes.added = count - kept
    changes.changed = row[1]
    changes.removed = before - kept
    return changes
  }
}

extension ObservationRecord {
  fileprivate static let texts = [
    "indicator", "territory_kind", "territory", "period", "dimension", "modality", "status", "note",
  ]
  fileprivate static let numbers = ["value", "lower", "upper", "numerator", "denominator"]

  fileprivate static func batch(capacity: Int) -> FactBatch {
    FactBatch(
      columns: texts.map { FactColumn(name: $0, kind: .text, capacity: capacity) }
        + numbers.map { FactColumn(name: $0, kind: .real, capacity: capacity) },
      capacity: capacity)
  }

  fileprivate func append(to batch: FactBatch) {
    let row = batch.count
    var column = 0
    func add(_ text: String?) {
      let own = batch.columns[column]
      column += 1
      guard let text else {
        own.a[row] = FactBatch.null
        return
      }
      own.a[row] = Int64(batch.bytes.count)
      own.b[row] = Int64(text.utf8.count)
      batch.bytes.append(contentsOf: text.utf8)
    }
    func add(_ number: Double?) {
      // A negative zero would have the bits of nothing.
      batch.columns[column].a[row] =
        number.map { Int64(bitPattern: ($0 + 0).bitPattern) } ?? FactBatch.null
      column += 1
    }
    // In the order of `texts` and `numbers`; a list of them would cost more than what is done with it.
    add(indicator)
    add(territoryKind)
    add(territory)
    add(period)
    add(dimension)
    add(modality)
    add(status)
    add(note)
    add(value)
    add(lower)
    add(upper)
    add(numerator)
    add(denominator)
    batch.count = row + 1
  }
}

extension Store {
  /// Fingerprint of what the observations of an as-of date were computed from; nil when there are none.
  public func computedInputs(asOf: Day) throws -> String? {
    try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT inputs FROM run WHERE as_of = ?", arguments: [asOf.number])
    }
  }

  /// The last as-of date up to a day for which observations were computed.
  public func lastComputed(upTo day: Day) throws -> Day? {
    try queue.read { db in
      try Int32.fetchOne(
        db, sql: "SELECT max(as_of) FROM run WHERE as_of <= ?", arguments: [day.number]
      ).map(Day.init)
    }
  }

  /// The as-of dates before a day for which observations were computed, the last first.
  public func computed(before day: Day) throws -> [Day] {
    try queue.read { db in
      try Int32.fetchAll(
        db, sql: "SELECT as_of FROM run WHERE as_of < ? ORDER BY as_of DESC",
        arguments: [day.number]
      ).map(Day.init)
    }
  }

  /// How many observations stand at a date, by what is said of them.
  public func observationCounts(asOf: Day) throws -> ObservationCounts {
    try queue.read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT status, count(*) FROM observation WHERE as_of = ? GROUP BY status",
        arguments: [asOf.number])
      return rows.reduce(into: ObservationCounts()) { counts, row in
        let status: String = row[0]
        switch status {
        case ObservationCounts.suppressed: counts.suppressed += row[1]
        case "non_pervenuto": counts.notReceived += row[1]
        case "non_applicabile": counts.notApplicable += row[1]
        default: counts.published += row[1]
        }
      }
    }
  }

  /// How many comuni have a number of their own at an as-of date.
  public func comuniObserved(asOf: Day) throws -> Int {
    try queue.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT territory) FROM observation
          WHERE as_of = ? AND territory_kind = 'comune' AND value IS NOT NULL
          """, arguments: [asOf.number]) ?? 0
    }
  }

  /// What is made of each observation of an as-of date, where something is; no list of the records is.
  ///
  /// - Parameter areReplaced: those that stood there before those that stand, if it was computed twice.
  public func observations<Made>(
    asOf: Day, areReplaced: Bool = false, _ make: (ObservationRecord) -> Made?
  ) throws -> [Made] {
    let table = areReplaced ? "replaced_observation" : "observation"
    return try queue.read { db in
      let rows = try RawQuery(
        """
        SELECT indicator, territory_kind, territory, period, dimension, modality, status, note,
          value, lower, upper, numerator, denominator
        FROM \(table) WHERE as_of = ?
        """, on: db)
      rows.start(Int64(asOf.number))
      var all: [Made] = []
      // Rows stand in the order of their texts: most are those of the row before.
      var texts = [String](repeating: "", count: 8)
      while let row = try rows.next() {
        for i in texts.indices { row.read(CInt(i), into: &texts[i]) }
        func number(_ i: CInt) -> Double? { row.isNull(i) ? nil : row.real(i) }
        let one = make(
          ObservationRecord(
            indicator: texts[0], territoryKind: texts[1], territory: texts[2], period: texts[3],
            dimension: texts[4], modality: texts[5], value: number(8), lower: number(9),
            upper: number(10), numerator: number(11), denominator: number(12), status: texts[6],
            note: row.isNull(7) ? nil : texts[7]))
        if let one { all.append(one) }
      }
      return all
    }
  }
}
