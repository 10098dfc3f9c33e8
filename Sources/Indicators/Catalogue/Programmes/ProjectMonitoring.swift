import Warehouse

/// PR: three-year projects against their plan.
extension Indicator {
  static let outputAgainstTarget = Indicator(
    "PR1", "risultati-progetti", Text("Risultati rispetto all'obiettivo", "Results against target"),
    .share, .target, cell: "K5",
    formula: Text(
      "valore raggiunto / obiettivo, entrambi cumulati all'ultima rilevazione, per progetto e indicatore",
      "achieved / target, both cumulated to the last survey, by project and indicator"),
    caveats: Text(
      "L'obiettivo è quello previsto per il giorno della rilevazione: 100 % è in linea con il piano. I risultati sotto 5 beneficiari non si pubblicano.",
      "The target is the one planned for the day of the survey: 100% is on plan. Results under 5 beneficiaries are not published."
    ),
    source: Text("Piani dei progetti", "Plans of the projects"),
    persons: .numerator,
    .code(inputs: [.projectResult]) { c in
      try c.projectResults().map { result in
        let key = result.project + ":" + result.code
        if result.value > 0 && result.value < Double(c.settings.threshold) {
          return c.observe("risultati-progetti", "progetto", key, nil, status: .suppressed)
        }
        return c.observe(
          "risultati-progetti", "progetto", key,
          result.target > 0 ? result.value / result.target : nil, of: result.value,
          over: result.target, note: result.target > 0 ? nil : "n.d. (obiettivo = 0)")
      }
    },
    example: .code("90 raggiunti su 120: 75 %.", "90 achieved of 120: 75%.", 0.75) { 90.0 / 120 })

  static let earnedSchedule = Indicator(
    "PR2", "avanzamento-temporale",
    Text("Anticipo o ritardo sul piano", "Ahead of or behind the plan"), .days, .higherIsBetter,
    cell: "K5",
    formula: Text(
      "giorno in cui il piano (gli obiettivi di ogni rilevazione, uniti da rette) prevedeva i risultati di oggi − data della rilevazione, in giorni interi; negativo = in ritardo",
      "day on which the plan (the targets of every survey, joined by straight lines) had today's results − day of the survey, in whole days; negative = behind"
    ),
    caveats: Text(
      "Oltre l'ultima rilevazione il piano è proseguito allo stesso passo medio fino alla fine del progetto: è un'ipotesi dichiarata.",
      "Beyond the last survey the plan goes on at the same mean pace to the project's end: a stated assumption."
    ),
    source: .both("Lipke (2003), earned schedule"),
    .code(inputs: [.project, .projectResult]) { c in
      var spans: [String: (Day, Day)] = [:]
      try c.each(.project) { fact in
        if let id = fact.text(.projectID), let from = fact.day(.startsOn),
          let to = fact.day(.endsOn), to > from
        {
          spans[id] = (from, to)
        }
      }
      let plans = try c.projectPlans()
      return try c.projectResults().compactMap { result in
        guard let (from, to) = spans[result.project], result.target > 0, result.day > from else {
          return nil
        }
        let key = result.project + ":" + result.code
        if result.value > 0 && result.value < Double(c.settings.threshold) {
          return c.observe("avanzamento-temporale", "progetto", key, nil, status: .suppressed)
        }
        var plan = [(time: 0.0, value: 0.0)]
        for (day, target) in plans[key] ?? [] where day > from && target >= plan.last!.value {
          plan.append((Double(day - from), target))
        }
        let (length, gone) = (Double(to - from), Double(result.day - from))
        if length > gone { plan.append((length, result.target * length / gone)) }
        let earned = EarnedSchedule.time(of: result.value, plan: plan)
        return c.observe(
          "avanzamento-temporale", "progetto", key,
          earned.map { ($0 - Double(result.day - from)).rounded() })
      }
    },
    example: .code(
      "Piano 0, 10, 40, 100 ogni 6 mesi: 25 era previsto al nono mese.",
      "Plan 0, 10, 40, 100 every 6 months: 25 was due at month nine.", 9
    ) {
      EarnedSchedule.time(of: 25, plan: [(0, 0), (6, 10), (12, 40), (18, 100)])
    })

  static let leverage = Indicator(
    "PR3", "leva-fundraising", Text("Leva della raccolta", "Fundraising leverage"), .ratio,
    .higherIsBetter, cell: "K5",
    formula: Text(
      "raccolta da terzi / contributo della fondazione, per progetto; «.obiettivo» = raccolta / obiettivo",
      "raised from others / the foundation's grant, by project; “.obiettivo” = raised / goal"),
    caveats: Text(
      "Solo raccolte che nominano il progetto, i fondi pubblici esclusi. Riservata dove dei privati cittadini hanno donato in pochi, o non si sa in quanti.",
      "Only fundraising that names the project, public money excluded. Withheld where few citizens gave, or nobody says how many."
    ),
    source: Text("Piani dei progetti; raccolte", "Plans of the projects; fundraising"),
    parts: [
      Definition.Part("obiettivo", Text("rispetto all'obiettivo", "against the goal"), .share)
    ],
    persons: .neither,
    needing: [Need(.fundraising, .amountCents)],
    .code(inputs: [.project, .fundraising]) { c in
      var raised: [String: PrivateMoney] = [:]
      try c.each(.fundraising) { fact in
        guard fact.happened(.raisedOn, by: c.asOf) != nil, let project = fact.text(.programme),
          fact.text(.donorKind) != "pubblico",
          let cents = fact.integer(.amountCents)
        else { return }
        raised[project, default: PrivateMoney()].add(
          cents, kind: fact.text(.donorKind), donors: fact.real(.donors))
      }
      var all: [Observation] = []
      try c.each(.project) { fact in
        guard let id = fact.text(.projectID), let grant = fact.integer(.grantCents) else { return }
        let money = raised[id] ?? PrivateMoney()
        guard money.isTellable(threshold: c.settings.threshold) else {
          all += ["leva-fundraising", "leva-fundraising.obiettivo"].map {
            c.observe($0, "progetto", id, nil, status: .suppressed)
          }
          return
        }
        let (own, got) = (Double(grant) / 100, Double(money.cents) / 100)
        all.append(
          c.observe(
            "leva-fundraising", "progetto", id, own > 0 ? got / own : nil, of: got, over: own))
        if let goal = fact.integer(.fundraisingGoalCents), goal > 0 {
          all.append(
            c.observe(
              "leva-fundraising.obiettivo", "progetto", id, got * 100 / Double(goal), of: got,
              over: Double(goal) / 100))
        }
      }
      return all
    },
    example: .code(
      "60.000 € raccolti, contributo 300.000: 0,2.", "€60,000 raised, grant 300,000: 0.2.", 0.2
    ) { 60_000.0 / 300_000 })

  static let donorCommunity = Indicator(
    "PR4", "donatori", Text("Donatori", "Donors"), .count, .higherIsBetter, cell: "K5",
    formula: Text(
      "donatori delle raccolte nel periodo, per fonte",
      "donors of the fundraising in the period, by source"),
    caveats: Text(
      "Somma di quanti ciascuna raccolta dichiara: chi dona due volte è contato due volte, e la fedeltà da un anno all'altro non si può dire.",
      "Sum of what each drive states: who gives twice counts twice, and retention cannot be told."),
    source: Text("Raccolte degli enti", "Fundraising of the organisations"),
    .code(inputs: [.fundraising]) { c in
      var donors: [Int: [String: Double]] = [:]
      try c.each(.fundraising) { fact in
        guard let day = fact.happened(.raisedOn, by: c.asOf), let count = fact.real(.donors),
          let kind = fact.text(.donorKind)
        else { return }
        donors[day.year, default: [:]]["totale", default: 0] += count
        donors[day.year]![kind, default: 0] += count
      }
      return c.frame.periods.flatMap { period -> [Observation] in
        guard case .year(let year) = period, let kinds = donors[year] else { return [] }
        // One kind too small would follow from the total and the others: then only the total is shown.
        let isSafe = kinds.allSatisfy { $0.value == 0 || $0.value >= Double(c.settings.threshold) }
        return kinds.sorted { $0.key < $1.key }.map { kind, count in
          let isHidden =
            kind == "totale" ? count > 0 && count < Double(c.settings.threshold) : !isSafe
          return c.observe(
            "donatori", period: period, kind == "totale" ? "totale" : "fonte", kind,
            isHidden ? nil : count,
            status: isHidden ? .suppressed : nil)
        }
      }
    },
    example: .code("Raccolte con 40 e 25 donatori: 65.", "Drives with 40 and 25 donors: 65.", 65) {
      40 + 25
    })

  static let sustainability = Indicator(
    "PR5", "sostenibilita",
    Text("Progetti finiti con servizi ancora attivi", "Ended projects with services still running"),
    .share, .higherIsBetter, cell: "",
    formula: Text(
      "progetti finiti da almeno 12 mesi il cui capofila ha prestazioni negli ultimi 180 giorni / progetti finiti da almeno 12 mesi",
      "projects ended at least 12 months ago whose lead has deliveries in the last 180 days / projects ended at least 12 months ago"
    ),
    caveats: Text(
      "L'attività del capofila sta per quella del servizio: è un segno, non una prova.",
      "The lead's activity stands for the service's: a sign, not proof."),
    source: .both("Wilson (1927)"),
    .code(inputs: [.project, .serviceDelivery]) { c in
      let active = try c.activeProviders()
      var leads: [String] = []
      try c.each(.project) { fact in
        if let end = fact.day(.endsOn), end <= c.yearAgo, let lead = fact.text(.lead) {
          leads.append(lead)
        }
      }
      return [c.share("sostenibilita", leads.filter(active.contains).count, of: leads.count)]
    },
    example: .code(
      "4 progetti su 5 ancora attivi: 80 %.", "4 of 5 projects still active: 80%.", 0.8
    ) { 4.0 / 5 })

  static let activePartners = Indicator(
    "PR6", "partner-attivi", Text("Partner attivi", "Active partners"), .share, .higherIsBetter,
    cell: "",
    formula: Text(
      "partner con una prestazione negli ultimi 180 giorni / partner firmatari, per progetto",
      "partners with a delivery in the last 180 days / partners that signed, by project"),
    caveats: Text(
      "Un partner può lavorare senza erogare prestazioni.",
      "A partner may work without delivering services."), source: .both("Wilson (1927)"),
    .code(inputs: [.project, .serviceDelivery]) { c in
      let active = try c.activeProviders()
      var all: [Observation] = []
      try c.each(.project) { fact in
        guard let id = fact.text(.projectID), let list = fact.text(.partners) else { return }
        let partners = Set(list.split(separator: "|").map(String.init))
        all.append(
          c.share(
            "partner-attivi", "progetto", id, partners.intersection(active).count,
            of: partners.count))
      }
      return all
    },
    example: .code("3 partner attivi su 4: 75 %.", "3 partners active of 4: 75%.", 0.75) { 3.0 / 4 }
  )

  static let costPerResult = Indicator(
    "PR7", "costo-per-risultato", Text("Contributo per risultato", "Grant per result"), .euro,
    .descriptive, cell: "K5",
    formula: Text(
      "contributo del progetto / valore raggiunto, per indicatore",
      "the project's grant / achieved, by indicator"),
    caveats: Text(
      "Il contributo intero diviso per un solo risultato: serve a confrontare un progetto con il suo piano, non progetti fra loro.",
      "The whole grant over one result: to compare a project with its plan, not projects with each other."
    ),
    source: Text("Piani dei progetti", "Plans of the projects"),
    persons: .denominator,
    .code(inputs: [.project, .projectResult]) { c in
      var grants: [String: Double] = [:]
      try c.each(.project) {
        if let id = $0.text(.projectID), let cents = $0.integer(.grantCents) {
          grants[id] = Double(cents) / 100
        }
      }
      return try c.projectResults().compactMap { result in
        guard let grant = grants[result.project] else { return nil }
        let key = result.project + ":" + result.code
        if result.value > 0 && result.value < Double(c.settings.threshold) {
          return c.observe("costo-per-risultato", "progetto", key, nil, status: .suppressed)
        }
        return c.observe(
          "costo-per-risultato", "progetto", key, result.value > 0 ? grant / result.value : nil,
          of: grant, over: result.value)
      }
    },
    example: .code(
      "300.000 € per 1.200 beneficiari: 250 €.", "€300,000 for 1,200 beneficiaries: €250.", 250
    ) { 300_000 / 1200 })

  static let milestoneDelay = Indicator(
    "PR8", "ritardo-milestone", Text("Ritardo delle milestone", "Delay of milestones"), .days,
    .lowerIsBetter, cell: "",
    formula: Text(
      "mediana di (data effettiva − data prevista) fra quelle raggiunte, per programma (fra due valori centrali, la loro media); «.in-ritardo» = previste prima della data di riferimento e non raggiunte",
      "median of (actual − planned) among those reached, by programme (of two middle values, their mean); “.in-ritardo” = planned before the as-of date and not reached"
    ),
    caveats: Text(
      "Le milestone scadute e aperte non entrano nella mediana: si leggono insieme.",
      "Milestones due and open do not enter the median: read both."),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    parts: [
      Definition.Part("in-ritardo", Text("scadute e non raggiunte", "due and not reached"), .count)
    ],
    .code(inputs: [.milestone]) { c in
      var delays: [String: [Double]] = [:]
      var overdue: [String: Int] = [:]
      try c.each(.milestone) { fact in
        guard let cup = fact.text(.cup), let planned = fact.day(.plannedOn) else { return }
        overdue[cup, default: 0] += 0
        if let actual = fact.happened(.actualOn, by: c.asOf) {
          delays[cup, default: []].append(Double(actual - planned))
        } else if planned < c.asOf {
          overdue[cup]! += 1
        }
      }
      return overdue.sorted { $0.key < $1.key }.flatMap { cup, open in
        [
          c.observe(
            "ritardo-milestone", "programma", cup,
            WeightedPercentile.median(delays[cup] ?? []),
            over: Double(delays[cup]?.count ?? 0)),
          c.observe("ritardo-milestone.in-ritardo", "programma", cup, Double(open)),
        ]
      }
    },
    example: .code(
      "Ritardi 0, 30 e 90 giorni: mediana 30.", "Delays 0, 30 and 90 days: median 30.", 30
    ) {
      WeightedPercentile.median([0, 30, 90])
    })
}
