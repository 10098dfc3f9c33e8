import Warehouse

/// What code entries of the catalogue have in common.
extension Computation {
  /// Under which what holds at the as-of date is published.
  var now: Period { .year(asOf.year) }

  /// A year ago: the window of what is said of the last twelve months.
  var yearAgo: Day { asOf - 365 }

  /// Index of a comune of the territory.
  func comune(_ code: String?) -> Int? {
    code.flatMap { frame.comune(PackedCode($0)) }.flatMap { $0 < frame.comuni.count ? $0 : nil }
  }

  func residents(ofComune comune: Int, ages: ClosedRange<Int>? = nil) -> Double {
    Double(residents.count(unit: frame.firstComune + comune, year: asOf.year, ages: ages) ?? 0)
  }

  func residents(ofUnit unit: Int, ages: ClosedRange<Int>? = nil) -> Double {
    Double(residents.count(unit: unit, year: asOf.year, ages: ages) ?? 0)
  }

  /// The whole, first, and the ATS: where measures over organisations are published.
  var wideUnits: [Int] {
    frame.units.indices.filter { [.total, .ats].contains(frame.units[$0].kind) }
  }

  /// The facts of a table, but those of persons of another territory, who are counted in nothing.
  ///
  /// - Parameter fields: all that the body reads of a fact; nil: anything.
  func each(
    _ table: FactTable, reading fields: [FactField]? = nil, _ body: (Fact) throws -> Void
  ) throws {
    guard let place = table.placeOfPersons else {
      return try store.forEachCurrent(table, reading: fields, body)
    }
    try store.forEachCurrent(table, reading: fields.map { $0 + [place] }) { fact in
      if frame.comune(fact.code(place)) != nil { try body(fact) }
    }
  }

  /// Organisations that delivered a service in the last 180 days.
  func activeProviders() throws -> Set<String> {
    var active: Set<String> = []
    try each(.serviceDelivery, reading: [.deliveredOn, .provider]) { fact in
      if let day = fact.happened(.deliveredOn, by: asOf), day > asOf - 180,
        let provider = fact.text(.provider)
      {
        active.insert(provider)
      }
    }
    return active
  }

  /// What stands for an indicator of which nobody has told anything; nil where somebody has.
  func silence(of indicator: Indicator) -> Observation? {
    let slug = indicator.definition.slug
    if !facts.delivered.isSuperset(of: indicator.inputs) { return notReceived(slug, asOf) }
    return unmet.isDisjoint(with: indicator.needs) ? nil : neverFilled(slug, asOf)
  }

  func observe(
    _ slug: String, unit: Int = 0, period: Period? = nil, _ value: Double?,
    interval: ConfidenceInterval? = nil, of numerator: Double? = nil,
    over denominator: Double? = nil, status: Observation.Status? = nil, note: String? = nil
  ) -> Observation {
    observe(
      slug, unit: unit, period: period, "totale", "totale", value, interval: interval,
      of: numerator, over: denominator, status: status, note: note)
  }

  func observe(
    _ slug: String, unit: Int = 0, period: Period? = nil, _ dimension: String,
    _ modality: String, _ value: Double?, interval: ConfidenceInterval? = nil,
    of numerator: Double? = nil, over denominator: Double? = nil,
    status: Observation.Status? = nil, note: String? = nil
  ) -> Observation {
    Observation(
      indicator: slug, territory: frame.units[unit], period: period ?? now, dimension: dimension,
      modality: modality, value: value, lower: interval?.lower, upper: interval?.upper,
      numerator: numerator, denominator: denominator,
      status: status ?? (value == nil ? .notApplicable : .published),
      note: note ?? (value == nil && status == nil ? "0/0" : nil))
  }

  /// Too few to be told of, where nothing is sensitive.
  func isFew(_ persons: Int) -> Bool { persons > 0 && persons < settings.threshold }

  /// A number about the whole territory that rests on some persons: withheld below the threshold.
  func guarded(
    _ slug: String, persons: Int, isSensitive: Bool = false, _ value: Double?,
    interval: ConfidenceInterval? = nil, of numerator: Double? = nil,
    over denominator: Double? = nil
  ) -> Observation {
    if persons > 0 && persons < settings.threshold(isSensitive: isSensitive) {
      return observe(slug, nil, status: .suppressed)
    }
    return observe(slug, value, interval: interval, of: numerator, over: denominator)
  }

  /// A share of persons about the whole territory: both sides are protected.
  func guardedShare(
    _ slug: String, _ part: Int, of whole: Int, isSensitive: Bool = false
  ) -> Observation {
    let least = settings.threshold(isSensitive: isSensitive)
    let isSmall = [part, whole - part].contains { $0 > 0 && $0 < least }
    if isSmall { return observe(slug, nil, status: .suppressed) }
    return observe(
      slug, whole > 0 ? Double(part) / Double(whole) : nil,
      interval: Wilson.interval(successes: part, of: whole), of: Double(part), over: Double(whole))
  }

  /// A share of things that are nobody.
  func share(_ slug: String, unit: Int = 0, _ part: Int, of whole: Int) -> Observation {
    share(slug, unit: unit, "totale", "totale", part, of: whole)
  }

  func share(
    _ slug: String, unit: Int = 0, _ dimension: String, _ modality: String, _ part: Int,
    of whole: Int
  ) -> Observation {
    observe(
      slug, unit: unit, dimension, modality, whole > 0 ? Double(part) / Double(whole) : nil,
      interval: Wilson.interval(successes: part, of: whole), of: Double(part), over: Double(whole))
  }
}
