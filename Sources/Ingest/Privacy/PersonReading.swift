import Warehouse

/// What an identifier came to: its class and, where a person can be told by it, a 128-bit token.
public struct PersonReading: Equatable, Sendable {
  /// First and second half of the token. Where there is none, the first half is `Int64.min` bit by
  /// bit, which a column of facts keeps as a missing value; no token ever has it.
  public let high: UInt64
  public let low: UInt64
  public let kind: IdentifierClass

  public var hasToken: Bool { high != PersonReading.none }

  static let none = UInt64(bitPattern: Int64.min)

  init(kind: IdentifierClass) {
    high = PersonReading.none
    low = 0
    self.kind = kind
  }

  init(high: UInt64, low: UInt64, kind: IdentifierClass) {
    self.high = high
    self.low = low
    self.kind = kind
  }

  init(_ token: PersonToken, kind: IdentifierClass) {
    self.init(high: token.high, low: token.low, kind: kind)
  }

  /// Nil where there is none.
  var token: PersonToken? { hasToken ? PersonToken(high: high, low: low) : nil }
}
