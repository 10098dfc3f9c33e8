import Warehouse

/// DD: through which door people come, who needs help at it, and how digital the providers are.
extension Indicator {
  static let assistedRequest = Condition.any([
    .isOne(.channel, ["pdp"]), .isOne(.actor, ["operatore_pdp"]), .flag(.isAssisted, true),
  ])

  static let channelGap = Indicator(
    "DD3", "divario-canale", Text("Divario di canale", "Channel gap"), .share, .descriptive,
    cell: "KP",
    formula: Text(
      "richieste assistite (da un Punto di Prossimità, inserite dal suo operatore o con «assistito» = sì) / richieste, per età (compiuta nell'anno della richiesta: meno di 65, 65 e più), cittadinanza e sesso: il divario è il rapporto fra le modalità",
      "assisted requests (from a Proximity Point, entered by its operator, or “assistito” = yes) / requests, by age (turned in the year of the request: under 65, 65 and over), citizenship and sex: the gap is the ratio between modalities"
    ),
    caveats: Text(
      "Una quota bassa può voler dire che manca il punto, non che non serve: si legge con PP1.",
      "A low share may mean that there is no point, not that none is needed: read it with PP1."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .serviceRequest, when: .day(.requestedOn),
        by: [
          Counting.Breakdown.age, Counting.Breakdown("cittadinanza", .citizenship),
          Counting.Breakdown.sex,
        ], measure: .share([assistedRequest]), protects: .person, levels: .ats)),
    example: .facts(
      "Quattro richieste, una al Punto di Prossimità e una inserita dall'operatore: 50 %.",
      "Four requests, one at the Proximity Point and one entered by its operator: 50%.",
      [
        [.channel: "pdp"], [.channel: "piattaforma", .actor: "operatore_pdp"],
        [.channel: "piattaforma"], [.channel: "telefono"],
      ], 0.5))

  static let completionGap = Indicator(
    "DD4", "divario-completamento", Text("Divario di completamento", "Completion gap"),
    .percentagePoints, .lowerIsBetter, cell: "KS",
    formula: Text(
      "100 × (quota di sessioni abbandonate di chi fa da sé − quota di chi è assistito), sessioni dell'ultimo anno",
      "100 × (share of sessions given up by who goes alone − by who is assisted), last year's sessions"
    ),
    caveats: Text(
      "Chi chiede aiuto e chi no sono persone diverse: il divario non è l'effetto dell'aiuto.",
      "Those who ask for help differ from those who do not: the gap is not the effect of help."),
    source: Text("Newcombe (1998), metodo 10", "Newcombe (1998), method 10"),
    .code(inputs: [.searchStep]) { c in
      var all: [Bool: Set<UInt64>] = [:]
      var given: [Bool: Set<UInt64>] = [:]
      try c.each(.searchStep) { fact in
        guard let day = fact.happened(.searchedOn, by: c.asOf), day > c.yearAgo,
          let session = fact.identity(.sessionID), let actor = fact.text(.actor),
          ["cittadino", "operatore_pdp"].contains(actor)
        else { return }
        all[actor == "cittadino", default: []].insert(session)
        if fact.text(.outcome) == "abbandono" {
          given[actor == "cittadino", default: []].insert(session)
        }
      }
      func pair(_ key: Bool) -> (Int, Int) { (given[key]?.count ?? 0, all[key]?.count ?? 0) }
      return [c.completionGap(alone: pair(true), assisted: pair(false))]
    },
    example: .code(
      "Da soli 56 abbandoni su 70, assistiti 48 su 80: 20 punti (Newcombe 1998, tabella II).",
      "Alone 56 given up of 70, assisted 48 of 80: 20 points (Newcombe 1998, table II).", 20
    ) { Newcombe.difference((56, 70), minus: (48, 80)).map { 100 * $0.value } })

  static let laterAutonomy = Indicator(
    "DD5", "autonomia-successiva", Text("Autonomia successiva", "Later autonomy"), .share,
    .higherIsBetter, cell: "KM",
    formula: Text(
      "Kaplan–Meier dalla prima richiesta assistita di una persona (le stesse di DD3) alla prima non assistita di un giorno successivo, censurata all'ultima consegna della fonte della richiesta assistita: quota entro 90 e 180 giorni, mediana",
      "Kaplan–Meier from a person's first assisted request (as in DD3) to the first unassisted one of a later day, censored at the last delivery of the source of the assisted request: share within 90 and 180 days, median"
    ),
    caveats: Text(
      "Solo persone riconoscibili, anche fra fonti che le collegano. Una richiesta fatta da soli prima di quella assistita non conta. Chi non chiede più non è per questo autonomo né dipendente: è censurato.",
      "Only recognisable people, across sources that link them. A request made alone before the assisted one does not count. Who does not ask again is neither autonomous nor dependent: censored."
    ),
    source: .both("Kaplan & Meier (1958); Greenwood (1926)"),
    parts: .waits([90, 180]),
    .gathered(
      Counting(
        .serviceRequest, when: .day(.requestedOn),
        measure: .wait(Wait(.requestedOn, .requestedOn, horizons: [90, 180])), protects: .person,
        levels: .whole)
    ) { c in
      let first = c.requests.assisted
      var next = KeyTable<Day>()
      let fields = assistedRequest.fields + [.person, .requestedOn, .comune]
      try c.store.forEachSlice(.serviceRequest, reading: fields) { slice in
        let isAlone = zip(slice.areCurrent(), assistedRequest.holds(slice, asOf: c.asOf))
        let persons = slice.cells(.person)
        let asked = slice.days(.requestedOn, by: c.asOf)
        let places = slice.places(.comune, c.frame)
        for (row, (isCurrent, isAssisted)) in isAlone.enumerated()
        where isCurrent && !isAssisted && persons[row] != FactSlice.none
          && asked[row] != FactSlice.none && places[row] >= 0
        {
          let person = UInt64(bitPattern: persons[row])
          let day = Day(number: Int32(asked[row]))
          guard let start = first[person] ?? nil, day > start.day else { continue }
          next.update(person, from: day) { $0 = min($0, day) }
        }
      }
      return c.waits(
        first.values.compactMap { person, start in
          start.map { first in
            // What only another source tells of later days would count against nobody's silence.
            guard let alone = next[person], alone <= first.until else {
              return (person, first.day, first.until, 0)
            }
            return (person, first.day, alone, 1)
          }
        })
    },
    example: .code(
      "Sette attese di prova, tre ancora aperte: entro 8 giorni 46,4 %.",
      "Seven waits, three still open: 46.4% within 8 days.", 0.464286
    ) {
      let waits = [(3, 1), (5, 1), (5, 0), (8, 1), (12, 0), (15, 1), (20, 0)]
      let table = SurvivalTable(entries: waits.map { SurvivalTable.Entry(day: $0.0, cause: $0.1) })
      return KaplanMeier(table).share(within: 8)?.value
    })

  static let choiceModes = Indicator(
    "DD6", "modi-di-scelta", Text("Modi di scelta", "Ways of choosing"), .share, .descriptive,
    cell: "KS",
    formula: Text(
      "passi di ricerca fatti con testo, icone o ricerca libera / passi che lo dicono",
      "search steps made by text, icons or free search / steps that say so"),
    caveats: Text(
      "Prova di accessibilità: quanto le icone servono. Non dice chi le usa.",
      "Evidence of accessibility: how much icons are used. It does not say by whom."),
    source: Text(
      "Registro delle ricerche della piattaforma; Wilson (1927)",
      "The platform's record of searches; Wilson (1927)"),
    .facts(
      Counting(
        .searchStep, where: [.present(.choice), .isNone(.actor, ["test"])], when: .day(.searchedOn),
        by: [Counting.Breakdown("modalita_scelta", .choice)], measure: .distribution(.choice),
        protects: .sessionID, levels: .whole)),
    example: .facts(
      "Due passi, tutti e due con icone: la quota delle icone è 100 %.",
      "Two steps, both by icons: their share is 100%.",
      [[.choice: "icona"], [.choice: "icona"]], 1))

  static let remoteShare = Indicator(
    "DD8", "quota-a-distanza", Text("Prestazioni a distanza", "Remote services"), .share,
    .descriptive, cell: "KP",
    formula: Text(
      "prestazioni a distanza / prestazioni che dicono come sono rese",
      "services delivered remotely / services that say how they are delivered"),
    caveats: Text(
      "I minuti di viaggio risparmiati non si stimano: le prestazioni non dicono in quale sede si sarebbe andati.",
      "Minutes of travel saved are not estimated: services delivered do not say which seat one would have gone to."
    ),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .serviceDelivery, where: [.present(.isRemote)], when: .day(.deliveredOn), by: [.service],
        measure: .share([.flag(.isRemote, true)]), protects: .person)),
    example: .facts(
      "Una prestazione a distanza su quattro: 25 %.", "One remote service of four: 25%.",
      [[.isRemote: "S"], [.isRemote: "N"], [.isRemote: "N"], [.isRemote: "N"]], 0.25))
}

extension Computation {
  fileprivate func completionGap(alone: (Int, Int), assisted: (Int, Int)) -> Observation {
    let least = settings.threshold
    let sides = [alone.0, alone.1 - alone.0, assisted.0, assisted.1 - assisted.0]
    if sides.contains(where: { $0 > 0 && $0 < least }) {
      return observe("divario-completamento", nil, status: .suppressed)
    }
    guard let result = Newcombe.difference(alone, minus: assisted) else {
      return observe("divario-completamento", nil)
    }
    return observe(
      "divario-completamento", 100 * result.value,
      interval: ConfidenceInterval(
        lower: 100 * result.interval.lower, upper: 100 * result.interval.upper))
  }

  /// Waits over the whole territory, each of somebody: by the day they begin.
  func waits(
    _ waits: [(who: UInt64, start: Day, end: Day, cause: Int)]
  ) -> BaseTallies {
    var base = BaseTallies(dimensions: [], frame: frame)
    for wait in waits.sorted(by: { ($0.who, $0.start) < ($1.who, $1.start) }) {
      guard let quarter = frame.quarter(wait.start) else { continue }
      var one = Contribution(identity: wait.who)
      one.wait(days: wait.end - wait.start, cause: wait.cause)
      base.update(comune: frame.undetermined, quarter: quarter, codes: []) { $0.add(one) }
    }
    return base
  }
}

extension [Definition.Part] {
  /// Figures of a waiting time.
  static func waits(_ horizons: [Int], meanUntil: Int? = nil) -> [Definition.Part] {
    [
      Definition.Part("mediana", Text("mediana", "median"), .days),
      Definition.Part("p90", Text("90º percentile", "90th percentile"), .days),
    ]
      + horizons.map {
        Definition.Part(
          "entro-\($0)", Text("quota entro \($0) giorni", "share within \($0) days"), .share)
      }
      + (meanUntil.map {
        [
          Definition.Part(
            "media-\($0)",
            Text(
              "media dei giorni in attesa nei primi \($0)", "mean days waiting in the first \($0)"),
            .days)
        ]
      } ?? [])
  }
}
