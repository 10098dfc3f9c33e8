import Indicators
import Testing
import Warehouse

/// The published numbers are the key's own counts, and none is under its threshold.
@Suite struct IndicatorKeyTests {
  let sample: LoadedSample
  let requests: [Observation]
  private static let computed = Result { try LoadedSample.shared.get().workspace.compute() }

  init() throws {
    sample = try LoadedSample.shared.get()
    requests = try IndicatorKeyTests.computed.get().filter {
      $0.indicator == "richieste-per-1000" && $0.dimension == "totale"
    }
  }

  private func published(_ kind: TerritoryKey.Kind) -> [(year: Int, Observation)] {
    requests.compactMap {
      guard case .year(let year) = $0.period, $0.territory.kind == kind, $0.status == .published
      else { return nil }
      return (year, $0)
    }
  }

  @Test func requestsOfAComuneInAYear() throws {
    let key = Dictionary(
      uniqueKeysWithValues: sample.key.yearPlaces.map { ("\($0.year) \($0.comune)", $0.requests) })
    let all = published(.comune)
    // The year of the as-of date is not over, and has no row.
    #expect(Set(all.map(\.year)) == [2024, 2025])
    #expect(all.count > 50)
    for (year, observation) in all {
      #expect(
        observation.numerator == Double(key["\(year) \(observation.territory.code)"] ?? 0),
        "\(observation.id)")
    }
  }

  @Test func requestsOfTheWholeInAYear() throws {
    // Whoever lives elsewhere is not among the residents a rate is of; the unrecognised are.
    let ours = Set(try sample.workspace.store.comuni().map(\.istat) + ["ND"])
    for (year, observation) in published(.total) {
      let expected = sample.key.yearPlaces.filter { $0.year == year && ours.contains($0.comune) }
        .reduce(0) { $0 + $1.requests }
      #expect(observation.numerator == Double(expected), "\(observation.id)")
    }
    #expect(published(.total).count == 2)
  }

  @Test func nothingUnderThresholdIsPublished() throws {
    let settings = try sample.workspace.settings
    let comuni = Dictionary(
      uniqueKeysWithValues: try sample.workspace.store.comuni().map { ($0.istat, $0.residents) })
    for observation in requests where observation.status == .published {
      let least = settings.threshold(
        isSensitive: false, comuneResidents: comuni[observation.territory.code])
      let count = try #require(observation.numerator)
      #expect(count == 0 || count >= Double(least), "\(observation.id)")
    }
    #expect(requests.contains { $0.status == .suppressed })
  }

  /// domain.md, KP: the *persons* behind a rate's numerator are at least the threshold, though one
  /// person may have asked several times.
  @Test func personsBehindAPublishedRate() throws {
    let settings = try sample.workspace.settings
    let comuni = Dictionary(
      uniqueKeysWithValues: try sample.workspace.store.comuni().map { ($0.istat, $0.residents) })
    let persons = Dictionary(
      uniqueKeysWithValues: sample.key.yearPlaces.map { ("\($0.year) \($0.comune)", $0.persons) })
    let exposed = published(.comune).filter { year, observation in
      let count = persons["\(year) \(observation.territory.code)"] ?? 0
      return count > 0
        && count
          < settings.threshold(
            isSensitive: false, comuneResidents: comuni[observation.territory.code])
    }
    #expect(exposed.isEmpty)
  }
}
