import Warehouse

/// SF: what people look for on the platform, and where the search stops. Sessions, never persons.
extension Indicator {
  /// Steps of tests and companies say nothing of citizens' needs.
  private static let real = Condition.isNone(.actor, ["test"])
  /// A step after which the search does not go on.
  private static let terminal = Condition.isNone(.outcome, ["continua"])

  static let usefulSessions = Indicator(
    "SF1", "sessioni-per-1000",
    Text("Ricerche per 1.000 residenti", "Searches per 1,000 residents"), .perThousand,
    .descriptive, cell: "KS",
    formula: Text(
      "1.000 × sessioni di ricerca diverse (prove escluse) / residenti",
      "1,000 × different search sessions (tests excluded) / residents"),
    caveats: Text(
      "Una sessione non è una persona: senza accesso nessuno è riconosciuto. Un passo senza comune prende quello degli altri passi della sessione; le sessioni senza comune contano solo nel totale.",
      "A session is not a person: nobody logs in. A step without a municipality takes that of the session's others; sessions without one count in the total alone."
    ),
    source: Text(
      "Registro delle ricerche della piattaforma; Garwood (1936)",
      "The platform's record of searches; Garwood (1936)"),
    .facts(
      Counting(
        .searchStep, where: [real], when: .day(.searchedOn),
        measure: .distinct(.sessionID, per: 1000), protects: .sessionID)),
    example: .facts(
      "Tre passi di due sessioni, in un territorio di 1.000 residenti: 2 per 1.000.",
      "Three steps of two sessions, in a territory of 1,000 residents: 2 per 1,000.",
      [
        [.sessionID: "a", .outcome: "continua"], [.sessionID: "a", .outcome: "abbandono"],
        [.sessionID: "b", .outcome: "richiesta"],
      ], 2))

  static let zeroResults = Indicator(
    "SF2", "ricerche-senza-risultati",
    Text("Ricerche senza risultati", "Searches with no result"), .share, .lowerIsBetter, cell: "KS",
    formula: Text(
      "sessioni con un passo finale (esito contatto, richiesta o abbandono) a zero risultati / sessioni arrivate a un passo finale",
      "sessions with a final step (outcome contact, request or abandonment) of no result / sessions that reached a final step"
    ),
    caveats: Text(
      "Zero risultati può voler dire che manca l'offerta o che manca nel catalogo.",
      "No result may mean there is no offer, or that the catalogue lacks it."),
    source: Text(
      "Registro delle ricerche della piattaforma; Wilson (1927)",
      "The platform's record of searches; Wilson (1927)"),
    .facts(
      Counting(
        .searchStep, where: [real, terminal], when: .day(.searchedOn),
        by: [Counting.Breakdown("nodo", .node)],
        measure: .shareOfDistinct(.sessionID, [.atMost(.results, 0)]), protects: .sessionID)),
    example: .facts(
      "Due sessioni, una finita su zero risultati: 50 %.",
      "Two sessions, one ended with no result: 50%.",
      [
        [.sessionID: "a", .outcome: "abbandono", .results: "0"],
        [.sessionID: "b", .outcome: "richiesta", .results: "4"],
        [.sessionID: "b", .outcome: "continua", .results: "0"],
      ], 0.5))

  static let thinOffer = Indicator(
    "SF3", "offerta-sottile", Text("Offerta sottile", "Thin offer"), .share, .lowerIsBetter,
    cell: "KS",
    formula: Text(
      "sessioni con un passo finale (esito contatto, richiesta o abbandono) di 1 o 2 risultati / sessioni arrivate a un passo finale",
      "sessions with a final step (outcome contact, request or abandonment) of 1 or 2 results / sessions that reached a final step"
    ),
    caveats: Text(
      "Uno o due risultati possono bastare: conta la scelta, non la risposta.",
      "One or two results may be enough: it measures choice, not answers."),
    source: Text(
      "Registro delle ricerche della piattaforma; Wilson (1927)",
      "The platform's record of searches; Wilson (1927)"),
    .facts(
      Counting(
        .searchStep, where: [real, terminal], when: .day(.searchedOn),
        measure: .shareOfDistinct(.sessionID, [.atLeast(.results, 1), .atMost(.results, 2)]),
        protects: .sessionID)),
    example: .facts(
      "Tre sessioni con 0, 2 e 9 risultati: una su tre è sottile.",
      "Three sessions with 0, 2 and 9 results: one in three is thin.",
      [
        [.sessionID: "a", .outcome: "abbandono", .results: "0"],
        [.sessionID: "b", .outcome: "richiesta", .results: "2"],
        [.sessionID: "c", .outcome: "richiesta", .results: "9"],
      ], 1.0 / 3))

  static let searchToRequest = Indicator(
    "SF4", "conversione-ricerche",
    Text("Ricerche che diventano richieste", "Searches that become requests"), .share,
    .higherIsBetter, cell: "KS",
    formula: Text(
      "sessioni con un passo finito in una richiesta / sessioni; è il prodotto delle conversioni dei singoli passi",
      "sessions with a step that ended in a request / sessions; it is the product of the conversions of the single steps"
    ),
    caveats: Text(
      "Chi torna indietro è contato una volta sola. Una richiesta fatta dopo, per altra via, non si vede.",
      "Going back counts once. A request made later by another way is not seen."),
    source: Text(
      "Registro delle ricerche della piattaforma; Wilson (1927)",
      "The platform's record of searches; Wilson (1927)"),
    .facts(
      Counting(
        .searchStep, where: [real], when: .day(.searchedOn),
        measure: .shareOfDistinct(.sessionID, [.isOne(.outcome, ["richiesta"])]),
        protects: .sessionID)),
    example: .facts(
      "Quattro sessioni, una finita in una richiesta: 25 %.",
      "Four sessions, one ended in a request: 25%.",
      [
        [.sessionID: "a", .outcome: "richiesta"], [.sessionID: "b", .outcome: "abbandono"],
        [.sessionID: "c", .outcome: "contatto"], [.sessionID: "d", .outcome: "abbandono"],
        [.sessionID: "d", .outcome: "continua"],
      ], 0.25))

  static let searchToContact = Indicator(
    "SF5", "imbuto-contatti",
    Text("Ricerche che arrivano a un contatto", "Searches that reach a contact"), .share,
    .higherIsBetter, cell: "KS",
    formula: Text(
      "sessioni con un contatto o una richiesta / sessioni; è il secondo stadio dell'imbuto ricerca → contatto → richiesta (SF4) → attivazione (RT3)",
      "sessions with a contact or a request / sessions; the second stage of the funnel search → contact → request (SF4) → activation (RT3)"
    ),
    caveats: Text(
      "L'ultimo stadio è censurato a destra: si legge in RT3, non per differenza.",
      "The last stage is right-censored: read it in RT3, not by subtraction."),
    source: Text(
      "Registro delle ricerche della piattaforma; Wilson (1927)",
      "The platform's record of searches; Wilson (1927)"),
    .facts(
      Counting(
        .searchStep, where: [real], when: .day(.searchedOn),
        measure: .shareOfDistinct(
          .sessionID,
          [.any([.isOne(.outcome, ["contatto", "richiesta"]), .present(.requestID)])]),
        protects: .sessionID)),
    example: .facts(
      "Quattro sessioni, un contatto e una richiesta: 50 %.",
      "Four sessions, a contact and a request: 50%.",
      [
        [.sessionID: "a", .outcome: "richiesta"], [.sessionID: "b", .outcome: "abbandono"],
        [.sessionID: "c", .outcome: "contatto"], [.sessionID: "d", .outcome: "abbandono"],
      ], 0.5))

  static let unmetSearches = Indicator(
    "SF6", "domanda-insoddisfatta",
    Text("Ricerche a vuoto per 1.000 residenti", "Empty searches per 1,000 residents"),
    .perThousand, .lowerIsBetter, cell: "KS",
    formula: Text(
      "1.000 × sessioni con un passo finale (esito contatto, richiesta o abbandono) a zero risultati / residenti",
      "1,000 × sessions with a final step (outcome contact, request or abandonment) of no result / residents"
    ),
    caveats: Text(
      "Le sessioni con risultati e senza richiesta sono un altro conto e non sono qui; non sono neppure 1 − SF5, che comprende quelle a vuoto. Chi non dice il comune conta solo nel totale.",
      "Sessions with results and no request are another count and are not here; nor are they 1 − SF5, which holds the empty ones. Without a municipality they count in the total alone."
    ),
    source: Text(
      "Registro delle ricerche della piattaforma; Garwood (1936)",
      "The platform's record of searches; Garwood (1936)"),
    .facts(
      Counting(
        .searchStep, where: [real, terminal, .atMost(.results, 0)], when: .day(.searchedOn),
        by: [Counting.Breakdown("nodo", .node)], measure: .distinct(.sessionID, per: 1000),
        protects: .sessionID)),
    example: .facts(
      "Una sessione a vuoto su due, 1.000 residenti: 1 per 1.000.",
      "One empty session of two, 1,000 residents: 1 per 1,000.",
      [
        [.sessionID: "a", .outcome: "abbandono", .results: "0"],
        [.sessionID: "b", .outcome: "richiesta", .results: "3"],
      ], 1))

  static let mismatch = Indicator(
    "SF7", "disallineamento",
    Text("Disallineamento fra domanda e offerta", "Mismatch of demand and offer"), .ratio,
    .lowerIsBetter, cell: "KS",
    formula: Text(
      "½ Σ |d − o| sui servizi di primo livello riconosciuti: d = quota delle richieste degli ultimi quattro trimestri finiti, o = quota delle offerte attive",
      "½ Σ |d − o| over recognised first-level services: d = share of the requests of the last four quarters that have ended, o = share of active offers"
    ),
    caveats: Text(
      "0 = offerta divisa come la domanda, 1 = nulla in comune. Conta i tipi di servizio, non la capienza. Le ricerche usano un'altra tassonomia e non vi entrano. I servizi con richieste riservate contano come uno solo, con le richieste di servizio ignoto. È dato con due decimali.",
      "0 = offer divided like demand, 1 = nothing in common. Kinds of service, not capacity. Searches use another taxonomy and are left out. Services whose requests are withheld count as one, with the requests of unknown service. Given with two decimals."
    ),
    source: .both("Duncan & Duncan (1955)"),
    .code(inputs: [.serviceRequest, .serviceOffer]) { c in
      let demand = c.shownRequests(by: "servizio", in: c.lastFourQuarters)
      guard let (shown, counts) = ShownRequests.compared([demand]) else {
        return [c.observe("disallineamento", nil, status: .suppressed)]
      }
      var offer: [String: Double] = [:]
      for one in try c.store.currentOffers()
      where one.isActive(on: c.asOf) && one.service != "ND" {
        offer[Counting.Breakdown.heading(one.service), default: 0] += 1
      }
      // What is not shown, or what nobody asks for, is one service more.
      let offered = shown.map { offer[$0] ?? 0 }
      let asked = counts[0] + Array(repeating: 0, count: shown.count + 1 - counts[0].count)
      let value = Divergence.dissimilarity(
        asked, offered + [offer.values.reduce(0, +) - offered.reduce(0, +)])
      return [c.observe("disallineamento", value?.rounded(toDecimals: 2))]
    },
    example: .code(
      "Domanda 50 e 50, offerta 20 e 80: 0,3.", "Demand 50 and 50, offer 20 and 80: 0.3.", 0.3
    ) { Divergence.dissimilarity([50, 50], [20, 80]) })

  static let emergingDemand = Indicator(
    "SF8", "domanda-emersa", Text("Prime richieste", "First requests"), .share, .higherIsBetter,
    cell: "KP",
    formula: Text(
      "richieste di chi chiede per la prima volta / richieste che lo dicono",
      "requests by people who ask for the first time / requests that say so"),
    caveats: Text(
      "Solo le richieste che riportano se sia la prima volta. Prima volta per quella fonte: altrove la persona può essere nota.",
      "Only requests that say whether it is the first. First for that source: elsewhere the person may be known."
    ),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .serviceRequest, where: [.present(.isFirst)], when: .day(.requestedOn),
        by: [.area], measure: .share([.flag(.isFirst, true)]), protects: .person)),
    example: .facts(
      "Quattro richieste, tre dicono se è la prima: una lo è, 33,3 %.",
      "Four requests, three say whether it is the first: one is, 33.3%.",
      [[.isFirst: "S"], [.isFirst: "N"], [.isFirst: "N"], [.person: "x"]], 1.0 / 3))

  static let needsDrift = Indicator(
    "SF9", "deriva-bisogni", Text("Deriva dei bisogni", "Drift of needs"), .bits, .descriptive,
    cell: "K5",
    formula: Text(
      "divergenza di Jensen–Shannon (base 2) fra le quote delle aree di utenza note delle richieste di un anno e dell'anno prima",
      "Jensen–Shannon divergence (base 2) between the shares of known user areas of the requests of a year and of the year before"
    ),
    caveats: Text(
      "0 = bisogni divisi allo stesso modo. Un cambio di codifica la rompe: si legge insieme alla versione del raccordo. Le aree riservate nell'uno o nell'altro anno contano come una sola, con le richieste di area ignota. È data con tre decimali.",
      "0 = needs divided alike. A change of coding breaks it: read it with the version of the mapping. Areas withheld in either year count as one, with the requests of unknown area. Given with three decimals."
    ),
    source: .both("Lin (1991)"), needing: [Need(.serviceRequest, .userArea)],
    .code(inputs: [.serviceRequest]) { c in
      let years = c.frame.periods.compactMap { period -> Int? in
        if case .year(let year) = period { return year } else { return nil }
      }
      return years.compactMap { year in
        let ways = [year - 1, year].map { one in
          c.shownRequests(by: "area_utenza", in: (1...4).map { .quarter(one, $0) })
        }
        let isPart = [year - 1, year].contains {
          c.facts.tellsPart(FactTable.serviceRequest.dataset, of: .year($0))
        }
        guard ways.allSatisfy(\.isTold), !isPart else { return nil }
        guard let (_, counts) = ShownRequests.compared(ways) else {
          return c.observe("deriva-bisogni", period: .year(year), nil, status: .suppressed)
        }
        return c.observe(
          "deriva-bisogni", period: .year(year),
          Divergence.jensenShannon(counts[0], counts[1])?.bits.rounded(toDecimals: 3))
      }
    },
    example: .code(
      "Quote 10, 20, 30, 0, 40 e poi 15, 15, 30, 20, 20: 0,1307 bit.",
      "Shares 10, 20, 30, 0, 40 and then 15, 15, 30, 20, 20: 0.1307 bits.", 0.13072750167082553
    ) { Divergence.jensenShannon([10, 20, 30, 0, 40], [15, 15, 30, 20, 20])?.bits })
}
