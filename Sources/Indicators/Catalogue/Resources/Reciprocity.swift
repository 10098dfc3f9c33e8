import Warehouse

/// RG: what citizens give each other. Persons by the platform's token; only about the whole territory where
/// the measure is of persons and ties.
extension Indicator {
  static let giversAndReceivers = Indicator(
    "RG1", "donatori-riceventi", Text("Donatori che ricevono", "Givers who receive"), .share,
    .higherIsBetter, cell: "K5",
    formula: Text(
      "|donatori ∩ riceventi| / |donatori ∪ riceventi| negli ultimi 12 mesi; «.fra-riceventi» = quota dei riceventi che donano",
      "|givers ∩ receivers| / |givers ∪ receivers| over 12 months; “.fra-riceventi” = share of receivers who give"
    ),
    caveats: Text(
      "Solo l'intero territorio. Chi nell'anno della data di riferimento non compie 18 anni, secondo l'anno di nascita delle sue richieste, non è contato; di chi non ha richieste l'età non si sa.",
      "The whole territory only. Who does not turn 18 in the year of the as-of date, by the year of birth in their requests, is not counted; of who has no requests the age is not known."
    ),
    source: .both("Jaccard (1901)"),
    parts: [Definition.Part("fra-riceventi", Text("fra i riceventi", "among receivers"), .share)],
    .code(inputs: [.exchange]) { c in
      let (givers, receivers) = try c.adultExchangers()
      let both = givers.intersection(receivers).count
      // The two shares together tell how many only give.
      let parts = [both, givers.count - both, receivers.count - both]
      if parts.contains(where: { $0 > 0 && $0 < c.settings.threshold }) {
        return ["", ".fra-riceventi"].map {
          c.observe("donatori-riceventi" + $0, nil, status: .suppressed)
        }
      }
      return [
        c.guardedShare("donatori-riceventi", both, of: givers.union(receivers).count),
        c.guardedShare("donatori-riceventi.fra-riceventi", both, of: receivers.count),
      ]
    },
    example: .code(
      "Donatori a b c d, riceventi c d e: 2 su 5.", "Givers a b c d, receivers c d e: 2 of 5.", 0.4
    ) {
      Overlap.jaccard(["a", "b", "c", "d"], ["c", "d", "e"])
    })

  static let dyadicReciprocity = Indicator(
    "RG2", "reciprocita-diadica", Text("Reciprocità fra coppie", "Reciprocity of pairs"), .share,
    .descriptive, cell: "K10",
    formula: Text(
      "Σ 2 min(ore date, ore ricevute) / Σ ore, sulle coppie, negli ultimi 12 mesi",
      "Σ 2 min(hours given, hours received) / Σ hours, over pairs, in 12 months"),
    caveats: Text(
      "Bassa non vuol dire poca reciprocità: si può rendere ad altri (RG3).",
      "Low does not mean little reciprocity: one may give back to others (RG3)."),
    source: Text(
      "Squartini et al. (2013), reciprocità pesata",
      "Squartini et al. (2013), weighted reciprocity"),
    .code(inputs: [.exchange]) { c in
      let (hours, people) = try c.hoursBetween()
      // Beside all hours exchanged, it tells those of the pairs that give back.
      let givingBack = Reciprocity.givingBack(hours)
      return [
        c.guarded(
          "reciprocita-diadica", persons: givingBack == 0 ? people.count : givingBack,
          isSensitive: true, Reciprocity.dyadic(hours))
      ]
    },
    example: .code("a→b 3 ore, b→a 1, a→c 2: 2/6.", "a→b 3 hours, b→a 1, a→c 2: 2/6.", 1.0 / 3) {
      Reciprocity.dyadic([
        Reciprocity.Tie(1, 2): 3, Reciprocity.Tie(2, 1): 1, Reciprocity.Tie(1, 3): 2,
      ])
    })

  static let generalisedReciprocity = Indicator(
    "RG3", "reciprocita-generalizzata",
    Text("Persone in equilibrio fra dare e ricevere", "People who give and receive evenly"), .share,
    .higherIsBetter, cell: "K10",
    formula: Text(
      "persone con |dato − ricevuto| / (dato + ricevuto) ≤ 0,5 / persone che scambiano ore; «.circuito» = quota nel maggiore circuito (due o più persone) in cui ognuno raggiunge ogni altro, 0 se non ce n'è; ultimi 12 mesi",
      "persons with |given − received| / (given + received) ≤ 0.5 / persons who exchange hours; “.circuito” = share in the largest circuit (two or more persons) where each reaches each other, 0 where there is none; last 12 months"
    ),
    caveats: Text(
      "Solo scambi in ore; i beni sono un altro conto.",
      "Exchanges in hours only; goods are another account."),
    source: Text("Tarjan (1972) per il circuito", "Tarjan (1972) for the circuit"),
    parts: [
      Definition.Part("circuito", Text("nel circuito maggiore", "in the largest circuit"), .share)
    ],
    .code(inputs: [.exchange]) { c in
      let (hours, people) = try c.hoursBetween()
      var given: [UInt64: Double] = [:]
      var taken: [UInt64: Double] = [:]
      for (tie, amount) in hours.sorted(by: { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) })
      {
        given[tie.from, default: 0] += amount
        taken[tie.to, default: 0] += amount
      }
      let even = people.filter { person in
        let (a, b) = (given[person] ?? 0, taken[person] ?? 0)
        return a + b > 0 && abs(a - b) / (a + b) <= 0.5
      }.count
      let index = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
      let net = Network(
        nodes: people.count,
        ties: hours.keys.map { (index[$0.from]!, index[$0.to]!) }.sorted { $0 < $1 },
        isDirected: true)
      let largest = net.stronglyConnectedComponents.first?.count ?? 0
      return [
        c.guardedShare("reciprocita-generalizzata", even, of: people.count, isSensitive: true),
        c.guardedShare(
          "reciprocita-generalizzata.circuito", largest > 1 ? largest : 0, of: people.count,
          isSensitive: true),
      ]
    },
    example: .code(
      "a ⇄ b, a → c: il circuito è {a, b}, 2 su 3.", "a ⇄ b, a → c: the circuit is {a, b}, 2 of 3.",
      2.0 / 3
    ) {
      let net = Network(nodes: 3, ties: [(0, 1), (1, 0), (0, 2)], isDirected: true)
      return Double(net.stronglyConnectedComponents[0].count) / 3
    })

  static let hoursExchanged = Indicator(
    "RG4", "ore-scambiate",
    Text("Ore scambiate per 1.000 residenti", "Hours exchanged per 1,000 residents"), .perThousand,
    .higherIsBetter, cell: "K5",
    formula: Text(
      "1.000 × ore scambiate / residenti del comune di chi dona",
      "1,000 × hours exchanged / residents of the giver's municipality"),
    caveats: Text("Solo scambi che riportano le ore.", "Only exchanges that report hours."),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    .facts(
      Counting(
        .exchange, where: [.present(.hours)], when: .day(.exchangedOn), place: .donorComune,
        by: [
          Counting.Breakdown("tipo_risorsa", .resourceKind),
          Counting.Breakdown("ambito_scambio", .sphere),
        ],
        measure: .sum(Quantity(.hours), per: 1000), protects: .donor, levels: .ats)),
    example: .facts(
      "4 e 6 ore, 1.000 residenti: 10 per 1.000.", "4 and 6 hours, 1,000 residents: 10 per 1,000.",
      [[.hours: "4"], [.hours: "6"]], 10))

  static let activeGivers = Indicator(
    "RG5", "attivazione-donatori", Text("Donatori attivi", "Active givers"), .share,
    .higherIsBetter, cell: "K5",
    formula: Text(
      "persone con un'offerta aperta e un dono negli ultimi 90 giorni / persone con un'offerta aperta",
      "persons with an open offer and a gift in the last 90 days / persons with an open offer"),
    caveats: Text("Solo l'intero territorio.", "The whole territory only."),
    source: .both("Wilson (1927)"),
    .code(inputs: [.citizenResource, .exchange]) { c in
      var offering: Set<UInt64> = []
      try c.each(.citizenResource) { fact in
        guard let person = fact.token(.person), fact.happened(.startsOn, by: c.asOf) != nil,
          fact.happened(.endsOn, by: c.asOf) == nil
        else { return }
        offering.insert(person)
      }
      var active: Set<UInt64> = []
      try c.each(.exchange) { fact in
        if let day = fact.happened(.exchangedOn, by: c.asOf), day > c.asOf - 90,
          let giver = fact.token(.donor)
        {
          active.insert(giver)
        }
      }
      return [
        c.guardedShare(
          "attivazione-donatori", offering.intersection(active).count, of: offering.count)
      ]
    },
    example: .code(
      "12 attivi su 40 con un'offerta: 30 %.", "12 active of 40 with an offer: 30%.", 0.3
    ) { 12.0 / 40 })

  static let receiversWhoGive = Indicator(
    "RG6", "da-ricevente-a-donatore", Text("Da ricevente a donatore", "From receiver to giver"),
    .share, .higherIsBetter, cell: "KM",
    formula: Text(
      "Kaplan–Meier dal primo ricevuto al primo dato: quota entro 180 e 365 giorni",
      "Kaplan–Meier from the first received to the first given: share within 180 and 365 days"),
    caveats: Text("Chi aveva già donato non è contato.", "Who had already given is not counted."),
    source: .both("Kaplan & Meier (1958)"), parts: .waits([180, 365]),
    .gathered(
      Counting(
        .exchange, when: .day(.exchangedOn), place: nil,
        measure: .wait(Wait(.exchangedOn, .exchangedOn, horizons: [180, 365])))
    ) { c in
      var received: [UInt64: (day: Day, until: Day)] = [:]
      var gave: [UInt64: Day] = [:]
      try c.each(.exchange) { fact in
        guard let day = fact.happened(.exchangedOn, by: c.asOf) else { return }
        if let person = fact.token(.recipient), received[person].map({ day < $0.day }) ?? true {
          received[person] = (day, c.observedUntil(snapshot: fact.key >> 32))
        }
        if let person = fact.token(.donor) { gave[person] = min(gave[person] ?? day, day) }
      }
      return c.waits(
        received.compactMap { person, start in
          let gift = gave[person]
          if let gift, gift < start.day { return nil }
          return (person, start.day, gift ?? max(start.until, start.day), gift == nil ? 0 : 1)
        })
    },
    example: .code(
      "Sette attese: entro 15 giorni 73,2 %.", "Seven waits: 73.2% within 15 days.", 0.732143
    ) {
      let waits = [(3, 1), (5, 1), (5, 0), (8, 1), (12, 0), (15, 1), (20, 0)]
      return KaplanMeier(
        SurvivalTable(entries: waits.map { SurvivalTable.Entry(day: $0.0, cause: $0.1) })
      ).share(within: 15)?.value
    })

  static let matched = Indicator(
    "RG7", "abbinamenti-accettati", Text("Richieste abbinate", "Requests matched"), .share,
    .higherIsBetter, cell: "K5",
    formula: Text(
      "richieste con una proposta accettata / richieste con una proposta",
      "requests with an accepted proposal / requests with any proposal"),
    caveats: Text(
      "Le richieste senza alcuna proposta non sono qui: quelle ancora aperte sono nell'arretrato (RT5), quelle chiuse nemmeno lì.",
      "Requests with no proposal are not here: those still open are in the backlog (RT5), those closed are not there either."
    ),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .matchProposal, when: .day(.proposedOn), place: nil,
        measure: .shareOfDistinct(.requestID, [.isOne(.outcome, ["accettato"])]),
        protects: .requestID)),
    example: .facts(
      "Due richieste, una accettata alla seconda proposta: 50 %.",
      "Two requests, one accepted at the second proposal: 50%.",
      [
        [.requestID: "a", .outcome: "rifiutato"], [.requestID: "a", .outcome: "accettato"],
        [.requestID: "b", .outcome: "scaduto"],
      ], 0.5))

  static let nearExchanges = Indicator(
    "RG9", "prossimita-scambi",
    Text("Scambi nello stesso comune", "Exchanges within a municipality"),
    .share, .descriptive, cell: "K5",
    formula: Text(
      "scambi fra persone dello stesso comune / scambi che dicono i due comuni",
      "exchanges between people of the same municipality / exchanges that state both municipalities"
    ),
    caveats: Text(
      "Nei comuni grandi lo stesso comune può essere lontano.",
      "In large municipalities the same municipality may be far."), source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .exchange, where: [.present(.recipientComune)], when: .day(.exchangedOn),
        place: .donorComune,
        measure: .share([.same(.donorComune, .recipientComune)]), protects: .donor, levels: .ats)),
    example: .facts(
      "Uno scambio su due nello stesso comune: 50 %.",
      "One exchange of two within a municipality: 50%.",
      [[.donorComune: "a", .recipientComune: "a"], [.donorComune: "a", .recipientComune: "b"]], 0.5)
  )
}
