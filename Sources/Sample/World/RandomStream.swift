/// A small deterministic random stream (SplitMix64).
///
/// Every request, person and delivery has its own stream, keyed by what it is: request 9,000,000 is
/// generated without its predecessors, and the same seed gives the same bytes on every machine.
struct RandomStream {
  /// What a stream decides; two purposes never share numbers.
  enum Purpose: UInt64 {
    case person = 1
    case request, fault, text, session, organisation, offer, desk, access, register, remark
  }

  private var state: UInt64

  /// The plain generator, for its published vectors.
  init(state: UInt64) { self.state = state }

  init(seed: UInt64, _ purpose: Purpose, _ index: Int) {
    let key = RandomStream.mix(seed &+ purpose.rawValue &* 0x9E37_79B9_7F4A_7C15)
    state = RandomStream.mix(key ^ UInt64(bitPattern: Int64(index)) &* 0xD134_2543_DE82_EF95)
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return RandomStream.mix(state)
  }

  /// Uniform in [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in 0..<bound.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Nearly normal, mean 0 and deviation 1: the sum of eight uniforms. Additions and products only,
  /// so that no mathematical library can change a byte.
  mutating func normal() -> Double {
    var sum = 0
    for _ in 0..<2 {
      let bits = next()
      sum += Int(bits & 0xFFFF) + Int(bits >> 16 & 0xFFFF) + Int(bits >> 32 & 0xFFFF)
      sum += Int(bits >> 48)
    }
    // Eight uniforms on 0...65535: mean 262140, variance 8 · 65536² / 12.
    return (Double(sum) - 262_140) / 53_509.8
  }

  /// Whole days, log-normal with this median; the long tail of waiting times.
  mutating func days(median: Double, sigma: Double) -> Int {
    Int(min(median * RandomStream.exp(sigma * normal()), 3650))
  }

  /// eˣ for |x| < 20: eight halvings, a Taylor sum, eight squarings.
  static func exp(_ x: Double) -> Double {
    let r = x / 256
    var value = 1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4 * (1 + r / 5))))
    for _ in 0..<8 { value *= value }
    return value
  }
}
