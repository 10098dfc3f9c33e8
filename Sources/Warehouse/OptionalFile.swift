public import Foundation

/// What may be missing. What is there and cannot be read is not missing: without it something else would
/// be counted or published, and nobody would know.
public enum OptionalFile {
  /// Nil where there is no such file.
  public static func contents(_ path: String) throws -> Data? {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch CocoaError.fileReadNoSuchFile {
      return nil
    }
  }

  /// What a folder holds, by name; nothing where there is no such folder.
  public static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch CocoaError.fileReadNoSuchFile {
      return []
    }
  }
}
