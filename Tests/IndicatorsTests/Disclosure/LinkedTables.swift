@testable import Indicators

/// A random publication of the shape this project has: comuni in two overlapping partitions and a
/// province, quarters in half-years in years, modalities in a total, and everything adds up.
struct LinkedTables {
  var comuni = 12
  var ats = 3
  var classes = 3
  var quarters = 4
  var modalities = 3
  /// Share of comune × quarter × modality cells that hold a small count; the others are larger.
  var smallShare = 0.3
  var isComunePublished = true
  var hasDenominators = false

  /// Places: comuni, then ATS, classes, the province. Times: quarters, half-years, the year.
  /// Kinds: modalities, then their total.
  func problem(using random: inout SeededGenerator) -> ProtectionProblem {
    let atsOf = (0..<comuni).map { $0 < ats ? $0 : Int.random(in: 0..<ats, using: &random) }
    let classOf = (0..<comuni).map {
      $0 >= comuni - classes ? comuni - 1 - $0 : Int.random(in: 0..<classes, using: &random)
    }
    let halves = quarters / 2
    let years = quarters / 4
    let places = comuni + ats + classes + 1
    let times = quarters + halves + years
    let kinds = modalities + 1
    func id(_ place: Int, _ time: Int, _ kind: Int) -> Int { (place * times + time) * kinds + kind }
    var persons = [Int](repeating: 0, count: places * times * kinds)
    var people = persons
    for comune in 0..<comuni {
      for quarter in 0..<quarters {
        for kind in 0..<modalities {
          let n = count(&random)
          let population = n + count(&random)
          for place in [comune, comuni + atsOf[comune], comuni + ats + classOf[comune], places - 1]
          {
            for time in [quarter, quarters + quarter / 2, quarters + halves + quarter / 4] {
              for kind in [kind, modalities] {
                persons[id(place, time, kind)] += n
                people[id(place, time, kind)] += population
              }
            }
          }
        }
      }
    }
    var problem = ProtectionProblem()
    for cell in persons.indices {
      let place = cell / (times * kinds)
      problem.add(
        .init(
          persons: persons[cell], denominator: hasDenominators ? people[cell] : nil,
          threshold: place < comuni && place % 5 == 4 ? 10 : 5,
          isPublished: isComunePublished || place >= comuni))
    }
    func relate(_ total: Int, _ parts: [Int]) {
      if !parts.isEmpty { problem.addRelation(total: total, parts: parts) }
    }
    for time in 0..<times {
      for kind in 0..<kinds {
        for a in 0..<ats {
          let members = (0..<comuni).filter { atsOf[$0] == a }
          relate(id(comuni + a, time, kind), members.map { id($0, time, kind) })
        }
        for c in 0..<classes {
          let members = (0..<comuni).filter { classOf[$0] == c }
          relate(id(comuni + ats + c, time, kind), members.map { id($0, time, kind) })
        }
        relate(id(places - 1, time, kind), (0..<ats).map { id(comuni + $0, time, kind) })
        relate(
          id(places - 1, time, kind), (0..<classes).map { id(comuni + ats + $0, time, kind) })
      }
    }
    for place in 0..<places {
      for kind in 0..<kinds {
        for half in 0..<halves {
          relate(id(place, quarters + half, kind), [0, 1].map { id(place, half * 2 + $0, kind) })
        }
        for year in 0..<years {
          relate(
            id(place, quarters + halves + year, kind),
            [0, 1].map { id(place, quarters + year * 2 + $0, kind) })
        }
      }
      for time in 0..<times {
        relate(id(place, time, modalities), (0..<modalities).map { id(place, time, $0) })
      }
    }
    return problem
  }

  private func count(_ random: inout SeededGenerator) -> Int {
    Double.random(in: 0..<1, using: &random) < smallShare
      ? Int.random(in: 0...4, using: &random) : Int.random(in: 5...60, using: &random)
  }
}
