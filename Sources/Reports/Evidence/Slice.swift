import Indicators
import Warehouse

/// Everything, or one modality of a dimension.
struct Breakdown: Hashable, Sendable {
  var dimension: String
  var modality: String

  static let total = Breakdown(dimension: "totale", modality: "totale")
  static func userArea(_ code: String) -> Breakdown {
    Breakdown(dimension: "area_utenza", modality: code)
  }

  func holds(_ observation: Observation) -> Bool {
    observation.dimension == dimension && observation.modality == modality
  }
}

/// One cut through an indicator: every cell of a table or chart is taken from the same one.
struct Slice: Hashable, Sendable {
  var breakdown: Breakdown
  /// Name of the modality; nil for the total.
  var label: String?
  var period: Period
}

extension EvidenceReader {
  func figure(_ indicator: String, _ territory: TerritoryKey, _ slice: Slice) -> Figure? {
    figure(indicator, territory, slice.period, slice.breakdown)
  }

  /// The cut to show for some territories: the first of the user areas that has a value in at least
  /// one of them, otherwise the total; nil when not even that has one.
  func slice(
    _ indicator: String, areas: [NamedCode], among territories: [TerritoryKey], wanted: Period?
  ) -> Slice? {
    let territories = Set(territories)
    let cuts =
      areas.map { (Breakdown.userArea($0.code), Optional($0.name[language])) } + [(.total, nil)]
    for (breakdown, label) in cuts {
      let period = period(for: indicator, wanted: wanted) {
        breakdown.holds($0) && territories.contains($0.territory)
      }
      if let period { return Slice(breakdown: breakdown, label: label, period: period) }
    }
    return nil
  }
}
