public import Warehouse

/// The requests of a territory and a period of which somebody's report is not here: what was reported and,
/// beside it, an estimate of all.
///
/// As in the waiting-time statistics of the English health service, which name the trusts that did not submit
/// and give the total with and without an estimate for them. It is never an observation: nothing is ranked or
/// worked out from it.
public struct TotalWithMissing: Hashable, Sendable {
  /// Tens of requests.
  public struct Estimate: Hashable, Sendable {
    public var value: Int
    public var lower: Int
    public var upper: Int

    public init(value: Int, lower: Int, upper: Int) {
      self.value = value
      self.lower = lower
      self.upper = upper
    }
  }

  /// Why there is no estimate; what is not estimated is not zero.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A sender has never told of a whole period.
    case neverTold = "mai_pervenuto"
    /// A report that is not here is of more time than the period.
    case longerReport = "consegna_piu_lunga"
    /// A sender reports for more than the territory.
    case widerSender = "territorio_piu_ampio"
    /// What would be carried is of a territory whose own count is withheld.
    case confidential = "riservato"
    /// What would be added is too little to be told.
    case few = "troppo_poche"
    /// Too few numbers were ever carried and then told.
    case noHistory = "poca_storia"
  }

  /// What the ends of an estimate are, by how many numbers were ever carried and then told.
  public enum Band: Hashable, Sendable {
    /// From the 10th to the 90th percentile of what was told over what would have been carried.
    case percentiles
    /// The widest seen, of fewer than ten.
    case widest
    /// Fewer than three: there is no estimate.
    case none

    public init(pairs: Int) {
      self = pairs < 3 ? .none : pairs < 10 ? .widest : .percentiles
    }
  }

  public var territory: TerritoryKey
  public var period: Period
  /// Names of who has not reported, each once.
  public var missing: [String]
  public var reported: Int
  /// Id of the observation that counts what was reported.
  public var observation: String
  public var estimate: Estimate?
  /// Nil where there is an estimate.
  public var reason: Reason?
  /// Numbers carried and then told, behind the band.
  public var pairs: Int

  public init(
    territory: TerritoryKey, period: Period, missing: [String], reported: Int, observation: String,
    estimate: Estimate?, reason: Reason?, pairs: Int
  ) {
    self.territory = territory
    self.period = period
    self.missing = missing
    self.reported = reported
    self.observation = observation
    self.estimate = estimate
    self.reason = reason
    self.pairs = pairs
  }
}

extension TotalWithMissing {
  /// Every period and territory of which a report of requests is not here. Facts are read only if one is not.
  ///
  /// - Parameters:
  ///   - expected: every report that is expected.
  ///   - triangles: of every dataset.
  ///   - published: the observation that counts the requests of a territory and period.
  static func all(
    in store: Store, reports expected: [ExpectedReport], _ triangles: [ReportingTriangle],
    published: @escaping (TerritoryKey, Period) -> Observation?
  ) throws -> [TotalWithMissing] {
    let reports = expected.filter {
      $0.expected.dataset == MissingReports.dataset && $0.answer == nil
    }
    if reports.isEmpty { return [] }
    let triangle = triangles.first { $0.dataset == MissingReports.dataset }
    return MissingReports(
      reports, told: try RequestsTold.all(in: store, by: Set(reports.map(\.expected.publisher))),
      spread: CarriedForward(triangle), comuni: try store.comuni(), published: published
    ).totals
  }
}
