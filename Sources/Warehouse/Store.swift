internal import GRDB
import Glibc

/// The one door to the warehouse file, `tavolo.sqlite`.
///
/// Schema, migrations and ordinary queries go through GRDB; the bulk load binds on the same
/// connection with the SQLite C API (see `BulkLoad`), because records are eight to ten times slower.
public final class Store: Sendable {
  /// Visible to this module alone: stages above ask for facts through this type's extensions, never for SQL.
  let queue: DatabaseQueue

  /// Opens the file, creating and migrating it as needed.
  ///
  /// A rollback journal with full synchronous costs the bulk load 8 %; write-ahead logging would
  /// cost 30–45 % and buy nothing to a batch job with one writer. Pages of 32 KiB are the fastest
  /// for long appends.
  public init(path: String) throws {
    // Tokens and dates of people are in it: its owner alone may read it.
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    let isNew = file >= 0 && lseek(file, 0, SEEK_END) == 0
    if file >= 0 { close(file) }
    queue = try DatabaseQueue(path: path, configuration: Store.configuration)
    // An empty warehouse has nothing to lose: its schema reaches the disk with what is written first.
    if isNew { try set(synchronous: "OFF") }
    try Migrations.migrator.migrate(queue)
    if isNew { try set(synchronous: "FULL") }
  }

  /// Opens the file as it is, for whoever only reads: nil where it has not the tables of this version. Those
  /// are made by a command that writes, which is alone.
  public init?(reading path: String) throws {
    queue = try DatabaseQueue(path: path, configuration: Store.configuration)
    guard try queue.read(Migrations.migrator.hasCompletedMigrations) else { return nil }
  }

  private func set(synchronous level: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(level)") }
  }

  /// A warehouse that lives in memory, for tests.
  public init() throws {
    queue = try DatabaseQueue(configuration: Store.configuration)
    try Migrations.migrator.migrate(queue)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "tavolo"
    // Whoever only reads is not kept out by the lock of the workspace: a command that writes waits till
    // they have done, and they till it has.
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA page_size = 32768;
          PRAGMA journal_mode = TRUNCATE;
          PRAGMA synchronous = FULL;
          PRAGMA cache_size = -16384;
          PRAGMA temp_store = FILE;
          """)
    }
    return configuration
  }

  /// Everything inside enters together or not at all.
  public func write<T>(_ body: (WriteAccess) throws -> T) throws -> T {
    try queue.write { try body(WriteAccess(db: $0)) }
  }
}

/// The right to change the warehouse, valid inside one transaction.
public struct WriteAccess {
  let db: Database
}
