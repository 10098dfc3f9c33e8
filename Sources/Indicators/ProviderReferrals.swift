import Warehouse

extension ProviderProfile {
  /// Persons it sent to other organisations and received from them in the twelve months.
  public struct Referrals: Hashable, Sendable {
    /// Rounded to five; nil where too few persons are behind them.
    public var sent: Int?
    public var received: Int?
    /// Organisations tied to it, in one direction or the other: fewer persons than the threshold make
    /// no tie.
    public var partners: Int
    /// Of which with a tie in each direction.
    public var mutual: Int

    public init(sent: Int?, received: Int?, partners: Int, mutual: Int) {
      self.sent = sent
      self.received = received
      self.partners = partners
      self.mutual = mutual
    }

    /// By fiscal code; an organisation no referral names is not there.
    ///
    /// What one sent is what the others received: exact counts on many cards could be taken from each
    /// other, so they are rounded as persons are.
    static func all(
      in store: Store, days: ClosedRange<Day>, threshold: Int
    ) throws -> [String: Referrals] {
      try all(
        sent: store.referrals(by: .sender, days: days),
        received: store.referrals(by: .receiver, days: days),
        pairs: store.referrals(by: .pair, days: days), threshold: threshold)
    }

    static func all(
      sent: [ReferralCount], received: [ReferralCount], pairs: [ReferralCount], threshold: Int
    ) -> [String: Referrals] {
      var all: [String: Referrals] = [:]
      let none = Referrals(sent: 0, received: 0, partners: 0, mutual: 0)
      func shown(_ count: ReferralCount) -> Int? {
        count.persons < threshold ? nil : rounded(count.referrals)
      }
      for count in sent { all[count.from, default: none].sent = shown(count) }
      for count in received { all[count.to, default: none].received = shown(count) }
      let ties = Set(
        pairs.filter { $0.persons >= threshold }.map { Tie(from: $0.from, to: $0.to) })
      for tie in ties {
        let isMutual = ties.contains(Tie(from: tie.to, to: tie.from))
        // A mutual tie comes by twice, once from each end.
        for end in isMutual ? [tie.from] : [tie.from, tie.to] {
          all[end]?.partners += 1
          if isMutual { all[end]?.mutual += 1 }
        }
      }
      return all
    }

    private struct Tie: Hashable {
      var from: String
      var to: String
    }
  }
}
