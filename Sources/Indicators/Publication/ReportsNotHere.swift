import Warehouse

/// What the numbers of an edition rest on that has not been delivered: by the calendar, who should have; by
/// the reporting triangle, what those who have told use to add later.
///
/// A number of a time and place of which a sender has said nothing yet counts the others' alone. It is what
/// was reported, and is marked as one that will change. That of a period of which deliveries tell only some
/// months says so: it is not held against a whole one.
struct ReportsNotHere {
  private let reports: [ExpectedReport]
  /// By dataset, the periods of which too little is known yet.
  private let young: [String: Set<Period>]
  private let tellsPart: (_ dataset: String, _ period: Period) -> Bool
  private let inputs: [String: [String]]
  private let frame: Frame

  /// - Parameters:
  ///   - reports: everything expected; those that came are passed over.
  ///   - tellsPart: whether deliveries of a dataset tell of some months of a period alone.
  init(
    _ reports: [ExpectedReport], _ developments: [ReportingDevelopment], definitions: [Definition],
    frame: Frame, tellsPart: @escaping (_ dataset: String, _ period: Period) -> Bool
  ) {
    self.reports = reports.filter { $0.answer == nil }
    young = Dictionary(
      uniqueKeysWithValues: developments.map { development in
        (
          development.triangle.dataset,
          Set(frame.periods.filter { development.known(of: $0)?.isStable == false })
        )
      })
    // Of the residents, the last known are taken, and said to be.
    inputs = Dictionary(
      definitions.map { ($0.slug, $0.inputs.filter { $0 != FactTable.population.dataset }) },
      uniquingKeysWith: { first, _ in first })
    self.frame = frame
    self.tellsPart = tellsPart
  }

  /// The observations in the same order, provisional where somebody's report is not here or too little of
  /// what will be known is.
  func marked(_ all: [Observation]) -> [Observation] {
    var comuni: [TerritoryKey: Set<String>] = [:]
    for unit in frame.units.indices where frame.units[unit] != .total {
      comuni[frame.units[unit]] = Set(frame.members(of: unit).map { frame.comuni[$0].istat })
    }
    var marked = all
    /// Neighbours are of one indicator, place and period.
    var last: (one: Observation, isWanting: Bool, isPart: Bool)?
    for place in marked.indices where marked[place].status == .published {
      let one = marked[place]
      guard one.value != nil else { continue }
      if last.map({
        $0.one.indicator != one.indicator || $0.one.territory != one.territory
          || $0.one.period != one.period
      }) ?? true {
        let datasets = inputs[Definition.slug(of: one.indicator)] ?? []
        let isWanting = datasets.contains { dataset in
          young[dataset]?.contains(one.period) == true
            || !reports.behind(
              dataset: dataset, period: one.period, comuni: comuni[one.territory]
            ).isEmpty
        }
        last = (one, isWanting, isWanting || datasets.contains { tellsPart($0, one.period) })
      }
      if last?.isWanting == true { marked[place].status = .provisional }
      // How things stand in a month is of no period.
      if case .month = one.period { continue }
      if last?.isPart == true, one.note == nil { marked[place].note = Observation.toldInPart }
    }
    return marked
  }
}
