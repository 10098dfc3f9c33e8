import Warehouse

/// Turns the counts of one indicator into protection problems: every cell that will be published, the
/// pieces published sums could give away, and every way they add up.
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
  private let geography: [(whole: Int, parts: [Int])]
  private let dimensions: [[Int]]

  init(frame: Frame, grid: Grid, settings: DisclosureSettings, isSensitive: [Bool]) {
    self.frame = frame
    self.grid = grid
    self.settings = settings
    self.isSensitive = isSensitive
    geography = frame.geographicSums
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
    /// What everybody knows a cell's count is a share of: the residents.
    var population: (_ unit: Int, _ period: Int, _ modality: Int) -> Int? = { _, _, _ in nil }
    /// What a cell's count is a share of, when it is shown and withheld together with the count: the
    /// difference, those who are *not* counted, is protected like the count.
    var wholes: [Int]?
  }

  /// Which cells must be withheld.
  func hidden(_ subject: Subject) throws -> [Bool] {
    var hidden = [Bool](repeating: false, count: frame.cells)
    for lengths in frame.periodsByYearAndLength {
      // From the longest periods to the shortest: what a year withholds its parts withhold.
      var pattern: Set<Int> = []
      for periods in lengths {
        if subject.addsOverTime {
          try settle(periods, subject, &pattern)
          for period in periods {
            for spot in pattern { hidden[cell(spot, period)] = true }
          }
        } else {
          for period in periods {
            for spot in try solve(period, subject, withheld: []) {
              hidden[cell(spot, period)] = true
            }
          }
        }
      }
    }
    return hidden
  }

  /// Solves the periods of one length in one year until they agree on a pattern.
  private func settle(_ periods: [Int], _ subject: Subject, _ pattern: inout Set<Int>) throws {
    var isStable = false
    while !isStable {
      isStable = true
      for period in periods {
        let found = try solve(period, subject, withheld: pattern)
        if !found.isSubset(of: pattern) {
          pattern.formUnion(found)
          isStable = false
        }
      }
    }
  }

  /// Place and modality as one number, whatever the period.
  private func spot(_ place: Int, _ modality: Int) -> Int {
    place * frame.modalities.count + modality
  }

  private func cell(_ spot: Int, _ period: Int) -> Int {
    frame.cell(
      unit: spot / frame.modalities.count, period: period, modality: spot % frame.modalities.count)
  }

  /// Spots withheld in a period, those already withheld included where they hold anything.
  private func solve(_ period: Int, _ subject: Subject, withheld: Set<Int>) throws -> Set<Int> {
    var problem = ProtectionProblem()
    var ids: [Int: Int] = [:]
    var spots: [Int] = []
    for place in 0..<frame.places {
      for modality in frame.modalities.indices {
        let cell = frame.cell(unit: place, period: period, modality: modality)
        let isPublished = grid.publishes(
          unit: place, period: period, modality: modality, estimator: subject.estimator)
        let count = subject.counts[cell]
        guard isPublished || (place >= frame.units.count && count > 0) else { continue }
        let population = subject.population(place, period, modality)
        // Nothing to say and nobody to protect.
        guard count > 0 || (population ?? 0) > 0 || (subject.wholes?[cell] ?? 0) > 0 else {
          continue
        }
        let spot = spot(place, modality)
        let threshold = threshold(place: place, modality: modality)
        let others = (subject.wholes?[cell] ?? count) - count
        ids[spot] = problem.add(
          ProtectionProblem.Cell(
            persons: count, denominator: population.map { max($0, count) }, threshold: threshold,
            isPublished: isPublished,
            isWithheld: withheld.contains(spot)
              || (others > 0 && others < threshold && isPublished),
            isPlaceless: place == frame.places - 1))
        spots.append(spot)
      }
    }
    link(&problem, ids: ids, period: period, subject: subject)
    let result = try problem.solved()
    // Pieces are never shown: only what a reader would have seen is withheld.
    return Set(
      spots.indices.filter { result.hidden[$0] && problem.cells[$0].isPublished }.map { spots[$0] })
  }

  /// Persons needed in a cell.
  func threshold(place: Int, modality: Int) -> Int {
    var residents: Int?
    let comune = place - (frame.units.count - frame.comuni.count)
    if frame.comuni.indices.contains(comune) { residents = frame.comuni[comune].residents }
    return settings.threshold(isSensitive: isSensitive[modality], comuneResidents: residents)
  }

  /// How cells add up: over the territory, and over the modalities of each dimension.
  private func link(
    _ problem: inout ProtectionProblem, ids: [Int: Int], period: Int, subject: Subject
  ) {
    /// States a sum when all that is not zero in it is a cell of the problem.
    func state(_ total: Int, _ parts: [Int]) {
      guard let whole = ids[total] else { return }
      let filled = parts.filter { subject.counts[cell($0, period)] > 0 }
      let known = filled.compactMap { ids[$0] }
      guard !known.isEmpty, known.count == filled.count,
        known.reduce(0, { $0 + problem.cells[$1].persons }) == problem.cells[whole].persons
      else { return }
      problem.addRelation(total: whole, parts: known)
    }
    for modality in frame.modalities.indices {
      for (whole, parts) in geography {
        state(spot(whole, modality), parts.map { spot($0, modality) })
      }
    }
    guard subject.addsOverModalities else { return }
    for place in 0..<frame.places {
      for dimension in dimensions {
        state(spot(place, 0), dimension.map { spot(place, $0) })
      }
    }
  }
}
