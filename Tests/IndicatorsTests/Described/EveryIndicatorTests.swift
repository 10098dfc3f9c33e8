import Testing
import Warehouse

@testable import Indicators

/// Every described indicator over random facts of every dataset.
@Suite struct EveryIndicatorTests {
  static let world = try! makeWorld()
  static let observations = try! run(world)

  static func run(_ world: RandomWarehouse) throws -> [Observation] {
    try Engine(
      store: world.store, settings: try DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
  }

  static func makeWorld() throws -> RandomWarehouse {
    let world = try RandomWarehouse(seed: 3, requests: 900)
    try RandomFacts.add(to: world, rows: 400, seed: 5)
    return world
  }

  @Test func everyIndicatorIsWorkedOut() {
    let said = Dictionary(grouping: Self.observations) {
      String($0.indicator.prefix { $0 != "." })
    }
    for indicator in Catalogue.described {
      let slug = indicator.definition.slug
      let own = said[slug] ?? []
      #expect(!own.isEmpty, "\(slug) says nothing")
      #expect(
        !own.contains {
          $0.status == .notReceived && $0.dimension == "totale"
            && $0.note == nil
        }, "\(slug) was delivered")
    }
    #expect(Set(Self.observations.map(\.id)).count == Self.observations.count)
  }

  /// Counts of facts, and shares of them: whole, by district, by year and half, and broken down.
  @Test func aTraceHasTheFactsOfTheNumber() throws {
    let byIndicator = Dictionary(grouping: Self.observations) { $0.indicator }
    var kinds: Set<String> = []
    for indicator in Catalogue.described {
      guard case .facts(let counting) = indicator.calculation else { continue }
      let count: KeyPath<Observation, Double?>
      switch counting.measure {
      case .count, .rate: count = \.numerator
      case .share: count = \.denominator
      default: continue
      }
      let own = (byIndicator[indicator.definition.slug] ?? []).filter { $0[keyPath: count] != nil }
      let chosen = Dictionary(grouping: own) {
        "\($0.territory.kind) \($0.period.months.count) \($0.dimension)"
      }
      for (kind, some) in chosen {
        let o = some[0]
        let trace = try #require(
          try Trace(of: o, store: Self.world.store, asOf: RandomWarehouse.asOf))
        #expect(Double(trace.count) == o[keyPath: count], "\(o.id)")
        kinds.insert(kind)
      }
    }
    #expect(kinds.count > 8, "every way a number is shown")
  }

  @Test func numbersAreNumbersAndIntervalsHoldThem() {
    for o in Self.observations {
      if o.status == .suppressed || o.status == .notReceived || o.status == .notApplicable {
        #expect(o.value == nil, "\(o.id) \(o.status)")
      }
      if let value = o.value {
        #expect(value.isFinite, "\(o.id)")
        if let low = o.lower, let high = o.upper {
          #expect(low <= high, "\(o.id)")
          // A quantile's limits are days of other curves; a percentile interval may miss its estimate.
          let isLoose =
            o.indicator.hasSuffix(".mediana") || o.indicator.hasSuffix(".p90")
            || ["gini-copertura", "concentrazione-svantaggio", "variabilita-tempi"].contains(
              o.indicator)
          if !isLoose { #expect(low <= value + 1e-9 && value <= high + 1e-9, "\(o.id)") }
        }
      }
    }
  }

  @Test func sharesAreBetweenNoughtAndOne() {
    let units = Dictionary(
      uniqueKeysWithValues: Catalogue.definitions.map { ($0.slug, $0.unit) })
    // Need is estimated, capacity may be exceeded, results may exceed their target.
    let mayExceed = [
      "copertura-bisogno-stimato", "saturazione", "risultati-progetti", "leva-fundraising",
      "contrattualizzato", "risorse-non-spese",
    ]
    for o in Self.observations where units[o.indicator] == .share {
      guard let value = o.value, !mayExceed.contains(o.indicator) else { continue }
      if ["avanzamento-finanziario", "avanzamento-fisico"].contains(o.indicator) { continue }
      #expect((0...1).contains(value), "\(o.id) \(value)")
    }
  }

  @Test func theSameFactsGiveTheSameObservations() throws {
    #expect(differing(try Self.run(Self.makeWorld()), Self.observations) == [])
  }
}
