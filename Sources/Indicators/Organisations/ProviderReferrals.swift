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
    /// other, so they are rounded as persons are. Partners are not named: a tie needs the persons that
    /// one of the referral network (NE6) does.
    static func all(
      in store: Store, settings: DisclosureSettings, days: ClosedRange<Day>, isSensitive: Bool
    ) throws -> [String: Referrals] {
      var all = counted(
        sent: try store.referrals(by: .sender, days: days),
        received: try store.referrals(by: .receiver, days: days),
        threshold: settings.threshold(isSensitive: isSensitive))
      func ties(_ breakdown: ReferralCount.Breakdown) throws -> [ReferralCount] {
        try store.referrals(by: breakdown, days: days)
          .filter { $0.persons >= settings.threshold }
      }
      tie(&all, either: try ties(.eitherWay), directed: try ties(.pair))
      return all
    }

    static func counted(
      sent: [ReferralCount], received: [ReferralCount], threshold: Int
    ) -> [String: Referrals] {
      var all: [String: Referrals] = [:]
      let none = Referrals(sent: 0, received: 0, partners: 0, mutual: 0)
      func shown(_ count: ReferralCount) -> Int? {
        count.persons < threshold ? nil : rounded(count.referrals)
      }
      for count in sent { all[count.from, default: none].sent = shown(count) }
      for count in received { all[count.to, default: none].received = shown(count) }
      return all
    }

    /// - Parameter either: pairs tied in one direction or the other; `directed`: ties of one direction.
    static func tie(
      _ all: inout [String: Referrals], either: [ReferralCount], directed: [ReferralCount]
    ) {
      let ways = Set(directed.map { [$0.from, $0.to] })
      for pair in either {
        let isMutual = ways.isSuperset(of: [[pair.from, pair.to], [pair.to, pair.from]])
        for end in [pair.from, pair.to] {
          all[end]?.partners += 1
          if isMutual { all[end]?.mutual += 1 }
        }
      }
    }
  }
}
