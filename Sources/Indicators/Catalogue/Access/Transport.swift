import Warehouse

/// TR: trips people ask for, where to and when.
extension Indicator {
  static let transportNeed = Indicator(
    "TR1", "fabbisogno-mobilita",
    Text("Viaggi chiesti per 1.000 residenti", "Trips asked per 1,000 residents"),
    .perThousand, .descriptive, cell: "K5",
    formula: Text(
      "1.000 × viaggi chiesti / residenti del comune di partenza",
      "1,000 × trips asked / residents of the municipality of origin"),
    caveats: Text(
      "Bisogno espresso: chi non sa del servizio non chiede.",
      "Expressed need: who does not know of the service does not ask."),
    source: Text("Registro dei trasporti; Garwood (1936)", "Register of transport; Garwood (1936)"),
    .facts(
      Counting(
        .transportNeed, when: .day(.neededOn), place: .originComune,
        by: [Counting.Breakdown("motivo", .reason)], measure: .rate(per: 1000))),
    example: .facts(
      "Due viaggi, 1.000 residenti: 2 per 1.000.", "Two trips, 1,000 residents: 2 per 1,000.",
      [[.reason: "cura"], [.reason: "spesa"]], 2))

  static let unmetTrips = Indicator(
    "TR2", "viaggi-insoddisfatti", Text("Viaggi insoddisfatti", "Unmet trips"), .share,
    .lowerIsBetter,
    cell: "K5",
    formula: Text(
      "viaggi chiesti e non fatti / viaggi chiesti", "trips asked and not made / trips asked"),
    caveats: Text(
      "Non dice perché: mezzo, orario, accompagnatore.",
      "It does not say why: vehicle, time, companion."),
    source: Text("Registro dei trasporti; Wilson (1927)", "Register of transport; Wilson (1927)"),
    .facts(
      Counting(
        .transportNeed, when: .day(.neededOn), place: .originComune,
        by: [Counting.Breakdown("motivo", .reason)], measure: .share([.flag(.isMet, false)]))),
    example: .facts(
      "Un viaggio insoddisfatto su quattro: 25 %.", "One unmet trip of four: 25%.",
      [[.isMet: "N"], [.isMet: "S"], [.isMet: "S"], [.isMet: "S"]], 0.25))

  static let corridors = Indicator(
    "TR3", "origine-destinazione", Text("Viaggi per destinazione", "Trips by destination"), .count,
    .descriptive, cell: "K5",
    formula: Text(
      "viaggi chiesti dal territorio, per comune di destinazione",
      "trips asked from the territory, by municipality of destination"),
    caveats: Text(
      "Le coppie di comuni sarebbero quasi tutte celle piccole: si pubblicano le destinazioni di chi parte dall'intero territorio e da ciascun ambito.",
      "Pairs of municipalities would nearly all be small cells: destinations are published of who leaves from the whole territory and from each district."
    ),
    source: Text("Registro dei trasporti", "Register of transport"),
    .facts(
      Counting(
        .transportNeed, when: .day(.neededOn), place: .originComune,
        by: [Counting.Breakdown("destinazione", .destinationComune)], measure: .count,
        levels: .ats)
    ),
    example: .facts(
      "Tre viaggi: 3.", "Three trips: 3.",
      [[.reason: "cura"], [.reason: "cura"], [.reason: "esami"]], 3))

  static let dailyTrips = Indicator(
    "TR4b", "viaggi-al-giorno", Text("Viaggi chiesti al giorno", "Trips asked a day"), .perDay,
    .descriptive, cell: "K5",
    formula: Text(
      "viaggi chiesti dal territorio / giorni del periodo; per giorno della settimana (1 = lunedì), viaggi di quei giorni / quanti ce ne sono nel periodo",
      "trips asked from the territory / days of the period; by weekday (1 = Monday), trips of those days / how many there are in the period"
    ),
    caveats: Text(
      "I giorni senza viaggi contano: la media dice quanti posti servono di solito. Di un registro che comincia a periodo iniziato la media è troppo bassa.",
      "Days without trips count: the mean says how many seats are usually needed. Of a register that begins within the period the mean is too low."
    ),
    source: Text("Registro dei trasporti; Garwood (1936)", "Register of transport; Garwood (1936)"),
    .facts(
      Counting(
        .transportNeed, when: .day(.neededOn), place: .originComune,
        by: [Counting.Breakdown("giorno_settimana", .neededOn, as: .weekday)], measure: .daily,
        levels: .ats)),
    example: .facts(
      "73 viaggi nei 365 giorni del 2025: 0,2 al giorno.",
      "73 trips in the 365 days of 2025: 0.2 a day.",
      Array(repeating: [.neededOn: "2025-03-04"], count: 73), 0.2))

  static let criticalMass = Indicator(
    "TR4", "massa-critica",
    Text("Fasce orarie con tre viaggi o più", "Time bands with three trips or more"),
    .share,
    .descriptive, cell: "K5",
    formula: Text(
      "fasce orarie dei giorni dell'ultimo anno con almeno 3 viaggi chiesti dal territorio / fasce orarie dei giorni con almeno uno; anche per giorno della settimana (1 = lunedì)",
      "time bands of the last year's days with at least 3 trips asked from the territory / time bands of days with any; by weekday (1 = Monday) too"
    ),
    caveats: Text(
      "Serve a chi progetta un servizio a chiamata: dove è rara, il servizio a orario non si riempie. I viaggi senza fascia oraria non contano.",
      "For planning on-demand transport: where it is rare a timetable does not fill. Trips without a time band do not count."
    ),
    source: Text("Registro dei trasporti; Wilson (1927)", "Register of transport; Wilson (1927)"),
    persons: .neither,
    .code(inputs: [.transportNeed]) { c in
      struct Slot: Hashable { var unit: Int, day: Day, band: String }
      var trips: [Slot: Int] = [:]
      let wide = Set(c.wideUnits)
      try c.each(.transportNeed) { fact in
        guard let day = fact.happened(.neededOn, by: c.asOf), day > c.yearAgo,
          let comune = c.frame.comune(fact.code(.originComune)), let band = fact.text(.timeBand)
        else { return }
        for unit in c.frame.unitsOfComune[comune] where wide.contains(unit) {
          trips[Slot(unit: unit, day: day, band: band), default: 0] += 1
        }
      }
      return c.wideUnits.flatMap { unit -> [Observation] in
        let own = trips.filter { $0.key.unit == unit }
        // Days with one or two trips speak of one or two people: only shares over many days are shown.
        guard own.count >= 30 else {
          return [c.observe("massa-critica", unit: unit, nil, note: "meno di 30 giorni con viaggi")]
        }
        func share(_ dimension: String, _ code: String, _ slots: [Int]) -> Observation {
          c.share(
            "massa-critica", unit: unit, dimension, code, slots.count { $0 >= 3 }, of: slots.count)
        }
        let weekdays = Dictionary(grouping: own) { String($0.key.day.weekday) }
        var untold = 0
        return [share("totale", "totale", own.map(\.value))]
          + weekdays.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }.map {
            day, slots in
            // Those of the days that are not shown follow by subtraction: they are many too.
            if slots.count >= 30, untold == 0 || untold >= 30 {
              return share("giorno_settimana", day, slots.map(\.value))
            }
            untold += slots.count
            return c.observe(
              "massa-critica", unit: unit, "giorno_settimana", day, nil, status: .suppressed)
          }
      }
    },
    example: .code(
      "9 fasce orarie su 30 con tre viaggi o più: 30 %.",
      "9 time bands of 30 with three trips or more: 30%.",
      0.3
    ) { 9.0 / 30 })
}
