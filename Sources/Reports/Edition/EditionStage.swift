import Foundation
import Glibc
import Warehouse

/// The folder an edition is written into before it takes the place of the old one. Nothing that must
/// never be published gets into it.
///
/// Sendable because its files may be written at the same time, each by one thread, and only then is it
/// put in place, by one.
final class EditionStage: @unchecked Sendable {
  private let final: URL
  private let staging: URL
  private let retired: URL
  private let forbidden: ForbiddenContent
  private var isCommitted = false

  /// Starts empty: what an interrupted run left beside the edition is removed.
  init(replacing directory: String, forbidden: ForbiddenContent) throws(EditionError) {
    self.forbidden = forbidden
    final = URL(filePath: directory, directoryHint: .isDirectory).standardizedFileURL
    let parent = final.deletingLastPathComponent()
    let name = final.lastPathComponent
    staging = parent.appending(path: ".\(name).nuova", directoryHint: .isDirectory)
    retired = parent.appending(path: ".\(name).vecchia", directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      // An old edition set aside by a run that stopped between two renames goes back first.
      if exists(retired), !exists(final) {
        try FileManager.default.moveItem(at: retired, to: final)
      }
      for left in [staging, retired] where exists(left) {
        try FileManager.default.removeItem(at: left)
      }
      try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: false)
    } catch {
      throw .cannotWrite(path: staging.path, reason: DiskWords.reason(error))
    }
  }

  /// Where the new edition is until it takes the place of the old one.
  var folder: String { staging.path }

  deinit { if !isCommitted { try? FileManager.default.removeItem(at: staging) } }

  /// Makes room for a file another writer creates; returns its full path.
  func prepare(_ path: String) throws(EditionError) -> String {
    let url = staging.appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: path, reason: DiskWords.reason(error))
    }
    return url.path
  }

  /// - Parameter mailbox: the address of an office that this file alone may hold.
  func write(
    _ bytes: [UInt8], to path: String, allowing mailbox: String? = nil
  ) throws(EditionError) {
    try scan(bytes, path, allowing: mailbox)
    let url = URL(filePath: try prepare(path))
    if keeps(bytes, at: path) { return }
    do {
      try bytes.withUnsafeBytes { try Self.uncopied($0).write(to: url) }
    } catch {
      throw .cannotWrite(path: path, reason: DiskWords.reason(error))
    }
  }

  /// The open data of a large edition are tens of megabytes, and `Data(bytes)` would be as many again.
  private static func uncopied(_ bytes: UnsafeRawBufferPointer) -> Data {
    guard let start = bytes.baseAddress else { return Data() }
    return Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none)
  }

  /// Also for what another writer puts into a file that cannot be read as it is.
  func scan(
    _ bytes: [UInt8], _ path: String, allowing mailbox: String? = nil
  ) throws(EditionError) {
    if let found = forbidden.allowing(mailbox: mailbox).firstMatch(in: bytes) {
      throw EditionError.forbidden(file: path, line: found.line, kind: found.kind)
    }
  }

  /// What another writer put there.
  func take(_ path: String) throws(EditionError) -> [UInt8] {
    do {
      let bytes = Array(try Data(contentsOf: staging.appending(path: path)))
      _ = keeps(bytes, at: path)
      return bytes
    } catch {
      throw .cannotWrite(path: path, reason: DiskWords.reason(error))
    }
  }

  /// A file that is as the old edition has it goes on being that file: only what changed is rewritten, and
  /// whoever copies or caches an edition sees by its date what did.
  private func keeps(_ bytes: [UInt8], at path: String) -> Bool {
    let (old, new) = (final.appending(path: path), staging.appending(path: path))
    // Its length first: most that changed need not be read.
    let values = try? old.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
    guard values?.isRegularFile == true, values?.fileSize == bytes.count,
      holds(old, bytes)
    else { return false }
    let aside = new.path + ".vecchio"
    // A file system without links has it written again.
    guard link(old.path, aside) == 0 else { return false }
    guard rename(aside, new.path) == 0 else {
      unlink(aside)
      return false
    }
    return true
  }

  /// Whether a file has these bytes. Piece by piece, for the largest are as large as an edition's memory.
  private func holds(_ file: URL, _ bytes: [UInt8]) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    var start = 0
    while start < bytes.count {
      let count = min(1 << 16, bytes.count - start)
      guard let piece = try? handle.read(upToCount: count), !piece.isEmpty,
        piece.elementsEqual(bytes[start..<start + piece.count])
      else { return false }
      start += piece.count
    }
    return true
  }

  /// Makes the bytes durable, then swaps the folders in one step: a reader finds the old edition or the
  /// new one, whole, at every instant. Where the file system cannot exchange two folders it is done by two
  /// renames, and a stop between them is repaired by the next run.
  func commit() throws(EditionError) {
    do {
      try synchronise()
      if exists(final) {
        if exchange() {
          isCommitted = true
          try? FileManager.default.removeItem(at: staging)
          return
        }
        try FileManager.default.moveItem(at: final, to: retired)
      }
      do {
        try FileManager.default.moveItem(at: staging, to: final)
      } catch {
        if exists(retired) { try? FileManager.default.moveItem(at: retired, to: final) }
        throw error
      }
      isCommitted = true
      try? FileManager.default.removeItem(at: retired)
    } catch {
      throw .cannotWrite(path: final.path, reason: DiskWords.reason(error))
    }
  }

  private func exchange() -> Bool {
    typealias Call =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    // Swift's Glibc leaves out what a header gives to GNU programs alone.
    guard let address = dlsym(nil, "renameat2") else { return false }
    let renameat2 = unsafeBitCast(address, to: Call.self)
    let exchangeBoth: UInt32 = 1 << 1
    return renameat2(AT_FDCWD, staging.path, AT_FDCWD, final.path, exchangeBoth) == 0
  }

  private func synchronise() throws {
    let files = FileManager.default.enumerator(at: staging, includingPropertiesForKeys: nil)
    var paths = [staging.path]
    while let url = files?.nextObject() as? URL { paths.append(url.path) }
    for path in paths {
      let descriptor = open(path, O_RDONLY)
      guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
  }

  private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}
