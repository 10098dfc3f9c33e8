internal import GRDB
internal import GRDBSQLite

/// A need expressed by one person or household for one service, as the indicators see it: codes,
/// days and a keyed token, nothing that names anybody.
public struct ServiceRequest: Sendable {
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

extension Store {
  /// Every current request, in loading order, one at a time: memory does not depend on how many.
  public func forEachCurrentRequest(_ body: (ServiceRequest) throws -> Void) throws {
    try scan(
      """
      SELECT key, person, comune, requested_on, channel, is_assisted, actor, service, user_area,
        first_response_on, decided_on, started_on, closed_on, has_presumed_dates, outcome
      FROM current_service_request
      """
    ) { row in
      var r = ServiceRequest()
      r.key = row.integer(0)
      r.person = row.token(1)
      r.comune = row.code(2)
      r.requestedOn = Day(number: Int32(truncatingIfNeeded: row.integer(3)))
      r.channel = row.code(4)
      r.isAssisted = row.flag(5)
      r.actor = row.code(6)
      r.service = row.code(7)
      r.userArea = row.code(8)
      r.firstResponseOn = row.day(9)
      r.decidedOn = row.day(10)
      r.startedOn = row.day(11)
      r.closedOn = row.day(12)
      r.hasPresumedDates = row.flag(13) ?? false
      r.outcome = row.code(14)
      try body(r)
    }
  }
}
