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
  /// Indicators analysts have declared.
  private let declared: [Indicator]
  /// Years of facts an edition looks at, the current one included.
  static let years = 3

  public init(store: Store, settings: DisclosureSettings, asOf: Day, declared: [Indicator] = []) {
    self.store = store
    self.settings = settings
    self.asOf = asOf
    self.declared = declared
  }

  /// Which numbers of its own date an edition follows, beside those of the dates before.
  public enum Predecessor: Sendable {
    /// Those that stand for it, which it replaces.
    case standing
    /// Those that stood before the ones that stand: to work these out again.
    case replaced
  }

  /// Earlier dates an edition minds: those of two years, where there is one a quarter.
  public static let datesMinded = 8

  /// Everything an edition says, sorted as it is published.
  ///
  /// - Parameter progress: told how much of the work is done, from 0 to 1.
  public func observations(
    following predecessor: Predecessor = .standing, progress: (Double) -> Void = { _ in }
  ) throws -> [Observation] {
    progress(0)
    let areas = try store.codes("area_utenza")
    let services = try store.codes("servizio")
    let frame = try Frame(of: store, asOf: asOf)
    let residents = Residents(frame: frame, counts: try store.currentPopulation(), areas: areas)
    let pass = try Pass(frame: frame, store: store, asOf: asOf)
    progress(0.7)
    let sensitive = SensitiveCodes(areas: areas, services: services)
    let grid = Grid(frame: frame)
    let protection = CountProtection(
      frame: frame, grid: grid, settings: settings,
      isSensitive: frame.modalities.map { sensitive.holds($0.dimension, $0.code) })
    let facts = try FactReader(store: store, frame: frame, asOf: asOf)
    let knowsPersons = pass.knowsPersons
    let publication = Publication(
      frame: frame, grid: grid, residents: residents, protection: protection, settings: settings,
      asOf: asOf, tellsOfRequests: { facts.tells(.serviceRequest, of: $0) },
      tellsOfPersons: { period in
        knowsPersons
          && [.serviceRequest, .serviceDelivery].contains { facts.tells($0, of: period) }
      })

    let indicators = Catalogue.described + declared
    // Facts are read for the described ones while what rests on requests is protected.
    var (observations, tables) = try together(
      { try publication.observations(of: pass) },
      {
        try DescribedTables(
          indicators, needs: Catalogue.fromRequests.flatMap(\.needs), facts: facts)
      })
    observations = told(observations, tables.unmet)
    observations += try PlacesPerHundred.observations(
      store: store, frame: frame, residents: residents, asOf: asOf)
    observations += try OfferCoverage.observations(
      store: store, frame: frame, residents: residents, asOf: asOf)
    observations += try ProgrammeIndicators.observations(store: store, asOf: asOf)
    progress(0.8)
    let computation = Computation(
      facts: facts, requests: tables.requests, residents: residents, settings: settings,
      sensitive: sensitive, unmet: tables.unmet, published: observations,
      personsReached: CellCounts(pass.reached, frame: frame, onlyTotals: true).numerators)
    var described = DescribedPass(
      computation: computation, indicators: indicators, tables: tables)
    try described.run()
    progress(0.95)
    let reports = ReportsNotHere(
      try store.expectedReports(asOf: asOf),
      try store.reportingTriangles(asOf: asOf).map(ReportingDevelopment.init),
      definitions: Catalogue.definitions + declared.map(\.definition), frame: frame,
      tellsPart: facts.tellsPart)
    func finished(_ all: [Observation]) -> [Observation] {
      reports.marked(Observation.inPublicationOrder(all.map(\.atPublishedPrecision)))
    }
    let told = try reconciled(
      finished(described.computation.published), following: predecessor, frame, sensitive)
    return Observation.inPublicationOrder(told + finished(try described.reviews(of: told)))
  }

  /// Those of the first pass, but for what rests on a field nobody has ever filled in.
  private func told(_ all: [Observation], _ unmet: Set<Need>) -> [Observation] {
    let silent = Set(
      Catalogue.fromRequests.filter { !unmet.isDisjoint(with: $0.needs) }.map(\.definition.slug))
    if silent.isEmpty { return all }
    return all.filter { !silent.contains(Definition.slug(of: $0.indicator)) }
      + silent.sorted().map { neverFilled($0, asOf) }
  }

  /// What may be published after the editions there were.
  private func reconciled(
    _ all: [Observation], following predecessor: Predecessor, _ frame: Frame,
    _ sensitive: SensitiveCodes
  ) throws -> [Observation] {
    let rules = RulesOfPersons(
      Catalogue.definitions + declared.map(\.definition), settings: settings,
      sensitive: sensitive, frame: frame)
    let same = try store.observations(asOf: asOf, areReplaced: predecessor == .replaced)
    let others = try store.computed(before: asOf).prefix(Engine.datesMinded).map { date in
      { try store.observations(asOf: date) }
    }
    return try EarlierEdition.reconciled(
      all, after: (same.isEmpty ? [] : [{ same }]) + others, frame: frame, rules: rules)
  }
}

extension Frame {
  /// What an edition of a date looks at.
  init(of store: Store, asOf: Day) throws {
    self.init(
      comuni: try store.comuni(), succession: try store.succession(), ats: try store.ambiti(),
      services: try store.codes("servizio"), areas: try store.codes("area_utenza"),
      channels: try store.codes("canale"), asOf: asOf, years: Engine.years)
  }
}
