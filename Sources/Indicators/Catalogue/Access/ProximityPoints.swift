import Warehouse

/// PP: who comes to the Punti di Prossimità, and who runs them.
extension Indicator {
  static let accesses = Indicator(
    "PP2", "accessi-pdp",
    Text(
      "Accessi ai Punti di Prossimità per 1.000 residenti",
      "Visits to the Proximity Points per 1,000 residents"),
    .perThousand, .descriptive, cell: "K5",
    formula: Text("1.000 × accessi / residenti", "1,000 × visits / residents"),
    caveats: Text(
      "Un accesso non è una persona. Anche le fasce d'età sono su tutti i residenti: insieme fanno il totale.",
      "A visit is not a person. Age classes too are over all residents: together they are the total."
    ),
    source: Text("Registro degli accessi; Garwood (1936)", "Register of visits; Garwood (1936)"),
    .facts(
      Counting(
        .proximityAccess, when: .day(.accessedOn),
        by: [Counting.Breakdown("fascia_eta", .ageBand), Counting.Breakdown("esito", .outcome)],
        measure: .rate(per: 1000))),
    example: .facts(
      "Tre accessi, 1.000 residenti: 3 per 1.000.", "Three visits, 1,000 residents: 3 per 1,000.",
      [[.pointID: "a"], [.pointID: "a"], [.pointID: "b"]], 3))

  static let visitsPerHour = Indicator(
    "PP2b", "accessi-per-ora",
    Text("Accessi per ora di apertura", "Visits per opening hour"), .ratio, .descriptive,
    cell: "K5",
    formula: Text(
      "accessi degli ultimi 12 mesi / ore di apertura dei punti che le dichiarano (ore settimanali × giorni di apertura negli ultimi 12 mesi / 7)",
      "visits of the last 12 months / opening hours of the points that state them (weekly hours × days open in the last 12 months / 7)"
    ),
    caveats: Text(
      "Solo l'intero territorio. Gli orari sono quelli dell'ultima consegna, e valgono per tutto l'anno; le chiusure per ferie non si vedono.",
      "The whole territory only. Opening times are those of the last delivery, and hold for the whole year; holidays are not seen."
    ),
    source: Text("Registro dei Punti di Prossimità", "Register of the Proximity Points"),
    persons: .numerator,
    needing: [Need(.proximityPoint, .weeklyHours)],
    .code(inputs: [.proximityAccess, .proximityPoint]) { c in
      let (hours, visits) = try c.visits(over: .weeklyHours, perDay: 1.0 / 7)
      return [
        c.guarded(
          "accessi-per-ora", persons: visits, hours > 0 ? Double(visits) / hours : nil,
          of: Double(visits), over: hours)
      ]
    },
    example: .code(
      "Un punto aperto 14 ore a settimana da 35 giorni e 140 accessi: 2 all'ora.",
      "A point open 14 hours a week for 35 days and 140 visits: 2 an hour.", 2
    ) {
      let asOf = Day(year: 2026, month: 6, day: 30)!
      return 140
        / (14.0 / 7 * Double(OpenDays.count(from: asOf - 34, to: nil, in: asOf - 364...asOf)))
    })

  static let costPerVisit = Indicator(
    "PP3b", "costo-accesso", Text("Costo per accesso", "Cost per visit"), .euro, .descriptive,
    cell: "K5",
    formula: Text(
      "costo dei punti che lo dichiarano (costo annuo × giorni di apertura negli ultimi 12 mesi / 365) / loro accessi degli ultimi 12 mesi",
      "cost of the points that state it (annual cost × days open in the last 12 months / 365) / their visits of the last 12 months"
    ),
    caveats: Text(
      "Solo l'intero territorio. Un accesso che risolve costa quanto uno che rinvia: non è un giudizio su chi lo gestisce. Chi vive altrove non è contato fra gli accessi.",
      "The whole territory only. A visit that solves costs as much as one that sends on: it is no judgement of who runs it. Who lives elsewhere is not counted among the visits."
    ),
    source: Text("Registro dei Punti di Prossimità", "Register of the Proximity Points"),
    persons: .denominator,
    needing: [Need(.proximityPoint, .annualCostCents)],
    .code(inputs: [.proximityAccess, .proximityPoint]) { c in
      let (cents, visits) = try c.visits(over: .annualCostCents, perDay: 1.0 / 365)
      return [
        c.guarded(
          "costo-accesso", persons: visits, visits > 0 ? cents / 100 / Double(visits) : nil,
          of: cents / 100, over: Double(visits))
      ]
    },
    example: .code(
      "Un punto da 73.000 € l'anno aperto da 100 giorni e 800 accessi: 25 €.",
      "A point of €73,000 a year open for 100 days and 800 visits: €25.", 25
    ) {
      let asOf = Day(year: 2026, month: 6, day: 30)!
      return 73_000 / 365.0
        * Double(OpenDays.count(from: asOf - 99, to: nil, in: asOf - 364...asOf))
        / 800
    })

  static let managementMix = Indicator(
    "PP3", "mix-gestione",
    Text("Personale pubblico nei Punti di Prossimità", "Public staff in the Proximity Points"),
    .share, .descriptive, cell: "",
    formula: Text(
      "FTE pubblici / (FTE pubblici + FTE del Terzo settore) dei punti aperti",
      "public FTE / (public FTE + third-sector FTE) of the open points"),
    caveats: Text(
      "Nessuna quota è giusta in sé.", "No share is right in itself."),
    source: Text("Registro dei Punti di Prossimità", "Register of the Proximity Points"),
    .code(inputs: [.proximityPoint]) { c in
      var (own, others) = (0.0, 0.0)
      try c.each(.proximityPoint) { fact in
        guard fact.happened(.openedOn, by: c.asOf) != nil,
          fact.happened(.closedOn, by: c.asOf) == nil
        else { return }
        own += fact.real(.publicFte) ?? 0
        others += fact.real(.thirdSectorFte) ?? 0
      }
      return [
        c.observe(
          "mix-gestione", own + others > 0 ? own / (own + others) : nil, of: own, over: own + others
        )
      ]
    },
    example: .code(
      "1,5 FTE pubblici e 4,5 del Terzo settore: 25 %.",
      "1.5 public FTE and 4.5 third-sector: 25%.", 0.25
    ) { 1.5 / 6 })
}

/// How long a point was open.
enum OpenDays {
  /// - Parameter end: the day it closed, on which it is open no more.
  static func count(from start: Day, to end: Day?, in window: ClosedRange<Day>) -> Int {
    let first = max(start, window.lowerBound)
    let last = min(end.map { $0 - 1 } ?? window.upperBound, window.upperBound)
    return max(0, last - first + 1)
  }
}

extension Computation {
  /// Of the points that state a number about themselves: that number over the days they were open in the last
  /// twelve months, and the visits there.
  fileprivate func visits(over field: FactField, perDay: Double) throws -> (Double, Int) {
    var sum = 0.0
    var points: Set<String> = []
    try each(.proximityPoint) { fact in
      guard let point = fact.text(.pointID), let number = fact.real(field),
        let start = fact.day(.openedOn), points.insert(point).inserted
      else { return }
      sum +=
        number * perDay
        * Double(OpenDays.count(from: start, to: fact.day(.closedOn), in: yearAgo + 1...asOf))
    }
    var visits = 0
    try each(.proximityAccess, reading: [.pointID, .accessedOn]) { fact in
      if let day = fact.happened(.accessedOn, by: asOf), day > yearAgo,
        let point = fact.text(.pointID), points.contains(point)
      {
        visits += 1
      }
    }
    return (sum, visits)
  }
}
