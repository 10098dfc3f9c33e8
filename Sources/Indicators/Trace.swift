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
    guard let cell = TracedCell(observation, in: try Frame(of: store, asOf: asOf)) else {
      return nil
    }
    let keys: [Int64]
    if let indicator = Catalogue.fromRequests.first(where: { $0.definition.slug == slug }) {
      keys = try Trace.requests(indicator, in: cell, store, asOf)
    } else if [PopulationCoverage.definition.slug, CoverageGap.definition.slug].contains(slug) {
      keys = try Trace.personsReached(in: cell, store, asOf)
    } else if let found = try Trace.described(observation, slug, declared, cell, store, asOf) {
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

/// The cell of an observation among those the facts count in.
private struct TracedCell {
  let frame: Frame
  let unit: Int
  /// Described indicators have periods and modalities of their own: these then hold nothing.
  private let period: Int
  private let modality: Int

  init?(_ observation: Observation, in frame: Frame) {
    guard let unit = frame.unit(observation.territory) else { return nil }
    self.frame = frame
    self.unit = unit
    period = frame.periods.firstIndex(of: observation.period) ?? -1
    modality =
      frame.modalities.firstIndex(
        of: Frame.Modality(dimension: observation.dimension, code: observation.modality)) ?? -1
  }

  func holds(
    _ comune: PackedCode, _ day: Day, area: PackedCode, service: PackedCode,
    channel: PackedCode? = nil, ageClass: Int? = nil
  ) -> Bool {
    guard let comune = frame.comune(comune), let quarter = frame.quarter(day) else { return false }
    let places = frame.modalities(area: area, service: service, channel: channel)
    return frame.unitsOfComune[comune].contains(unit)
      && frame.periodsOfQuarter[quarter].contains(period)
      && [0, places.area, places.service, places.channel, ageClass].contains(modality)
  }
}

/// Keys of the facts a cell counts.
extension Trace {
  private static func requests(
    _ indicator: any RequestIndicator, in cell: TracedCell, _ store: Store, _ asOf: Day
  ) throws -> [Int64] {
    let received = try store.lastHeardDays()
    var keys: [Int64] = []
    try store.forEachCurrentRequest { request in
      let context = CaseContext(asOf: asOf, observedUntil: received[request.key >> 32]!)
      guard let one = indicator.case(request, context) else { return }
      var ageClass: Int?
      if case .openCases = indicator.estimator, case .duration(let days, _) = one.measure {
        ageClass =
          cell.frame.firstAgeClass + Backlog.classes.firstIndex { days <= $0.upTo }!
      }
      let isInCell = cell.holds(
        request.comune, one.day, area: request.userArea, service: request.service,
        channel: request.channel, ageClass: ageClass)
      if isInCell { keys.append(request.key) }
    }
    return keys
  }

  /// Requests that were answered and services delivered, of known persons.
  private static func personsReached(
    in cell: TracedCell, _ store: Store, _ asOf: Day
  ) throws -> [Int64] {
    var keys: [Int64] = []
    try store.forEachCurrentRequest { one in
      guard one.person != nil, let day = one.startedOn, day <= asOf else { return }
      if cell.holds(one.comune, day, area: one.userArea, service: one.service) {
        keys.append(one.key)
      }
    }
    try store.forEachCurrentDelivery { one in
      guard one.person != nil, one.deliveredOn <= asOf else { return }
      if cell.holds(one.comune, one.deliveredOn, area: one.userArea, service: one.service) {
        keys.append(one.key)
      }
    }
    return keys
  }

  /// Nil when a described indicator does not simply count facts.
  private static func described(
    _ observation: Observation, _ slug: String, _ declared: [Indicator], _ cell: TracedCell,
    _ store: Store, _ asOf: Day
  ) throws -> [Int64]? {
    let indicator = (Catalogue.described + declared).first { $0.definition.slug == slug }
    guard case .facts(let counting)? = indicator?.calculation else { return nil }
    let tally = FactTally(
      counting: counting, frame: cell.frame, asOf: asOf,
      groups: try PlacesOfGroups(counting.table, in: store, frame: cell.frame))
    let heard = try store.lastHeardDays()
    var keys: [Int64] = []
    try store.forEachSlice(counting.table, reading: Array(counting.fields)) { slice in
      keys += tally.keys(
        slice, observedUntil: min(asOf, heard[slice.snapshot] ?? asOf), unit: cell.unit,
        period: observation.period, dimension: observation.dimension,
        modality: observation.modality)
    }
    return keys
  }
}
