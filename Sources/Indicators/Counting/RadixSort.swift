/// Least-significant-digit radix sort of 64-bit keys, eleven bits at a time; passes in which all keys
/// agree are skipped.
enum RadixSort {
  static func sort(_ keys: inout [UInt64]) {
    guard keys.count > 1 else { return }
    var all: UInt64 = 0
    var any: UInt64 = .max
    for key in keys {
      all |= key
      any &= key
    }
    let varying = all ^ any
    var source = keys
    keys = []
    var target = [UInt64](repeating: 0, count: source.count)
    var shift: UInt64 = 0
    while shift < 64 {
      defer { shift += 11 }
      guard varying >> shift & 0x7FF != 0 else { continue }
      var counts = [Int](repeating: 0, count: 2049)
      for key in source { counts[Int(key >> shift & 0x7FF) + 1] += 1 }
      for i in 1...2048 { counts[i] += counts[i - 1] }
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          counts.withUnsafeMutableBufferPointer { counts in
            for key in source {
              let digit = Int(key >> shift & 0x7FF)
              target[counts[digit]] = key
              counts[digit] += 1
            }
          }
        }
      }
      swap(&source, &target)
    }
    keys = source
  }
}
