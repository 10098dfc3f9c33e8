internal import Warehouse

/// How long answers take, and how requests end.
///
/// Latent times compete as they do in life: a person may give up, move or die before the service
/// starts. Log-normal times give the long tail; whatever falls after the day of an export is simply
/// not there yet.
enum Waiting {
  static func answer(
    _ need: inout Need, age: Int, remoteness: Double, _ random: inout RandomStream
  ) {
    let hurry = [1, 0.45, 0.1][need.urgency.rawValue]
    let channel = need.channel == .proximityPoint ? 0.8 : 1.0
    let factor = remoteness * hurry * channel
    let contact = workingDay(
      need.received + random.days(median: 5.5 * factor, sigma: 0.85))
    let decision = workingDay(contact + random.days(median: 16 * factor, sigma: 0.75))
    let start = workingDay(
      decision
        + random.days(median: 24 * factor * ServiceMix.slowness[need.service], sigma: 0.95))
    let takenOn = min(start, workingDay(decision + random.below(6)))
    let closure = start + 1 + random.days(median: 150, sigma: 0.9)
    let leaving = need.received + 1 + random.days(median: 70, sigma: 0.9)

    var ending = ending(age: age, isFar: remoteness > 1.3, draw: random.unit())
    var end = closure
    if ending.leavesWaiting {
      // Who would leave after the service has started was served, and leaves it then.
      end = leaving >= start ? max(leaving, start + 1) : leaving
      if leaving >= start { ending = .active }
    }
    need.ending = ending
    switch ending {
    case .active:
      need.firstContact = contact
      need.decided = decision
      need.takenOn = takenOn
      need.started = start
      need.ended = end
    case .rejected, .otherService:
      need.firstContact = contact
      need.decided = decision
      need.ended = decision
    default:
      need.firstContact = contact <= end ? contact : nil
      need.decided = decision <= end ? decision : nil
      need.takenOn = takenOn <= end ? takenOn : nil
      need.ended = end
    }
  }

  private static func ending(age: Int, isFar: Bool, draw: Double) -> Outcome {
    var left = draw
    func takes(_ share: Double) -> Bool {
      left -= share
      return left < 0
    }
    if takes(age >= 80 ? 0.06 : age >= 65 ? 0.02 : 0.003) { return .died }
    if takes(0.08) { return .rejected }
    if takes(isFar ? 0.15 : 0.1) { return .withdrawn }
    if takes(0.03) { return .otherService }
    if takes(0.015) { return .moved }
    if takes(0.012) { return .unreachable }
    if takes(0.01) { return .expired }
    return .active
  }

  /// Offices answer on weekdays: Saturdays and Sundays become Mondays.
  private static func workingDay(_ day: Day) -> Day {
    switch day.weekday {
    case 6: day + 2
    case 7: day + 1
    default: day
    }
  }
}

extension Outcome {
  /// The person leaves before anybody has decided to refuse or to serve.
  fileprivate var leavesWaiting: Bool {
    switch self {
    case .withdrawn, .died, .moved, .unreachable, .expired: true
    default: false
    }
  }
}
