internal import Warehouse

/// Services delivered by organisations to people whose requests were activated.
struct Sessions {
  /// Two organisations that keep their registers differently.
  enum Style: Int { case hours, minutes }

  struct Session {
    var number: Int
    var need: Need
    var provider: Int
    var day: Day
    var minutes: Int
    /// Cents; zero when free.
    var cost: Int
    var isShared: Bool
    /// Given at a distance; nil when nobody wrote it down.
    var isRemote: Bool?
    /// Whose service it is; nil when nobody wrote it down.
    var regime: String?
    var isIdentified: Bool
    var fault: Fault
  }

  static let rates: [(Fault, Int)] = [
    (.missingValue, 350), (.invalidRequestDate, 300), (.unknownService, 400),
    (.misspeltComune, 400), (.brokenIdentifier, 500), (.repeatedRow, 400),
  ]

  /// Services organisations deliver by the hour.
  static let delivered: Set<String> = ["B2", "B4", "B8", "C1", "C3", "C4", "D1", "D2", "X3"]
  private static let isDelivered = ServiceMix.services.map(delivered.contains)

  /// Half is the third sector's own, one in eight a company's; one in eight is not said.
  private static let regimes: [String?] = [
    "territoriale", "territoriale", "territoriale", "territoriale", "pubblico", "pubblico",
    "aziendale", nil,
  ]

  let world: World
  let style: Style

  /// Calls `body` with every session, by request; memory does not depend on how many.
  func visit(_ body: (Session) -> Void) {
    var number = 0
    for index in 0..<world.requests {
      var random = RandomStream(seed: world.seed, .session, index)
      // One request out of twelve goes to each of the two.
      guard random.below(12) == style.rawValue else { continue }
      let need = world.need(index)
      guard let start = need.started, start <= world.asOf,
        Sessions.isDelivered[need.service]
      else { continue }
      let count = 1 + random.below(5)
      var day = start
      for _ in 0..<count where day <= world.asOf && day <= need.ended ?? world.asOf {
        number += 1
        let draw = random.below(100_000)
        let minutes = 30 + 15 * random.below(9)
        var remark = RandomStream(seed: world.seed, .remark, number * 2 + style.rawValue)
        body(
          Session(
            number: number, need: need,
            provider: style == .hours ? random.below(8) : 8, day: day, minutes: minutes,
            cost: random.below(3) == 0 ? 0 : minutes * 30, isShared: random.chance(0.2),
            isRemote: remark.chance(0.1) ? nil : remark.chance(0.15),
            regime: Sessions.regimes[remark.below(Sessions.regimes.count)],
            isIdentified: random.chance(0.7), fault: Sessions.fault(draw, need)))
        day = day + 7
      }
    }
  }

  private static func fault(_ draw: Int, _ need: Need) -> Fault {
    var left = draw
    for (fault, rate) in rates {
      left -= rate
      if left < 0 {
        return fault == .brokenIdentifier && need.person.hasElevenDigits ? .none : fault
      }
    }
    return .none
  }
}
