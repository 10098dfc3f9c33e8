import Indicators
import Warehouse

/// Where the observations of each indicator are in the evidence, and what its totals are like.
struct ObservationIndex: Sendable {
  /// In the order they are met.
  private(set) var indicators: [String] = []
  private(set) var places: [String: [Int]] = [:]
  private(set) var placesByTerritory: [String: [TerritoryKey: [Int]]] = [:]
  /// Periods with a value for the total of each indicator, oldest first.
  private(set) var valued: [String: [Period]] = [:]
  /// The greatest magnitude of an indicator's totals: of the whole territory where it has one.
  private(set) var greatest: [String: Double] = [:]

  init(_ observations: [Observation]) {
    var valued: [String: Set<Period>] = [:]
    var whole: [String: Double] = [:]
    for (place, one) in observations.enumerated() {
      if places[one.indicator] == nil { indicators.append(one.indicator) }
      places[one.indicator, default: []].append(place)
      placesByTerritory[one.indicator, default: [:]][one.territory, default: []].append(place)
      guard one.dimension == "totale", let size = one.value?.magnitude else { continue }
      valued[one.indicator, default: []].insert(one.period)
      greatest[one.indicator] = max(greatest[one.indicator] ?? 0, size)
      if one.territory == .total { whole[one.indicator] = max(whole[one.indicator] ?? 0, size) }
    }
    self.valued = valued.mapValues { $0.sorted() }
    greatest.merge(whole) { _, whole in whole }
  }

  /// Observations of each indicator by state, its parts included.
  func states(
    in observations: [Observation]
  ) -> [(slug: String, counts: [Observation.Status: Int])] {
    var states: [(slug: String, counts: [Observation.Status: Int])] = []
    var known: [String: Int] = [:]
    for indicator in indicators {
      let slug = Definition.slug(of: indicator)
      let place = known[slug] ?? states.count
      if place == states.count {
        known[slug] = place
        states.append((slug, [:]))
      }
      for one in places[indicator] ?? [] {
        states[place].counts[observations[one].status, default: 0] += 1
      }
    }
    return states
  }
}
