import Warehouse

/// CM: families looking for a carer and carers looking for a family.
extension Indicator {
  static let careTension = Indicator(
    "CM1", "tensione-assistenti",
    Text("Famiglie per assistente disponibile", "Families per available carer"), .ratio,
    .target, cell: "K5",
    formula: Text(
      "domande aperte alla data di riferimento / offerte aperte, le une e le altre senza un contratto in corso",
      "requests open at the as-of date / offers open, both without a contract in force"),
    caveats: Text(
      "1 = tante domande quante offerte. Non dice se le ore coincidono. Gli ambiti ci sono quando in nessuno, né fra chi non è di alcun ambito, le une o le altre sono troppo poche.",
      "1 = as many requests as offers. It does not say whether hours match. Districts are there when in none, nor among those of no district, either are too few."
    ),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    .code(inputs: [.careRequest, .careOffer]) { c in
      let (families, carers) = (
        try c.open(.careRequest, .careRequestID), try c.open(.careOffer, .careOfferID)
      )
      let isSafe = families.indices.map { i in
        [families[i], carers[i]].allSatisfy { $0 == 0 || $0 >= c.settings.threshold }
      }
      let territory = c.wholeAndDistricts
      return territory.shown(isSafe).map { i in
        let unit = territory.units[i]
        if !isSafe[i] {
          return c.observe("tensione-assistenti", unit: unit, nil, status: .suppressed)
        }
        return c.observe(
          "tensione-assistenti", unit: unit,
          carers[i] > 0 ? Double(families[i]) / Double(carers[i]) : nil,
          of: Double(families[i]), over: Double(carers[i]))
      }
    },
    example: .code("30 famiglie e 20 assistenti: 1,5.", "30 families and 20 carers: 1.5.", 1.5) {
      30.0 / 20
    })

  static let familyMatch = Indicator(
    "CM2", "incontro-famiglie",
    Text("Famiglie che trovano un assistente", "Families that find a carer"), .share,
    .higherIsBetter, cell: "KM",
    formula: Text(
      "incidenza di Aalen–Johansen del contratto a 30, 60 e 90 giorni dalla pubblicazione della domanda; la chiusura senza contratto lo rende impossibile; «.media-90» è il tempo di copertura: giorni in attesa nei primi 90, in media, comunque l'attesa finisca",
      "Aalen–Johansen incidence of a contract at 30, 60 and 90 days of publishing the request; closing without one makes it impossible; “.media-90” is the time to cover: mean days waiting in the first 90, however the wait ends"
    ),
    caveats: Text(
      "Una domanda ripubblicata è una nuova attesa.", "A request published again is a new wait."),
    source: .both("Aalen & Johansen (1978)"), parts: .waits([30, 60, 90], meanUntil: 90),
    needing: [Need(.careMeeting, .contractedOn)],
    .gathered(
      Counting(
        .careRequest, also: [.careMeeting], when: .day(.publishedOn), place: nil,
        measure: .wait(
          Wait(.publishedOn, .closedOn, ended: [.closedOn], horizons: [30, 60, 90], meanUntil: 90)))
    ) { try $0.careMatches(.careRequest, .careRequestID) },
    example: .code(
      "Nove attese, quattro incontri e due rinunce: entro 8 giorni 35,6 %.",
      "Nine waits, four matches and two withdrawals: 35.6% within 8 days.", 0.355556
    ) { exampleIncidence })

  static let carerMatch = Indicator(
    "CM3", "incontro-assistenti",
    Text("Assistenti che trovano una famiglia", "Carers who find a family"), .share,
    .higherIsBetter, cell: "KM",
    formula: Text(
      "incidenza di Aalen–Johansen del contratto a 30, 60 e 90 giorni dalla pubblicazione dell'offerta; «.media-90» è il tempo di ricerca: giorni in attesa nei primi 90, in media, comunque l'attesa finisca",
      "Aalen–Johansen incidence of a contract at 30, 60 and 90 days of publishing the offer; “.media-90” is the search time: mean days waiting in the first 90, however the wait ends"
    ),
    caveats: Text(
      "Un'offerta ripubblicata è una nuova attesa.", "An offer published again is a new wait."),
    source: .both("Aalen & Johansen (1978)"), parts: .waits([30, 60, 90], meanUntil: 90),
    needing: [Need(.careMeeting, .contractedOn)],
    .gathered(
      Counting(
        .careOffer, also: [.careMeeting], when: .day(.publishedOn), place: nil,
        measure: .wait(
          Wait(.publishedOn, .closedOn, ended: [.closedOn], horizons: [30, 60, 90], meanUntil: 90)))
    ) { try $0.careMatches(.careOffer, .careOfferID) },
    example: .code(
      "Le stesse nove attese: entro 15 giorni 55,6 %.",
      "The same nine waits: 55.6% within 15 days.", 0.555556
    ) { AalenJohansen(exampleWaits).incidence(within: 15) })

  static let regularContracts = Indicator(
    "CM4", "contratti-regolari", Text("Contratti regolari", "Regular contracts"), .share,
    .higherIsBetter, cell: "K10",
    formula: Text(
      "contratti dichiarati regolari / contratti che lo dicono",
      "contracts declared regular / contracts that say so"),
    caveats: Text(
      "Autodichiarato. Solo per l'intero territorio.",
      "Self-declared. For the whole territory only."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .careMeeting, where: [.present(.contractedOn), .present(.isRegular)],
        when: .day(.contractedOn), place: nil,
        measure: .share([.flag(.isRegular, true)]), protects: .careRequestID)),
    example: .facts(
      "Tre contratti regolari su quattro: 75 %.", "Three regular contracts of four: 75%.",
      (0..<4).map { [.contractedOn: "2026-01-01", .isRegular: $0 < 3 ? "S" : "N"] }, 0.75))

  static let lasting = Indicator(
    "CM5", "fine-rapporti", Text("Rapporti finiti", "Matches ended"), .share, .lowerIsBetter,
    cell: "KM",
    formula: Text(
      "Kaplan–Meier dal contratto alla fine: quota finita entro 30, 90 e 180 giorni",
      "Kaplan–Meier from contract to end: share ended within 30, 90 and 180 days"),
    caveats: Text(
      "La tenuta a 90 giorni è 1 meno questo. La morte dell'assistito è una fine come le altre.",
      "Lasting 90 days is 1 less this. The death of who is cared for is an end like any other."),
    source: .both("Kaplan & Meier (1958)"), parts: .waits([30, 90, 180]),
    .facts(
      Counting(
        .careMeeting, where: [.present(.contractedOn)], when: .day(.contractedOn), place: nil,
        measure: .wait(Wait(.contractedOn, .endedOn, horizons: [30, 90, 180])),
        protects: .careRequestID)),
    example: .facts(
      "Venti rapporti, cinque finiti dopo 60 giorni: 25 % entro 90.",
      "Twenty matches, five ended after 60 days: 25% within 90.",
      (0..<20).map {
        $0 < 5
          ? [.contractedOn: "2025-01-01", .endedOn: "2025-03-02"] : [.contractedOn: "2025-01-01"]
      },
      0.25, part: ".entro-90"))

  static let supportLevel = Indicator(
    "CM6", "leps-supporto", Text("Servizi di supporto (LEPS L06)", "Support services (level L06)"),
    .ratio, .descriptive, cell: "",
    formula: Text(
      "stato dell'ultima rilevazione: 1 = attivo, 0,5 = parziale, 0 = assente",
      "status of the last survey: 1 = active, 0.5 = partial, 0 = absent"),
    caveats: Text(
      "Dichiarazione dell'ambito: vale con l'accordo che la prova.",
      "The social district's declaration: it holds with the agreement that proves it."),
    source: Text("DPCM 3 ottobre 2022 (PNNA 2022-24)", "DPCM of 3 October 2022 (PNNA 2022-24)"),
    .code(inputs: [.lepsStatus]) { c in
      var newest: [String: (day: Day, status: String)] = [:]
      try c.each(.lepsStatus) { fact in
        guard fact.text(.leps) == "L06", let ats = fact.text(.ats),
          let day = fact.happened(.observedOn, by: c.asOf), let status = fact.text(.status)
        else { return }
        if newest[ats].map({ $0.day <= day }) ?? true { newest[ats] = (day, status) }
      }
      let all = c.wideUnits.compactMap { unit in
        newest[c.frame.units[unit].code].map {
          c.observe(
            "leps-supporto", unit: unit, ["attivo": 1, "parziale": 0.5][$0.status] ?? 0,
            note: $0.status)
        }
      }
      return all.isEmpty ? [notReceived("leps-supporto", c.asOf)] : all
    },
    example: .code("Parziale: 0,5.", "Partial: 0.5.", 0.5) {
      ["attivo": 1, "parziale": 0.5]["parziale"]
    })

  private static var exampleWaits: SurvivalTable {
    let waits = [(3, 1), (4, 2), (5, 1), (5, 0), (8, 1), (9, 2), (12, 0), (15, 1), (20, 0)]
    return SurvivalTable(
      causes: 2, entries: waits.map { SurvivalTable.Entry(day: $0.0, cause: $0.1) })
  }
  private static var exampleIncidence: Double? { AalenJohansen(exampleWaits).incidence(within: 8) }
}

extension Computation {
  /// Contracts made by the as-of date.
  private func eachContract(_ body: (_ fact: Fact, _ day: Day) -> Void) throws {
    guard try store.hasCurrent(.careMeeting) else { return }
    try each(.careMeeting) { fact in
      if let day = fact.happened(.contractedOn, by: asOf) { body(fact, day) }
    }
  }

  /// Requests or offers open at the as-of date, without a contract in force, by place of
  /// `wholeAndDistricts`.
  fileprivate func open(_ table: FactTable, _ id: FactField) throws -> [Int] {
    var engaged: Set<String> = []
    try eachContract { fact, _ in
      if fact.happened(.endedOn, by: asOf) == nil, let key = fact.text(id) { engaged.insert(key) }
    }
    let territory = wholeAndDistricts
    var counts = [Int](repeating: 0, count: territory.count)
    try each(table) { fact in
      guard fact.happened(.publishedOn, by: asOf) != nil,
        fact.happened(.closedOn, by: asOf) == nil,
        fact.text(id).map({ !engaged.contains($0) }) ?? true,
        let comune = frame.comune(fact.code(.comune))
      else { return }
      for i in territory.places(ofComune: comune) { counts[i] += 1 }
    }
    return counts
  }

  /// From publication to the first contract; a closure without one is another end.
  fileprivate func careMatches(_ table: FactTable, _ id: FactField) throws -> BaseTallies {
    var contracts: [String: Day] = [:]
    try eachContract { fact, day in
      if let key = fact.text(id) { contracts[key] = min(contracts[key] ?? day, day) }
    }
    var all: [(who: UInt64, start: Day, end: Day, cause: Int)] = []
    try each(table) { fact in
      let until = observedUntil(snapshot: fact.key >> 32)
      guard let key = fact.text(id), let start = fact.happened(.publishedOn, by: until) else {
        return
      }
      if let contract = contracts[key], contract <= until {
        all.append((fingerprint(key), start, contract, 1))
      } else if let closed = fact.happened(.closedOn, by: until) {
        all.append((fingerprint(key), start, closed, 2))
      } else {
        all.append((fingerprint(key), start, until, 0))
      }
    }
    return waits(all)
  }
}
