public import Foundation

/// Real public files beside the project, where they are present: tests that need them are skipped
/// elsewhere.
public enum SharedData {
  /// `../shared/data` from the project's root.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data").standardizedFileURL

  public static let isPresent = FileManager.default.fileExists(atPath: root.path)

  /// The path of a file or folder in it.
  public static func path(_ name: String) -> String { root.appending(path: name).path }

  /// Paths of the files of a folder whose names end so, in order.
  public static func files(_ folder: String, ending: String...) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
    return names.sorted().filter { name in ending.contains { name.hasSuffix($0) } }
      .map { path(folder + "/" + $0) }
  }
}
