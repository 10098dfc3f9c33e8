import Foundation

/// The project's own files, as text.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Relative paths of the files under a folder, sorted; what is hidden or built is left out.
  static func paths(under folder: String, ending endings: [String] = [".swift"]) -> [String] {
    guard let found = FileManager.default.enumerator(atPath: "\(root)/\(folder)") else { return [] }
    var paths: [String] = []
    for case let path as String in found {
      let parts = path.split(separator: "/")
      guard !parts.contains(where: { $0.hasPrefix(".") || $0 == "__pycache__" }) else { continue }
      if endings.contains(where: path.hasSuffix) { paths.append("\(folder)/\(path)") }
    }
    return paths.sorted()
  }

  static func folders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: "\(root)/\(folder)/\(name)", isDirectory: &isFolder) && isFolder.boolValue
    }.sorted()
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(root)/\(path)")
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, text: try text(path))
  }

  /// - Throws: `NothingThere` when there is none: a law over no file would always be kept.
  static func swift(under folder: String) throws -> [SourceFile] {
    let files = try paths(under: folder).map(file)
    guard !files.isEmpty else { throw NothingThere(folder: folder) }
    return files
  }

  struct NothingThere: Error { let folder: String }
}
