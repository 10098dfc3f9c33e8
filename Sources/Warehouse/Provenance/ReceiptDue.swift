internal import GRDB

/// A receipt is written after the delivery is in: one that is owed is written at the next occasion.
extension WriteAccess {
  public func owe(receiptOf snapshot: Int64) throws {
    try db.execute(literal: "INSERT OR IGNORE INTO receipt_due VALUES (\(snapshot))")
  }
}

extension Store {
  public func receiptIsWritten(_ s: Snapshot, publisher: String, dataset: String) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          DELETE FROM receipt_due WHERE snapshot IN (
            SELECT snapshot.id FROM snapshot JOIN source ON source.id = snapshot.source
            WHERE publisher = ? AND dataset = ? AND delivery = ?)
          """, arguments: [publisher, dataset, s.delivery])
    }
  }
}
