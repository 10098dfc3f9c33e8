/// How far along the plan the results are, in time.
public enum EarnedSchedule {
  /// The time at which the plan had what there is now (Lipke 2003, *The Measurable News*): the last planned
  /// point not above the value, and the part of the next step between them. In the unit of the times.
  ///
  /// - Parameter plan: cumulative, by increasing time. Nil without a plan; the last time when the plan is
  ///   exceeded.
  public static func time(of value: Double, plan: [(time: Double, value: Double)]) -> Double? {
    guard let first = plan.first, let last = plan.last else { return nil }
    if value >= last.value { return last.time }
    if value <= first.value { return first.time }
    guard let next = plan.firstIndex(where: { $0.value > value }) else { return last.time }
    let (a, b) = (plan[next - 1], plan[next])
    return a.time + (value - a.value) / (b.value - a.value) * (b.time - a.time)
  }
}
