/// Why the sample was not written: one Italian sentence for whoever asked for it.
public struct SampleError: Error, Equatable, CustomStringConvertible {
  public enum Kind: Sendable {
    /// The request makes no sense (a part that does not exist, a negative number…).
    case usage
    /// A reference file is missing or is not what it should be.
    case reference
    /// A file cannot be written.
    case output
  }

  public var kind: Kind
  public var description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
