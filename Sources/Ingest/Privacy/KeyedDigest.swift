import Crypto
import Warehouse

/// HMAC-SHA-256 with its two key blocks already digested: per message only two copies of a state are
/// left to do (RFC 2104 §4). Its first sixteen bytes are a token.
struct KeyedDigest {
  private let inner: SHA256
  private let outer: SHA256

  init(key: some ContiguousBytesKey) {
    var inner = SHA256()
    var outer = SHA256()
    var block = key.keyBytes + [UInt8](repeating: 0, count: 32)
    precondition(block.count == 64, "keys of tokens are of 32 bytes")
    inner.update(data: block.map { $0 ^ 0x36 })
    outer.update(data: block.map { $0 ^ 0x5C })
    for i in block.indices { block[i] = 0 }
    self.inner = inner
    self.outer = outer
  }

  @inline(__always)
  func token(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer? = nil)
    -> PersonToken
  {
    var hash = inner
    hash.update(bufferPointer: first)
    if let second { hash.update(bufferPointer: second) }
    var last = outer
    hash.finalize().withUnsafeBytes { last.update(bufferPointer: $0) }
    return last.finalize().withUnsafeBytes(PersonToken.init(digest:))
  }
}

/// What a key's 32 bytes can be taken from.
protocol ContiguousBytesKey {
  var keyBytes: [UInt8] { get }
}

extension SymmetricKey: ContiguousBytesKey {
  var keyBytes: [UInt8] { withUnsafeBytes { Array($0) } }
}

extension HashedAuthenticationCode: ContiguousBytesKey where H == SHA256 {
  var keyBytes: [UInt8] { Array(self) }
}

extension PersonToken {
  /// First sixteen bytes of a digest.
  ///
  /// One token in 2^64 would be taken for a missing value in a column of facts: it gives way by a bit.
  init(digest: UnsafeRawBufferPointer) {
    let high = UInt64(bigEndian: digest.loadUnaligned(as: UInt64.self))
    self.init(
      high: high == PersonReading.none ? high | 1 : high,
      low: UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }

  /// Its mark in the list of the forgotten: from it no token can be had back.
  var forgottenMark: PersonToken {
    var hash = SHA256()
    hash.update(data: Array("CP1DIMENTICATA:".utf8) + bytes)
    return hash.finalize().withUnsafeBytes(PersonToken.init(digest:))
  }
}

extension PersonKey {
  /// What the key's last link makes of a token: what every token of a warehouse becomes when a key is
  /// rotated.
  var lastLink: (@Sendable (PersonToken) -> PersonToken)? {
    links.last.map { link in
      let digest = KeyedDigest(key: link)
      return { $0.rekeyed(digest) }
    }
  }
}

extension PersonToken {
  /// `HMAC(link, "CP1ROT:" ‖ token)`.
  func rekeyed(_ link: KeyedDigest) -> PersonToken {
    let message = Array("CP1ROT:".utf8) + bytes
    return message.withUnsafeBytes { link.token($0) }
  }
}
