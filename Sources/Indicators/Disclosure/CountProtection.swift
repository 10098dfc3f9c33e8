import Warehouse

/// Turns the counts of one indicator into protection problems: every cell that will be published, and
/// every way they add up.
///
/// Over time the pattern of what is withheld is kept the same for all periods of a length within a
/// year, and what is withheld for a year is withheld for its parts: so a withheld quarter never follows
/// from its half-year and the other quarter (Eurostat recommends a stable pattern for the same reason).
/// Each period is then a problem of territories and modalities alone.
struct CountProtection {
  let frame: Frame
  let grid: Grid
  let settings: DisclosureSettings
  /// By modality: special categories and stigma ask for the stricter threshold.
  let isSensitive: [Bool]
  let sumsOfComuni: [(whole: Int, parts: [Int])]
  let sumsWithoutComuni: [(whole: Int, parts: [Int])]
  let dimensions: [[Int]]

  init(frame: Frame, grid: Grid, settings: DisclosureSettings, isSensitive: [Bool]) {
    self.frame = frame
    self.grid = grid
    self.settings = settings
    self.isSensitive = isSensitive
    sumsOfComuni = frame.geographicSums(ofComuni: true)
    sumsWithoutComuni = frame.geographicSums(ofComuni: false)
    dimensions = ["area_utenza", "servizio", "canale", "anzianita"].map { name in
      frame.modalities.indices.filter { frame.modalities[$0].dimension == name }
    }
  }

  /// What is protected, and what readers know of it.
  struct Subject {
    /// The protected count of every cell.
    var counts: [Int]
    var estimator: Estimator?
    /// False for distinct persons, who may return, and for stocks.
    var addsOverTime: Bool
    /// False where a case can count in several modalities.
    var addsOverModalities: Bool
    /// Distinct persons behind the count, where one may count several times: thresholds are about
    /// persons.
    var persons: [Int]?
    /// What everybody knows a cell's count is a share of: the residents.
    var population: @Sendable (_ unit: Int, _ period: Int, _ modality: Int) -> Int? = { _, _, _ in
      nil
    }
    /// What a cell's count is a share of, when it is shown and withheld together with the count: the
    /// difference, those who are *not* counted, is protected like the count.
    var wholes: [Int]?
    /// Distinct persons behind that difference.
    var otherPersons: [Int]?
    /// What a cell's count is a share of, when it is shown even where the count is not; nil where it is not.
    var knownWhole: (@Sendable (_ unit: Int, _ period: Int, _ modality: Int) -> Int?)?
    /// False for a period of which nothing is shown: there is nothing to protect, nor to learn.
    var tells: @Sendable (_ period: Int) -> Bool = { _ in true }
    /// Withheld already, for another count that is shown together with this one.
    var withheld: [Bool]?
    /// The most a cell's count may be for all a reader knows, where that is more than it and than what it is a
    /// share of: a withheld nought, too, keeps the withheld counts beside it company.
    var bound: [Int]?
    /// True for a count that tells something of somebody in a single comune, and of nobody in larger
    /// territories: there it is shown, and only lends its sums to the reader.
    var concernsComuniAlone = false
  }

  /// Which cells must be withheld.
  ///
  /// Years do not depend on one another, nor do periods of what does not add up over time: each is worked
  /// out on a core of its own.
  func hidden(_ subject: Subject) throws -> [Bool] {
    let years = frame.periodsByYearAndLength.map { lengths in
      lengths.map { $0.filter(subject.tells) }
    }
    let apart = subject.addsOverTime ? years : years.joined().joined().map { [[$0]] }
    let parts = try concurrently(apart.count) { try withheld(subject, in: apart[$0]) }
    var hidden = subject.withheld ?? [Bool](repeating: false, count: frame.cells)
    for cell in parts.joined() { hidden[cell] = true }
    return hidden
  }

  /// - Parameter lengths: the periods of a year, the longest first: what a year withholds its parts
  ///   withhold.
  private func withheld(_ subject: Subject, in lengths: [[Int]]) throws -> [Int] {
    var hidden: [Int] = []
    var pattern = noSpots
    for periods in lengths {
      try settle(periods, subject, &pattern)
      for period in periods {
        hidden += pattern.cells.map { cell($0.place, $0.modality, period) }
      }
    }
    return hidden
  }

  /// Cuts the tables of the periods alike, then solves each until they agree.
  private func settle(_ periods: [Int], _ subject: Subject, _ pattern: inout Spots) throws {
    guard let any = periods.first else { return }
    if let withheld = subject.withheld {
      for period in periods {
        for place in frame.units.indices {
          for modality in frame.modalities.indices {
            if withheld[cell(place, modality, period)] { pattern.insert(place, modality) }
          }
        }
      }
    }
    pattern = cut(periods, as: any, subject, pattern)
    try solveAlike(periods, subject, &pattern)
  }

  private func cut(
    _ periods: [Int], as any: Int, _ subject: Subject, _ inherited: Spots
  ) -> Spots {
    WithheldPattern(
      frame: frame, dimensions: subject.addsOverModalities ? dimensions : [],
      isShown: {
        grid.publishes(unit: $0, period: any, modality: $1, estimator: subject.estimator)
      },
      isSmall: { place, modality in
        periods.contains { isSmall(place, modality, $0, subject) }
      },
      count: { place, modality in
        periods.reduce(0) { $0 + subject.counts[cell(place, modality, $1)] }
      },
      mayCount: { place, modality in
        periods.contains { subject.bound(cell(place, modality, $0)) > 0 }
      }, threshold: settings.threshold
    ).spots(inherited: inherited)
  }

  private func solveAlike(
    _ periods: [Int], _ subject: Subject, _ pattern: inout Spots
  ) throws {
    // What a period withholds contains the pattern it was solved with: until another period adds to it,
    // solving again would find the same.
    var solvedFor: [Int: Spots] = [:]
    var isStable = false
    while !isStable {
      isStable = true
      for period in periods where solvedFor[period] != pattern {
        let found = try solve(period, subject, withheld: pattern)
        if pattern.formUnion(found) { isStable = false }
        solvedFor[period] = pattern
      }
    }
  }

  private var noSpots: Spots { Spots(places: frame.places, modalities: frame.modalities.count) }

  /// Place and modality, whatever the period.
  private struct Spot {
    var place: Int
    var modality: Int
  }

  private func cell(_ place: Int, _ modality: Int, _ period: Int) -> Int {
    frame.cell(unit: place, period: period, modality: modality)
  }

  /// Too few who are counted, or too few who are not.
  private func isSmall(
    _ place: Int, _ modality: Int, _ period: Int, _ subject: Subject
  ) -> Bool {
    if subject.concernsComuniAlone, place < frame.firstComune { return false }
    let cell = cell(place, modality, period)
    let least = threshold(place: place, modality: modality)
    let count = subject.counts[cell]
    if count > 0 && min(count, subject.persons?[cell] ?? count) < least { return true }
    guard
      let whole = subject.wholes?[cell]
        ?? subject.knownWhole?(place, period, modality)
    else { return false }
    let others = whole - count
    return others > 0 && min(others, subject.otherPersons?[cell] ?? others) < least
  }

  /// Spots withheld in a period, those already withheld included where they hold anything.
  private func solve(
    _ period: Int, _ subject: Subject, withheld: Spots
  ) throws -> Spots {
    var problem = ProtectionProblem()
    var ids = IDs(places: frame.places, modalities: frame.modalities.count)
    var spots: [Spot] = []
    for place in 0..<frame.places {
      for modality in frame.modalities.indices {
        let cell = cell(place, modality, period)
        let isPublished = grid.publishes(
          unit: place, period: period, modality: modality, estimator: subject.estimator)
        let count = subject.counts[cell]
        let isUndetermined = place == frame.placeless || frame.modalities[modality].code == "ND"
        guard isPublished || (isUndetermined && count > 0) else { continue }
        // What is not shown of the undetermined is no share of anything a reader knows.
        let population =
          isUndetermined
          ? nil
          : subject.knownWhole?(place, period, modality)
            ?? subject.population(place, period, modality)
        let spot = Spot(place: place, modality: modality)
        // Nothing to say and nobody to protect.
        guard
          count > 0 || (population ?? 0) > 0 || (subject.wholes?[cell] ?? 0) > 0
            || withheld.contains(place, modality) && subject.bound(cell) > 0
        else { continue }
        ids[spot] = problem.add(
          ProtectionProblem.Cell(
            persons: count, denominator: population.map { max($0, count) },
            threshold: threshold(place: place, modality: modality), isPublished: isPublished,
            isWithheld: withheld.contains(place, modality),
            isUndetermined: isUndetermined
              || (subject.concernsComuniAlone && place < frame.firstComune),
            // A few who tell something in a single comune may be told of several: of which of them, not.
            uncertainty: subject.concernsComuniAlone ? 1 : settings.legalFloor))
        spots.append(spot)
      }
    }
    link(&problem, ids: ids, period: period, subject: subject)
    let result = try problem.guarded()
    // Only what a reader would have seen is withheld.
    var found = noSpots
    for (i, spot) in spots.enumerated() where result.hidden[i] && problem.cells[i].isPublished {
      found.insert(spot.place, spot.modality)
    }
    return found
  }

  /// Persons needed in a cell.
  func threshold(place: Int, modality: Int) -> Int {
    var residents: Int?
    let comune = place - frame.firstComune
    if frame.comuni.indices.contains(comune) { residents = frame.comuni[comune].residents }
    return settings.threshold(isSensitive: isSensitive[modality], comuneResidents: residents)
  }

  /// Cells of a problem by place and modality.
  private struct IDs {
    private let modalities: Int
    private var ids: [Int32]

    init(places: Int, modalities: Int) {
      self.modalities = modalities
      ids = [Int32](repeating: -1, count: places * modalities)
    }

    subscript(spot: Spot) -> Int? {
      get {
        let id = ids[spot.place * modalities + spot.modality]
        return id < 0 ? nil : Int(id)
      }
      set { ids[spot.place * modalities + spot.modality] = Int32(newValue ?? -1) }
    }
  }

  /// How cells add up: over the territory, and over the modalities of each dimension.
  private func link(
    _ problem: inout ProtectionProblem, ids: IDs, period: Int, subject: Subject
  ) {
    /// States a sum when all that counts in it is a cell of the problem.
    func state(_ total: Spot, _ parts: some Sequence<Spot>) {
      guard let whole = ids[total] else { return }
      let known = parts.compactMap { ids[$0] }
      guard !known.isEmpty,
        known.reduce(0, { $0 + problem.cells[$1].persons }) == problem.cells[whole].persons
      else { return }
      problem.addRelation(total: whole, parts: known)
    }
    for modality in frame.modalities.indices {
      let showsComuni = grid.publishes(
        unit: frame.firstComune, period: period, modality: modality, estimator: subject.estimator)
      for (whole, parts) in showsComuni ? sumsOfComuni : sumsWithoutComuni {
        state(
          Spot(place: whole, modality: modality),
          parts.lazy.map { Spot(place: $0, modality: modality) })
      }
    }
    guard subject.addsOverModalities else { return }
    for place in 0..<frame.places {
      for dimension in dimensions {
        state(
          Spot(place: place, modality: 0), dimension.lazy.map { Spot(place: place, modality: $0) })
      }
    }
  }
}

extension CountProtection.Subject {
  /// The most a cell's count may be for all a reader knows.
  fileprivate func bound(_ cell: Int) -> Int {
    max(counts[cell], wholes?[cell] ?? 0, bound?[cell] ?? 0)
  }
}
