import Warehouse

/// Persons reached, and what follows from them.
extension Publication {
  /// Coverage of the population, its gaps and how unequally it is spread.
  func coverage(_ persons: CellCounts) throws -> [Observation] {
    let population: @Sendable (Int, Int, Int) -> Int? = { unit, period, modality in
      residents.count(unit: unit, year: frame.periods[period].year, modality: modality)
    }
    let hidden = try protection.hidden(
      CountProtection.Subject(
        counts: persons.numerators, estimator: nil, addsOverTime: false, addsOverModalities: false,
        population: population))
    var all: [Observation] = []
    forEachCell(nil) { unit, period, modality, cell in
      let place = Place(unit: unit, period: period, modality: modality)
      let reached = persons.numerators[cell]
      if isUntold(period, persons.numerators, tellsOfPersons) {
        all += untold(PopulationCoverage.definition.slug, place)
        return
      }
      guard reached > 0 || hidden[cell] || modality == 0 else { return }
      guard frame.modalities[modality].dimension != "canale" else { return }
      guard let whole = population(unit, period, modality), whole >= reached else {
        all.append(
          missing(PopulationCoverage.definition.slug, place, .notReceived, note: "popolazione"))
        return
      }
      all.append(
        share(
          PopulationCoverage.definition.slug, reached, of: whole, isHidden: hidden[cell], place))
      guard unit > 0 else { return }
      let top = frame.cell(unit: 0, period: period, modality: modality)
      if let everyone = population(0, period, modality) {
        all += CoverageGap.observations(
          users: reached, of: whole, allUsers: persons.numerators[top], ofAll: everyone,
          isHidden: hidden[cell] || hidden[top],
          make: { observation($0, place, value: $1, interval: $2) },
          withheld: { missing($0, place, .suppressed) })
      }
    }
    for period in frame.periods.indices {
      guard case .year = frame.periods[period] else { continue }
      for modality in frame.modalities.indices
      where modality == 0 || frame.modalities[modality].dimension == "area_utenza" {
        all += CoverageTheil.observations(
          frame: frame, period: period, modality: modality, persons: persons.numerators,
          population: { population($0, period, modality) },
          isHidden: { hidden[frame.cell(unit: $0, period: period, modality: modality)] },
          make: { slug, value, interval in
            let place = Place(unit: 0, period: period, modality: modality)
            return value.map { observation(slug, place, value: $0, interval: interval) }
              ?? missing(slug, place, .suppressed)
          })
      }
    }
    return all
  }
}
