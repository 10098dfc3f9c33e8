import Glibc
import Warehouse

/// What came out of an archive: a file without a name, which only this process can open and which is
/// gone with it, whatever happens. Formats that need to go back and forth can, and memory stays flat.
public final class UnpackedFile: Sendable {
  /// Name of the file in the archive.
  public let name: String
  private let descriptor: Int32

  /// Opens the nameless file anew, at its beginning.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Takes bytes from `next` (0 at the end) until there are no more. Throws what `next` does, and
  /// `spazio-temporaneo` when the disk cannot hold them.
  init(
    name: String, next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    self.name = name
    descriptor = try UnpackedFile.make()
    // What throws from here on lets go of the object, which closes its file: closing it here too would
    // close whatever another thread has opened meanwhile under the same number.
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = try chunk.withUnsafeMutableBytes { try next($0) }
      if got == 0 { break }
      try chunk.withUnsafeBytes { try UnpackedFile.write($0[..<got], to: descriptor) }
    }
  }

  deinit { close(descriptor) }

  private static func make() throws -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/tavolo-XXXXXX".utf8CString)
    let named = mkstemp(&template)
    guard named >= 0 else { throw noSpace(errno) }
    // The name is taken away at once: the file lives as long as its descriptor.
    unlink(template)
    _ = fcntl(named, F_SETFD, FD_CLOEXEC)
    return named
  }

  private static func write(
    _ bytes: Slice<UnsafeRawBufferPointer>, to descriptor: Int32
  ) throws {
    var rest = UnsafeRawBufferPointer(rebasing: bytes)
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw noSpace(errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  private static func noSpace(_ number: Int32) -> UnreadableFile {
    UnreadableFile(
      code: "spazio-temporaneo",
      message: "il file compresso non si può estrarre nella cartella temporanea"
        + " (\(DiskWords.reason(number))): liberare spazio o indicarne un'altra in TMPDIR."
    )
  }
}
