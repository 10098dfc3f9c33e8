public import Warehouse

/// The second stage: one pass over the facts, then estimates, protection, observations.
///
/// ```
/// fact ─► Case ─► Tally ─► counts of every cell ─► Disclosure ─► Estimate ─► Observation
/// ```
public struct Engine {
  private let store: Store
  private let settings: DisclosureSettings
  private let asOf: Day
  /// Years of facts an edition looks at, the current one included.
  static let years = 3

  public init(store: Store, settings: DisclosureSettings, asOf: Day) {
    self.store = store
    self.settings = settings
    self.asOf = asOf
  }

  /// Everything an edition says, sorted as it is published.
  ///
  /// - Parameter progress: told how much of the work is done, from 0 to 1.
  public func observations(progress: (Double) -> Void = { _ in }) throws -> [Observation] {
    progress(0)
    let areas = try store.codes("area_utenza")
    let frame = Frame(
      comuni: try store.comuni(), ats: try store.ambiti(), services: try store.codes("servizio"),
      areas: areas, channels: try store.codes("canale"), asOf: asOf, years: Engine.years)
    let residents = Residents(frame: frame, counts: try store.currentPopulation(), areas: areas)
    let pass = try Pass(frame: frame, store: store, asOf: asOf)
    progress(0.7)
    let sensitive = Set(areas.filter(\.isSensitive).map(\.code))
    let grid = Grid(frame: frame)
    let protection = CountProtection(
      frame: frame, grid: grid, settings: settings,
      isSensitive: frame.modalities.map {
        $0.dimension == "area_utenza" && sensitive.contains($0.code)
      })
    let publication = Publication(
      frame: frame, grid: grid, residents: residents, protection: protection, settings: settings,
      asOf: asOf)

    let observations =
      try publication.observations(of: pass)
      + PlacesPerHundred.observations(
        store: store, frame: frame, residents: residents, asOf: asOf)
      + OfferCoverage.observations(store: store, frame: frame, asOf: asOf)
      + ProgrammeIndicators.observations(store: store, asOf: asOf)
    progress(0.9)
    return observations.sorted(by: Observation.inPublicationOrder)
  }
}

extension Observation {
  /// The order of `dati/osservazioni.csv`.
  public static func inPublicationOrder(_ a: Observation, _ b: Observation) -> Bool {
    if a.indicator != b.indicator { return a.indicator < b.indicator }
    if a.territory.kind != b.territory.kind {
      return a.territory.kind.rawValue < b.territory.kind.rawValue
    }
    if a.territory.code != b.territory.code { return a.territory.code < b.territory.code }
    if a.period != b.period { return a.period.nameOrder < b.period.nameOrder }
    return (a.dimension, a.modality) < (b.dimension, b.modality)
  }
}
