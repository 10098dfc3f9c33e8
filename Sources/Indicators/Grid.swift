import Warehouse

/// Which cells an edition publishes.
///
/// Totals: comuni by half-year and year, larger territories by quarter too. Breakdowns: comuni by year,
/// larger territories by half-year and year, the whole by quarter too. Shorter periods of smaller places
/// would be withheld nearly everywhere, and give single persons away by difference.
struct Grid {
  let frame: Frame

  func publishes(unit: Int, period: Int, modality: Int, estimator: Estimator?) -> Bool {
    guard unit < frame.units.count else { return false }
    let isComune = frame.units[unit].kind == .comune
    let dimension = frame.modalities[modality].dimension
    if case .openCases? = estimator {
      return frame.periods[period] == frame.stock && (dimension != "anzianita" || !isComune)
    }
    if dimension == "anzianita" || frame.periods[period] == frame.stock { return false }
    let isWhole = frame.units[unit].kind == .total || frame.units[unit].kind == .province
    switch frame.periods[period] {
    case .year:
      // Waiting times of a comune are too few events to be divided further.
      if case .incidence? = estimator { return modality == 0 || !isComune }
      return true
    case .half: return modality == 0 || !isComune
    default: return isWhole || (modality == 0 && !isComune)
    }
  }
}
