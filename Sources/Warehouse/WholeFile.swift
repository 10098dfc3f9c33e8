public import Foundation

extension Data {
  /// Written beside its place and put there whole, with the permissions of what stood there. The draft has
  /// always the same name, so that what a killed run left of one is written over by the next: Foundation's
  /// own way leaves a file of another name each time, and nobody to take it away.
  public func writeWhole(to path: String) throws {
    let place = URL(fileURLWithPath: path)
    let draft = place.deletingLastPathComponent()
      .appending(path: ".\(place.lastPathComponent).bozza").path
    let files = FileManager.default
    do {
      try write(to: URL(fileURLWithPath: draft))
      if let mode = try? files.attributesOfItem(atPath: path)[.posixPermissions] {
        try files.setAttributes([.posixPermissions: mode], ofItemAtPath: draft)
      }
      guard rename(draft, path) == 0 else {
        let reason = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        throw CocoaError(
          .fileWriteUnknown, userInfo: [NSFilePathErrorKey: path, NSUnderlyingErrorKey: reason])
      }
    } catch {
      unlink(draft)
      throw error
    }
  }
}
