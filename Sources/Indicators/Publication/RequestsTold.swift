import Warehouse

/// The requests that stand of what a sender told, and until when it told.
struct RequestsTold {
  var heard: Day
  /// By month (year × 12 + month − 1), then comune of today.
  var counts: [Int: [PackedCode: Int]] = [:]

  /// - Parameter own: comuni it reports for; none for all.
  func count(_ period: Period, of own: Set<String>) -> Int {
    let codes = Set(own.map { PackedCode($0) })
    return period.months.reduce(0) { sum, month in
      (counts[period.year * 12 + month - 1] ?? [:]).reduce(sum) {
        codes.isEmpty || codes.contains($1.key) ? $0 + $1.value : $0
      }
    }
  }

  /// The same period of the year before if it was told, else the last one told before the report's; nil of a
  /// sender who has told of none.
  func comparable(to report: ExpectedReport, of own: Set<String>) -> Period? {
    func isTold(_ period: Period) -> Bool {
      period.lastDay <= heard && count(period, of: own) > 0
    }
    if isTold(report.period.yearBefore) { return report.period.yearBefore }
    guard let first = counts.keys.min() else { return nil }
    var period = report.period
    while period.year * 12 + period.months.lowerBound - 1 > first {
      period = report.expected.frequency.period(of: period.firstDay - 1)
      if isTold(period) { return period }
    }
    return nil
  }

  /// By publisher; those who have delivered nothing are not there.
  static func all(in store: Store, by publishers: Set<String>) throws -> [String: RequestsTold] {
    let heard = try store.lastHeardDays()
    var senders: [Int64: Int] = [:]
    var names: [String] = []
    var told: [RequestsTold] = []
    for (snapshot, name) in try store.deliveryNames().sorted(by: { $0.key < $1.key }) {
      let parts = name.split(separator: "/").map(String.init)
      guard publishers.contains(parts[0]), parts[1] == MissingReports.dataset,
        let day = heard[snapshot]
      else { continue }
      if let sender = names.firstIndex(of: parts[0]) {
        senders[snapshot] = sender
      } else {
        senders[snapshot] = names.count
        names.append(parts[0])
        told.append(RequestsTold(heard: day))
      }
    }
    if names.isEmpty { return [:] }
    let heirs = Dictionary(
      uniqueKeysWithValues: try store.succession().map { (PackedCode($0), PackedCode($1)) })
    try store.forEachCurrentRequest { request in
      guard let sender = senders[request.key >> 32] else { return }
      let (year, month, _) = request.requestedOn.civil
      let comune = heirs[request.comune] ?? request.comune
      told[sender].counts[year * 12 + month - 1, default: [:]][comune, default: 0] += 1
    }
    return Dictionary(uniqueKeysWithValues: zip(names, told))
  }
}
