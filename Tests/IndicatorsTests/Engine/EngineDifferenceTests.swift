import Testing
import Warehouse

@testable import Indicators

/// What follows from two published numbers by subtraction, counted over plain arrays.
extension EngineTests {
  /// A share of a known number of requests is a count, and so is the step from one share to the next.
  @Test func sharesWithinHorizonsAreNeverCountsOfAFew() {
    let horizons = [30, 60, 90, 180]
    var checked = 0
    for clock in ["primo-contatto", "decisione", "attivazione"] {
      for o in published("tempo-\(clock).entro-30") {
        let subjects = requests(of: o).filter { o.period.contains($0.asked) }
        var previous = 0
        for horizon in horizons {
          var figure = o
          figure.indicator = "tempo-\(clock).entro-\(horizon)"
          guard published(figure.indicator).contains(where: { $0.id == figure.id }) else { break }
          let answered = subjects.filter { r in
            let event =
              switch clock {
              case "primo-contatto": r.response
              case "decisione": r.decided
              default: r.started
              }
            return event.map { $0 - r.asked <= horizon } ?? false
          }.count
          checked += 1
          for count in [answered, answered - previous, subjects.count - answered] {
            #expect(count == 0 || count >= 5, "\(figure.id)")
          }
          previous = answered
        }
      }
    }
    #expect(checked > 50)
  }

  /// Requests received less requests judged are the few who gave up at once.
  @Test func theFewWhoGaveUpAtOnceAreNotKnownByDifference() throws {
    var checked = 0
    for o in published("copertura-bisogni") where o.territory.kind == .comune {
      var received = o
      received.indicator = "richieste-per-1000"
      guard let all = Self.observations.first(where: { $0.id == received.id })?.numerator else {
        continue
      }
      let left = all - o.denominator!
      checked += 1
      #expect(left == 0 || left >= 5, "\(o.id)")
    }
    #expect(checked > 0)
  }
}
