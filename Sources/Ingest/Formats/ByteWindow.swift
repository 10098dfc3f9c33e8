import Glibc
import Warehouse

/// The bytes of a delivery, read once from front to back, a window at a time.
///
/// A window of `read(2)` is as fast as a memory map and, unlike it, does not count the whole file
/// as resident memory.
public final class ByteWindow {
  /// Bytes asked of the file at a time.
  public static let defaultSize = 4 << 20

  /// Bytes read so far.
  public private(set) var position = 0
  public let size: Int
  private let descriptor: Int32
  private let memory: [UInt8]
  private let name: String
  private var window: [UInt8] = []

  /// Opens the source. Throws `file-assente`, `file-non-leggibile` or `file-non-regolare`.
  public init(_ source: ByteSource, size: Int = ByteWindow.defaultSize) throws {
    precondition(size > 0)
    name = source.name
    switch source {
    case .memory(let bytes):
      memory = bytes
      self.size = min(size, bytes.count + 1)
      descriptor = -1
    case .file, .unpacked:
      memory = []
      let opened = open(ByteWindow.path(of: source), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard opened >= 0 else { throw ByteWindow.failure(errno, name) }
      var status = stat()
      guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        close(opened)
        throw UnreadableFile(
          code: "file-non-regolare",
          message: "«\(name)» non è un file: indicare il file della consegna, non una cartella.")
      }
      // No window larger than the file: many deliveries are a few kilobytes.
      self.size = min(size, Int(status.st_size) + 1)
      descriptor = opened
      _ = posix_fadvise(opened, 0, 0, POSIX_FADV_SEQUENTIAL)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Bytes of the whole source.
  public var totalCount: Int {
    get throws {
      guard descriptor >= 0 else { return memory.count }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw ByteWindow.failure(errno, name) }
      return Int(status.st_size)
    }
  }

  /// Fills `target` as far as the source and the window size allow; 0 means the end.
  public func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    let wanted = min(target.count, size)
    guard wanted > 0, let base = target.baseAddress else { return 0 }
    var got: Int
    if descriptor < 0 {
      got = min(wanted, memory.count - position)
      memory.withUnsafeBytes {
        if got > 0 { base.copyMemory(from: $0.baseAddress! + position, byteCount: got) }
      }
    } else {
      repeat { got = Glibc.read(descriptor, base, wanted) } while got < 0 && errno == EINTR
      guard got >= 0 else { throw ByteWindow.failure(errno, name) }
    }
    position += got
    return got
  }

  /// Calls `body` with each window in turn until the end or until it answers false.
  public func readThrough(_ body: (UnsafeBufferPointer<UInt8>) throws -> Bool) throws {
    if window.isEmpty { window = [UInt8](repeating: 0, count: size) }
    while true {
      let got = try window.withUnsafeMutableBytes { try read(into: $0) }
      guard got > 0 else { return }
      guard try window.withUnsafeBufferPointer({ try body(.init(rebasing: $0[..<got])) }) else {
        return
      }
    }
  }

  private static func path(of source: ByteSource) -> String {
    switch source {
    case .file(let path): path
    case .unpacked(let file): file.path
    case .memory: ""
    }
  }

  private static func failure(_ number: Int32, _ name: String) -> UnreadableFile {
    number == ENOENT
      ? UnreadableFile(
        code: "file-assente", message: "«\(name)» non esiste: controllare il percorso indicato.")
      : UnreadableFile(
        code: "file-non-leggibile",
        message:
          "«\(name)» non si può leggere (\(DiskWords.reason(number))): controllare il file e i permessi."
      )
  }
}
