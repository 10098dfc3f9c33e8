import Foundation

/// A folder only its owner may enter, filled beside its place and put there whole: what is half written
/// is never seen, and what is abandoned leaves nothing.
final class PrivateFolder {
  /// Where it is being filled.
  let draft: String
  private let path: String
  private var isDone = false

  init(_ path: String) throws {
    self.path = path
    draft = path + ".bozza"
    let files = FileManager.default
    let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try files.createDirectory(
      atPath: parent, withIntermediateDirectories: true, attributes: mode)
    // One folder is filled at a time: what stands half filled was left by a run that was killed, maybe
    // of a delivery that has changed since.
    for name in try files.contentsOfDirectory(atPath: parent) where name.hasSuffix(".bozza") {
      try files.removeItem(atPath: "\(parent)/\(name)")
    }
    try files.createDirectory(atPath: draft, withIntermediateDirectories: false, attributes: mode)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(draft)/\(name)"))
  }

  func complete() throws {
    let files = FileManager.default
    if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
    try files.moveItem(atPath: draft, toPath: path)
    isDone = true
  }

  deinit {
    if !isDone { try? FileManager.default.removeItem(atPath: draft) }
  }
}
