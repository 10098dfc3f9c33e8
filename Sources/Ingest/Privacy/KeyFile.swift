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
  private static func existing(_ path: String) throws(KeyFileError) -> PersonKey? {
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
    guard status.st_size == PersonKey.length else {
      throw KeyFileError(path: path, problem: .length(Int(status.st_size)))
    }
    var bytes = [UInt8](repeating: 0, count: PersonKey.length)
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
  private static func create(_ key: PersonKey, at path: String) throws(KeyFileError) -> Bool {
    let draft = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw KeyFileError(path: path, problem: .unwritable(errno)) }
    defer { unlink(draft) }
    let written = key.withBytes { write(file, $0.baseAddress!, $0.count) }
    let isKept = written == PersonKey.length && fchmod(file, 0o600) == 0 && fsync(file) == 0
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

  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}

/// A key file that cannot be used, in one Italian sentence.
public struct KeyFileError: Error, Equatable, CustomStringConvertible {
  public enum Problem: Equatable, Sendable {
    case missing
    case notAFile
    /// Permissions that let others in.
    case exposed(Int)
    /// Bytes found instead of 32.
    case length(Int)
    /// System error number.
    case unreadable(Int32)
    case unwritable(Int32)
  }

  public var path: String
  public var problem: Problem

  public var description: String {
    switch problem {
    case .missing:
      "\(path): la chiave delle persone non c'è; copiare qui quella usata per il magazzino, o indicarne il percorso"
    case .notAFile:
      "\(path): non è un file; indicare il percorso di un file di 32 byte"
    case .exposed(let mode):
      "\(path): la chiave è accessibile ad altri utenti (permessi 0\(String(mode, radix: 8)), servono 0600); eseguire «chmod 600 \(path)»"
    case .length(let count):
      "\(path): la chiave deve essere di 32 byte e ne ha \(count); ripristinarla da una copia, perché con un'altra le persone non si riconoscono più"
    case .unreadable(let code):
      "\(path): la chiave non si può leggere (\(KeyFileError.reason(code))); verificare percorso e permessi"
    case .unwritable(let code):
      "\(path): la chiave non si può creare (\(KeyFileError.reason(code))); verificare che la cartella esista e sia scrivibile"
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permesso negato"
    case ENOENT, ENOTDIR: "la cartella non esiste"
    case ENOSPC: "disco pieno"
    case EROFS: "disco in sola lettura"
    default: "errore di sistema \(code)"
    }
  }
}
