/// A file of an edition.
public struct EditionOutput: Hashable, Sendable {
  /// From the root of the edition: `tavoli/anziani-locride.xlsx`.
  public var path: String
  public var bytes: Int
  /// 64 hexadecimal digits.
  public var sha256: String

  public init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}
