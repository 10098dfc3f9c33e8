/// A service delivered, as the indicators see it.
public struct ServiceDelivery: Sendable {
  public var key: Int64
  public var person: UInt64?
  public var comune: PackedCode
  public var deliveredOn: Day
  public var service: PackedCode
  public var userArea: PackedCode
}

extension ServiceDelivery {
  static let shape = FactShape(
    table: "service_delivery",
    columns: [
      ("person", .token), ("comune", .code), ("delivered_on", .number), ("service", .code),
      ("user_area", .code),
      // Read by described indicators alone.
      ("provider", .code), ("quantity", .real), ("unit", .code), ("cost_cents", .number),
      ("provider_share_cents", .number), ("user_share_cents", .number),
      ("health_share_cents", .number), ("volunteer_hours", .real), ("is_remote", .number),
      ("is_shared", .number), ("participants", .number), ("regime", .code), ("programme", .code),
    ])

  /// What a `ServiceDelivery` holds.
  static let fields: [FactField] = [.person, .comune, .deliveredOn, .service, .userArea]

  init(_ row: FactRow) {
    self.init(
      key: row.key, person: row.token(0), comune: row.code(1),
      deliveredOn: row.day(2) ?? Day(number: 0), service: row.code(3), userArea: row.code(4))
  }
}

extension Store {
  /// Every current delivery of a service, one at a time; persons as for requests.
  public func forEachCurrentDelivery(
    asOf: Day? = nil, _ body: (ServiceDelivery) throws -> Void
  ) throws {
    let aliases = try asOf.map { try personAliases(asOf: $0) } ?? [:]
    try forEachSlice(ServiceDelivery.shape, reading: ServiceDelivery.fields) { slice in
      try slice.each { row in
        var delivery = ServiceDelivery(row)
        delivery.person = delivery.person.map { aliases[$0] ?? $0 }
        try body(delivery)
      }
    }
  }

  /// Every current delivery of a service once, shared out among as many threads as there are parts;
  /// persons as delivered.
  public func shareCurrentDeliveries<Part: Sendable>(
    among parts: [Part], _ body: @Sendable (Part, ServiceDelivery) -> Void
  ) throws {
    try share(ServiceDelivery.shape, reading: ServiceDelivery.fields, among: parts) { part, slice in
      slice.each { body(part, ServiceDelivery($0)) }
    }
  }
}
