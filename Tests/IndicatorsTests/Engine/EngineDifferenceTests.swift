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

  /// The mean wait of each subject, those still open followed as far as the others: the area under the share
  /// still waiting, day by day.
  @Test func meanWaitsAgreeWithTheAreaDayByDay() {
    var checked = 0
    for o in published("tempo-attivazione.media-180") {
      let subjects = requests(of: o).filter { o.period.contains($0.asked) }.map {
        r -> (days: Int, hasLeft: Bool) in
        let exit =
          r.started ?? r.closed ?? (r.outcome == "respinta_requisiti" ? r.decided : nil)
        return ((exit ?? RandomWarehouse.asOf) - r.asked, exit != nil)
      }
      var (share, area) = (1.0, 0.0)
      for day in 0..<180 {
        let atRisk = Double(subjects.count { $0.days >= day })
        if atRisk > 0 {
          share *= 1 - Double(subjects.count { $0.days == day && $0.hasLeft }) / atRisk
        }
        area += share
      }
      checked += 1
      #expect(abs(o.value! - area) < 0.05 + 1e-6, "\(o.id)")
      // To a tenth of a day, the limits too.
      let figures = [o.value!, o.lower!, o.upper!]
      #expect(figures.allSatisfy { $0 == ($0 * 10).rounded() / 10 }, "\(o.id)")
      #expect(o.lower! <= o.value! && o.value! <= o.upper! && o.upper! <= 180)
      #expect(o.denominator == Double(subjects.count))
      // Neither those who wait to the end nor those who leave at once are known to be a few.
      let waiting = o.value! / 180 * o.denominator!
      #expect([waiting, o.denominator! - waiting].allSatisfy { $0 >= 5 }, "\(o.id)")
    }
    #expect(checked > 50)
  }

  /// Those answered between two horizons add up as requests do: where the sum and all its parts but one
  /// show both, the last one's step follows.
  @Test(arguments: [1, 2, 6] as [UInt64]) func noStepOfAFewFollowsFromOneSum(seed: UInt64) throws {
    let world = try RandomWarehouse(seed: seed, requests: 2500)
    let observations = try Engine(
      store: world.store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    let shown = Set(observations.lazy.filter { $0.value != nil }.map(\.id))
    let spots = Set(
      observations.lazy.filter {
        $0.indicator == "richieste-per-1000" && $0.value != nil
      }.map { Cell($0) })
    var checked = 0
    for clock in ["primo-contatto", "decisione", "attivazione"] {
      for (lower, upper) in [(30, 60), (60, 90), (90, 180)] {
        func showsStep(_ cell: Cell) -> Bool {
          [lower, upper].allSatisfy {
            shown.contains(cell.observation("tempo-\(clock).entro-\($0)").id)
          }
        }
        for whole in spots where showsStep(whole) {
          for parts in parts(of: whole) {
            let unknown = parts.filter { !showsStep($0) }
            guard unknown.count == 1 else { continue }
            let one = unknown[0].observation("")
            let step = requests(of: one, in: world).filter { r in
              guard one.period.contains(r.asked) else { return false }
              let event =
                switch clock {
                case "primo-contatto": r.response
                case "decisione": r.decided
                default: r.started
                }
              return event.map { (lower + 1...upper).contains(Int($0 - r.asked)) } ?? false
            }.count
            checked += 1
            #expect(step == 0 || step >= 5, "\(clock) \(lower)–\(upper): \(one.id)")
          }
        }
      }
    }
    #expect(checked > 300)
  }

  private struct Cell: Hashable {
    var territory: TerritoryKey
    var period: Period
    var dimension: String
    var modality: String

    init(_ o: Observation) {
      (territory, period, dimension, modality) = (o.territory, o.period, o.dimension, o.modality)
    }

    func observation(_ indicator: String) -> Observation {
      Observation(
        indicator: indicator, territory: territory, period: period, dimension: dimension,
        modality: modality)
    }
  }

  /// Every way a cell is a sum: over territories, over time, over modalities.
  private func parts(of cell: Cell) -> [[Cell]] {
    func each<Value>(_ path: WritableKeyPath<Cell, Value>, _ values: [Value]) -> [Cell] {
      values.map { value in
        var part = cell
        part[keyPath: path] = value
        return part
      }
    }
    func comuni(_ isIn: (ComuneRecord) -> Bool) -> [TerritoryKey] {
      Self.world.comuni.filter(isIn).map { TerritoryKey(.comune, $0.istat) }
    }
    let code = cell.territory.code
    var all: [[Cell]] = []
    switch cell.territory.kind {
    case .total:
      all.append(each(\.territory, ["NORD", "SUD", "EST"].map { TerritoryKey(.ats, $0) }))
      all.append(
        each(\.territory, ["A", "C", "D", "E-F"].map { TerritoryKey(.innerAreaClass, $0) }))
    case .ats: all.append(each(\.territory, comuni { $0.ats == code }))
    case .innerAreaClass:
      all.append(each(\.territory, comuni { code.contains($0.innerAreaClass!) }))
    default: break
    }
    switch cell.period {
    case .year(let year): all.append(each(\.period, [1, 2].map { .half(year, $0) }))
    case .half(let year, let half):
      all.append(each(\.period, [2 * half - 1, 2 * half].map { .quarter(year, $0) }))
    default: break
    }
    if cell.dimension == "totale" {
      for (dimension, modalities) in [
        ("area_utenza", ["FAM", "ANZ", "DIP", "ND"]), ("servizio", ["A", "C", "X"]),
        ("canale", ["sportello", "pdp", "telefono"]),
      ] {
        all.append(
          modalities.map {
            var part = cell
            (part.dimension, part.modality) = (dimension, $0)
            return part
          })
      }
    }
    return all
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
