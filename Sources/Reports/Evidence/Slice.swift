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
  /// The figure of a territory in a cut. Where the total is known and the cut has no observation,
  /// nothing was counted in it: that is said, and is not a missing delivery.
  func figure(_ indicator: String, _ territory: TerritoryKey, _ slice: Slice) -> Figure? {
    if let figure = figure(indicator, territory, slice.period, slice.breakdown) { return figure }
    guard slice.breakdown != .total,
      var total = figure(indicator, territory, slice.period)?.observation,
      total.status != .notReceived
    else { return nil }
    total.dimension = slice.breakdown.dimension
    total.modality = slice.breakdown.modality
    total.value = nil
    total.lower = nil
    total.upper = nil
    total.numerator = nil
    total.denominator = nil
    total.status = .notApplicable
    total.note = Notes.noCase
    return figure(total)
  }

  /// What becomes of requests, where there were none: nothing was counted, and no delivery is missing.
  func nobodyAsked(
    _ indicator: String, _ territory: TerritoryKey, _ period: Period, _ breakdown: Breakdown
  ) -> Observation? {
    guard Self.ofRequests.contains(where: indicator.hasPrefix),
      let asked = evidence.observation(
        NeedsSection.indicator, territory, period, breakdown.dimension, breakdown.modality),
      asked.status == .published, asked.numerator == 0
    else { return nil }
    return Observation(
      indicator: indicator, territory: territory, period: period,
      dimension: breakdown.dimension, modality: breakdown.modality, status: .notApplicable,
      note: Notes.noCase)
  }

  private static let ofRequests = [
    "tempo-primo-contatto", "tempo-decisione", "tempo-attivazione", "copertura-bisogni",
  ]

  /// The cut to show for some territories: the first of the user areas that has a value in at least
  /// one of them, otherwise the total; nil when not even that has one.
  func slice(
    _ indicator: String, areas: [NamedCode], among territories: [TerritoryKey], wanted: Period?
  ) -> Slice? {
    slice(ofAny: [indicator], areas: areas, among: territories, wanted: wanted)
  }

  /// One cut for some indicators that are read together.
  func slice(
    ofAny indicators: [String], areas: [NamedCode], among territories: [TerritoryKey],
    wanted: Period?
  ) -> Slice? {
    let cuts =
      areas.map { (Breakdown.userArea($0.code), Optional($0.name[language])) } + [(.total, nil)]
    for (breakdown, label) in cuts {
      let period = period(forAnyOf: indicators, wanted: wanted, among: territories) {
        breakdown.holds($0)
      }
      if let period { return Slice(breakdown: breakdown, label: label, period: period) }
    }
    return nil
  }
}
