import Glibc

/// A file that is written beside its place until it is whole: what stood there stays till then.
struct DraftFile {
  let path: String
  var draft: String { path + ".bozza" }

  /// - Parameter problem: why it could not be written, when it could not.
  func finish(_ problem: String?) throws(WorkbookError) {
    // Of a full disk the library says only that it could not write.
    var reason = errno == ENOSPC ? "il disco è pieno" : problem
    if problem == nil {
      if rename(draft, path) == 0 { return }
      reason = String(cString: strerror(errno))
    }
    unlink(draft)
    throw .cannotWrite(path: path, reason: reason ?? "")
  }
}
