import Warehouse

/// NC5: how much is given to whom is served, and how many have the hours of home care the law has in mind.
extension Indicator {
  static let intensity = Indicator(
    "NC5", "intensita-assistenziale", Text("Ore per utente e mese", "Hours per user and month"),
    .hours, .higherIsBetter, cell: "KP",
    formula: Text(
      "ore di prestazione / mesi-utente (coppie diverse di persona e mese con una prestazione in ore o minuti; 60 minuti = 1 ora)",
      "hours delivered / user-months (different pairs of person and month with a service in hours or minutes; 60 minutes = 1 hour)"
    ),
    caveats: Text(
      "Solo prestazioni in ore o minuti di persone riconoscibili. Della sola assistenza domiciliare: «domiciliare-settimanale».",
      "Only services in hours or minutes to recognisable persons. Of home care alone: “domiciliare-settimanale”."
    ),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    .gathered(
      Counting(
        .serviceDelivery, where: [.isOne(.unit, ["ore", "minuti"]), .present(.person)],
        when: .day(.deliveredOn), by: [.service],
        measure: .ratio(Quantity(.quantity), Quantity(.quantity)), protects: .person)
    ) { try $0.intensity() },
    example: .code(
      "12 ore a due persone in tre mesi-utente: 4 ore.",
      "12 hours to two persons over three user-months: 4 hours.", 4
    ) { 12 / 3 })

  static let homeCare = Indicator(
    "NC5b", "domiciliare-settimanale",
    Text("Ore di assistenza domiciliare a settimana", "Hours of home care a week"), .hours,
    .higherIsBetter, cell: "KP",
    formula: Text(
      "ore di assistenza domiciliare socio-assistenziale (C1) degli ultimi 12 mesi / settimane degli utenti (per ciascuno, giorni dei mesi con almeno una prestazione / 7); «.oltre-soglia» = persone con almeno 1 ora a settimana in quei mesi / persone servite",
      "hours of social home care (C1) of the last 12 months / weeks of the users (for each, days of the months with any service / 7); “.oltre-soglia” = persons with at least 1 hour a week in those months / persons served"
    ),
    caveats: Text(
      "La soglia di un'ora a settimana (L. 199/2025) è da verificare. Solo persone riconoscibili. Il primo e l'ultimo mese contano interi. Gli ambiti ci sono quando in nessuno, né fra chi non è di alcun ambito, le persone sono troppo poche; riservato anche dove lo sono quelle con altre prestazioni a ore.",
      "The threshold of an hour a week (L. 199/2025) is to be verified. Recognisable persons only. The first and the last month count as whole. Districts are there when in none, nor among those of no district, persons are too few; withheld also where those with other services by the hour are."
    ),
    source: Text(
      "L. 234/2021 art. 1 c. 162; L. 199/2025 (da verificare)",
      "Law 234/2021 art. 1 par. 162; Law 199/2025 (to be verified)"),
    parts: [
      Definition.Part(
        "oltre-soglia",
        Text("persone con almeno un'ora a settimana", "persons with at least an hour a week"),
        .share, persons: .both)
    ],
    persons: .neither,
    needing: [Need(.serviceDelivery, .person)],
    .code(inputs: [.serviceDelivery]) { try $0.homeCare() },
    example: .code(
      "31 giorni di marzo, 6 ore: 6 / (31/7) = 1,35 ore a settimana.",
      "31 days of March, 6 hours: 6 / (31/7) = 1.35 hours a week.", 1.354839
    ) {
      var user = HomeCareUser()
      user.add(hours: 4, on: Day(year: 2026, month: 3, day: 2)!)
      user.add(hours: 2, on: Day(year: 2026, month: 3, day: 30)!)
      return user.hours / user.weeks
    })
}

/// What one person has had.
private struct HomeCareUser {
  private(set) var hours = 0.0
  /// Months with any service, as `year × 12 + month − 1`, and their days.
  private var months: Set<Int> = []
  private var days = 0

  var weeks: Double { Double(days) / 7 }

  mutating func add(hours more: Double, on day: Day) {
    hours += more
    let month = day.year * 12 + day.month - 1
    guard months.insert(month).inserted else { return }
    let next = Day(year: (month + 1) / 12, month: (month + 1) % 12 + 1, day: 1)!
    days += next - Day(year: day.year, month: day.month, day: 1)!
  }
}

/// A service given by the hour to a recognisable person.
private struct HourlyCare {
  var person: UInt64
  var day: Day
  var hours: Double
  var comune: Int
  var service: String
}

extension Computation {
  private func eachHourlyCare(_ body: (HourlyCare) -> Void) throws {
    let fields: [FactField] = [.unit, .person, .deliveredOn, .quantity, .comune, .service]
    try each(.serviceDelivery, reading: fields) { fact in
      guard let unit = fact.text(.unit), unit == "ore" || unit == "minuti",
        let person = fact.token(.person), let day = fact.happened(.deliveredOn, by: asOf),
        let quantity = fact.real(.quantity), let comune = frame.comune(fact.code(.comune)),
        let service = fact.text(.service)
      else { return }
      body(
        HourlyCare(
          person: person, day: day, hours: unit == "ore" ? quantity : quantity / 60,
          comune: comune, service: service))
    }
  }

  fileprivate func intensity() throws -> BaseTallies {
    var base = BaseTallies(dimensions: ["servizio"], frame: frame)
    try eachHourlyCare { care in
      guard let quarter = frame.quarter(care.day) else { return }
      let heading = Counting.Breakdown.heading(care.service)
      // A month of a person counts once wherever cells are put together, and in each of them.
      let month =
        care.person &+ UInt64(care.day.year * 12 + care.day.month) &* 0x9E37_79B9_7F4A_7C15
      base.update(comune: care.comune, quarter: quarter, codes: [heading]) {
        $0.cases += 1
        $0.sum += care.hours
        $0.units.insert(month)
        $0.inside.insert(care.person)
      }
    }
    return base
  }

  fileprivate func homeCare() throws -> [Observation] {
    let territory = wholeAndDistricts
    var users = [[UInt64: HomeCareUser]](repeating: [:], count: territory.count)
    var others = [Set<UInt64>](repeating: [], count: territory.count)
    try eachHourlyCare { care in
      guard care.day > yearAgo else { return }
      for i in territory.places(ofComune: care.comune) {
        if care.service == "C1" {
          users[i][care.person, default: HomeCareUser()].add(hours: care.hours, on: care.day)
        } else {
          others[i].insert(care.person)
        }
      }
    }
    let slug = Indicator.homeCare.definition.slug
    let isSafe = users.indices.map { i in
      isTellable(Array(users[i].values)) && !isFew(others[i].count)
    }
    return territory.shown(isSafe).flatMap { i -> [Observation] in
      let unit = territory.units[i]
      guard isSafe[i] else {
        return ["", ".oltre-soglia"].map {
          observe(slug + $0, unit: unit, nil, status: .suppressed)
        }
      }
      if i > 0, users[i].isEmpty { return [] }
      let own = users[i].sorted { $0.key < $1.key }.map(\.value)
      let hours = own.reduce(0) { $0 + $1.hours }
      let weeks = own.reduce(0) { $0 + $1.weeks }
      let enough = own.count { $0.hasEnough }
      return [
        observe(slug, unit: unit, weeks > 0 ? hours / weeks : nil, of: hours, over: weeks),
        share(slug + ".oltre-soglia", unit: unit, enough, of: own.count),
      ]
    }
  }

  /// Neither those with enough hours nor the others are a few, and nobody has nearly all of the hours.
  private func isTellable(_ users: [HomeCareUser]) -> Bool {
    let enough = users.count { $0.hasEnough }
    let greatest = users.map(\.hours).sorted(by: >)
    let rest = greatest.dropFirst(2).reduce(0, +)
    return !isFew(enough) && !isFew(users.count - enough)
      && (greatest.isEmpty || rest >= 0.1 * greatest[0])
  }
}

extension HomeCareUser {
  /// Hours a week the law has in mind for whom home care is given to.
  private static let level = 1.0

  var hasEnough: Bool { hours >= HomeCareUser.level * weeks }
}
