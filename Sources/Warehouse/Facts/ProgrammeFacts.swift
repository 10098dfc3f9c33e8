internal import GRDB

/// Public facts of a programme (a CUP), each statement with its date and origin.
public struct InterventionFact: Hashable, Sendable {
  public var cup: String
  public var title: String
  /// Local code of the project, in the registers of programmes that have one.
  public var clp: String?
  public var measure: String?
  public var implementer: String?
  /// ISTAT codes; empty for the whole territory, nil where the row does not say.
  public var comuni: [String]?
  public var plannedStart: Day?
  public var actualStart: Day?
  public var plannedEnd: Day?
  public var actualEnd: Day?
  public var status: String?
  public var publisher: String
}

public struct FundingFact: Hashable, Sendable {
  public var cup: String
  public var fund: String
  public var amountCents: Int64
  public var referredTo: Day
  public var origin: String
}

public struct PaymentFact: Hashable, Sendable {
  public var cup: String
  public var fund: String?
  public var amountCents: Int64
  public var paidOn: Day
  public var origin: String
  /// A running total up to the day, not a single payment.
  public var isCumulative: Bool
}

public struct PhysicalIndicatorFact: Hashable, Sendable {
  public var cup: String
  public var code: String
  public var name: String
  public var unit: String
  public var planned: Double
  public var achieved: Double
  public var referredTo: Day
  /// False for the part of a figure that concerns one sex or age band.
  public var isWhole: Bool
}

extension Store {
  public func currentInterventions() throws -> [InterventionFact] {
    try rows(
      """
      SELECT cup, f.title, measure, implementer, planned_start, actual_start, planned_end, actual_end,
        status, publisher, comuni, clp
      FROM current_intervention f JOIN snapshot s ON s.id = f.snapshot
        JOIN source ON source.id = s.source
      ORDER BY cup, publisher, s.received_on, f.key
      """
    ) { row in
      func day(_ i: Int) -> Day? { (row[i] as Int32?).map(Day.init) }
      let comuni: String? = row[10]
      return InterventionFact(
        cup: row[0], title: row[1], clp: row[11], measure: row[2], implementer: row[3],
        comuni: comuni.map {
          $0 == "tutti" ? [] : $0.split(separator: "|").map(String.init)
        }, plannedStart: day(4),
        actualStart: day(5), plannedEnd: day(6), actualEnd: day(7), status: row[8],
        publisher: row[9])
    }
  }

  public func currentFunding() throws -> [FundingFact] {
    try rows(
      """
      SELECT cup, fund, amount_cents, referred_to, origin FROM current_funding
      ORDER BY cup, referred_to, origin, fund, key
      """
    ) {
      FundingFact(
        cup: $0[0], fund: $0[1], amountCents: $0[2], referredTo: Day(number: $0[3]), origin: $0[4])
    }
  }

  public func currentPayments() throws -> [PaymentFact] {
    try rows(
      """
      SELECT cup, fund, amount_cents, paid_on, origin, is_cumulative FROM current_payment
      ORDER BY cup, paid_on, origin, fund, key
      """
    ) {
      PaymentFact(
        cup: $0[0], fund: $0[1], amountCents: $0[2], paidOn: Day(number: $0[3]), origin: $0[4],
        isCumulative: $0[5])
    }
  }

  public func currentPhysicalIndicators() throws -> [PhysicalIndicatorFact] {
    try rows(
      """
      SELECT cup, code, coalesce(name, code), unit, planned, achieved, referred_to,
        sex IS NULL AND age_band IS NULL
      FROM current_physical_indicator ORDER BY cup, code, referred_to, key
      """
    ) {
      PhysicalIndicatorFact(
        cup: $0[0], code: $0[1], name: $0[2], unit: $0[3], planned: $0[4], achieved: $0[5],
        referredTo: Day(number: $0[6]), isWhole: $0[7])
    }
  }
}
