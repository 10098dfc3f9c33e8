import Warehouse

/// NC: staff, legal levels and spending, which concern nobody in particular.
extension Indicator {
  static let socialWorkers = Indicator(
    "NC8", "assistenti-sociali",
    Text("Assistenti sociali per 5.000 residenti", "Social workers per 5,000 residents"),
    .perFiveThousand, .higherIsBetter, cell: "",
    formula: Text(
      "5.000 × FTE / residenti dei comuni e degli ambiti che li dichiarano, di ciascun ambito all'ultimo anno che dichiara, dell'intero territorio all'anno dichiarato per più residenti (a pari, il più recente); «.mancanti» = residenti/5.000 − FTE (negativo: ce n'è di più); «.contributo» = 40.000 € per FTE a tempo indeterminato oltre 1:6.500 fino a 1:5.000, 20.000 € oltre e fino a 1:4.000, per ambito (dell'intero territorio la somma)",
      "5,000 × FTE / residents of the municipalities and districts that state them, of each district in the last year it states, of the whole territory in the year stated of most residents (of equals the latest); “.mancanti” = residents/5,000 − FTE (negative: there are more); “.contributo” = €40,000 per permanent FTE above 1:6,500 up to 1:5,000, €20,000 beyond and up to 1:4,000, by district (of the whole territory their sum)"
    ),
    caveats: Text(
      "Equivalenti a tempo pieno, non teste. Chi non dice se il rapporto è a tempo indeterminato vi è contato: il contributo è il massimo. La nota dice l'anno e, dell'intero territorio, gli ambiti che di quell'anno non dicono nulla.",
      "Full-time equivalents, not heads. Staff of unstated contract count as permanent: the contribution is the most there may be. The note tells the year and, of the whole territory, the districts that say nothing of it."
    ),
    source: Text(
      "L. 178/2020 art. 1 c. 797 e seguenti; L. 199/2025 c. 700 (da verificare)",
      "Law 178/2020 art. 1 par. 797 and following; Law 199/2025 par. 700 (to be verified)"),
    parts: [
      Definition.Part(
        "mancanti", Text("equivalenti a tempo pieno mancanti", "missing full-time equivalents"),
        .count),
      Definition.Part("contributo", Text("contributo massimo", "largest contribution"), .euro),
    ],
    .code(inputs: [.staff]) { c in
      let stated = try c.socialWorkers()
      let (whole, districts) = (c.wideUnits[0], c.wideUnits.dropFirst())
      return c.wideUnits.flatMap { unit -> [Observation] in
        let years = stated[unit] ?? [:]
        let year =
          unit == whole
          ? years.max { ($0.value.people, $0.key) < ($1.value.people, $1.key) }?.key
          : years.keys.max()
        guard let year, let own = years[year], own.fte > 0, own.people > 0 else { return [] }
        let others = unit == whole ? districts : []
        let silent = others.filter { stated[$0]?[year] == nil }.map { c.frame.units[$0].code }
        // The law pays districts: what one lacks takes nothing from another.
        let contribution =
          others.isEmpty
          ? own.contribution
          : others.reduce(0) { $0 + (stated[$1]?[year]?.contribution ?? 0) }
        let note =
          (["anno \(year)"] + (silent.isEmpty ? [] : ["senza " + silent.joined(separator: ", ")]))
          .joined(separator: Observation.betweenNotes)
        let slug = "assistenti-sociali"
        return [
          c.observe(
            slug, unit: unit, 5000 * own.fte / own.people, of: own.fte, over: own.people,
            note: note),
          c.observe(slug + ".mancanti", unit: unit, own.people / 5000 - own.fte, note: note),
          c.observe(slug + ".contributo", unit: unit, contribution, note: note),
        ]
      }
    },
    example: .code(
      "67.136 residenti e 12 FTE: contributo 40.000 × (12 − 10,329) = 66.855 €.",
      "67,136 residents and 12 FTE: contribution 40,000 × (12 − 10.329) = €66,855.", 66_855.384615
    ) { LevelsOfService.contribution(fte: 12, residents: 67_136) })

  static let legalLevels = Indicator(
    "NC9", "leps-attivi", Text("Livelli essenziali attivi", "Essential levels in force"), .share,
    .higherIsBetter, cell: "",
    formula: Text(
      "LEPS dichiarati attivi / LEPS con uno stato dichiarato nell'ambito, ciascuno alla sua ultima rilevazione; per ciascuno 1 = attivo, 0,5 = parziale, 0 = assente",
      "levels declared active / levels with a declared state in the district, each at its last survey; for each 1 = active, 0.5 = partial, 0 = absent"
    ),
    caveats: Text(
      "È una dichiarazione dell'ambito: vale con il documento che la prova. L'elenco dei LEPS è in leps_soglie.csv; quelli con verificato = N sono da verificare.",
      "A declaration of the social district: it holds with the document that proves it. Levels marked verificato = N are to be verified."
    ),
    source: Text(
      "L. 234/2021 art. 1 c. 160-163; L. 199/2025 c. 699-700 (da verificare)",
      "Law 234/2021 art. 1 par. 160-163; Law 199/2025 par. 699-700 (to be verified)"),
    .code(inputs: [.lepsStatus]) { c in
      var newest: [String: [String: (day: Day, status: String)]] = [:]
      try c.each(.lepsStatus) { fact in
        guard let ats = fact.text(.ats), let leps = fact.text(.leps),
          let day = fact.happened(.observedOn, by: c.asOf), let status = fact.text(.status),
          status != "ND"
        else { return }
        if newest[ats]?[leps].map({ $0.day <= day }) ?? true {
          newest[ats, default: [:]][leps] = (day, status)
        }
      }
      return c.wideUnits.flatMap { unit -> [Observation] in
        guard let levels = newest[c.frame.units[unit].code] else { return [] }
        let active = levels.values.filter { $0.status == "attivo" }.count
        return [c.share("leps-attivi", unit: unit, active, of: levels.count)]
          + levels.sorted { $0.key < $1.key }.map { leps, state in
            c.observe(
              "leps-attivi", unit: unit, "leps", leps,
              ["attivo": 1, "parziale": 0.5][state.status] ?? 0, note: state.status)
          }
      }
    },
    example: .code(
      "Tre livelli attivi su quattro: 75 %.", "Three levels active of four: 75%.", 0.75
    ) { 3.0 / 4 })

  static let spending = Indicator(
    "NC11", "spesa-pro-capite", Text("Spesa sociale per residente", "Social spending per resident"),
    .euro, .descriptive, cell: "",
    formula: Text(
      "spesa lorda / residenti dei comuni che la dichiarano; «.netta» toglie la compartecipazione di utenti e servizio sanitario; una serie per fonte",
      "gross spending / residents of the municipalities that state it; “.netta” takes off what users and the health service pay; one series per source"
    ),
    caveats: Text(
      "ISTAT, Ministero e bilanci hanno perimetri diversi: le serie non si sommano né si concatenano. Euro correnti.",
      "ISTAT, the Ministry and budgets have different perimeters: series are neither added nor chained. Current euros."
    ),
    source: Text(
      "ISTAT, spesa sociale dei comuni; programmi FNPS; bilanci",
      "ISTAT, social spending of municipalities; FNPS programmes; budgets"),
    parts: [
      Definition.Part(
        "netta", Text("al netto delle compartecipazioni", "net of shares paid by others"), .euro)
    ],
    .code(inputs: [.socialSpending]) { c in
      let sums = try c.spending()
      return sums.flatMap { key, sum -> [Observation] in
        let people = sum.telling.sorted().reduce(0) { people, comune in
          people
            + (c.residents.count(unit: c.frame.firstComune + comune, year: key.year, ages: nil) ?? 0)
        }
        guard people > 0 else { return [] }
        func one(_ suffix: String, _ euro: Double) -> Observation {
          c.observe(
            "spesa-pro-capite" + suffix, unit: key.unit, period: .year(key.year), "fonte",
            key.source, euro / Double(people), of: euro, over: Double(people))
        }
        return [one("", sum.gross), one(".netta", sum.net)]
      }
    },
    example: .code(
      "1.200.000 € su 10.900 residenti: 110,09 €.", "€1,200,000 over 10,900 residents: €110.09.",
      110.0917
    ) { 1_200_000 / 10_900 })

  static let costPerUser = Indicator(
    "IN8b", "costo-per-utente", Text("Spesa per utente", "Spending per user"), .euro,
    .descriptive, cell: "KP",
    formula: Text(
      "spesa dell'anno al netto delle compartecipazioni / persone raggiunte nello stesso anno (NC1); una serie per fonte della spesa, dove la dichiarano tutti i comuni del territorio",
      "spending of the year net of shares paid by others / persons reached in the same year (NC1); one series per source of the spending, where all municipalities of the territory state it"
    ),
    caveats: Text(
      "La spesa è di tutto il servizio sociale, le persone sono quelle delle fonti consegnate: dove mancano fonti la spesa per utente è troppo alta. Riservata dove lo sono le persone.",
      "Spending is of all social services, persons are those of the sources delivered: where sources are missing it is too high. Withheld where the persons are."
    ),
    source: Text(
      "ISTAT, spesa sociale dei comuni; programmi FNPS; bilanci",
      "ISTAT, social spending of municipalities; FNPS programmes; budgets"),
    persons: .denominator,
    .code(inputs: [.socialSpending, .serviceRequest]) { c in
      try c.spendingOnPersons().compactMap { key, net, persons in
        func one(_ value: Double?, status: Observation.Status? = nil) -> Observation {
          c.observe(
            "costo-per-utente", unit: key.unit, period: .year(key.year), "fonte", key.source, value,
            of: value.map { _ in net }, over: value.flatMap { _ in persons.numerator },
            status: status)
        }
        if persons.status == .suppressed { return one(nil, status: .suppressed) }
        return persons.numerator.map { one($0 > 0 ? net / $0 : nil) }
      }
    },
    example: .code(
      "900.000 € netti e 1.200 persone raggiunte: 750 €.",
      "€900,000 net and 1,200 persons reached: €750.", 750
    ) { 900_000.0 / 1200 })
}

/// The numbers of the law on social workers (L. 178/2020 art. 1 c. 797).
enum LevelsOfService {
  static func contribution(fte: Double, residents: Double) -> Double {
    let (entry, level, goal) = (residents / 6500, residents / 5000, residents / 4000)
    return 40_000 * max(0, min(fte, level) - entry) + 20_000 * max(0, min(fte, goal) - level)
  }
}

extension Computation {
  /// Social workers somebody states of a territory in a year.
  fileprivate struct SocialWorkers {
    var fte = 0.0
    var permanent = 0.0
    /// Comuni they are stated of, by themselves or through their district.
    var telling: Set<Int> = []
    /// Residents of those comuni.
    var people = 0.0
    var contribution: Double { LevelsOfService.contribution(fte: permanent, residents: people) }
  }

  /// By territory and year.
  fileprivate func socialWorkers() throws -> [Int: [Int64: SocialWorkers]] {
    var stated: [Int: [Int64: SocialWorkers]] = [:]
    try each(.staff) { fact in
      guard fact.text(.profile) == "assistente_sociale", let year = fact.integer(.year),
        year <= Int64(asOf.year), let place = fact.text(.place), let fte = fact.real(.fte)
      else { return }
      for unit in units(ofPlace: place) {
        var own = stated[unit]?[year] ?? SocialWorkers()
        own.fte += fte
        if fact.integer(.isPermanent) != 0 { own.permanent += fte }
        own.telling.formUnion(comuni(ofPlace: place))
        stated[unit, default: [:]][year] = own
      }
    }
    return stated.mapValues { years in
      years.mapValues { one in
        var one = one
        one.people = one.telling.sorted().reduce(0) { $0 + residents(ofComune: $1) }
        return one
      }
    }
  }

  /// What a source says was spent in a year in a territory.
  struct SpendingKey: Hashable { var unit: Int, year: Int, source: String }
  struct Spending {
    var gross = 0.0
    /// Less what users and the health service pay.
    var net = 0.0
    /// Comuni that state it, by themselves or through their district.
    var telling: Set<Int> = []
  }

  /// In order of territory, year and source; in euros.
  func spending() throws -> [(key: SpendingKey, sum: Spending)] {
    var sums: [SpendingKey: Spending] = [:]
    try each(.socialSpending) { fact in
      guard let place = fact.text(.place), let year = fact.integer(.year),
        year <= Int64(asOf.year), let gross = fact.integer(.grossCents),
        let source = fact.text(.spendingSource)
      else { return }
      let others = (fact.integer(.userShareCents) ?? 0) + (fact.integer(.healthShareCents) ?? 0)
      for unit in units(ofPlace: place) {
        let key = SpendingKey(unit: unit, year: Int(year), source: source)
        sums[key, default: Spending()].gross += Double(gross) / 100
        sums[key]!.net += Double(gross - others) / 100
        sums[key]!.telling.formUnion(comuni(ofPlace: place))
      }
    }
    return sums.sorted {
      ($0.key.unit, $0.key.year, $0.key.source) < ($1.key.unit, $1.key.year, $1.key.source)
    }.map { ($0.key, $0.value) }
  }

  /// Net spending all comuni of a territory state, beside the persons reached there in the year as they are
  /// published (NC1).
  func spendingOnPersons() throws -> [(key: SpendingKey, net: Double, persons: Observation)] {
    let coverage = PopulationCoverage.definition.slug
    let reached = published.filter { $0.indicator == coverage }.reduce(into: [:]) {
      $0[$1.id] = $1
    }
    return try spending().compactMap { key, sum in
      let id = observe(coverage, unit: key.unit, period: .year(key.year), nil).id
      guard sum.telling.isSuperset(of: frame.members(of: key.unit)), let persons = reached[id]
      else { return nil }
      return (key, sum.net, persons)
    }
  }

  /// Comuni what is stated of a comune or of an ATS speaks of.
  func comuni(ofPlace place: String) -> [Int] {
    if let comune = comune(place) { return [comune] }
    return frame.unit(TerritoryKey(.ats, place)).map { frame.members(of: $0) } ?? []
  }

  /// Territories what is stated of a comune or of an ATS counts in.
  func units(ofPlace place: String) -> [Int] {
    if let comune = comune(place) { return frame.unitsOfComune[comune] }
    guard let ats = frame.unit(TerritoryKey(.ats, place)) else { return [] }
    return [0, ats]
  }
}
