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
      "Un accesso non è una persona. Per ora di apertura non si può dire finché gli orari non sono consegnati per periodo.",
      "A visit is not a person. Per opening hour cannot be said until opening times are delivered by period."
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

  static let managementMix = Indicator(
    "PP3", "mix-gestione",
    Text("Personale pubblico nei Punti di Prossimità", "Public staff in the Proximity Points"),
    .share, .descriptive, cell: "",
    formula: Text(
      "FTE pubblici / (FTE pubblici + FTE del Terzo settore) dei punti aperti",
      "public FTE / (public FTE + third-sector FTE) of the open points"),
    caveats: Text(
      "Nessuna quota è giusta in sé. Il costo per accesso aspetta i costi dei punti.",
      "No share is right in itself. Cost per visit waits for the points' costs."),
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
      "viaggi chiesti per comune di destinazione", "trips asked by municipality of destination"),
    caveats: Text(
      "Le coppie di comuni sarebbero quasi tutte celle piccole: si pubblicano le destinazioni, per l'intero territorio.",
      "Pairs of municipalities would nearly all be small cells: destinations are published, for the whole territory."
    ),
    source: Text("Registro dei trasporti", "Register of transport"),
    .facts(
      Counting(
        .transportNeed, when: .day(.neededOn), place: .originComune,
        by: [Counting.Breakdown("destinazione", .destinationComune)], measure: .count,
        levels: .whole)
    ),
    example: .facts(
      "Tre viaggi: 3.", "Three trips: 3.",
      [[.reason: "cura"], [.reason: "cura"], [.reason: "esami"]], 3))

  static let criticalMass = Indicator(
    "TR4", "massa-critica",
    Text("Fasce orarie con tre viaggi o più", "Time bands with three trips or more"),
    .share,
    .descriptive, cell: "K5",
    formula: Text(
      "fasce orarie dei giorni dell'ultimo anno con almeno 3 viaggi chiesti dal territorio / fasce orarie dei giorni con almeno uno",
      "time bands of the last year's days with at least 3 trips asked from the territory / time bands of days with any"
    ),
    caveats: Text(
      "Serve a chi progetta un servizio a chiamata: dove è rara, il servizio a orario non si riempie. I viaggi senza fascia oraria non contano.",
      "For planning on-demand transport: where it is rare a timetable does not fill. Trips without a time band do not count."
    ),
    source: Text("Registro dei trasporti; Wilson (1927)", "Register of transport; Wilson (1927)"),
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
      return c.wideUnits.compactMap { unit in
        let slots = trips.filter { $0.key.unit == unit }.map(\.value)
        // Days with one or two trips speak of one or two people: only shares over many days are shown.
        guard slots.count >= 30 else {
          return c.observe("massa-critica", unit: unit, nil, note: "meno di 30 giorni con viaggi")
        }
        return c.share("massa-critica", unit: unit, slots.filter { $0 >= 3 }.count, of: slots.count)
      }
    },
    example: .code(
      "9 fasce orarie su 30 con tre viaggi o più: 30 %.",
      "9 time bands of 30 with three trips or more: 30%.",
      0.3
    ) { 9.0 / 30 })
}
