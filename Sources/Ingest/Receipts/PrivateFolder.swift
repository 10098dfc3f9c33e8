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
    try files.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: mode)
    if files.fileExists(atPath: draft) { try files.removeItem(atPath: draft) }
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
