public import Warehouse

/// From a published number back to the files and lines it came from.
///
/// The indicator's own case function is run again over the facts, and the lines whose case falls in the
/// cell are kept: a trace can never tell another story than the number.
public struct Trace {
  /// Delivery (`publisher/dataset/file`) and its lines, in file order.
  public let lines: [(delivery: String, lines: [Int])]
  /// How many lines in all.
  public var count: Int { lines.reduce(0) { $0 + $1.lines.count } }

  /// - Returns: nil when the observation does not simply count facts.
  public init?(
    of observation: Observation, store: Store, asOf: Day, declared: [Indicator] = []
  ) throws {
    let slug = Definition.slug(of: observation.indicator)
    let frame = Frame(
      comuni: try store.comuni(), succession: try store.succession(), ats: try store.ambiti(),
      services: try store.codes("servizio"),
      areas: try store.codes("area_utenza"), channels: try store.codes("canale"), asOf: asOf,
      years: Engine.years)
    guard let unit = frame.units.firstIndex(of: observation.territory) else { return nil }
    // Described indicators have periods and modalities of their own.
    let period = frame.periods.firstIndex(of: observation.period) ?? -1
    let modality =
      frame.modalities.firstIndex(
        of: Frame.Modality(dimension: observation.dimension, code: observation.modality)) ?? -1
    var keys: [Int64] = []
    func isInCell(
      _ comune: PackedCode, _ day: Day, _ places: (area: Int, service: Int, channel: Int?),
      ageClass: Int? = nil
    ) -> Bool {
      guard let comune = frame.comune(comune), let quarter = frame.quarter(day) else {
        return false
      }
      return frame.unitsOfComune[comune].contains(unit)
        && frame.periodsOfQuarter[quarter].contains(period)
        && [0, places.area, places.service, places.channel, ageClass].contains(modality)
    }
    if let indicator = Catalogue.fromRequests.first(where: { $0.definition.slug == slug }) {
      let received = try store.lastHeardDays()
      try store.forEachCurrentRequest { request in
        let context = CaseContext(asOf: asOf, observedUntil: received[request.key >> 32]!)
        guard let one = indicator.case(request, context) else { return }
        var ageClass: Int?
        if case .openCases = indicator.estimator, case .duration(let days, _) = one.measure {
          ageClass =
            frame.firstAgeClass + Backlog.classes.firstIndex { days <= $0.upTo }!
        }
        let places = frame.modalities(
          area: request.userArea, service: request.service, channel: request.channel)
        if isInCell(request.comune, one.day, places, ageClass: ageClass) {
          keys.append(request.key)
        }
      }
    } else if [PopulationCoverage.definition.slug, CoverageGap.definition.slug].contains(slug) {
      try store.forEachCurrentRequest { request in
        guard request.person != nil, let started = request.startedOn, started <= asOf else {
          return
        }
        let places = frame.modalities(
          area: request.userArea, service: request.service, channel: nil)
        if isInCell(request.comune, started, places) { keys.append(request.key) }
      }
      try store.forEachCurrentDelivery { delivery in
        guard delivery.person != nil, delivery.deliveredOn <= asOf else { return }
        let places = frame.modalities(
          area: delivery.userArea, service: delivery.service, channel: nil)
        if isInCell(delivery.comune, delivery.deliveredOn, places) { keys.append(delivery.key) }
      }
    } else if let found = try Trace.described(
      observation, slug, declared, unit: unit, frame: frame, store: store, asOf: asOf)
    {
      keys = found
    } else {
      return nil
    }
    let names = try store.deliveryNames()
    let grouped = Dictionary(grouping: keys) { names[$0 >> 32] ?? "?" }
    lines = grouped.keys.sorted().map { name in
      (name, grouped[name]!.map { Int($0 & 0xFFFF_FFFF) }.sorted())
    }
  }
}

extension Trace {
  /// Facts a described indicator counts in the cell; nil when it does not simply count facts.
  private static func described(
    _ observation: Observation, _ slug: String, _ declared: [Indicator], unit: Int, frame: Frame,
    store: Store, asOf: Day
  ) throws -> [Int64]? {
    let indicator = (Catalogue.described + declared).first { $0.definition.slug == slug }
    guard case .facts(let counting)? = indicator?.calculation else { return nil }
    let tally = FactTally(
      counting: counting, frame: frame, asOf: asOf,
      groups: try PlacesOfGroups(counting.table, in: store, frame: frame))
    let heard = try store.lastHeardDays()
    var keys: [Int64] = []
    try store.forEachSlice(counting.table, reading: Array(counting.fields)) { slice in
      keys += tally.keys(
        slice, observedUntil: min(asOf, heard[slice.snapshot] ?? asOf), unit: unit,
        period: observation.period, dimension: observation.dimension,
        modality: observation.modality)
    }
    return keys
  }
}
