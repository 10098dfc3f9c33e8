import Crypto

/// Turns personal identifiers into keyed tokens: nothing else of them goes further.
///
/// The token is the first half of HMAC-SHA-256 under a key of the linkage group,
/// `HMAC(K, "CP1" ‖ class ‖ ":" ‖ identifier)` with `K = HMAC(master, "ambito:" ‖ scope)`: the same
/// person has one token in the sources of a group and unrelated ones in different groups. Not for
/// sharing between threads.
public final class PersonTokenizer {
  private let inner: SHA256
  private let outer: SHA256
  private let issuer: [UInt8]
  private let cache = TokenCache()

  /// - Parameters:
  ///   - scope: the linkage group of the source.
  ///   - issuer: whose local identifiers these are: the person 17 of one office is not the 17 of
  ///     another, even within a group.
  public init(key: PersonKey, scope: String, issuer: String = "") {
    let scoped = HMAC<SHA256>.authenticationCode(
      for: Array("ambito:\(scope)".utf8), using: key.secret)
    // HMAC with its two key blocks already digested: per identifier only two copies of a state are
    // left to do (RFC 2104 §4).
    var inner = SHA256()
    var outer = SHA256()
    var block = Array(scoped) + [UInt8](repeating: 0, count: 32)
    inner.update(data: block.map { $0 ^ 0x36 })
    outer.update(data: block.map { $0 ^ 0x5C })
    for i in block.indices { block[i] = 0 }
    self.inner = inner
    self.outer = outer
    self.issuer = Array(issuer.utf8.prefix(128))
  }

  /// What a cell of a column of persons comes to.
  public func token(for bytes: CellBytes) -> PersonReading {
    guard bytes.count <= TokenCache.longestKey else { return make(bytes) }
    let place = cache.place(of: bytes)
    if let known = cache.reading(at: place, for: bytes) { return known }
    let reading = make(bytes)
    cache.keep(reading, at: place, for: bytes)
    return reading
  }

  public func token(for text: String) -> PersonReading { text.withCellBytes { token(for: $0) } }

  /// The token of somebody who is not named, one for each line of a delivery.
  public func anonymous(snapshot: String, line: Int32) -> PersonReading {
    let (high, low) = Array("\(snapshot):\(line)".utf8).withUnsafeBufferPointer {
      mac("ANON", $0)
    }
    return PersonReading(high: high, low: low, kind: .anonymous)
  }

  /// Thirty-two hexadecimal digits that stand for a text holding personal data, so that the thing it
  /// names keeps its identity. Unrelated to the token of a person with the same identifier.
  public func opaque(_ bytes: CellBytes) -> String {
    let (high, low) = withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: PersonIdentifier.longest
    ) { form in
      let (kind, count) = PersonIdentifier.classify(bytes, form: form.baseAddress!)
      let isNormal = kind.tokenClass != nil && count > 0
      return mac("OPQ", isNormal ? CellBytes(start: form.baseAddress, count: count) : bytes)
    }
    return Hexadecimal.text(
      (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - 8 * ($0 & 7))) }
    )
  }

  private func make(_ bytes: CellBytes) -> PersonReading {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PersonIdentifier.longest) { form in
      let (kind, count) = PersonIdentifier.classify(bytes, form: form.baseAddress!)
      guard kind != .anonymous, let name = kind.tokenClass else { return PersonReading(kind: kind) }
      let (high, low) = mac(
        name, CellBytes(start: form.baseAddress, count: count), isLocal: kind == .local)
      return PersonReading(high: high, low: low, kind: kind)
    }
  }

  /// First sixteen bytes of HMAC-SHA-256 of `CP1`, the class, a colon, for local identifiers their
  /// issuer and a unit separator, and the identifier.
  private func mac(
    _ name: StaticString, _ identifier: CellBytes, isLocal: Bool = false
  ) -> (UInt64, UInt64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 288) { message in
      let p = message.baseAddress!
      var count = 0
      func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        (p + count).initialize(from: bytes, count: length)
        count += length
      }
      append(("CP1" as StaticString).utf8Start, 3)
      append(name.utf8Start, name.utf8CodeUnitCount)
      append((":" as StaticString).utf8Start, 1)
      if isLocal, !issuer.isEmpty {
        issuer.withUnsafeBufferPointer { append($0.baseAddress!, $0.count) }
        append(("\u{1F}" as StaticString).utf8Start, 1)
      }
      var hash = inner
      if let base = identifier.baseAddress, identifier.count <= 128 {
        append(base, identifier.count)
        hash.update(bufferPointer: UnsafeRawBufferPointer(start: p, count: count))
      } else {
        hash.update(bufferPointer: UnsafeRawBufferPointer(start: p, count: count))
        hash.update(bufferPointer: UnsafeRawBufferPointer(identifier))
      }
      var last = outer
      hash.finalize().withUnsafeBytes { last.update(bufferPointer: $0) }
      return last.finalize().withUnsafeBytes {
        (
          UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
          UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
      }
    }
  }
}

extension PersonTokenizer: CustomStringConvertible, CustomReflectable {
  public var description: String { "PersonTokenizer" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
