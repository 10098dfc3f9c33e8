internal import Warehouse

/// How the organisations came to be qualified on the platform, and stayed so: the same for the register of
/// their applications and for the key.
struct Applications {
  /// What is known of an application on the as-of day.
  struct Application {
    var applied: Day
    var asked: Day?
    var answered: Day?
    var decided: Day?
    var outcome: String?
    var firstService: Day?
    var suspended: Day?
    var lapsed: Day?
  }

  /// By row of the register, from 1.
  static let faults: [Int: RegisterFault] = [
    7: .noDay("data_integrazione", refuses: false), 19: .missing("ente"),
  ]

  let world: World

  func application(_ organisation: Int) -> Application {
    var random = world.stream("candidature", organisation)
    let applied = world.season.firstDay - 340 + random.below(500)
    let asked = random.chance(0.4) ? applied + 5 + random.below(10) : nil
    let answered = asked.map { $0 + 3 + random.below(20) }
    let decided = (answered ?? applied) + 6 + random.below(40)
    let draw = random.unit()
    let isQualified = draw < 0.82
    let lapsed = isQualified && random.chance(0.08) ? decided + 200 + random.below(300) : nil
    let seen = { (day: Day?) in day.flatMap { $0 <= world.asOf ? $0 : nil } }
    return Application(
      applied: applied, asked: seen(asked), answered: seen(answered), decided: seen(decided),
      outcome: seen(decided).map { _ in
        isQualified ? "qualificato" : draw < 0.93 ? "respinto" : "ritirato"
      },
      firstService: isQualified ? seen(decided + 4 + random.below(60)) : nil,
      suspended: isQualified && random.chance(0.06) ? seen(decided + 150) : nil,
      lapsed: seen(lapsed))
  }

  /// Whether the register, as it is kept, has the organisation qualified on the day.
  func isQualified(_ organisation: Int, on day: Day) -> Bool {
    let one = application(organisation)
    guard Applications.faults[organisation + 1]?.refuses != true, one.outcome == "qualificato",
      let decided = one.decided
    else { return false }
    return decided <= day && [one.suspended, one.lapsed].allSatisfy { $0.map { $0 > day } ?? true }
  }
}
