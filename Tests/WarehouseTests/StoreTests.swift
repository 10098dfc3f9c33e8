import Foundation
import GRDB
import Testing

@testable import Warehouse

/// The file as it is opened: settings, migrations, what is said when it cannot be.
@Suite struct StoreTests {
  let folder: TemporaryFolder
  var path: String { folder.path + "/tavolo.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func settings(_ store: Store) throws -> [String: String] {
    try store.queue.read { db in
      var values: [String: String] = [:]
      for name in [
        "page_size", "journal_mode", "synchronous", "cache_size", "temp_store",
        "foreign_keys",
      ] { values[name] = try String.fetchOne(db, sql: "PRAGMA \(name)") }
      return values
    }
  }

  /// The figures the load was measured with; 2 is FULL, 1 is FILE.
  @Test func settingsAreThoseMeasured() throws {
    let expected = [
      "page_size": "32768", "journal_mode": "truncate", "synchronous": "2",
      "cache_size": "-16384", "temp_store": "1", "foreign_keys": "1",
    ]
    do { #expect(try settings(Store(path: path)) == expected) }
    #expect(try settings(Store(path: path)) == expected, "after reopening")
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  /// `tavolo status` while `tavolo run` is at work.
  @Test func whoWritesWaitsForWhoeverReads() throws {
    let store = try Store(path: path)
    let reader = try DatabaseQueue(path: path)
    let isReading = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      try? reader.read { db in
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
        isReading.signal()
        Thread.sleep(forTimeInterval: 0.3)
      }
    }
    isReading.wait()
    try store.queue.write { try $0.execute(sql: "CREATE TABLE altra (x INTEGER) STRICT") }
  }

  /// Two that make the tables at once end each other.
  @Test func whoOnlyReadsMakesNoTables() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(try Store(reading: path) == nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    _ = try Store(path: path)
    #expect(try Store(reading: path) != nil)
  }

  @Test func reopeningMigratesNothingAndKeepsEverything() throws {
    func schema(_ store: Store) throws -> [String] {
      try store.queue.read {
        try String.fetchAll($0, sql: "SELECT coalesce(sql, name) FROM sqlite_master ORDER BY name")
          + String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
      }
    }
    let before: [String]
    do {
      let store = try Store(path: path)
      try store.deliver(
        [DeliveredRequest("R1", line: 2)], as: "2026-01-31.csv", on: .of("2026-01-31"),
        from: .ofRequests("comune-a", .cumulative))
      before = try schema(store)
    }
    let again = try Store(path: path)
    #expect(try schema(again) == before)
    #expect(try again.currentRequests() == ["comune-a/2026-01-31.csv:2 R1"])
    #expect(
      try again.queue.read { try Migrations.migrator.appliedMigrations($0) }
        == Migrations.migrator.migrations)
  }

  /// What a later delivery of an incremental source does not bring again has not changed.
  @Test func anIncrementalSourceTellsOfAllItsRowsToTheLast() throws {
    let store = try Store(path: path)
    for (source, day, id) in [
      (Source.ofRequests("a", .incremental), "2026-01-31", "R1"),
      (.ofRequests("a", .incremental), "2026-03-31", "R2"),
      (.ofRequests("b", .cumulative), "2026-02-28", "R3"),
    ] {
      try store.deliver(
        [DeliveredRequest(id, line: 2)], as: "\(day).csv", on: .of(day), from: source)
    }
    #expect(
      try store.lastHeardDays().sorted { $0.key < $1.key }.map(\.value)
        == [.of("2026-03-31"), .of("2026-03-31"), .of("2026-02-28")])
  }

  @Test func aFileThatIsNotAWarehouseIsSaidInOneSentence() throws {
    try Data(repeating: 0x41, count: 4096).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: DatabaseError.self) { try Store(path: path) }
    #expect(
      error.flatMap { StoreFailure($0) }?.description.contains("non è un archivio leggibile")
        == true)
  }

  @Test func aFolderThatIsNotThereIsSaidInOneSentence() throws {
    let error = #expect(throws: DatabaseError.self) {
      try Store(path: folder.path + "/manca/tavolo.sqlite")
    }
    #expect(error.flatMap { StoreFailure($0) }?.description.contains("permessi") == true)
  }

  @Test func aMistakeOfOursIsNotTheUsers() throws {
    let error = #expect(throws: DatabaseError.self) {
      try Store().queue.write { try $0.execute(sql: "SELEZIONA 1") }
    }
    #expect(error.flatMap { StoreFailure($0) } == nil)
  }
}
