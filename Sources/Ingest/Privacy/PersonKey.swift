import Crypto

/// The secret under which personal identifiers become tokens.
///
/// It cannot be printed: whoever holds it can turn every codice fiscale of the country into its token
/// and recognise people in the warehouse.
public struct PersonKey: Sendable {
  /// Length of the key in bytes.
  public static let length = 32

  let secret: SymmetricKey
  /// First eight hexadecimal digits of the key's SHA-256: enough to notice a wrong key, useless to
  /// find the right one.
  public let id: String

  /// A key from its 32 bytes; nil for any other count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == PersonKey.length else { return nil }
    self.init(SymmetricKey(data: bytes))
  }

  /// A new key from the system's source of randomness.
  static func random() -> PersonKey { PersonKey(SymmetricKey(size: .bits256)) }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    secret.withUnsafeBytes(body)
  }

  private init(_ secret: SymmetricKey) {
    self.secret = secret
    let digest = secret.withUnsafeBytes { SHA256.hash(data: $0) }
    id = Hexadecimal.text(digest.prefix(4))
  }
}

extension PersonKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "chiave \(id)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Lower-case hexadecimal.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
