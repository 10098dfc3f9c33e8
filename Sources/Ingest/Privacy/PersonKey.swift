import Crypto

/// The secret under which personal identifiers become tokens.
///
/// It cannot be printed: whoever holds it can turn every codice fiscale of the country into its token
/// and recognise people in the warehouse.
///
/// A key that has been rotated is a chain. Its first link makes a token of an identifier, every later
/// one a token of a token: so a warehouse is brought under a new key without its identifiers, and
/// whoever comes back in a later delivery is still recognised.
public struct PersonKey: Sendable {
  /// Length of a link in bytes.
  public static let length = 32
  /// Links a key may have: a rotation a year for a lifetime.
  static let longest = 64

  /// Makes a token of an identifier.
  let secret: SymmetricKey
  /// Make tokens of tokens, in this order.
  let links: [SymmetricKey]
  /// Fingerprints of the key as it was after each rotation, from the first one; the last is `id`.
  public let generations: [String]

  /// First eight hexadecimal digits of the SHA-256 of the key's bytes: enough to notice a wrong key,
  /// useless to find the right one.
  public var id: String { generations.last! }

  /// A key from its bytes, 32 for each link; nil for any other count.
  public init?(bytes: [UInt8]) {
    guard bytes.count % PersonKey.length == 0,
      (1...PersonKey.longest).contains(bytes.count / PersonKey.length)
    else { return nil }
    let links = stride(from: 0, to: bytes.count, by: PersonKey.length).map {
      SymmetricKey(data: bytes[$0..<$0 + PersonKey.length])
    }
    self.init(links)
  }

  /// A new key from the system's source of randomness.
  static func random() -> PersonKey { PersonKey([SymmetricKey(size: .bits256)]) }

  /// The same key with one more link, unknown to whoever holds the key as it is now; nil when it has
  /// as many as it may.
  func rotated() -> PersonKey? {
    let all = [secret] + links
    guard all.count < PersonKey.longest else { return nil }
    return PersonKey(all + [SymmetricKey(size: .bits256)])
  }

  /// All links, one after the other: what the key file holds.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    var bytes: [UInt8] = []
    for link in [secret] + links { link.withUnsafeBytes { bytes += $0 } }
    defer { for i in bytes.indices { bytes[i] = 0 } }
    return try bytes.withUnsafeBytes(body)
  }

  private init(_ all: [SymmetricKey]) {
    secret = all[0]
    links = Array(all.dropFirst())
    var hash = SHA256()
    generations = all.map { link in
      link.withUnsafeBytes { hash.update(bufferPointer: $0) }
      return Hexadecimal.text(hash.finalize().prefix(4))
    }
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
