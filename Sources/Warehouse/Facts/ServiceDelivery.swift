/// A service delivered, as the indicators see it.
public struct ServiceDelivery: Sendable {
  public var key: Int64
  public var person: UInt64?
  public var comune: PackedCode
  public var deliveredOn: Day
  public var service: PackedCode
  public var userArea: PackedCode
}

extension Store {
  /// Every current delivery of a service, one at a time.
  public func forEachCurrentDelivery(_ body: (ServiceDelivery) throws -> Void) throws {
    try scan(
      """
      SELECT key, person, comune, delivered_on, service, user_area FROM current_service_delivery
      """
    ) { row in
      try body(
        ServiceDelivery(
          key: row.integer(0), person: row.token(1), comune: row.code(2),
          deliveredOn: Day(number: Int32(truncatingIfNeeded: row.integer(3))),
          service: row.code(4), userArea: row.code(5)))
    }
  }
}
