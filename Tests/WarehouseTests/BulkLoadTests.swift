import GRDB
import Testing

@testable import Warehouse

/// What the hot path writes is what the batch holds.
@Suite struct BulkLoadTests {
  let store: Store
  let snapshot: Int64

  init() throws {
    let store = try Store()
    self.store = store
    snapshot = try store.write { access in
      try access.open(
        Snapshot(of: "2026-01-31.csv", on: .of("2026-01-31"), rows: []),
        source: access.save(.ofRequests("comune-a", .cumulative)), table: "service_delivery")
    }
  }

  /// Three services delivered: one with every column, one with nothing that may be missing, one with
  /// the awkward values of each kind.
  private func batch() -> FactBatch {
    let codes = CodeDictionary()
    let names: [(String, ColumnKind)] = [
      ("delivery_id", .text), ("provider", .code), ("service", .code), ("comune", .code),
      ("person", .token), ("delivered_on", .integer), ("quantity", .real), ("unit", .code),
      ("cost_cents", .integer), ("volunteer_hours", .real), ("programme", .text),
      ("user_area", .code),
    ]
    let columns = names.map {
      FactColumn(name: $0.0, kind: $0.1, capacity: 3, dictionary: $0.1 == .code ? codes : nil)
    }
    let batch = FactBatch(columns: columns, capacity: 3)
    func set(_ row: Int, _ column: Int, real: Double) {
      columns[column].a[row] = Int64(bitPattern: real.bitPattern)
    }
    for row in 0..<3 {
      batch.lines[row] = [2, 3, Int32.max][row]
      batch.setText(["P1", "P2", ""][row], row: row, column: 0)
      columns[1].a[row] = codes.index(of: "01528071002")
      columns[2].a[row] = codes.index(of: "C1")
      columns[3].a[row] = codes.index(of: ["080063", "ND", "080049"][row])
      columns[5].a[row] = [20_000, 20_001, -1][row]
      set(row, 6, real: [1.5, 0, -2.25][row])
      columns[7].a[row] = codes.index(of: ["ore", "pasti", "unità"][row])
    }
    columns[4].a[0] = 0x0102_0304_0506_0708
    columns[4].b[0] = 0x090A_0B0C_0D0E_0F10
    columns[8].a[0] = 1250
    set(0, 9, real: 0.1)
    batch.setText("B41H22000020006", row: 0, column: 10)
    columns[11].a[0] = codes.index(of: "ANZ")

    columns[4].a[2] = -1
    columns[4].b[2] = Int64.min
    columns[8].a[2] = Int64.max
    batch.setText("Città; \"più\" 🏛", row: 2, column: 10)
    batch.count = 3
    return batch
  }

  @discardableResult
  private func load(_ batch: FactBatch) throws -> Int64 {
    try store.write { access in
      try BulkLoad(
        access, table: "service_delivery", columns: batch.columns.map(\.name), snapshot: snapshot
      ).write(batch)
    }
    return snapshot
  }

  private func rows(_ sql: String) throws -> [String] {
    try store.queue.read { try String.fetchAll($0, sql: sql) }
  }

  @Test func everyKindArrivesAsItLeft() throws {
    try load(batch())
    let written = try rows(
      """
      SELECT concat FROM (SELECT key, delivery_id || '|' || comune || '|' || delivered_on || '|'
        || quantity || '|' || unit || '|' || iif(person IS NULL, '-', hex(person)) || '|'
        || coalesce(cost_cents, '-') || '|' || coalesce(volunteer_hours, '-') || '|'
        || coalesce(programme, '-') || '|' || coalesce(user_area, '-') AS concat
        FROM service_delivery) ORDER BY key
      """)
    #expect(
      written == [
        "P1|080063|20000|1.5|ore|0102030405060708090A0B0C0D0E0F10|1250|0.1|B41H22000020006|ANZ",
        "P2|ND|20001|0.0|pasti|-|-|-|-|-",
        """
        |080049|-1|-2.25|unità|FFFFFFFFFFFFFFFF8000000000000000|9223372036854775807|-|\
        Città; "più" 🏛|-
        """,
      ])
  }

  @Test func typesAreThoseOfTheSchema() throws {
    try load(batch())
    #expect(
      try rows(
        """
        SELECT DISTINCT typeof(delivery_id) || ' ' || typeof(person) || ' ' || typeof(delivered_on)
          || ' ' || typeof(quantity) || ' ' || typeof(unit) || ' ' || typeof(cost_cents)
        FROM service_delivery WHERE key & 4294967295 <> 3
        """) == ["text blob integer real text integer"])
    #expect(
      try rows(
        """
        SELECT typeof(person) || typeof(cost_cents) || typeof(volunteer_hours) || typeof(programme)
          || typeof(user_area) FROM service_delivery WHERE key & 4294967295 = 3
        """) == ["nullnullnullnullnull"])
  }

  @Test func theKeyIsSnapshotAndLine() throws {
    try load(batch())
    #expect(
      try rows("SELECT (key >> 32) || ':' || (key & 4294967295) FROM service_delivery ORDER BY key")
        == ["\(snapshot):2", "\(snapshot):3", "\(snapshot):2147483647"])
  }

  @Test func refusedRowsAreSkippedAndTheirFindingsKept() throws {
    let batch = batch()
    batch.isRefused[1] = true
    batch.findings = [
      Finding(
        line: 3, header: "Data", code: "data-non-valida", severity: .error, cell: "31/02/2026",
        detail: "più «dettagli»"),
      Finding(line: 0, header: "", code: "numeri-ambigui", severity: .warning),
    ]
    try load(batch)
    #expect(try rows("SELECT delivery_id FROM service_delivery ORDER BY key") == ["P1", ""])
    #expect(
      try rows(
        """
        SELECT snapshot || '|' || line || '|' || header || '|' || code || '|' || severity || '|'
          || cell || '|' || detail FROM finding ORDER BY id
        """) == [
          "\(snapshot)|3|Data|data-non-valida|errore|31/02/2026|più «dettagli»",
          "\(snapshot)|0||numeri-ambigui|avviso||",
        ])
  }

  /// A batch goes round: what its previous use left must not come back as a fact.
  @Test func aBatchUsedAgainHoldsOnlyItsNewRows() throws {
    let batch = batch()
    try load(batch)
    batch.reset()
    #expect(batch.count == 0 && batch.findings.isEmpty && batch.bytes.isEmpty)
    batch.lines[0] = 50
    batch.setText("P50", row: 0, column: 0)
    for missing in [4, 10] { batch.columns[missing].a[0] = FactBatch.null }
    batch.count = 1
    try load(batch)
    #expect(
      try rows(
        """
        SELECT delivery_id || iif(person IS NULL, '-', hex(person)) FROM service_delivery
        WHERE key & 4294967295 = 50
        """) == ["P50-"])
    #expect(try store.count("service_delivery") == 4)
  }

  @Test func aRowTheSchemaRefusesUndoesTheWholeDelivery() throws {
    let batch = batch()
    batch.columns[6].a[2] = FactBatch.null
    batch.findings = [Finding(line: 2, header: "", code: "riga-totale", severity: .note)]
    let error = #expect(throws: DatabaseError.self) { try load(batch) }
    #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    #expect(try store.count("service_delivery") == 0)
    #expect(try store.count("finding") == 0)
  }

  @Test func aColumnThatIsNotThereIsRefusedBeforeAnyRow() throws {
    #expect(throws: DatabaseError.self) {
      try store.write {
        _ = try BulkLoad(
          $0, table: "service_delivery", columns: ["codice_fiscale"], snapshot: snapshot)
      }
    }
  }

  @Test func aDictionaryGivesEachWordOnePlace() {
    let words = CodeDictionary()
    #expect(["C1", "ND", "C1", "D1"].map(words.index) == [0, 1, 0, 2])
    #expect(words.codes == ["C1", "ND", "D1"])
  }
}
