import Warehouse

/// The receipt of the delivery loaded last, written while the next is being opened or what follows from all
/// is worked out: a workbook takes as long as loading a hundred thousand rows.
final class LastReceipt {
  private var writing: Meanwhile<Void, any Error>?

  func begin(_ write: @escaping () throws -> Void) {
    // Nothing of a receipt changes any more, whoever else looks at its delivery meanwhile.
    nonisolated(unsafe) let write = write
    writing = Meanwhile { try write() }
  }

  /// Nothing goes on behind the back of whoever gives up.
  deinit { _ = writing?.result }

  /// - Throws: what kept it from being written; it is still owed.
  func finish() throws {
    defer { writing = nil }
    try writing?.result.get()
  }
}
