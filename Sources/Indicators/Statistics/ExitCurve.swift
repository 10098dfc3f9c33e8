/// Who has left by each day, with limits: `KaplanMeier` where every exit is the one of interest,
/// `AalenJohansen` where others make it impossible. Between them only the limits differ when nobody leaves
/// for another reason: those of 1 − S are the ones of S, those of an incidence its own.
public protocol ExitCurve: Sendable {
  /// Share that left within `day` days, with its interval where one exists; nil beyond the longest follow-up.
  func share(within day: Int, level: Double) -> (value: Double, interval: ConfidenceInterval?)?
  /// First day by which a share p (0 < p < 1) has left.
  func quantile(_ p: Double, level: Double) -> DurationQuantile
}
