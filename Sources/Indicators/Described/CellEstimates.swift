import Warehouse

/// From the tally of a cell to what is published of it.
struct CellEstimates {
  let counting: Counting
  let settings: DisclosureSettings
  /// Residents of a territory in a year, of an age class and a sex.
  let residents: (_ key: CellTable.Key, _ ages: ClosedRange<Int>?, _ sex: String?) -> Int?
  let total: (CellTable.Key) -> CellTally?
  /// Fewest persons; nil where nobody can be recognised.
  let threshold: (CellTable.Key) -> Int?

  struct Figure {
    var suffix: String
    var value: Double?
    /// Either is open where a curve of days never gets there.
    var lower: Double?
    var upper: Double?
    var numerator: Double?
    var denominator: Double?
    var status: Observation.Status
    var note: String?

    init(
      suffix: String = "", value: Double? = nil, interval: ConfidenceInterval? = nil,
      numerator: Double? = nil, denominator: Double? = nil,
      status: Observation.Status = .published, note: String? = nil
    ) {
      self.suffix = suffix
      self.value = value
      (lower, upper) = (interval?.lower, interval?.upper)
      self.numerator = numerator
      self.denominator = denominator
      self.status = status
      self.note = note
    }
  }

  /// - Parameter hiddenHorizons: days within which the share is withheld.
  func figures(
    _ key: CellTable.Key, _ tally: CellTally, hiddenHorizons: Set<Int> = []
  ) -> [Figure] {
    switch counting.measure {
    case .count: [Figure(value: Double(tally.cases), numerator: Double(tally.cases))]
    case .daily: [rate(Double(tally.cases), 1, days(key))]
    case .rate(let per, let ages): [rate(Double(tally.cases), per, counted(key, ages))]
    case .share: [share(tally.hits, tally.cases)]
    case .distribution:
      // The whole of a distribution is one; its modalities say something.
      key.dimension == 0 ? [] : [share(tally.cases, total(key)?.cases ?? 0)]
    case .distinct(_, let per):
      if let per {
        [rate(Double(tally.units.count), per, residents(key, nil, nil))]
      } else {
        [Figure(value: Double(tally.units.count), numerator: Double(tally.units.count))]
      }
    case .shareOfDistinct: [share(tally.unitHits.count, tally.units.count)]
    case .sum(_, let per):
      if let per {
        [ratio(tally.sum, residents(key, nil, nil).map(Double.init), times: per)]
      } else {
        [Figure(value: tally.sum, numerator: tally.sum)]
      }
    case .mean(let quantity): [mean(tally, on: quantity.field == .rating ? 1...5 : nil)]
    case .ratio:
      // Over different units, where what was gathered tells them apart.
      [ratio(tally.sum, tally.units.isEmpty ? tally.other : Double(tally.units.count), times: 1)]
    case .wait(let wait):
      waits(key, tally, wait, hiddenHorizons).map { figure in
        // Faults in the data: of the whole, where they tell of nobody.
        guard key.unit == 0, key.dimension == 0, tally.reversed > 0, figure.status == .published
        else { return figure }
        var figure = figure
        figure.note =
          ([figure.note].compactMap(\.self) + ["\(Observation.reversed)\(tally.reversed)"])
          .joined(separator: Observation.betweenNotes)
        return figure
      }
    }
  }

  /// Parts of the slug the measure makes, for what is withheld as a whole.
  var suffixes: [String] {
    guard case .wait(let wait) = counting.measure else { return [""] }
    return [".mediana", ".p90"] + wait.horizons.map { ".entro-\($0)" }
      + (wait.meanUntil.map { [".media-\($0)"] } ?? [])
  }

  /// Residents of whom the cell is: of its age or sex, where it is of one.
  private func counted(_ key: CellTable.Key, _ ages: ClosedRange<Int>?) -> Int? {
    guard key.dimension > 0 else { return residents(key, ages, nil) }
    let breakdown = counting.breakdowns[key.dimension - 1]
    if case .age(_, let from) = breakdown.coding {
      return residents(key, key.code.hasPrefix("0-") ? 0...from - 1 : from...130, nil)
    }
    return residents(key, ages, breakdown.field == .sex ? key.code : nil)
  }

  /// Days of the period, or those of the weekday the cell is about.
  private func days(_ key: CellTable.Key) -> Int {
    let days = key.period.firstDay.number...key.period.lastDay.number
    guard key.dimension > 0, counting.breakdowns[key.dimension - 1].coding == .weekday else {
      return days.count
    }
    return days.count { String(Day(number: $0).weekday) == key.code }
  }

  private func rate(_ count: Double, _ per: Double, _ residents: Int?) -> Figure {
    guard let residents, residents > 0 else {
      return Figure(status: .notReceived, note: "popolazione")
    }
    let scale = per / Double(residents)
    let limits = ExactPoisson.interval(count: Int(count))
    return Figure(
      value: count * scale,
      interval: ConfidenceInterval(lower: limits.lower * scale, upper: limits.upper * scale),
      numerator: count, denominator: Double(residents))
  }

  private func share(_ part: Int, _ whole: Int) -> Figure {
    guard whole > 0 else { return Figure(status: .notApplicable, note: "0/0") }
    return Figure(
      value: Double(part) / Double(whole), interval: Wilson.interval(successes: part, of: whole),
      numerator: Double(part), denominator: Double(whole))
  }

  private func ratio(_ top: Double, _ bottom: Double?, times scale: Double) -> Figure {
    guard let bottom else { return Figure(status: .notReceived, note: "popolazione") }
    guard bottom > 0 else { return Figure(status: .notApplicable, note: "0/0") }
    return Figure(value: scale * top / bottom, numerator: top, denominator: bottom)
  }

  /// Mean with the normal interval of its standard error, as far as the scale goes.
  private func mean(_ tally: CellTally, on scale: ClosedRange<Double>?) -> Figure {
    let n = Double(tally.cases)
    guard n > 0 else { return Figure(status: .notApplicable, note: "0/0") }
    let mean = tally.sum / n
    var interval: ConfidenceInterval?
    if tally.cases > 1 {
      let variance = max(0, tally.squares - n * mean * mean) / (n - 1)
      let half =
        NormalDistribution.halfWidth(level: ConfidenceInterval.usualLevel)
        * (variance / n).squareRoot()
      interval = ConfidenceInterval(
        lower: max(mean - half, scale?.lowerBound ?? -.infinity),
        upper: min(mean + half, scale?.upperBound ?? .infinity))
    }
    return Figure(value: mean, interval: interval, numerator: tally.sum, denominator: n)
  }

  /// Median, 90th percentile and shares within the horizons: of persons through the only door to a
  /// duration, of organisations and public acts as they are.
  private func waits(
    _ key: CellTable.Key, _ tally: CellTally, _ wait: Wait, _ hiddenHorizons: Set<Int>
  ) -> [Figure] {
    let table = SurvivalTable(
      causes: 2,
      entries: tally.waits.entries.map {
        SurvivalTable.Entry(day: Int($0.key >> 2), cause: Int($0.key & 3), count: $0.value)
      }.sorted { ($0.day, $0.cause) < ($1.day, $1.cause) })
    guard table.subjects > 0 else { return [] }
    let n = Double(table.subjects)
    let quantiles = [(".mediana", 0.5), (".p90", 0.9)]
    guard let threshold = threshold(key) else {
      let curve: any ExitCurve = wait.hasRivals ? AalenJohansen(table) : KaplanMeier(table)
      let level = ConfidenceInterval.usualLevel
      return quantiles.map { reached($0.0, curve.quantile($0.1, level: level), n) }
        + wait.horizons.map { days in
          let share = curve.share(within: days, level: level)
          return Figure(
            suffix: ".entro-\(days)", value: share?.value, interval: share?.interval,
            denominator: n, status: share == nil ? .notApplicable : .published,
            note: share == nil ? "osservazione troppo breve" : nil)
        }
        + (wait.meanUntil.map { days in
          [mean(KaplanMeier(table).restrictedMean(until: days), until: days, n)]
        } ?? [])
    }
    let curve = ProtectedCurve(
      table, cause: wait.hasRivals ? 1 : nil, threshold: threshold, settings: settings)
    guard curve.isPublishable else {
      return suffixes.map { Figure(suffix: $0, status: .suppressed) }
    }
    return quantiles.map { suffix, p in
      switch curve.quantile(p) {
      case .withheld: Figure(suffix: suffix, status: .suppressed)
      case .notReached: Figure(suffix: suffix, status: .notApplicable, note: "non raggiunta")
      case .notObserved:
        Figure(suffix: suffix, status: .notApplicable, note: "osservazione troppo breve")
      case .value(let q): reached(suffix, q, n)
      }
    }
      + wait.horizons.map { days in
        if hiddenHorizons.contains(days) {
          return Figure(suffix: ".entro-\(days)", status: .suppressed)
        }
        switch curve.share(within: days) {
        case .withheld: return Figure(suffix: ".entro-\(days)", status: .suppressed)
        case .notReached, .notObserved:
          return Figure(
            suffix: ".entro-\(days)", status: .notApplicable, note: "osservazione troppo breve")
        case .value(let share):
          return Figure(
            suffix: ".entro-\(days)", value: share.value, interval: share.interval, denominator: n)
        }
      }
      + (wait.meanUntil.map { days in
        switch curve.restrictedMean(until: days) {
        case .withheld: [Figure(suffix: ".media-\(days)", status: .suppressed)]
        case .notReached, .notObserved: [mean(nil, until: days, n)]
        case .value(let value): [mean(value, until: days, n)]
        }
      } ?? [])
  }

  private func mean(
    _ mean: (value: Double, standardError: Double)?, until days: Int, _ n: Double
  ) -> Figure {
    guard let mean else {
      return Figure(
        suffix: ".media-\(days)", status: .notApplicable, note: "osservazione troppo breve")
    }
    let shown = KaplanMeier.published(mean, until: days)
    return Figure(
      suffix: ".media-\(days)", value: shown.value, interval: shown.interval, denominator: n)
  }

  /// A limit the curve never reaches is left open.
  private func reached(_ suffix: String, _ q: DurationQuantile, _ n: Double) -> Figure {
    guard let day = q.day else {
      return Figure(suffix: suffix, status: .notApplicable, note: "non raggiunta")
    }
    var figure = Figure(suffix: suffix, value: Double(day), denominator: n)
    (figure.lower, figure.upper) = (q.lower.map(Double.init), q.upper.map(Double.init))
    return figure
  }
}
