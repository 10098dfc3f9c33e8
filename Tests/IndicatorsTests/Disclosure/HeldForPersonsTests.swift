import Testing
import Warehouse

@testable import Indicators

/// A revision waits where it is of a few persons: organisations, ties, runs, hours and targets are nobody.
@Suite struct HeldForPersonsTests {
  private func one(
    _ indicator: String, _ value: Double, _ part: Double?, of whole: Double
  ) -> Observation {
    Observation(
      indicator: indicator, territory: .total, period: .year(2026), value: value, numerator: part,
      denominator: whole, status: .published)
  }

  private func shown(_ then: [Observation], _ now: [Observation]) throws -> [Bool] {
    try EarlierEditionTests().reconciled(then, now).map { !$0.isHeldBack }
  }

  @Test func whatIsNobodyDoesNotWait() throws {
    for (slug, then, now) in [
      ("concentrazione-enti", (nil, 10), (nil, 11)),
      ("concentrazione-enti.primo", (nil, 10), (nil, 11)),
      ("rete-invii", (6, 10), (7, 15)), ("massa-critica", (30, 50), (32, 55)),
      ("domiciliare-settimanale", (100, 40), (103, 41)),
      // The target of a survey and the money of a project.
      ("risultati-progetti", (60, 70), (124, 138)),
      ("costo-per-risultato", (1000, 60), (1003, 70)), ("leva-fundraising", (100, 50), (103, 50)),
      ("accessi-per-ora", (60, 20), (70, 22)), ("tendenza-richieste", (nil, 8), (nil, 9)),
    ] as [(String, (Double?, Double), (Double?, Double))] {
      #expect(
        try shown([one(slug, 0.2, then.0, of: then.1)], [one(slug, 0.31, now.0, of: now.1)])
          == [true], "\(slug)")
    }
  }

  @Test func fewPersonsStillWait() throws {
    for (slug, then, now) in [
      ("domiciliare-settimanale.oltre-soglia", (30, 60), (32, 62)),
      ("risultati-progetti", (60, 70), (62, 90)), ("costo-per-risultato", (1000, 60), (1000, 62)),
      ("accessi-per-ora", (60, 20), (62, 30)), ("reciprocita-generalizzata", (30, 60), (32, 70)),
    ] as [(String, (Double, Double), (Double, Double))] {
      #expect(
        try shown([one(slug, 0.2, then.0, of: then.1)], [one(slug, 0.31, now.0, of: now.1)])
          == [false], "\(slug)")
    }
  }

  /// Two shares of an edition rest on those who give and receive: one of before beside one of today would say
  /// that they are 40 and 46.
  @Test func whatRestsOnOneCountIsHeldTogether() throws {
    let slugs = ["donatori-riceventi", "donatori-riceventi.fra-riceventi"]
    func edition(_ both: Double, _ wholes: [Double]) -> [Observation] {
      zip(slugs, wholes).map { one($0, both / $1, both, of: $1) }
    }
    // Two more of the others alone.
    #expect(try shown(edition(40, [100, 80]), edition(46, [108, 92])) == [false, false])
    #expect(try shown(edition(40, [100, 80]), edition(46, [112, 92])) == [true, true])
  }
}
