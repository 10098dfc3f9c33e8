import Warehouse

/// NE: organisations, how they enter, how they are tied. No persons.
extension Indicator {
  static let activeProviders = Indicator(
    "NE2", "enti-attivi", Text("Enti attivi", "Active providers"), .share, .higherIsBetter,
    cell: "",
    formula: Text(
      "enti qualificati con almeno una prestazione negli ultimi 180 giorni / enti qualificati",
      "qualified providers with any delivery in the last 180 days / qualified providers"),
    caveats: Text(
      "Chi non consegna le prestazioni risulta inattivo.",
      "Who does not deliver records looks inactive."),
    source: .both("Wilson (1927)"),
    .code(inputs: [.providerApplication, .serviceDelivery]) { c in
      var qualified: Set<String> = []
      try c.each(.providerApplication) { fact in
        guard fact.text(.outcome) == "qualificato", fact.happened(.decidedOn, by: c.asOf) != nil,
          fact.happened(.lapsedOn, by: c.asOf) == nil, let provider = fact.text(.provider)
        else { return }
        qualified.insert(provider)
      }
      let active = try c.activeProviders()
      return [c.share("enti-attivi", qualified.intersection(active).count, of: qualified.count)]
    },
    example: .code("6 enti attivi su 8 qualificati: 75 %.", "6 active of 8 qualified: 75%.", 0.75) {
      6.0 / 8
    })

  static let applications = Indicator(
    "NE3", "esito-candidature", Text("Candidature qualificate", "Applications qualified"), .share,
    .descriptive,
    cell: "",
    formula: Text(
      "incidenza di Aalen–Johansen della qualifica a 30, 60 e 90 giorni dalla candidatura; rigetto e ritiro la rendono impossibile",
      "Aalen–Johansen incidence of qualification at 30, 60 and 90 days of the application; rejection and withdrawal make it impossible"
    ),
    caveats: Text(
      "Il tempo per integrare la domanda è compreso. Con poche candidature l'intervallo è largo.",
      "Time to complete the application is included. With few applications the interval is wide."
    ),
    source: .both("Aalen & Johansen (1978)"), parts: .waits([30, 60, 90]),
    .facts(
      Counting(
        .providerApplication, when: .day(.appliedOn), place: nil,
        measure: .wait(
          Wait(
            .appliedOn, .decidedOn, onlyIf: [.isOne(.outcome, ["qualificato"])],
            ended: [.decidedOn],
            horizons: [30, 60, 90])))),
    example: .facts(
      "Trenta candidature: diciotto qualificate dopo 20 giorni, dodici respinte dopo 40: 60 % entro 30.",
      "Thirty applications: eighteen qualified after 20 days, twelve rejected after 40: 60% within 30.",
      (0..<30).map {
        $0 < 18
          ? [.appliedOn: "2025-01-01", .decidedOn: "2025-01-21", .outcome: "qualificato"]
          : [.appliedOn: "2025-01-01", .decidedOn: "2025-02-10", .outcome: "respinto"]
      }, 0.6, part: ".entro-30"))

  static let firstService = Indicator(
    "NE4", "tempo-primo-servizio",
    Text("Dalla qualifica al primo servizio", "From qualification to first service"),
    .days, .lowerIsBetter, cell: "",
    formula: Text(
      "Aalen–Johansen dalla qualifica al primo servizio; la decadenza lo rende impossibile",
      "Aalen–Johansen from qualification to first service; lapse makes it impossible"),
    caveats: Text(
      "La pubblicazione non è un evento consegnato: il tempo è fino al primo servizio.",
      "Publication is not delivered as an event: time runs to the first service."),
    source: .both("Aalen & Johansen (1978)"), parts: .waits([30, 90, 180]),
    .facts(
      Counting(
        .providerApplication, where: [.isOne(.outcome, ["qualificato"])], when: .day(.decidedOn),
        place: nil,
        measure: .wait(
          Wait(.decidedOn, .firstServiceOn, ended: [.lapsedOn], horizons: [30, 90, 180])))),
    example: .facts(
      "Sessanta enti qualificati: quarantotto con un servizio dopo 15 giorni, dodici mai: 80 % entro 30.",
      "Sixty qualified: forty-eight with a service after 15 days, twelve never: 80% within 30.",
      (0..<60).map {
        $0 < 48
          ? [.decidedOn: "2025-01-01", .firstServiceOn: "2025-01-16", .outcome: "qualificato"]
          : [.decidedOn: "2025-01-01", .outcome: "qualificato"]
      }, 0.8, part: ".entro-30"))

  static let providerSurvival = Indicator(
    "NE5", "uscita-enti",
    Text("Uscita degli enti dalla piattaforma", "Providers leaving the platform"), .share,
    .lowerIsBetter, cell: "",
    formula: Text(
      "Kaplan–Meier dalla qualifica alla decadenza: quota uscita entro 180, 365 e 730 giorni",
      "Kaplan–Meier from qualification to lapse: share gone within 180, 365 and 730 days"),
    caveats: Text("L'inattività senza decadenza è in NE2.", "Inactivity without lapse is in NE2."),
    source: .both("Kaplan & Meier (1958)"), parts: .waits([180, 365, 730]),
    .facts(
      Counting(
        .providerApplication, where: [.isOne(.outcome, ["qualificato"])], when: .day(.decidedOn),
        place: nil,
        measure: .wait(Wait(.decidedOn, .lapsedOn, horizons: [180, 365, 730])))),
    example: .facts(
      "Trenta enti qualificati il 1° gennaio 2025: quindici decaduti dopo 100 giorni: 50 % entro 180.",
      "Thirty qualified on 1 January 2025: fifteen lapsed after 100 days: 50% within 180.",
      (0..<30).map {
        $0 < 15
          ? [.decidedOn: "2025-01-01", .lapsedOn: "2025-04-11", .outcome: "qualificato"]
          : [.decidedOn: "2025-01-01", .outcome: "qualificato"]
      }, 0.5, part: ".entro-180"))

  static let network = Indicator(
    "NE6", "rete-invii", Text("Densità della rete degli invii", "Density of the referral network"),
    .share, .descriptive,
    cell: "K5",
    formula: Text(
      "coppie di enti con almeno 5 invii, nei due sensi insieme, negli ultimi 365 giorni / coppie possibili fra gli enti che ne hanno; «.intersettoriali» = legami fra pubblico, Terzo settore e imprese; «.intermediazione» = quota dei cammini più brevi che passano per il più centrale",
      "pairs of organisations with at least 5 referrals, both ways together, in the last 365 days / possible pairs among those that have any; “.intersettoriali” = ties between public, third sector and business; “.intermediazione” = share of shortest paths through the most central"
    ),
    caveats: Text(
      "Legami con meno di 5 invii non contano, perché direbbero di singole persone: la rete vera è più fitta.",
      "Ties under 5 referrals do not count, for they would speak of single persons: the real network is denser."
    ),
    source: .both("Brandes (2001)"),
    parts: [
      Definition.Part("intersettoriali", Text("legami fra settori", "cross-sector ties"), .share),
      Definition.Part("intermediazione", Text("centralità massima", "largest centrality"), .share),
    ],
    persons: .neither,
    .code(inputs: [.referral]) { try $0.referralNetwork() },
    example: .code(
      "L'aquilone di Krackhardt, 18 legami su 45 possibili: 40 %.",
      "Krackhardt's kite, 18 ties of 45 possible: 40%.", 0.4
    ) {
      Network(
        nodes: 10,
        ties: [
          (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5),
          (3, 6),
          (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
        ], isDirected: false
      ).density
    })

  static let singleProvider = Indicator(
    "NE7", "erogatore-unico",
    Text("Residenti con un solo ente", "Residents with a single provider"), .share,
    .lowerIsBetter, cell: "KO",
    formula: Text(
      "residenti dei comuni in cui un solo ente offre il servizio alla data di riferimento / residenti dei comuni serviti",
      "residents of municipalities where one provider alone offers the service at the as-of date / residents of municipalities served"
    ),
    caveats: Text(
      "Offerta dichiarata, non prestazioni. \(withoutPlace.it)",
      "Declared offer, not deliveries. \(withoutPlace.en)"),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    .code(inputs: [.serviceOffer]) { c in
      var providers: [String: [Int: Set<String>]] = [:]
      for offer in try c.store.placedOffers(on: c.asOf) where offer.service != "ND" {
        for comune in c.covered(offer) {
          let service = Counting.Breakdown.heading(offer.service)
          providers[service, default: [:]][comune, default: []].insert(offer.provider)
        }
      }
      return providers.sorted { $0.key < $1.key }.flatMap { service, comuni in
        c.wideUnits.map { unit in
          let members = c.frame.members(of: unit).filter { comuni[$0] != nil }
          let whole = members.reduce(0) { $0 + c.residents(ofComune: $1) }
          let alone = members.filter { comuni[$0]!.count == 1 }.reduce(0) {
            $0 + c.residents(ofComune: $1)
          }
          return c.observe(
            "erogatore-unico", unit: unit, "servizio", service, whole > 0 ? alone / whole : nil,
            of: alone, over: whole)
        }
      }
    },
    example: .code(
      "300 residenti su 1.200 con un ente solo: 25 %.",
      "300 residents of 1,200 with one provider: 25%.", 0.25
    ) { 300.0 / 1200 })
}

extension Computation {
  /// Public, third sector or business, by the kind of organisation.
  private func sectors() throws -> [String: String] {
    var sectors: [String: String] = [:]
    guard try store.hasCurrent(.provider) else { return [:] }
    try each(.provider) { fact in
      guard let code = fact.text(.fiscalCode), let kind = fact.text(.kind) else { return }
      sectors[code] = kind == "ente_pubblico" ? "pubblico" : kind == "impresa" ? "impresa" : "ets"
    }
    return sectors
  }

  fileprivate func referralNetwork() throws -> [Observation] {
    struct Pair: Hashable { var a: String, b: String }
    var counts: [Pair: Int] = [:]
    var organisations: Set<String> = []
    try each(.referral) { fact in
      guard let day = fact.happened(.referredOn, by: asOf), day > yearAgo,
        let from = fact.text(.fromProvider), let to = fact.text(.toProvider), from != to
      else { return }
      organisations.formUnion([from, to])
      counts[Pair(a: min(from, to), b: max(from, to)), default: 0] += 1
    }
    let names = organisations.sorted()
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let ties = counts.filter { $0.value >= settings.threshold }.keys.map {
      (place[$0.a]!, place[$0.b]!)
    }
    .sorted { $0 < $1 }
    let net = Network(nodes: names.count, ties: ties, isDirected: false)
    let sectors = try sectors()
    let known = ties.filter { sectors[names[$0.0]] != nil && sectors[names[$0.1]] != nil }
    let cross = known.filter { sectors[names[$0.0]] != sectors[names[$0.1]] }
    let pairs = Double((names.count - 1) * (names.count - 2)) / 2
    return [
      observe(
        "rete-invii", net.density, of: Double(ties.count),
        over: Double(names.count * (names.count - 1)) / 2),
      share("rete-invii.intersettoriali", cross.count, of: known.count),
      observe(
        "rete-invii.intermediazione", pairs > 0 ? net.betweenness.max().map { $0 / pairs } : nil),
    ]
  }
}
