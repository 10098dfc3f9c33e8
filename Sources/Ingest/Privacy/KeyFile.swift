import Foundation

/// The file in which the key of persons is kept, outside the warehouse and the repository.
public enum KeyFile {
  /// The key in a file, which only its owner may read.
  public static func load(_ path: String) throws(KeyFileError) -> PersonKey {
    guard let key = try existing(path) else {
      throw KeyFileError(path: path, problem: .missing)
    }
    return key
  }

  /// The key in a file, or a new one when there is no such file.
  ///
  /// The file appears whole or not at all, readable by its owner alone. When another process makes one
  /// at the same time, its key is taken.
  public static func loadOrCreate(
    _ path: String
  ) throws(KeyFileError) -> (key: PersonKey, isNew: Bool) {
    if let key = try existing(path) { return (key, false) }
    let key = PersonKey.random()
    if try create(key, at: path) { return (key, true) }
    return (try load(path), false)
  }

  /// Nil when there is no file.
  static func existing(_ path: String) throws(KeyFileError) -> PersonKey? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw KeyFileError(path: path, problem: .unreadable(errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw KeyFileError(path: path, problem: .unreadable(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw KeyFileError(path: path, problem: .notAFile)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw KeyFileError(path: path, problem: .exposed(Int(status.st_mode & 0o777)))
    }
    let size = Int(status.st_size)
    guard size > 0, size % PersonKey.length == 0, size <= PersonKey.length * PersonKey.longest
    else { throw KeyFileError(path: path, problem: .length(size)) }
    var bytes = [UInt8](repeating: 0, count: size)
    defer { for i in bytes.indices { bytes[i] = 0 } }
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress! + count, $0.count - count)
      }
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { break }
      count += got
    }
    guard count == bytes.count, let key = PersonKey(bytes: bytes) else {
      throw KeyFileError(path: path, problem: .length(count))
    }
    return key
  }

  /// Writes beside the place and links into it, so that nobody ever sees half a key. False when the
  /// place was taken meanwhile.
  static func create(_ key: PersonKey, at path: String) throws(KeyFileError) -> Bool {
    let draft = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw KeyFileError(path: path, problem: .unwritable(errno)) }
    defer { unlink(draft) }
    let isWritten = key.withBytes { write(file, $0.baseAddress!, $0.count) == $0.count }
    let isKept = isWritten && fchmod(file, 0o600) == 0 && fsync(file) == 0
    let problem = errno
    close(file)
    guard isKept else { throw KeyFileError(path: path, problem: .unwritable(problem)) }
    guard link(draft, path) == 0 else {
      if errno == EEXIST { return false }
      throw KeyFileError(path: path, problem: .unwritable(errno))
    }
    syncFolder(of: path)
    return true
  }

  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}
