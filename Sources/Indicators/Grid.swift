import Warehouse

/// Which cells an edition publishes.
///
/// Comuni by half-year and year only, and by year alone for any breakdown: shorter periods of small
/// places would give away single persons by difference.
struct Grid {
  let frame: Frame

  func publishes(unit: Int, period: Int, modality: Int, estimator: Estimator?) -> Bool {
    guard unit < frame.units.count else { return false }
    let isTotal = modality == 0
    let dimension = frame.modalities[modality].dimension
    if case .openCases? = estimator {
      return frame.periods[period] == frame.stock
        && (dimension != "anzianita" || frame.units[unit].kind != .comune)
    }
    if dimension == "anzianita" || frame.periods[period] == frame.stock { return false }
    guard frame.units[unit].kind == .comune else { return true }
    switch (frame.periods[period], estimator) {
    case (.year, .incidence?), (.half, _): return isTotal
    case (.year, _): return true
    default: return false
    }
  }
}
