/// A 128-bit keyed token: all that is ever known of who a person is.
public struct PersonToken: Hashable, Comparable, Sendable {
  public var high: UInt64
  public var low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Nil for anything but sixteen bytes.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func half(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    high = half(bytes.prefix(8))
    low = half(bytes.suffix(8))
  }

  /// Sixteen bytes, as a column of facts holds them.
  public var bytes: [UInt8] {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
  }

  /// Thirty-two lower-case hexadecimal digits.
  public var hexadecimal: String { PersonToken.digits(high) + PersonToken.digits(low) }

  /// Reads what `hexadecimal` writes.
  public init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 32,
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
      let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  private static func digits(_ half: UInt64) -> String {
    let text = String(half, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }

  public static func < (a: PersonToken, b: PersonToken) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }
}
