import Foundation

/// Every file under some places looked through for needles, workbooks and archives part by part.
struct FolderSearch {
  private(set) var files = 0
  private(set) var bytes = 0
  /// Files that hold a needle.
  private(set) var found: [String] = []
  /// Files whose contents cannot be seen from here (encrypted, compressed in another way, damaged).
  private(set) var unseen: [String] = []
  private let needles: Needles

  init(_ needles: Needles) { self.needles = needles }

  /// - Parameter place: a file or a folder; one that is not there holds nothing.
  mutating func search(_ place: String, skipping isSkipped: (String) -> Bool = { _ in false })
    throws
  {
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    guard manager.fileExists(atPath: place, isDirectory: &isFolder), !isSkipped(place) else {
      return
    }
    guard isFolder.boolValue else { return try searchFile(place) }
    for name in try manager.contentsOfDirectory(atPath: place).sorted() {
      try search("\(place)/\(name)", skipping: isSkipped)
    }
  }

  private mutating func searchFile(_ path: String) throws {
    files += 1
    guard let file = FileHandle(forReadingAtPath: path) else {
      unseen.append(path)
      return
    }
    defer { try? file.close() }
    let start = try file.read(upToCount: 4) ?? Data()
    try file.seek(toOffset: 0)
    let descriptor = file.fileDescriptor
    let outcome = try needles.search { target in
      let got = read(descriptor, target.baseAddress, target.count)
      guard got >= 0 else {
        throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: path])
      }
      return got
    }
    bytes += outcome.bytes
    if outcome.isFound {
      found.append(path)
    } else if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      searchArchive(path)
    } else if start.starts(with: [0x1F, 0x8B]) {
      searchGzip(path)
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      unseen.append(path)
    }
  }

  private mutating func searchGzip(_ path: String) {
    do {
      let stream = try GzipStream(.file(path: path))
      let outcome = try needles.search { try stream.read(into: $0) }
      bytes += outcome.bytes
      if outcome.isFound { found.append(path) }
    } catch {
      unseen.append(path)
    }
  }

  private mutating func searchArchive(_ path: String) {
    do {
      let archive = try ZipArchive(.file(path: path))
      for name in archive.names where !name.hasSuffix("/") {
        let entry = try archive.entry(name)
        let outcome = try needles.search { try entry.read(into: $0) }
        bytes += outcome.bytes
        if outcome.isFound {
          found.append(path)
          return
        }
      }
    } catch {
      unseen.append(path)
    }
  }
}
