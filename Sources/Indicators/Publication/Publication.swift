import Warehouse

/// From tallies to observations: estimates with their intervals, after disclosure control.
struct Publication {
  let frame: Frame
  let grid: Grid
  let residents: Residents
  let protection: CountProtection
  let settings: DisclosureSettings
  let asOf: Day
  /// Whether a delivery can tell of a period: of requests, and of the persons reached.
  let tellsOfRequests: @Sendable (Period) -> Bool
  let tellsOfPersons: @Sendable (Period) -> Bool

  /// Every observation that rests on requests or on the persons reached.
  ///
  /// Indicators do not depend on one another once it is known which requests are withheld, so each is
  /// worked out on a core of its own; the result does not depend on how many there are. Coverage does not
  /// depend on requests at all.
  func observations(of pass: Pass) throws -> [Observation] {
    let (requests, ofCoverage) = try together(
      { try WithheldRequests(pass, self) },
      { try coverage(CellCounts(pass.reached, frame: frame)) })
    let parts = try concurrently(pass.indicators.count) {
      try observations(of: $0, pass, requests)
    }
    return ofCoverage + parts.flatMap(\.self)
  }

  /// The number of requests of a cell stands behind every indicator on requests: where it is withheld,
  /// so is whatever is computed from them.
  struct WithheldRequests {
    let counts: CellCounts
    let hidden: [Bool]

    /// The most each cell may count for all a reader knows.
    let bounds: [Int]

    init(_ pass: Pass, _ publication: Publication) throws {
      let index = pass.indicators.firstIndex { $0.definition.slug == RequestsPerThousand.slug }!
      let (frame, residents) = (publication.frame, publication.residents)
      counts = CellCounts(pass.counts[index]!, frame: frame)
      hidden = try publication.protection.hidden(
        CountProtection.Subject(
          counts: counts.units, estimator: .perThousandResidents, addsOverTime: true,
          addsOverModalities: true, persons: CellCounts(pass.asking, frame: frame).numerators,
          population: { unit, period, modality in
            residents.count(unit: unit, year: frame.periods[period].year, modality: modality)
          }))
      bounds = publication.protection.bounds(
        of: counts.units, hidden: hidden, .perThousandResidents)
    }
  }

  private func observations(
    of i: Int, _ pass: Pass, _ requests: WithheldRequests
  ) throws -> [Observation] {
    let indicator = pass.indicators[i]
    let slug = indicator.definition.slug
    switch indicator.estimator {
    case .incidence(let meanUntil):
      return try times(slug, pass.durations[i]!, meanUntil: meanUntil, requests)
    case .perThousandResidents: return rates(slug, requests)
    case .channelMix: return channels(slug, requests)
    case .share(let followUp):
      return try shares(slug, pass, i, followUp: followUp, requests)
    case .openCases: return try openCases(slug, pass.counts[i]!)
    }
  }

  private func rates(_ slug: String, _ requests: WithheldRequests) -> [Observation] {
    var all: [Observation] = []
    forEachCell(.perThousandResidents) { unit, period, modality, cell in
      let population = residents.count(
        unit: unit, year: frame.periods[period].year, modality: modality)
      let count = requests.counts.units[cell]
      let place = Place(unit: unit, period: period, modality: modality)
      if isUntold(period, requests.counts.units, tellsOfRequests) {
        all += untold(slug, place)
        return
      }
      guard count > 0 || requests.hidden[cell] || (modality == 0 && population != nil) else {
        return
      }
      all.append(
        perThousand(slug, count, population, requests.hidden[cell], place))
    }
    return all
  }

  private func channels(_ slug: String, _ requests: WithheldRequests) -> [Observation] {
    var all: [Observation] = []
    forEachCell(.channelMix) { unit, period, modality, cell in
      guard frame.modalities[modality].dimension == "canale",
        requests.counts.units[cell] > 0 || requests.hidden[cell]
      else { return }
      let total = frame.cell(unit: unit, period: period, modality: 0)
      all.append(
        share(
          slug, requests.counts.units[cell], of: requests.counts.units[total],
          isHidden: requests.hidden[cell] || requests.hidden[total],
          Place(unit: unit, period: period, modality: modality)))
    }
    return all
  }

  private func shares(
    _ slug: String, _ pass: Pass, _ i: Int, followUp: Int, _ requests: WithheldRequests
  ) throws -> [Observation] {
    let estimator = Estimator.share(followUp: followUp)
    let counts = CellCounts(pass.counts[i]!, frame: frame)
    let lastDays = frame.periods.map(\.lastDay)
    let tells: @Sendable (Int) -> Bool = { [asOf] in
      followUp == 0 || lastDays[$0] + followUp <= asOf
    }
    // A request is counted in the period it was made in, in the numerator and among who asked alike.
    let persons = { CellCounts(pass.asking, frame: frame, mark: $0).numerators }
    let others = persons(pass.marks[i]! << 1)
    var hidden = try protection.hidden(
      CountProtection.Subject(
        counts: counts.numerators, estimator: estimator, addsOverTime: true,
        addsOverModalities: true, persons: persons(pass.marks[i]!), wholes: counts.units,
        otherPersons: others, tells: tells, bound: requests.bounds))
    // Those not counted follow from the two: of whatever is shown, and of what a sum leaves.
    hidden = try protection.hidden(
      CountProtection.Subject(
        counts: zip(counts.units, counts.numerators).map { $0 - $1 }, estimator: estimator,
        addsOverTime: true, addsOverModalities: true, persons: others, tells: tells,
        withheld: hidden, bound: requests.bounds))
    if followUp > 0 {
      // The requests that are not judged are known by difference: in a comune they are the few who
      // gave up at once; in larger territories that is mixed with dates nobody vouches for.
      hidden = try protection.hidden(
        CountProtection.Subject(
          counts: zip(requests.counts.units, counts.units).map { $0 - $1 }, estimator: estimator,
          addsOverTime: true, addsOverModalities: true, tells: tells,
          withheld: hidden, bound: requests.bounds, concernsComuniAlone: true))
    }
    var all: [Observation] = []
    forEachCell(estimator) { unit, period, modality, cell in
      let isHidden = hidden[cell] || requests.hidden[cell]
      guard
        counts.units[cell] > 0 || isHidden || (followUp > 0 && requests.counts.units[cell] > 0)
      else { return }
      let place = Place(unit: unit, period: period, modality: modality)
      if !tells(period) {
        all.append(missing(slug, place, .notApplicable, note: Observation.tooRecent))
      } else if counts.units[cell] > 0 || isHidden {
        all.append(
          share(slug, counts.numerators[cell], of: counts.units[cell], isHidden: isHidden, place))
      }
    }
    return all
  }

  private func openCases(_ slug: String, _ tally: CountTally) throws -> [Observation] {
    let counts = CellCounts(tally, frame: frame)
    let hidden = try protection.hidden(
      CountProtection.Subject(
        counts: counts.units, estimator: .openCases, addsOverTime: false, addsOverModalities: true))
    var all: [Observation] = []
    forEachCell(.openCases) { unit, period, modality, cell in
      let place = Place(unit: unit, period: period, modality: modality)
      if isUntold(period, counts.units, tellsOfRequests) {
        all += untold(slug, place)
        return
      }
      guard counts.units[cell] > 0 || hidden[cell] || modality == 0 else { return }
      let open = Double(counts.units[cell])
      all.append(
        hidden[cell]
          ? missing(slug, place, .suppressed)
          : observation(slug, place, value: open, numerator: open, status: .published))
    }
    return all
  }

  struct Place {
    var unit: Int
    var period: Int
    var modality: Int
  }

  func forEachCell(
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

  /// True of a period nothing was counted in and no delivery tells of: that is no nought.
  func isUntold(_ period: Int, _ counts: [Int], _ tells: (Period) -> Bool) -> Bool {
    counts[frame.cell(unit: 0, period: period, modality: 0)] == 0 && !tells(frame.periods[period])
  }

  /// Said of the whole territory alone.
  func untold(_ slug: String, _ place: Place) -> [Observation] {
    place.unit > 0 || place.modality > 0
      ? [] : [missing(slug, place, .notReceived, note: "nessuna consegna parla di quel periodo")]
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

  func share(
    _ slug: String, _ part: Int, of whole: Int, isHidden: Bool, _ place: Place
  ) -> Observation {
    if isHidden { return missing(slug, place, .suppressed) }
    return observation(
      slug, place, value: Double(part) / Double(whole),
      interval: Wilson.interval(successes: part, of: whole), numerator: Double(part),
      denominator: Double(whole))
  }

  // MARK: Making observations

  func missing(
    _ slug: String, _ place: Place, _ status: Observation.Status, note: String? = nil
  ) -> Observation {
    observation(slug, place, value: nil, status: status, note: note)
  }

  func observation(
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
