import Foundation
import Glibc
import Warehouse

/// The folder an edition is written into before it takes the place of the old one.
final class EditionStage {
  private let final: URL
  private let staging: URL
  private let retired: URL
  private var isCommitted = false

  /// Starts empty: what an interrupted run left beside the edition is removed.
  init(replacing directory: String) throws(EditionError) {
    final = URL(filePath: directory, directoryHint: .isDirectory).standardizedFileURL
    let parent = final.deletingLastPathComponent()
    let name = final.lastPathComponent
    staging = parent.appending(path: ".\(name).nuova", directoryHint: .isDirectory)
    retired = parent.appending(path: ".\(name).vecchia", directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      // An old edition set aside by a run that stopped between the two renames goes back first.
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

  func write(_ bytes: [UInt8], to path: String) throws(EditionError) {
    let url = URL(filePath: try prepare(path))
    do {
      try Data(bytes).write(to: url)
    } catch {
      throw .cannotWrite(path: path, reason: DiskWords.reason(error))
    }
  }

  func read(_ path: String) throws(EditionError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: staging.appending(path: path)))
    } catch {
      throw .cannotWrite(path: path, reason: DiskWords.reason(error))
    }
  }

  /// Makes the bytes durable, then swaps the folders by two renames. A reader finds the old edition
  /// or the new one, whole; a stop between the two renames is repaired by the next run.
  func commit() throws(EditionError) {
    do {
      try synchronise()
      if exists(final) { try FileManager.default.moveItem(at: final, to: retired) }
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
