import Warehouse

/// How far the numbers of a sender's last comparable period have been from those that came.
///
/// Last observation carried forward, with the empirical spread of its own errors: for every source and
/// quarter told, what was told of it over what would have been carried, the same quarter of the year before
/// or, where that was not told, the last one told before.
struct CarriedForward: Hashable, Sendable {
  /// Smaller counts say little of how numbers move.
  static let fewestRows = 20

  /// What was told over what would have been carried, sorted.
  let ratios: [Double]

  /// Counts are rounded as they may be published: what is told of them tells no more.
  init(_ triangle: ReportingTriangle?) {
    let rows = triangle?.rows ?? []
    let bySource = Dictionary(grouping: rows) { $0.source }
    ratios = bySource.values.flatMap { rows -> [Double] in
      let told = Dictionary(
        uniqueKeysWithValues: rows.map {
          ($0.quarter, RowsOfDelivery.publishable($0.known.last ?? 0, of: MissingReports.dataset))
        })
      return told.compactMap { quarter, came in
        let before = told.filter { $0.key < quarter }.max { $0.key < $1.key }
        let carried = told[quarter.yearBefore] ?? before?.value
        guard let carried, carried >= CarriedForward.fewestRows else { return nil }
        return Double(came) / Double(carried)
      }
    }.sorted()
  }

  /// What a carried number is multiplied by for the ends of its band, 1 included: the 10th and 90th percentile;
  /// of few pairs the widest; nil of too few.
  var band: ClosedRange<Double>? {
    func percentile(_ p: Double) -> Double {
      WeightedPercentile.value(p, of: ratios.map { ($0, 1) })!
    }
    switch TotalWithMissing.Band(pairs: ratios.count) {
    case .percentiles: return min(percentile(0.1), 1)...max(percentile(0.9), 1)
    case .widest: return min(ratios[0], 1)...max(ratios[ratios.count - 1], 1)
    case .none: return nil
    }
  }

  /// A carried number as all that is published may know it: one of classes at least ten wide, none of which
  /// ends where what a reader knows ends (docs/decisions/0015-what-an-expected-delivery-is.md).
  ///
  /// - Parameter room: of the published counts it is part of, the least that other carried numbers leave.
  static func told(of carried: Int, within room: Int) -> Int {
    let fives = ProviderProfile.rounded(carried)
    // 0–22, then 23–32, 33–42 and so on.
    let tens = fives < 25 ? smallClass : (fives + 5) / 10 * 10
    if tens <= room { return tens }
    return room < 30 ? smallClass : room / 10 * 10
  }
  static let smallClass = 10
}
