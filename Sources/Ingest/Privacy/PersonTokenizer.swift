import Crypto
public import Warehouse

/// Turns personal identifiers into keyed tokens: nothing else of them goes further.
///
/// The token is the first half of HMAC-SHA-256 under a key of the linkage group,
/// `HMAC(K, "CP1" ‖ class ‖ ":" ‖ identifier)` with `K = HMAC(master, "ambito:" ‖ scope)`: the same
/// person has one token in the sources of a group and unrelated ones in different groups. Not for
/// sharing between threads.
public final class PersonTokenizer {
  private let first: KeyedDigest
  private let links: [KeyedDigest]
  private let issuer: [UInt8]
  private let cache: TokenCache
  /// Marks of whoever must not come back, by generation of the key; empty when there are none.
  private let forgotten: [Set<PersonToken>]

  /// - Parameters:
  ///   - scope: the linkage group of the source.
  ///   - issuer: whose local identifiers these are: the person 17 of one office is not the 17 of
  ///     another, even within a group.
  ///   - forgotten: whoever must not come back; their identifiers read as `dimenticata`.
  ///   - bytes: size of what is to be read, for which as many tokens as are worth it are remembered.
  public init(
    key: PersonKey, scope: String, issuer: String = "",
    forgotten: ForgottenMarks = ForgottenMarks(), forBytes bytes: Int = 0
  ) {
    cache = TokenCache(forBytes: bytes)
    first = KeyedDigest(
      key: HMAC<SHA256>.authenticationCode(for: Array("ambito:\(scope)".utf8), using: key.secret))
    links = key.links.map { KeyedDigest(key: $0) }
    self.issuer = Array(issuer.utf8.prefix(128))
    self.forgotten =
      forgotten.isEmpty ? [] : key.generations.map { forgotten.byKey[$0] ?? [] }
  }

  /// What a cell of a column of persons comes to.
  public func token(for bytes: CellBytes) -> PersonReading {
    token(for: bytes, at: place(of: bytes))
  }

  /// Where to look for a cell, in a pass of its own before the tokens of a column are asked for.
  @inline(__always)
  func place(of bytes: CellBytes) -> Int {
    bytes.count <= TokenCache.longestKey ? cache.place(of: bytes) : -1
  }

  @inline(__always)
  func touch(_ place: Int) -> UInt64 { place < 0 ? 0 : cache.touch(place) }

  @inline(__always)
  func token(for bytes: CellBytes, at place: Int) -> PersonReading {
    guard place >= 0 else { return make(bytes) }
    if let known = cache.reading(at: place, for: bytes) { return known }
    let reading = make(bytes)
    cache.keep(reading, at: place, for: bytes)
    return reading
  }

  public func token(for text: String) -> PersonReading { text.withCellBytes { token(for: $0) } }

  /// The token of somebody who is not named, one for each line of a delivery.
  public func anonymous(snapshot: String, line: Int32) -> PersonReading {
    let token = Array("\(snapshot):\(line)".utf8).withUnsafeBufferPointer { mac("ANON", $0) }
    return PersonReading(chained(token).token, kind: .anonymous)
  }

  /// Thirty-two hexadecimal digits that stand for a text holding personal data, so that the thing it
  /// names keeps its identity. Unrelated to the token of a person with the same identifier.
  ///
  /// Before those of a text in which a code stands among other words come, with a `~`, those of each code: whoever
  /// it is can be erased all the same. Nil where somebody in it was.
  public func opaque(_ bytes: CellBytes) -> String? {
    let (first, isCode) = firstName(bytes)
    var names = [chained(first)]
    if !isCode {
      var codes: [PersonToken] = []
      PersonalData.search(bytes, for: Suspicion(bytes).intersection(PersonIdentifier.codes)) {
        codes.append(firstName(CellBytes(rebasing: bytes[$1])).token)
        return true
      }
      names = Set(codes).sorted().map(chained) + names
    }
    return names.contains(where: \.isForgotten)
      ? nil : names.map(\.token.hexadecimal).joined(separator: "~")
  }

  /// What stands for an identifier in the place of a thing's name, as it is now.
  func name(of identifier: String) -> PersonToken {
    identifier.withCellBytes { chained(firstName($0).token).token }
  }

  /// - Returns: whether the text is an identifier and nothing else, in whatever spelling.
  private func firstName(_ bytes: CellBytes) -> (token: PersonToken, isCode: Bool) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PersonIdentifier.longest) { form in
      let (kind, count) = PersonIdentifier.classify(bytes, form: form.baseAddress!)
      let isCode = kind.tokenClass != nil && count > 0
      return (
        mac("OPQ", isCode ? CellBytes(start: form.baseAddress, count: count) : bytes), isCode
      )
    }
  }

  private func make(_ bytes: CellBytes) -> PersonReading {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PersonIdentifier.longest) { form in
      let (kind, count) = PersonIdentifier.classify(bytes, form: form.baseAddress!)
      guard kind != .anonymous, let name = kind.tokenClass else { return PersonReading(kind: kind) }
      let (token, isForgotten) = chained(
        mac(name, CellBytes(start: form.baseAddress, count: count), isLocal: kind == .local))
      return isForgotten ? PersonReading(kind: .forgotten) : PersonReading(token, kind: kind)
    }
  }

  /// The token that the base form of an omocodic code has, should somebody bear it; nil for any other
  /// identifier.
  func base(of bytes: CellBytes) -> PersonToken? {
    guard let code = FiscalCode(bytes), code.isOmocodic else { return nil }
    return token(for: code.base).token
  }

  /// The tokens an identifier has had, from the first generation of the key; the last is in use. Empty
  /// for what names nobody.
  func history(of text: String) -> [PersonToken] {
    text.withCellBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PersonIdentifier.longest) { form in
        let (kind, count) = PersonIdentifier.classify(bytes, form: form.baseAddress!)
        guard kind != .anonymous, let name = kind.tokenClass else { return [] }
        var all = [
          mac(name, CellBytes(start: form.baseAddress, count: count), isLocal: kind == .local)
        ]
        for link in links { all.append(all.last!.rekeyed(link)) }
        return all
      }
    }
  }

  /// A first token brought through the links of a rotated key, meeting on its way the marks that each
  /// generation left.
  private func chained(_ first: PersonToken) -> (token: PersonToken, isForgotten: Bool) {
    var token = first
    var isForgotten = !forgotten.isEmpty && forgotten[0].contains(token.forgottenMark)
    for (i, link) in links.enumerated() {
      token = token.rekeyed(link)
      if !forgotten.isEmpty, forgotten[i + 1].contains(token.forgottenMark) { isForgotten = true }
    }
    return (token, isForgotten)
  }

  /// First sixteen bytes of HMAC-SHA-256 of `CP1`, the class, a colon, for local identifiers their
  /// issuer and a unit separator, and the identifier.
  private func mac(
    _ name: StaticString, _ identifier: CellBytes, isLocal: Bool = false
  ) -> PersonToken {
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
      if let base = identifier.baseAddress, identifier.count <= 128 {
        append(base, identifier.count)
        return first.token(UnsafeRawBufferPointer(start: p, count: count))
      }
      return first.token(
        UnsafeRawBufferPointer(start: p, count: count), UnsafeRawBufferPointer(identifier))
    }
  }
}

extension PersonTokenizer: CustomStringConvertible, CustomReflectable {
  public var description: String { "PersonTokenizer" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
