/// A need expressed by one person or household for one service, as the indicators see it: codes,
/// days and a keyed token, nothing that names anybody.
public struct ServiceRequest: Hashable, Sendable {
  /// `snapshot << 32 | line`.
  public var key: Int64 = 0
  /// Half of the keyed token; nil when the person was not identified.
  public var person: UInt64?
  public var comune = PackedCode.none
  public var requestedOn = Day(number: 0)
  public var channel = PackedCode.none
  public var isAssisted: Bool?
  public var actor = PackedCode.none
  public var service = PackedCode.none
  public var userArea = PackedCode.none
  public var firstResponseOn: Day?
  public var decidedOn: Day?
  public var startedOn: Day?
  public var closedOn: Day?
  /// Presumed dates never feed response times.
  public var hasPresumedDates = false
  public var outcome = PackedCode.none

  public init() {}
}

extension ServiceRequest {
  static let shape = FactShape(
    table: "service_request",
    columns: [
      ("person", .token), ("comune", .code), ("requested_on", .number), ("channel", .code),
      ("is_assisted", .number), ("actor", .code), ("service", .code), ("user_area", .code),
      ("first_response_on", .number), ("decided_on", .number), ("started_on", .number),
      ("closed_on", .number), ("has_presumed_dates", .number), ("outcome", .code),
      // Read by described indicators alone.
      ("birth_year", .number), ("sex", .code), ("citizenship", .code), ("frailties", .code),
      ("urgency", .code), ("duration", .code), ("is_first", .number), ("taken_on", .number),
      ("regime", .code), ("is_free", .number), ("is_shared", .number),
      ("needs_transport", .number), ("rating", .number), ("household", .token),
    ])

  /// What a `ServiceRequest` holds.
  static let fields: [FactField] = [
    .person, .comune, .requestedOn, .channel, .isAssisted, .actor, .service, .userArea,
    .firstResponseOn, .decidedOn, .startedOn, .closedOn, .hasPresumedDates, .outcome,
  ]

  init(_ row: FactRow) {
    key = row.key
    person = row.token(0)
    comune = row.code(1)
    requestedOn = row.day(2) ?? requestedOn
    channel = row.code(3)
    isAssisted = row.flag(4)
    actor = row.code(5)
    service = row.code(6)
    userArea = row.code(7)
    firstResponseOn = row.day(8)
    decidedOn = row.day(9)
    startedOn = row.day(10)
    closedOn = row.day(11)
    hasPresumedDates = row.flag(12) ?? false
    outcome = row.code(13)
  }
}

extension Store {
  /// Every current request, in loading order, one at a time: memory does not depend on how many.
  ///
  /// - Parameter asOf: persons are who they had been decided to be by this day; nil: as delivered.
  public func forEachCurrentRequest(
    asOf: Day? = nil, _ body: (ServiceRequest) throws -> Void
  ) throws {
    let aliases = try asOf.map { try personAliases(asOf: $0) } ?? [:]
    try forEachSlice(ServiceRequest.shape, reading: ServiceRequest.fields) { slice in
      try slice.each { row in
        var request = ServiceRequest(row)
        request.person = request.person.map { aliases[$0] ?? $0 }
        try body(request)
      }
    }
  }

  /// Every current request once, shared out among as many threads as there are parts, some requests of
  /// one delivery at a time, persons as delivered. Which part gets which depends on chance.
  public func shareCurrentRequests<Part: Sendable>(
    among parts: [Part], _ body: @Sendable (Part, UnsafeBufferPointer<ServiceRequest>) -> Void
  ) throws {
    try share(ServiceRequest.shape, reading: ServiceRequest.fields, among: parts) { part, slice in
      // Few enough to stay in a core's cache while every indicator looks at them.
      withUnsafeTemporaryAllocation(of: ServiceRequest.self, capacity: 512) { requests in
        var count = 0
        slice.each { row in
          requests.initializeElement(at: count, to: ServiceRequest(row))
          count += 1
          if count == requests.count {
            body(part, UnsafeBufferPointer(requests))
            count = 0
          }
        }
        if count > 0 { body(part, UnsafeBufferPointer(rebasing: requests[..<count])) }
      }
    }
  }
}
