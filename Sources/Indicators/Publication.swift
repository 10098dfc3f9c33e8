import Warehouse

/// From tallies to observations: estimates with their intervals, after disclosure control.
struct Publication {
  let frame: Frame
  let grid: Grid
  let residents: Residents
  let protection: CountProtection
  let settings: DisclosureSettings
  let asOf: Day

  func observations(of pass: Pass) throws -> [Observation] {
    var all: [Observation] = []
    // The number of requests of a cell stands behind every indicator on requests: where it is
    // withheld, so is whatever is computed from them.
    let requestsIndex = pass.indicators.firstIndex { $0.definition.slug == "richieste-per-1000" }!
    let requests = CellCounts(pass.counts[requestsIndex]!, frame: frame)
    let hiddenRequests = try protection.hidden(
      CountProtection.Subject(
        counts: requests.units, estimator: .perThousandResidents, addsOverTime: true,
        addsOverModalities: true,
        population: { unit, period, modality in
          residents.count(unit: unit, year: frame.periods[period].year, modality: modality)
        }))
    for (i, indicator) in pass.indicators.enumerated() {
      let estimator = indicator.estimator
      let slug = indicator.definition.slug
      switch estimator {
      case .incidence:
        let durations = CellDurations(pass.durations[i]!, frame: frame)
        forEachCell(estimator) { unit, period, modality, cell in
          guard requests.units[cell] > 0 || hiddenRequests[cell] else { return }
          all += waiting(
            slug, durations.table(unit: unit, period: period, modality: modality),
            requests: requests.units[cell], isHidden: hiddenRequests[cell],
            at: Place(unit: unit, period: period, modality: modality))
        }
      case .perThousandResidents:
        forEachCell(estimator) { unit, period, modality, cell in
          let place = Place(unit: unit, period: period, modality: modality)
          let population = residents.count(
            unit: unit, year: frame.periods[period].year, modality: modality)
          guard
            requests.units[cell] > 0 || hiddenRequests[cell] || (modality == 0 && population != nil)
          else { return }
          all.append(
            perThousand(slug, requests.units[cell], population, hiddenRequests[cell], place))
        }
      case .channelMix:
        forEachCell(estimator) { unit, period, modality, cell in
          guard frame.modalities[modality].dimension == "canale",
            requests.units[cell] > 0 || hiddenRequests[cell]
          else { return }
          let total = frame.cell(unit: unit, period: period, modality: 0)
          all.append(
            share(
              slug, requests.units[cell], of: requests.units[total],
              isHidden: hiddenRequests[cell] || hiddenRequests[total],
              Place(unit: unit, period: period, modality: modality)))
        }
      case .share(let followUp):
        let counts = CellCounts(pass.counts[i]!, frame: frame)
        let hidden = try protection.hidden(
          CountProtection.Subject(
            counts: counts.numerators, estimator: estimator, addsOverTime: true,
            addsOverModalities: true, wholes: counts.units))
        forEachCell(estimator) { unit, period, modality, cell in
          let isHidden = hidden[cell] || hiddenRequests[cell]
          guard counts.units[cell] > 0 || isHidden || (followUp > 0 && requests.units[cell] > 0)
          else { return }
          let place = Place(unit: unit, period: period, modality: modality)
          if frame.periods[period].lastDay + followUp > asOf, followUp > 0 {
            all.append(missing(slug, place, .notApplicable, note: "periodo troppo recente"))
          } else if counts.units[cell] > 0 || isHidden {
            all.append(
              share(
                slug, counts.numerators[cell], of: counts.units[cell], isHidden: isHidden, place))
          }
        }
      case .openCases:
        let counts = CellCounts(pass.counts[i]!, frame: frame)
        let hidden = try protection.hidden(
          CountProtection.Subject(
            counts: counts.units, estimator: estimator, addsOverTime: false,
            addsOverModalities: true))
        forEachCell(estimator) { unit, period, modality, cell in
          guard counts.units[cell] > 0 || hidden[cell] || modality == 0 else { return }
          let place = Place(unit: unit, period: period, modality: modality)
          if hidden[cell] {
            all.append(missing(slug, place, .suppressed))
          } else {
            all.append(
              observation(
                slug, place, value: Double(counts.units[cell]),
                numerator: Double(counts.units[cell]), status: .published))
          }
        }
      }
    }
    all += try coverage(CellCounts(pass.reached, frame: frame))
    return all
  }

  struct Place {
    var unit: Int
    var period: Int
    var modality: Int
  }

  private func forEachCell(
    _ estimator: Estimator?,
    _ body: (_ unit: Int, _ period: Int, _ modality: Int, _ cell: Int) -> Void
  ) {
    for unit in frame.units.indices {
      for period in frame.periods.indices {
        for modality in frame.modalities.indices
        where grid.publishes(unit: unit, period: period, modality: modality, estimator: estimator) {
          body(unit, period, modality, frame.cell(unit: unit, period: period, modality: modality))
        }
      }
    }
  }

  // MARK: Estimates

  private func perThousand(
    _ slug: String, _ count: Int, _ population: Int?, _ isHidden: Bool, _ place: Place
  ) -> Observation {
    guard let population else { return missing(slug, place, .notReceived, note: "popolazione") }
    if isHidden { return missing(slug, place, .suppressed) }
    let interval = ExactPoisson.interval(count: count)
    let scale = 1000 / Double(population)
    return observation(
      slug, place, value: Double(count) * scale, interval: interval, scale: scale,
      numerator: Double(count), denominator: Double(population))
  }

  private func share(
    _ slug: String, _ part: Int, of whole: Int, isHidden: Bool, _ place: Place
  ) -> Observation {
    if isHidden { return missing(slug, place, .suppressed) }
    return observation(
      slug, place, value: Double(part) / Double(whole),
      interval: Wilson.interval(successes: part, of: whole), numerator: Double(part),
      denominator: Double(whole))
  }

  /// Days within which shares of the requests are answered.
  static let horizons = [30, 60, 90, 180]

  /// Median, 90th percentile and shares within the horizons.
  private func waiting(
    _ slug: String, _ table: SurvivalTable?, requests: Int, isHidden: Bool, at place: Place
  ) -> [Observation] {
    let figures = ["mediana", "p90"] + Publication.horizons.map { "entro-\($0)" }
    guard let table else {
      return isHidden ? figures.map { missing("\(slug).\($0)", place, .suppressed) } : []
    }
    // Requests left out (presumed dates) are known by difference.
    let left = requests - table.subjects
    let givesAway = left > 0 && left < settings.threshold
    let curve = ProtectedCurve(
      table, cause: 1, threshold: protection.threshold(place: place.unit, modality: place.modality),
      settings: settings)
    guard !isHidden, !givesAway, curve.isPublishable else {
      return figures.map { missing("\(slug).\($0)", place, .suppressed) }
    }
    let n = Double(table.subjects)
    func quantile(_ name: String, _ p: Double) -> Observation {
      let figure = "\(slug).\(name)"
      switch curve.quantile(p) {
      case .withheld: return missing(figure, place, .suppressed)
      case .notReached: return missing(figure, place, .notApplicable, note: "non raggiunta")
      case .notObserved:
        return missing(figure, place, .notApplicable, note: "osservazione troppo breve")
      case .value(let q):
        var result = observation(figure, place, value: q.day.map(Double.init), denominator: n)
        result.lower = q.lower.map(Double.init)
        result.upper = q.upper.map(Double.init)
        return result
      }
    }
    func share(_ days: Int) -> Observation {
      let figure = "\(slug).entro-\(days)"
      switch curve.share(within: days) {
      case .withheld: return missing(figure, place, .suppressed)
      case .notReached, .notObserved:
        return missing(figure, place, .notApplicable, note: "osservazione troppo breve")
      case .value(let share):
        return observation(
          figure, place, value: share.value, interval: share.interval, denominator: n)
      }
    }
    return [quantile("mediana", 0.5), quantile("p90", 0.9)] + Publication.horizons.map(share)
  }

  // MARK: Persons reached and what follows from them

  private func coverage(_ persons: CellCounts) throws -> [Observation] {
    let population = { (unit: Int, period: Int, modality: Int) in
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
      guard case .year = frame.periods[period], unit > 0 else { return }
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
          make: { observation($0, Place(unit: 0, period: period, modality: modality), value: $1) })
      }
    }
    return all
  }

  // MARK: Making observations

  private func missing(
    _ slug: String, _ place: Place, _ status: Observation.Status, note: String? = nil
  ) -> Observation {
    observation(slug, place, value: nil, status: status, note: note)
  }

  private func observation(
    _ slug: String, _ place: Place, value: Double?, interval: ConfidenceInterval? = nil,
    scale: Double = 1, numerator: Double? = nil, denominator: Double? = nil,
    status: Observation.Status? = nil, note: String? = nil
  ) -> Observation {
    let period = frame.periods[place.period]
    let modality = frame.modalities[place.modality]
    return Observation(
      indicator: slug, territory: frame.units[place.unit], period: period,
      dimension: modality.dimension, modality: modality.code, value: value,
      lower: interval.map { $0.lower * scale }, upper: interval.map { $0.upper * scale },
      numerator: numerator, denominator: denominator,
      // A period that has not ended will still change.
      status: status ?? (period.lastDay > asOf ? .provisional : .published), note: note)
  }
}
