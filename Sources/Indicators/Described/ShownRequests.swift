import Warehouse

/// Requests of the whole territory by the headings of a breakdown, as the edition shows them.
///
/// A measure over all headings tells of those withheld: one number of many digits and a handful of small whole
/// numbers to try out. Worked out from what is shown, it tells nothing more.
struct ShownRequests {
  /// Of every heading that is shown, in the whole time asked for.
  private(set) var shown: [String: Double] = [:]
  private(set) var withheld: Set<String> = []
  /// All requests, whatever their heading; nil where that is withheld.
  private(set) var whole: Double?
  /// False where no delivery tells of the time asked for, or tells of no request.
  var isTold: Bool { whole != 0 }

  /// - Parameter quarters: the time asked for, in order; a withheld quarter may be inside a half or a year that
  ///   is shown.
  init(_ published: [Observation], by dimension: String, in quarters: [Period]) {
    var counts: [String: [Period: Double?]] = [:]
    for one in published
    where one.indicator == RequestsPerThousand.slug && one.territory == .total
      && [dimension, "totale"].contains(one.dimension) && one.status != .notReceived
    {
      counts[one.modality, default: [:]].updateValue(one.numerator, forKey: one.period)
    }
    for (heading, own) in counts {
      let count = ShownRequests.count(own, quarters)
      if heading == "totale" {
        whole = count
      } else if let count {
        shown[heading] = count
      } else {
        withheld.insert(heading)
      }
    }
  }

  /// How many each of some ways of dividing them has, heading by heading; what some of them withhold is one
  /// heading of all, with the requests of no known heading. Nil where too little is shown.
  static func compared(_ ways: [ShownRequests]) -> (headings: [String], counts: [[Double]])? {
    let withheld = ways.reduce(into: Set<String>()) { $0.formUnion($1.withheld) }
    let headings = ways.reduce(into: Set<String>()) { $0.formUnion($1.shown.keys) }
      .subtracting(withheld).sorted()
    var counts = ways.map { way in headings.map { way.shown[$0] ?? 0 } }
    if withheld.isEmpty { return (headings, counts) }
    for (i, way) in ways.enumerated() {
      guard let whole = way.whole, !headings.isEmpty else { return nil }
      counts[i].append(whole - counts[i].reduce(0, +))
    }
    return (headings, counts)
  }

  /// The sum over some quarters, of the longest periods that are shown; nil where one is withheld.
  private static func count(_ own: [Period: Double?], _ quarters: [Period]) -> Double? {
    var left = quarters[...]
    var sum = 0.0
    while let first = left.first {
      let longer: [(Period, Int)] = [
        (.year(first.year), 4), (.half(of: first.firstDay), 2), (first, 1),
      ]
      let fits = longer.filter { period, length in
        left.count >= length && period.firstDay == first.firstDay
          && left[left.startIndex + length - 1].lastDay == period.lastDay
      }
      guard
        let (period, length) = fits.first(where: { own[$0.0].map { $0 != nil } ?? false })
          ?? fits.last(where: { own[$0.0] == nil })
      else { return nil }
      // A quarter nobody tells of has none.
      sum += (own[period] ?? nil) ?? 0
      left = left.dropFirst(length)
    }
    return sum
  }
}

extension Computation {
  func shownRequests(by dimension: String, in quarters: [Period]) -> ShownRequests {
    ShownRequests(published, by: dimension, in: quarters)
  }

  /// The last four that have ended.
  var lastFourQuarters: [Period] {
    Array(frame.quarters.filter { $0.lastDay <= asOf }.suffix(4))
  }
}
