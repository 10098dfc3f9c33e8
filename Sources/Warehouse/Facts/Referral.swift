internal import GRDB

/// Referrals of a time. The counts of persons are of distinct tokens and have not passed disclosure
/// control.
public struct ReferralCount: Hashable, Sendable {
  public enum Breakdown: Sendable {
    /// By who sends, by who receives, by both; by the two of a pair in the order of their codes, whoever
    /// sends.
    case sender, receiver, pair, eitherWay
  }

  /// Fiscal code; empty where the breakdown does not tell senders.
  public var from: String
  /// Fiscal code; empty where the breakdown does not tell receivers.
  public var to: String
  public var referrals: Int
  public var persons: Int

  public init(from: String, to: String, referrals: Int, persons: Int) {
    self.from = from
    self.to = to
    self.referrals = referrals
    self.persons = persons
  }
}

extension Store {
  /// Of one organisation to another, never to itself; a referral that names no person counts for none.
  ///
  /// - Parameter days: both ends included.
  public func referrals(
    by breakdown: ReferralCount.Breakdown, days: ClosedRange<Day>
  ) throws -> [ReferralCount] {
    let (from, to) =
      switch breakdown {
      case .sender: ("sender", "''")
      case .receiver: ("''", "receiver")
      case .pair: ("sender", "receiver")
      case .eitherWay: ("min(sender, receiver)", "max(sender, receiver)")
      }
    return try rows(
      """
      WITH known AS (
        SELECT coalesce(f.code, from_provider) AS sender, coalesce(t.code, to_provider) AS receiver,
          person
        FROM current_referral
          LEFT JOIN organisation_alias f ON f.former = from_provider
          LEFT JOIN organisation_alias t ON t.former = to_provider
        WHERE referred_on BETWEEN \(days.lowerBound.number) AND \(days.upperBound.number))
      SELECT \(from), \(to), count(*), count(DISTINCT person) FROM known
      WHERE sender <> receiver GROUP BY 1, 2 ORDER BY 1, 2
      """
    ) { ReferralCount(from: $0[0], to: $0[1], referrals: $0[2], persons: $0[3]) }
  }
}
