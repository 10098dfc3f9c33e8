import Testing
import Warehouse

@testable import Indicators

/// What the card of an organisation says of its referrals: nothing that few persons are behind.
@Suite struct ProviderReferralsTests {
  private static func count(
    _ from: String, _ to: String, _ referrals: Int, _ persons: Int? = nil
  ) -> ReferralCount {
    ReferralCount(from: from, to: to, referrals: referrals, persons: persons ?? referrals)
  }

  private static func all(_ pairs: [ReferralCount], threshold: Int = 5)
    -> [String: ProviderProfile.Referrals]
  {
    func grouped(_ end: (ReferralCount) -> String, _ make: (String, Int, Int) -> ReferralCount)
      -> [ReferralCount]
    {
      Dictionary(grouping: pairs, by: end).map { key, counts in
        make(
          key, counts.reduce(0) { $0 + $1.referrals }, counts.reduce(0) { $0 + $1.persons })
      }
    }
    var all = ProviderProfile.Referrals.counted(
      sent: grouped(\.from) { count($0, "", $1, $2) },
      received: grouped(\.to) { count("", $0, $1, $2) }, threshold: threshold)
    let either = Dictionary(grouping: pairs) { [$0.from, $0.to].sorted() }.map { ends, counts in
      count(
        ends[0], ends[1], counts.reduce(0) { $0 + $1.referrals },
        counts.reduce(0) { $0 + $1.persons })
    }
    ProviderProfile.Referrals.tie(
      &all, either: either.filter { $0.persons >= threshold },
      directed: pairs.filter { $0.persons >= threshold })
    return all
  }

  /// A sends 12 to B and 7 to C; B sends 8 back; C sends 3 to A, too few to say or to be a tie.
  @Test func ownCountsAreRoundedAndTiesNeedPersons() {
    let all = Self.all([
      Self.count("A", "B", 12), Self.count("A", "C", 7), Self.count("B", "A", 8),
      Self.count("C", "A", 3),
    ])
    #expect(all["A"] == .init(sent: 20, received: 10, partners: 2, mutual: 1))
    #expect(all["B"] == .init(sent: 10, received: 10, partners: 1, mutual: 1))
    #expect(all["C"] == .init(sent: nil, received: 5, partners: 1, mutual: 0))
    #expect(all["D"] == nil)
  }

  /// Many referrals of two persons are two persons; nothing sent is a nought, not a secret.
  @Test func personsDecideAndNoughtIsNought() {
    let all = Self.all([Self.count("A", "B", 40, 2)])
    #expect(all["A"] == .init(sent: nil, received: 0, partners: 0, mutual: 0))
    #expect(all["B"] == .init(sent: 0, received: nil, partners: 0, mutual: 0))
  }

  /// What the archive counts is what a walk over its facts counts.
  @Test func theArchiveCountsWhatItHolds() throws {
    let world = try EveryIndicatorTests.makeWorld()
    let days = Day(iso: "2025-01-01")!...Day(iso: "2025-12-31")!
    struct Pair: Hashable {
      var way: ReferralCount.Breakdown
      var from: String
      var to: String
    }
    var referrals: [Pair: Int] = [:]
    var persons: [Pair: Set<UInt64>] = [:]
    try world.store.forEachCurrent(.referral) { fact in
      guard let day = fact.day(.referredOn), days.contains(day),
        let from = fact.text(.fromProvider), let to = fact.text(.toProvider), from != to
      else { return }
      let pairs: [(ReferralCount.Breakdown, String, String)] = [
        (.sender, from, ""), (.receiver, "", to), (.pair, from, to),
        (.eitherWay, min(from, to), max(from, to)),
      ]
      for (way, from, to) in pairs {
        let pair = Pair(way: way, from: from, to: to)
        referrals[pair, default: 0] += 1
        if let person = fact.token(.person) { persons[pair, default: []].insert(person) }
      }
    }
    var met = 0
    for way in [ReferralCount.Breakdown.sender, .receiver, .pair, .eitherWay] {
      for one in try world.store.referrals(by: way, days: days) {
        met += 1
        let pair = Pair(way: way, from: one.from, to: one.to)
        #expect(one.referrals == referrals[pair] && one.persons == persons[pair]?.count ?? 0)
      }
    }
    #expect(met == referrals.count && met > 10)
  }
}
