internal import GRDB

/// How long facts stay tied to persons, and what is left of them afterwards.
///
/// A fact that is let go keeps its place, service and days, so that no number changes; who it was
/// about, and what would help to tell, goes. What is nothing but two persons goes whole.
struct PersonalFacts {
  let table: String
  /// The line of `conservazione.csv` it follows.
  let object: String
  /// The day from which the term runs; NULL while it has not begun (an open case).
  let clock: String
  /// The column by which later deliveries tell what became of a row; nil where its day says all.
  var identity: String?
  /// Columns that cannot be without a value and are left with an empty one.
  var blanked: [String] = []

  static let all = [
    PersonalFacts(
      table: "service_request", object: "casi",
      clock: """
        coalesce(closed_on, CASE WHEN outcome IN ('chiusa', 'respinta_requisiti', 'rinuncia', 'decesso',
          'trasferita', 'irreperibile', 'altro_servizio', 'scaduta')
          THEN coalesce(decided_on, started_on, requested_on) END)
        """, identity: "request_id"),
    PersonalFacts(table: "service_delivery", object: "casi", clock: "delivered_on"),
    PersonalFacts(
      table: "case_file", object: "casi", clock: "closed_on", identity: "case_id"),
    PersonalFacts(table: "contact", object: "casi", clock: "contacted_on"),
    PersonalFacts(table: "referral", object: "casi", clock: "referred_on"),
    PersonalFacts(table: "waiting_list", object: "casi", clock: "observed_on"),
    PersonalFacts(table: "exchange", object: "abbinamenti", clock: "exchanged_on"),
    PersonalFacts(
      table: "citizen_resource", object: "abbinamenti", clock: "ends_on", identity: "resource_id"),
    PersonalFacts(
      table: "care_request", object: "abbinamenti", clock: "closed_on", identity: "care_request_id"),
    PersonalFacts(
      table: "care_offer", object: "abbinamenti", clock: "closed_on", identity: "care_offer_id"),
    PersonalFacts(
      table: "search_step", object: "ricerche", clock: "searched_on", blanked: ["session_id"]),
  ]

  /// Columns that help to tell a person, besides their tokens.
  static let traits: Set<String> = [
    "birth_year", "sex", "citizenship", "frailties", "age_band", "origin_id",
  ]
}

extension WriteAccess {
  /// Lets go of the facts of a kind whose term began before a day, now and in every later delivery.
  ///
  /// - Returns: rows that were still tied to a person.
  public func letGo(_ object: String, before cut: Day) throws -> Int {
    try db.execute(
      literal: """
        INSERT INTO retention_cut VALUES (\(object), \(cut.number))
        ON CONFLICT (object) DO UPDATE SET cut = max(cut, excluded.cut)
        """)
    var count = 0
    for facts in PersonalFacts.all where facts.object == object {
      count += try letGo(facts, before: cut.number, keys: nil)
    }
    return count
  }

  /// A delivery that repeats old cases does not bring their persons back.
  public func letGoAgain(table: String, snapshot: Int64) throws {
    for facts in PersonalFacts.all where facts.table == table {
      let cut = try Int32.fetchOne(
        db, sql: "SELECT cut FROM retention_cut WHERE object = ?", arguments: [facts.object])
      guard let cut else { continue }
      _ = try letGo(facts, before: cut, keys: snapshot << 32...snapshot << 32 + 0xFFFF_FFFF)
    }
  }

  private func letGo(
    _ facts: PersonalFacts, before cut: Int32, keys: ClosedRange<Int64>?
  ) throws -> Int {
    guard try db.tableExists(facts.table) else { return 0 }
    let tokens = try TokenColumns.all(db).first { $0.table == facts.table }?.columns ?? []
    let traits = try db.columns(in: facts.table).map(\.name).filter(PersonalFacts.traits.contains)
    let tied = (tokens.map(\.name) + traits).map(\.quotedDatabaseIdentifier)
    let blanked = facts.blanked.map(\.quotedDatabaseIdentifier)
    let named =
      try NamesOfPersons.columns(db).first { $0.table == facts.table }?.columns
      .filter { !$0.isRequired }.map(\.name.quotedDatabaseIdentifier) ?? []
    guard !tied.isEmpty || !blanked.isEmpty else { return 0 }
    let name = facts.table.quotedDatabaseIdentifier
    let range = keys.map { "key BETWEEN \($0.lowerBound) AND \($0.upperBound) AND " } ?? ""
    let ended = try ended(facts, before: cut, keys: keys).map { " OR \($0)" } ?? ""
    let held =
      tied.map { "\($0) IS NOT NULL" } + blanked.map { "\($0) <> ''" }
      + named.map { "coalesce(\(NamesOfPersons.test($0)), 0)" }
    let test = """
      WHERE \(range)((\(facts.clock)) < \(cut)\(ended)) AND (\(held.joined(separator: " OR ")))
      """
    if tokens.contains(where: \.isRequired) {
      try db.execute(sql: "DELETE FROM \(name) \(test)")
    } else {
      let emptied =
        (tied.map { "\($0) = NULL" } + blanked.map { "\($0) = ''" }
        + named.filter { !tied.contains($0) }.map {
          "\($0) = iif(\(NamesOfPersons.test($0)), NULL, \($0))"
        }).joined(separator: ", ")
      try db.execute(sql: "UPDATE \(name) SET \(emptied) \(test)")
    }
    return db.changesCount
  }

  /// A test for the earlier versions of what has ended since: theirs say that it is open, and would keep
  /// its person for ever. Nil where a row's own day says all.
  private func ended(
    _ facts: PersonalFacts, before cut: Int32, keys: ClosedRange<Int64>?
  ) throws -> String? {
    guard let identity = facts.identity?.quotedDatabaseIdentifier else { return nil }
    if let keys {
      // The newest delivery of a source says itself what has ended.
      let isNewest = try Bool.fetchOne(
        db,
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM snapshot s JOIN snapshot n ON n.source = s.source
            AND n.received_on > s.received_on WHERE s.id = ?)
          """, arguments: [keys.lowerBound >> 32])
      if isNewest ?? true { return nil }
    }
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.ended;
        CREATE TEMP TABLE ended (source INTEGER, id TEXT, PRIMARY KEY (source, id)) WITHOUT ROWID;
        INSERT OR IGNORE INTO temp.ended
          SELECT s.source, c.\(identity) FROM \("current_" + facts.table) c
          JOIN snapshot s ON s.id = c.snapshot WHERE (\(facts.clock)) < \(cut);
        """)
    return """
      ((SELECT source FROM snapshot WHERE id = key >> 32), \(identity)) IN \
      (SELECT source, id FROM temp.ended)
      """
  }

  /// Empties the cells of what was found in deliveries handed over before a day; the counts stay.
  public func emptyFindings(receivedBefore cut: Day) throws -> Int {
    try db.execute(
      literal: """
        UPDATE finding SET cell = '', detail = '' WHERE (cell <> '' OR detail <> '')
          AND snapshot IN (SELECT id FROM snapshot WHERE received_on < \(cut.number))
        """)
    return db.changesCount
  }
}
