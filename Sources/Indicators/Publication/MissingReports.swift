import Warehouse

/// What the estimates beside reported numbers are made of: for each report of requests that is not here, what
/// its sender told of its last comparable period.
struct MissingReports {
  static let dataset = FactTable.serviceRequest.dataset
  /// An addition of fewer is not told.
  static let fewestAdded = 20

  private let reports: [ExpectedReport]
  private let told: [String: RequestsTold]
  private let spread: CarriedForward
  private let comuni: [ComuneRecord]
  private let published: (TerritoryKey, Period) -> Observation?
  private let groups: [(key: TerritoryKey, members: Set<String>)]
  /// Comuni of senders some of whose comuni are the same.
  private let shared: [Set<String>]
  /// By report.
  private var carried: [Result<Int, Refusal>] = []

  private struct Refusal: Error {
    let reason: TotalWithMissing.Reason
  }

  /// - Parameters:
  ///   - reports: those that are not here.
  ///   - published: the observation that counts the requests of a territory and period.
  init(
    _ reports: [ExpectedReport], told: [String: RequestsTold], spread: CarriedForward,
    comuni: [ComuneRecord], published: @escaping (TerritoryKey, Period) -> Observation?
  ) {
    self.reports = reports
    self.told = told
    self.spread = spread
    self.comuni = comuni
    self.published = published
    func groups(_ kind: TerritoryKey.Kind, _ code: (ComuneRecord) -> String?) -> [(
      key: TerritoryKey, members: Set<String>
    )] {
      Dictionary(grouping: comuni.filter { code($0) != nil }) { code($0)! }
        .sorted { $0.key < $1.key }
        .map { (TerritoryKey(kind, $0.key), Set($0.value.map(\.istat))) }
    }
    self.groups =
      [(.total, Set(comuni.map(\.istat)))] + groups(.province) { $0.province }
      + groups(.ats) { $0.ats }
    shared = MissingReports.unions(of: Set(reports.map { Set($0.expected.comuni) }))
    var room = Room()
    carried = reports.map { report in
      Result { () throws(Refusal) in try carried(report, &room) }
    }
  }

  /// The comuni of every two senders that have some in common, and of all those that hang together.
  private static func unions(of senders: Set<Set<String>>) -> [Set<String>] {
    var unions: Set<Set<String>> = []
    for sender in senders {
      var all = sender
      while let more = senders.first(where: { !$0.isSubset(of: all) && !$0.isDisjoint(with: all) })
      {
        all.formUnion(more)
      }
      unions.insert(all)
      for other in senders where other != sender && !other.isDisjoint(with: sender) {
        unions.insert(sender.union(other))
      }
    }
    return unions.sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
  }

  /// By period, then from the largest territory.
  var totals: [TotalWithMissing] {
    let isOneProvince = groups.count { $0.key.kind == .province } == 1
    let shown = groups.filter { !isOneProvince || $0.key.kind != .province }
    let periods = Set(
      reports.map { report -> Period in
        if case .month = report.period { return .quarter(of: report.period.firstDay) }
        return report.period
      })
    return periods.sorted().flatMap { period in
      shown.compactMap { total($0.key, $0.members, period) }
    }
  }

  private func total(
    _ territory: TerritoryKey, _ members: Set<String>, _ period: Period
  ) -> TotalWithMissing? {
    let behind = reports.indices.filter { place in
      ![reports[place]].behind(
        dataset: MissingReports.dataset, period: period,
        comuni: territory == .total ? nil : members
      ).isEmpty
    }
    guard !behind.isEmpty, let one = published(territory, period), let reported = one.numerator
    else { return nil }
    var total = TotalWithMissing(
      territory: territory, period: period,
      missing: Set(behind.map { reports[$0].expected.publisherName }).sorted(),
      reported: Int(reported), observation: one.id, estimate: nil, reason: nil,
      pairs: spread.ratios.count)
    do throws(Refusal) {
      var added = 0
      for place in behind {
        let own = reports[place].expected.comuni
        guard period.contains(reports[place].period.firstDay),
          period.contains(reports[place].period.lastDay)
        else { throw Refusal(reason: .longerReport) }
        guard territory == .total || !own.isEmpty && members.isSuperset(of: own) else {
          throw Refusal(reason: .widerSender)
        }
        added += try carried[place].get()
      }
      total.estimate = try estimate(adding: added, to: total.reported)
    } catch {
      total.reason = error.reason
    }
    return total
  }

  private func estimate(
    adding added: Int, to reported: Int
  ) throws(Refusal) -> TotalWithMissing.Estimate {
    guard let band = spread.band else { throw Refusal(reason: .noHistory) }
    guard added >= MissingReports.fewestAdded else { throw Refusal(reason: .few) }
    func total(_ factor: Double) -> Int {
      let sum = Double(reported) + Double(added) * factor
      return max(reported, Int((sum / 10).rounded()) * 10)
    }
    return TotalWithMissing.Estimate(
      value: total(1), lower: total(band.lowerBound), upper: total(band.upperBound))
  }

  /// What a sender told of its last comparable period, less what it has told of this one already, as it may be
  /// told.
  private func carried(_ report: ExpectedReport, _ room: inout Room) throws(Refusal) -> Int {
    let own = Set(report.expected.comuni)
    guard let told = told[report.expected.publisher],
      let comparable = told.comparable(to: report, of: own)
    else { throw Refusal(reason: .neverTold) }
    let rest = max(0, told.count(comparable, of: own) - told.count(report.period, of: own))
    let part = Room.Part(publisher: report.expected.publisher, period: comparable, rest: rest)
    if let known = room.given[part] { return known }
    guard let wholes = wholes(around: own, comparable) else {
      throw Refusal(reason: .confidential)
    }
    return room.give(part, of: wholes)
  }

  /// The published counts that the requests of some comuni in a period are part of; nil where those of the comuni
  /// themselves are withheld, all or some, in the shortest period published.
  private func wholes(around own: Set<String>, _ period: Period) -> [Room.Whole: Int]? {
    let periods = [
      period, .quarter(of: period.firstDay), .half(of: period.firstDay), .year(period.year),
    ].filter { $0.contains(period.firstDay) && $0.contains(period.lastDay) }
    var wholes: [Room.Whole: Int] = [:]
    for one in periods {
      for group in groups
      where own.isEmpty ? group.key == .total : group.members.isSuperset(of: own) {
        wholes[Room.Whole(territories: [group.key], period: one)] =
          published(group.key, one)?.numerator.map { Int($0) }
      }
    }
    let isGroup = groups.first { own.isEmpty ? $0.key == .total : $0.members == own }
    let units = isGroup.map { [$0.key] } ?? own.sorted().map { TerritoryKey(.comune, $0) }
    /// Where the counts of some territories are shown in the shortest period published.
    func sum(of units: [TerritoryKey]) -> (whole: Room.Whole, count: Int)? {
      for one in periods {
        let counts = units.map { published($0, one) }
        if counts.allSatisfy({ $0 == nil }) { continue }
        let shown = counts.compactMap { $0?.numerator }
        guard shown.count == units.count else { return nil }
        return (Room.Whole(territories: units, period: one), Int(shown.reduce(0, +)))
      }
      return nil
    }
    guard let known = sum(of: units) else { return nil }
    wholes[known.whole] = known.count
    if own.isEmpty { return wholes }
    for union in shared where union.isStrictSuperset(of: own) {
      if let (whole, count) = sum(of: union.sorted().map { TerritoryKey(.comune, $0) }) {
        wholes[whole] = count
      }
    }
    return wholes
  }
}

/// What published counts leave for numbers that are carried: together they are never told to be more than a
/// count they are all part of, or a reader would know how far each was rounded up.
private struct Room {
  struct Whole: Hashable {
    let territories: [TerritoryKey]
    let period: Period
  }

  struct Part: Hashable {
    let publisher: String
    let period: Period
    let rest: Int
  }

  private(set) var given: [Part: Int] = [:]
  private var taken: [Whole: Int] = [:]

  mutating func give(_ part: Part, of wholes: [Whole: Int]) -> Int {
    let room = wholes.map { $1 - (taken[$0] ?? 0) }.min() ?? 0
    let told = CarriedForward.told(of: part.rest, within: room)
    for whole in wholes.keys { taken[whole, default: 0] += told }
    given[part] = told
    return told
  }
}
