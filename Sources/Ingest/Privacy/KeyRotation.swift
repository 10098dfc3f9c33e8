import Foundation
public import Warehouse

/// The key of persons and the warehouse made with it: they change together or not at all.
///
/// The new key is written beside the old one, then one transaction changes the tokens and the
/// fingerprint in the warehouse, then the new key takes the old one's place. Wherever it is cut short,
/// the fingerprint in the warehouse says which of the two is right, and `settle` ends the work.
public enum KeyRotation {
  /// Where the new key waits for the warehouse.
  static func draft(_ path: String) -> String { path + ".nuova" }

  public enum Settled: Sendable {
    case nothing
    /// The warehouse was already under the new key, which has now taken its place.
    case finished
    /// The warehouse was still under the old key: the new one is gone.
    case undone
  }

  /// Ends a rotation that was cut short.
  @discardableResult
  public static func settle(_ path: String, store: Store) throws -> Settled {
    let draft = draft(path)
    removeStrays(of: path)
    guard let waiting = try KeyFile.existing(draft) else { return .nothing }
    if try store.personKeyID() == waiting.id {
      try replace(path, with: draft)
      return .finished
    }
    unlink(draft)
    KeyFile.syncFolder(of: path)
    return .undone
  }

  /// The key of a warehouse: the one it was made with, or a new one for a warehouse that knows nobody.
  public static func key(
    _ path: String, store: Store
  ) throws -> (key: PersonKey, isNew: Bool) {
    try settle(path, store: store)
    let expected = try store.personKeyID()
    if let expected, try store.holdsPersons() {
      let key = try KeyFile.load(path)
      guard key.id == expected else {
        throw KeyFileError(path: path, problem: .foreign(expected: expected, found: key.id))
      }
      return (key, false)
    }
    let (key, isNew) = try KeyFile.loadOrCreate(path)
    if key.id != expected { try store.write { try $0.setPersonKey(id: key.id) } }
    return (key, isNew)
  }

  public struct Outcome: Sendable {
    public let from: String
    public let to: String
    /// Cells of the warehouse that were changed.
    public let cells: Int
    /// Why the old tokens may still be in unused parts of the file; nil when they are not.
    public let leftovers: (any Error)?
  }

  /// Brings the warehouse under a new key, seeing nobody's identifier.
  public static func rotate(_ path: String, store: Store) throws -> Outcome {
    let key = try key(path, store: store).key
    guard let next = key.rotated(), let link = next.lastLink else {
      throw KeyFileError(path: path, problem: .exhausted)
    }
    guard try KeyFile.create(next, at: draft(path)) else {
      throw KeyFileError(path: draft(path), problem: .unwritable(EEXIST))
    }
    let cells: Int
    do {
      cells = try store.write { try $0.rekey(to: next.id, link) }
    } catch {
      // Whether the change was kept is for the warehouse to say.
      try settle(path, store: store)
      throw error
    }
    try replace(path, with: draft(path))
    // Old tokens are still in the free pages of the file.
    var leftovers: (any Error)?
    do { try store.compact() } catch { leftovers = error }
    return Outcome(from: key.id, to: next.id, cells: cells, leftovers: leftovers)
  }

  /// Drafts of a key whose writing was cut short: nobody else is at work in the folder.
  private static func removeStrays(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for stray in names where stray.hasPrefix(name + ".") && stray.contains("-") {
      unlink("\(folder)/\(stray)")
    }
  }

  private static func replace(_ path: String, with draft: String) throws(KeyFileError) {
    guard rename(draft, path) == 0 else {
      throw KeyFileError(path: path, problem: .unwritable(errno))
    }
    KeyFile.syncFolder(of: path)
  }
}
