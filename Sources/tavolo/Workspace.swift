import Foundation
import Ingest
import Warehouse

/// The folder a user works in: where everything is, and who may change it now.
struct Workspace {
  let root: String

  init(_ root: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue
    else { throw UserFailure.noInput("la cartella di lavoro «\(root)» non c'è") }
    self.root = root
  }

  var reference: String { root + "/datasets/reference" }
  var sources: String { root + "/datasets/sources" }
  var tables: String { root + "/datasets/tables" }
  var calendar: String { root + "/datasets/calendario.csv" }
  var indicators: String { root + "/datasets/indicators" }
  var warehouse: String { root + "/tavolo.sqlite" }
  var reports: String { root + "/reports" }
  /// The folder of an edition, named by its path or by its date.
  func edition(_ name: String) -> String {
    FileManager.default.fileExists(atPath: name) ? name : "\(reports)/\(name)"
  }
  var receipts: String { root + "/receipts" }
  /// Decisions on organisations, which are public.
  var decisions: String { root + "/datasets/decisions" }
  /// Decisions on persons and their requests, beside the key.
  var privateDecisions: String { root + "/.tavolo/decisioni" }
  /// Outside the warehouse on purpose: who has one does not have the other.
  var keyFile: String { root + "/.tavolo/persone.key" }

  /// The territory and the code lists, without which no command can read a file.
  func readReference() throws -> ReferenceFolder {
    guard FileManager.default.fileExists(atPath: reference) else {
      throw UserFailure.noInput(
        "«\(root)» non è una cartella di lavoro, perché non contiene datasets/reference: indicarne una"
          + " con --workspace, o prepararla con «tavolo init»")
    }
    return try ReferenceFolder(path: reference)
  }

  func readCalendar(_ reference: ReferenceFolder) throws -> [ExpectedDelivery] {
    try CalendarFile.read(calendar, sources: sources, reference: reference)
  }

  func store() throws -> Store { try Store(path: warehouse) }

  /// The key the warehouse was made with, once a rotation that was cut short has been ended.
  func personKey(_ store: Store) throws -> PersonKey {
    try KeyRotation.key(keyFile, store: store).key
  }

  /// The warehouse, for commands that hold the workspace.
  func existingStore() throws -> Store {
    try checkIsThere()
    return try store()
  }

  /// The warehouse, for commands that only read it, while another may be at work.
  func storeToRead() throws -> Store {
    try checkIsThere()
    guard let store = try Store(reading: warehouse) else {
      throw UserFailure.noInput(
        "l'archivio di «\(root)» non è pronto per questa versione di Tavolo: prima «tavolo ingest»")
    }
    return store
  }

  private func checkIsThere() throws {
    guard FileManager.default.fileExists(atPath: warehouse) else {
      throw UserFailure.noInput("in «\(root)» non c'è ancora un archivio: prima «tavolo ingest»")
    }
  }

  /// Holds the workspace until `body` is done; another run meanwhile is told so (exit code 75).
  func locked<T>(_ body: () throws -> T) throws -> T {
    let folder = root + "/.tavolo"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw UserFailure.cannotWrite("non si può scrivere in «\(root)»")
    }
    let lock = open(folder + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw UserFailure.cannotWrite("non si può scrivere in «\(folder)»") }
    defer { close(lock) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw UserFailure.busy("un'altra esecuzione sta usando «\(root)»: attendere che finisca")
    }
    return try body()
  }
}
