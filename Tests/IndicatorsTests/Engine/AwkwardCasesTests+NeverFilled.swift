import Testing
import Warehouse

@testable import Indicators

/// A field no delivery has filled in is neither withheld nor nought.
extension AwkwardCasesTests {
  /// Of each indicator the states its numbers are in.
  private func states(_ facts: [FactTable: [[FactField: String]]]) throws
    -> [String: Set<Observation.Status>]
  {
    try observations(facts, residents: [5000]).values.reduce(into: [:]) {
      $0[Definition.slug(of: $1.indicator), default: []].insert($1.status)
    }
  }

  private static func requests(_ told: [FactField: String]) -> [[FactField: String]] {
    (0..<40).flatMap { WorkedExample.requests(1, told.merging([.person: "p\($0)"]) { $1 }) }
  }

  @Test func aWaitForADayNobodyWritesIsNotWithheld() throws {
    let all = try states([
      .serviceRequest: Self.requests([.urgency: "emergenza", .startedOn: "2025-02-01"])
    ])
    for slug in [
      "tempo-primo-contatto", "tempo-decisione", "variabilita-tempi", "rinuncia-in-attesa",
      "risposta-emergenze", "domanda-emersa", "qualita-percepita", "copertura-standardizzata",
    ] {
      #expect(all[slug] == [.notReceived], "\(slug)")
    }
    for slug in ["tempo-attivazione", "copertura-bisogni", "arretrato", "quota-emergenze"] {
      #expect(all[slug]?.contains(.published) == true, "\(slug)")
    }
  }

  @Test func oneFactThatTellsIsEnough() throws {
    var requests = Self.requests([.urgency: "emergenza"])
    #expect(try states([.serviceRequest: requests])["risposta-emergenze"] == [.notReceived])
    requests[7][.firstResponseOn] = "2025-01-15"
    let all = try states([.serviceRequest: requests])
    #expect(all["risposta-emergenze"]?.contains(.notReceived) == false)
    #expect(all["tempo-primo-contatto"]?.contains(.suppressed) == true)
    #expect(all["arretrato"] == [.notReceived], "nobody says what became of any of them")
  }

  @Test func aSumOfWhatNobodyWritesIsNoNought() throws {
    let exchanges = (0..<20).map { i -> [FactField: String] in
      [
        .exchangeID: "e\(i)", .donor: "d\(i)", .recipient: "r\(i)", .exchangedOn: "2025-03-01",
        .donorComune: WorkedExample.code(0),
      ]
    }
    let offer: [FactField: String] = [
      .service: "A1", .comuni: "tutti", .startsOn: "2025-01-01",
    ]
    let all = try states([.exchange: exchanges, .serviceOffer: [offer]])
    #expect(all["ore-scambiate"] == [.notReceived])
    #expect(all["posti-per-100"] == [.notReceived])
  }

  /// Acts of which nobody writes the end are not acts of which none ended within 90 days.
  @Test func anEndNobodyWritesIsNoNought() throws {
    var acts = (0..<30).map { i -> [FactField: String] in
      [
        .proceedingID: "p\(i)", .subject: "x", .proceedingKind: "coprogrammazione",
        .startedOn: "2024-01-01",
      ]
    }
    #expect(try states([.proceeding: acts])["procedimenti"] == [.notReceived])
    acts[3][.concludedOn] = "2024-03-01"
    #expect(try states([.proceeding: acts])["procedimenti"]?.contains(.published) == true)
  }

  /// Of a few public acts it may be that none has come to its end.
  @Test func anActThatHasNotComeIsNotMissing() {
    let acts = Counting(
      .milestone, when: .day(.plannedOn), place: nil, measure: .share([.present(.actualOn)]))
    #expect(acts.needs(isOfPersons: false) == [Need(.milestone, .plannedOn)])
    #expect(
      acts.needs(isOfPersons: true) == [Need(.milestone, .plannedOn), Need(.milestone, .actualOn)])
  }
}
