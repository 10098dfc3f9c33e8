import Foundation

/// A folder only its owner may enter, replaced whole: what is half written is never seen.
enum PrivateFolder {
  static func replace(_ path: String, fill: (String) throws -> Void) throws {
    let files = FileManager.default
    let parent = (path as NSString).deletingLastPathComponent
    let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try files.createDirectory(atPath: parent, withIntermediateDirectories: true, attributes: mode)
    let draft = path + ".bozza"
    if files.fileExists(atPath: draft) { try files.removeItem(atPath: draft) }
    try files.createDirectory(atPath: draft, withIntermediateDirectories: false, attributes: mode)
    do {
      try fill(draft)
      if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
      try files.moveItem(atPath: draft, toPath: path)
    } catch {
      try? files.removeItem(atPath: draft)
      throw error
    }
  }
}
