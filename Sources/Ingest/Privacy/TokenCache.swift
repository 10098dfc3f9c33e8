/// The tokens of the identifiers met last: the same people come back, and a look costs a twentieth of
/// a token.
///
/// A fixed table in which every identifier has a pair of places, where the newest pushes out the older of
/// two: memory never grows.
final class TokenCache {
  /// Identifiers of more bytes are not remembered.
  static let longestKey = 32
  /// At most, 32 MiB.
  private static let mostPlaces = 1 << 19
  /// No row that names somebody is shorter, not even compressed.
  private static let bytesPerRow = 16

  /// One cache line.
  private struct Place {
    var key: (UInt64, UInt64, UInt64, UInt64)
    var high: UInt64
    var low: UInt64
    /// Length of the key plus one; 0 where nothing is.
    var length: UInt8
    var kind: UInt8
  }

  private let block: LargeBlock
  private let places: UnsafeMutableRawPointer
  private let mask: Int

  /// As large as a delivery of so many bytes deserves.
  init(forBytes bytes: Int) {
    var count = 1 << 10
    while count < TokenCache.mostPlaces, count * TokenCache.bytesPerRow < bytes { count *= 2 }
    precondition(MemoryLayout<Place>.stride <= 64)
    block = LargeBlock(bytes: count * 64)
    places = block.start
    // Of the first of a pair.
    mask = count - 2
  }

  /// The first of its pair.
  @inline(__always)
  func place(of bytes: CellBytes) -> Int { Int(truncatingIfNeeded: LabelHash.of(bytes)) & mask }

  /// Begins to bring a pair of places near: tables of this size are far from the core.
  @inline(__always)
  func touch(_ place: Int) -> UInt64 {
    (places + place * 64).load(fromByteOffset: 32, as: UInt64.self)
      &+ (places + place * 64).load(fromByteOffset: 96, as: UInt64.self)
  }

  @inline(__always)
  func reading(at place: Int, for bytes: CellBytes) -> PersonReading? {
    held(at: place, for: bytes) ?? held(at: place + 1, for: bytes)
  }

  @inline(__always)
  private func held(at place: Int, for bytes: CellBytes) -> PersonReading? {
    let held = places + place * 64
    let known = held.assumingMemoryBound(to: Place.self)
    guard Int(known.pointee.length) == bytes.count + 1,
      LabelHash.areEqual(held.assumingMemoryBound(to: UInt8.self), bytes)
    else { return nil }
    return TokenCache.reading(known.pointee)
  }

  func keep(_ reading: PersonReading, at place: Int, for bytes: CellBytes) {
    let held = places + place * 64
    var entry = Place(
      key: (0, 0, 0, 0), high: reading.high, low: reading.low, length: UInt8(bytes.count + 1),
      kind: TokenCache.number(reading.kind))
    withUnsafeMutableBytes(of: &entry.key) { $0.copyMemory(from: UnsafeRawBufferPointer(bytes)) }
    (held + 64).copyMemory(from: held, byteCount: 64)
    held.storeBytes(of: entry, as: Place.self)
  }

  private static let kinds = IdentifierClass.allCases

  private static func number(_ kind: IdentifierClass) -> UInt8 {
    UInt8(kinds.firstIndex(of: kind) ?? 0)
  }

  @inline(__always)
  private static func reading(_ place: Place) -> PersonReading {
    if place.kind == 0 { return PersonReading(high: place.high, low: place.low, kind: .valid) }
    let kind = kinds[Int(place.kind)]
    return place.high == PersonReading.none
      ? PersonReading(kind: kind) : PersonReading(high: place.high, low: place.low, kind: kind)
  }
}
