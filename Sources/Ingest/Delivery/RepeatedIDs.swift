/// Finds the identifiers that may occur more than once in a delivery, in memory that does not grow.
///
/// Two bits of a word per hashed identifier answer "certainly new" for nearly all of them (a blocked Bloom
/// filter: Putze, Sanders and Singler, 2009); the few others are remembered, and the warehouse then tells which
/// truly repeat. So the answer is exact, and ten million distinct ids cost 16 MiB, the most there is for any delivery.
final class RepeatedIDs {
  private let block: LargeBlock
  private let bits: UnsafeMutablePointer<UInt64>
  private let mask: UInt64
  private(set) var suspects: Set<String> = []

  private static let mostWords = 1 << 21

  /// With as many bits as a delivery of so many bytes deserves, be they compressed: to clear more for
  /// every small one takes longer than to load it.
  convenience init(forBytes bytes: Int) {
    var words = 1 << 10
    while words < RepeatedIDs.mostWords, words < 16 * bytes { words *= 2 }
    self.init(words: words)
  }

  /// - Parameter words: of 64 bits, a power of two.
  init(words: Int) {
    block = LargeBlock(bytes: words * 8)
    bits = block.start.bindMemory(to: UInt64.self, capacity: words)
    mask = UInt64(words) * 64 - 1
  }

  /// - Returns: true when the identifier may have been met before.
  @discardableResult
  func insert(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let hash = RepeatedIDs.hash(id)
    let word = Int((hash & mask) >> 6)
    let own: UInt64 = 1 << (hash & 63) | 1 << (hash >> 58)
    if bits[word] & own == own {
      suspects.insert(String(decoding: id, as: UTF8.self))
      return true
    }
    bits[word] |= own
    return false
  }

  /// wyhash-like mixing, eight bytes at a time; the same on every run.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var h: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var i = 0
    while i + 8 <= bytes.count {
      h = mix(h ^ UnsafeRawPointer(bytes.baseAddress! + i).loadUnaligned(as: UInt64.self))
      i += 8
    }
    var tail: UInt64 = 0
    while i < bytes.count {
      tail = tail << 8 | UInt64(bytes[i])
      i += 1
    }
    return mix(h ^ tail)
  }

  private static func mix(_ x: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
