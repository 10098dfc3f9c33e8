import Warehouse

/// Waiting times: the curve of a cell, and the points of it that may be shown.
extension Publication {
  func times(
    _ slug: String, _ tally: DurationTally, meanUntil: Int, _ requests: WithheldRequests
  ) throws -> [Observation] {
    let estimator = Estimator.incidence(meanUntil: meanUntil)
    var durations = CellDurations(tally, frame: frame)
    let withinHorizons = try withheldHorizons(tally, estimator, requests)
    var all: [Observation] = []
    forEachCell(estimator) { unit, period, modality, cell in
      guard requests.counts.units[cell] > 0 || requests.hidden[cell] else { return }
      all += waiting(
        slug, durations.table(unit: unit, period: period, modality: modality),
        requests: requests.counts.units[cell], isHidden: requests.hidden[cell],
        hiddenHorizons: withinHorizons.map { $0[cell] }, meanUntil: meanUntil,
        at: Place(unit: unit, period: period, modality: modality))
    }
    return all
  }

  /// By horizon, the cells whose share answered within it is withheld.
  ///
  /// A share of a known number of requests is a count: how many were answered by then, between one
  /// horizon and the next, and after. They add up over places, periods and modalities as requests do.
  /// Where the requests are withheld, their number is not known either, and may be more than none.
  private func withheldHorizons(
    _ tally: DurationTally, _ estimator: Estimator, _ requests: WithheldRequests
  ) throws -> [[Bool]] {
    var withheld = requests.hidden
    func withhold(
      _ counts: [Int],
      of whole: (@Sendable (_ unit: Int, _ period: Int, _ modality: Int) -> Int?)? = nil
    ) throws {
      withheld = try protection.hidden(
        CountProtection.Subject(
          counts: counts, estimator: estimator, addsOverTime: true, addsOverModalities: true,
          knownWhole: whole, withheld: withheld, bound: requests.bounds))
    }
    var before: [Int]?
    return try Publication.horizons.map { days in
      let counts = CellCounts(tally.counts(within: days, cells: frame.baseCells), frame: frame)
      try withhold(counts.numerators) {
        let cell = frame.cell(unit: $0, period: $1, modality: $2)
        return requests.hidden[cell] ? nil : counts.units[cell]
      }
      // Those not answered by then follow from the two: of whatever is shown, and of what a sum leaves.
      try withhold(zip(counts.units, counts.numerators).map { $0 - $1 })
      // Where two horizons are shown, those answered between them are known too.
      if let before { try withhold(zip(counts.numerators, before).map { $0 - $1 }) }
      before = counts.numerators
      return withheld
    }
  }

  /// Days within which shares of the requests are answered.
  static let horizons = [30, 60, 90, 180]

  /// Median, 90th percentile, shares within the horizons and restricted mean.
  private func waiting(
    _ slug: String, _ table: SurvivalTable?, requests: Int, isHidden: Bool,
    hiddenHorizons: [Bool], meanUntil: Int, at place: Place
  ) -> [Observation] {
    let figures =
      ["mediana", "p90"] + Publication.horizons.map { "entro-\($0)" } + ["media-\(meanUntil)"]
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
    func share(_ days: Int, _ isHidden: Bool) -> Observation {
      let figure = "\(slug).entro-\(days)"
      if isHidden { return missing(figure, place, .suppressed) }
      switch curve.share(within: days) {
      case .withheld: return missing(figure, place, .suppressed)
      case .notReached, .notObserved:
        return missing(figure, place, .notApplicable, note: "osservazione troppo breve")
      case .value(let share):
        return observation(
          figure, place, value: share.value, interval: share.interval, denominator: n)
      }
    }
    func mean() -> Observation {
      let figure = "\(slug).media-\(meanUntil)"
      switch curve.restrictedMean(until: meanUntil) {
      case .withheld: return missing(figure, place, .suppressed)
      case .notReached, .notObserved:
        return missing(figure, place, .notApplicable, note: "osservazione troppo breve")
      case .value(let mean):
        let shown = KaplanMeier.published(mean, until: meanUntil)
        return observation(
          figure, place, value: shown.value, interval: shown.interval, denominator: n)
      }
    }
    return [quantile("mediana", 0.5), quantile("p90", 0.9)]
      + zip(Publication.horizons, hiddenHorizons).map(share) + [mean()]
  }
}
