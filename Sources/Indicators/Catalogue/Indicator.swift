public import Warehouse

/// An indicator computed from requests returns cases, not answers: for one request, whether and how it
/// counts. Counting, intervals, suppression, comparison and tracing are written once, in the engine.
public protocol RequestIndicator: Sendable {
  var definition: Definition { get }
  var estimator: Estimator { get }
  /// What somebody must have filled in for it to say anything.
  var needs: [Need] { get }

  /// How a request counts; nil when it does not.
  func `case`(_ request: ServiceRequest, _ context: CaseContext) -> Case?
}

extension RequestIndicator {
  public var needs: [Need] { [] }
}

/// What one fact contributes to an indicator.
public struct Case: Sendable {
  public enum Measure: Sendable {
    /// One unit of the denominator, in the numerator or not.
    case unit(inNumerator: Bool)
    /// Whole days until something happened: cause 0 is "not yet" (censored), 1 the event awaited,
    /// 2 an event that makes it impossible.
    case duration(days: Int, cause: Int)
  }

  /// The day that decides the period.
  public var day: Day
  public var measure: Measure

  public init(day: Day, measure: Measure) {
    self.day = day
    self.measure = measure
  }
}

/// What an indicator may know besides the fact.
public struct CaseContext: Sendable {
  public var asOf: Day
  /// Last day of which the fact's source can tell: what is open then is censored then.
  public var observedUntil: Day
  public var outcomes: OutcomeCodes

  public init(asOf: Day, observedUntil: Day) {
    self.asOf = asOf
    self.observedUntil = min(asOf, observedUntil)
    outcomes = OutcomeCodes()
  }
}

/// The outcomes of a request in the packed form facts carry.
public struct OutcomeCodes: Sendable {
  /// What makes an activation impossible: withdrawal, death, transfer, untraceable, another service,
  /// expiry.
  static let competing = [
    "rinuncia", "decesso", "trasferita", "irreperibile", "altro_servizio", "scaduta",
  ]
  static let rejection = "respinta_requisiti"

  let withdrawn = PackedCode("rinuncia")
  let rejected = PackedCode(rejection)
  private static let packedCompeting = competing.map { PackedCode($0) }

  func isCompeting(_ outcome: PackedCode) -> Bool {
    OutcomeCodes.packedCompeting.contains(outcome)
  }
}

/// How tallied cases become an estimate.
public enum Estimator: Sendable {
  /// Cases per thousand residents of the target population; exact Poisson interval.
  case perThousandResidents
  /// Share of the cases that are in the numerator; Wilson interval. `followUp` days must have passed
  /// since the end of the period for it to be judged.
  case share(followUp: Int)
  /// Aalen–Johansen incidence of the awaited event, and the mean wait restricted to some days.
  case incidence(meanUntil: Int)
  /// Number of cases at the as-of date by how long they have been open.
  case openCases
  /// Share of each modality of the channel among all cases; Wilson interval.
  case channelMix
}
