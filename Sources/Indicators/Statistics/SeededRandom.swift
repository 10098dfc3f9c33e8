/// SplitMix64 (Steele, Lea & Flood 2014): permutations and bootstraps that are the same for the same seed.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to bound − 1; the bias of the remainder is below 2⁻⁴⁰ for the bounds met here.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Fisher & Yates.
  mutating func shuffle<T>(_ items: inout [T]) {
    for i in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(i, below(i + 1)) }
  }
}
