import Glibc

/// Which file is at a path, and when it was last written: a delivery is read several times over, and is
/// the same one each time.
struct FileStamp: Equatable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil where there is no file.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Calls `body`, and says so when the file has changed meanwhile, whatever came of it.
  static func holding<T>(_ path: String, _ body: (_ check: () throws -> Void) throws -> T) throws
    -> T
  {
    let before = FileStamp(path: path)
    func check() throws {
      guard FileStamp(path: path) != before else { return }
      throw UnreadableFile(
        code: "file-cambiato",
        message:
          "è cambiato mentre lo si leggeva, e nulla ne è stato caricato: lasciar finire chi lo"
          + " scrive e riprovare")
    }
    do {
      return try body(check)
    } catch {
      try check()
      throw error
    }
  }
}
