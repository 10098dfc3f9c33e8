import Testing

@testable import Indicators
@testable import Warehouse

extension AwkwardCasesTests {
  /// Requests of as many persons, all told alike.
  private func requests(
    _ count: Int, in comune: Int, _ told: [FactField: String]
  ) -> [[FactField: String]] {
    let days = [told[.requestedOn], told[.startedOn], told[.closedOn]].map { $0 ?? "" }
    return (0..<count).map { i in
      let person = "\(comune) \(days.joined(separator: " ")) \(i)"
      return WorkedExample.requests(1, in: comune, [.userArea: "ANZ", .person: person])[0]
        .merging(told) { $1 }
    }
  }

  /// Two months after the last delivery, nobody can tell whether what was sent ten days before it arrived.
  @Test func aReferralIsFollowedAsLongAsItsSource() throws {
    func referrals(_ sent: String, _ arrived: String?) -> [[FactField: String]] {
      (0..<12).map {
        var one: [FactField: String] = [
          .referralID: "\(sent) \($0)", .fromProvider: "E1", .toProvider: "E2", .referredOn: sent,
          .comune: WorkedExample.code(0), .person: "\(sent) \($0)",
        ]
        one[.arrivedOn] = arrived
        return one
      }
    }
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample(
        "", "",
        [.referral: referrals("2026-05-01", "2026-05-03") + referrals("2026-06-20", nil)], 0))
    let all = try Engine(
      store: store, settings: DisclosureSettings(), asOf: Day(iso: "2026-08-31")!
    ).observations()
    let whole = all.first { $0.id == Self.whole("invii-conclusi", "2026-S1") }
    #expect(whole?.value == 1 && whole?.denominator == 12)
  }

  /// Five ninths are two and one of three services, as a reader finds out: withheld where they are of few
  /// persons, and of many too inexact to say of how many, which less those of other districts would be few.
  @Test func concentrationDoesNotCountAFewServices() throws {
    func index(persons: Int) throws -> Observation? {
      let given = (0..<persons).map { person -> [FactField: String] in
        [
          .provider: person % 3 == 0 ? "E1" : "E2", .service: "A1", .person: "\(person)",
          .comune: WorkedExample.code(0), .deliveredOn: "2026-03-01",
        ]
      }
      return try observations([.serviceDelivery: given])[
        "concentrazione-enti~totale~totale~2026~servizio~A"]
    }
    #expect(try index(persons: 3)?.status == .suppressed)
    #expect(try index(persons: 6)?.value == 0.56)
  }

  /// Two comuni make the district. The smaller has too few requests to be shown, so the larger keeps it
  /// company; that none of the few was answered, nor any withdrawn at once, is not known either.
  @Test func aFewOfOneComuneDoNotWithholdTheDistrict() throws {
    let all = try observations(
      [
        .serviceRequest: requests(60, in: 0, [.startedOn: "2025-02-01"]) + requests(60, in: 0, [:])
          + requests(6, in: 0, [.outcome: "rinuncia", .closedOn: "2025-01-20"])
          + requests(4, in: 1, [:])
      ], residents: [4000, 3000])
    for slug in ["copertura-bisogni", "tempo-attivazione.entro-30"] {
      #expect(all["\(slug)~comune~\(WorkedExample.code(1))~2025~totale~totale"]?.value == nil)
      #expect(all["\(slug)~comune~\(WorkedExample.code(0))~2025~totale~totale"]?.value == nil)
      #expect(all[Self.whole(slug, "2025")]?.value != nil)
    }
    #expect(all[Self.whole("copertura-bisogni", "2025")]?.numerator == 60)
  }

  /// The smaller of two comuni has too few requests in the first half to be shown in any, so the larger keeps
  /// it company; that nobody asked there in the second is not known either.
  @Test func aFewOfOneHalfDoNotWithholdTheWaitsOfTheDistrict() throws {
    let all = try observations(
      [
        .serviceRequest: requests(
          60, in: 0, [.requestedOn: "2025-01-15", .startedOn: "2025-02-01"])
          + requests(60, in: 0, [.requestedOn: "2025-01-15"])
          + requests(4, in: 1, [.requestedOn: "2025-01-15", .startedOn: "2025-02-01"])
          + requests(60, in: 0, [.requestedOn: "2025-07-15", .startedOn: "2025-08-01"])
          + requests(60, in: 0, [.requestedOn: "2025-07-15"])
      ], residents: [4000, 3000])
    let slug = "tempo-attivazione.entro-30"
    for comune in 0..<2 {
      let id = "\(slug)~comune~\(WorkedExample.code(comune))~2025-S2~totale~totale"
      #expect(all[id]?.status == .suppressed)
    }
    #expect(all[Self.whole(slug, "2025-S2")]?.value == 0.5)
    #expect(near(all[Self.whole(slug, "2025")]?.value, 124.0 / 244))
  }
}
