/// A code of a short list squeezed into one integer: its first seven bytes and its length.
///
/// Facts are compared and grouped by code a million times a second; the codes of every list are
/// distinct in this form (a test holds them to it).
public struct PackedCode: Hashable, Sendable {
  public let raw: UInt64

  /// Nothing was there.
  public static let none = PackedCode(raw: 0)

  init(raw: UInt64) { self.raw = raw }

  public init(_ code: String) {
    var raw: UInt64 = 0
    for (i, byte) in code.utf8.prefix(7).enumerated() { raw |= UInt64(byte) << (8 * UInt64(i)) }
    self.raw = raw | UInt64(min(code.utf8.count, 255)) << 56
  }

  init(bytes: UnsafePointer<UInt8>?, count: Int) {
    guard let bytes else {
      raw = 0
      return
    }
    var raw: UInt64 = 0
    for i in 0..<min(count, 7) { raw |= UInt64(bytes[i]) << (8 * UInt64(i)) }
    self.raw = raw | UInt64(min(count, 255)) << 56
  }
}
