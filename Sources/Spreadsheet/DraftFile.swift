import Glibc

/// A file that is written beside its place until it is whole: what stood there stays till then.
struct DraftFile {
  let path: String
  var draft: String { path + ".bozza" }

  /// - Parameter problem: why it could not be written, when it could not.
  func finish(_ problem: String?) throws(WorkbookError) {
    let failure = errno
    guard problem == nil, rename(draft, path) == 0 else {
      let reason =
        failure == ENOSPC ? "il disco è pieno" : problem ?? String(cString: strerror(errno))
      unlink(draft)
      throw .cannotWrite(path: path, reason: reason)
    }
  }
}
