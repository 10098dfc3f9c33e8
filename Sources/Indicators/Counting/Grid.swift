import Warehouse

/// Which cells an edition publishes.
///
/// Comuni and inner-area classes: totals by half-year and year, breakdowns by year. ATS: totals by
/// quarter too, breakdowns by half-year too. The whole and the province: everything. Shorter periods of
/// smaller places would be withheld nearly everywhere and give single persons away by difference; and
/// two ways of dividing the same territory (ATS and classes) are shown together only where the comuni,
/// which are what they have in common, are shown and protected too.
struct Grid {
  let frame: Frame

  func publishes(unit: Int, period: Int, modality: Int, estimator: Estimator?) -> Bool {
    // What could not be told apart is counted in the totals and has no row of its own.
    guard unit < frame.units.count, frame.modalities[modality].code != "ND" else { return false }
    let kind = frame.units[unit].kind
    let dimension = frame.modalities[modality].dimension
    if case .openCases? = estimator {
      return frame.periods[period] == frame.stock && (dimension != "anzianita" || kind != .comune)
    }
    if dimension == "anzianita" || frame.periods[period] == frame.stock { return false }
    switch (frame.periods[period], kind) {
    case (_, .total), (_, .province): return true
    case (.year, .comune):
      // Waiting times of a comune are too few events to be divided further.
      if case .incidence? = estimator { return modality == 0 }
      return true
    case (.year, _), (.half, .ats): return true
    case (.half, _), (.quarter, .ats): return modality == 0
    default: return false
    }
  }
}
