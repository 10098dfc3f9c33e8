/// Where the bytes of a delivery are: a file, memory, or a file that came compressed.
public enum ByteSource: Sendable {
  case file(path: String)
  case memory([UInt8])
  case unpacked(UnpackedFile)

  /// The name to show to a person: the file's own, without its folders.
  public var name: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .memory: "(in memoria)"
    case .unpacked(let file): file.name
    }
  }
}
