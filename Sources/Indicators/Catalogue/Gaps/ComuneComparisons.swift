import Warehouse

/// TG: each territory against the whole. Built on coverage as published (NC1): what that withholds stays
/// withheld here.
extension Indicator {
  static let missingUsers = Indicator(
    "TG2", "utenti-mancanti", Text("Utenti mancanti alla media", "Users short of the mean"), .count,
    .lowerIsBetter, cell: "KP",
    formula: Text(
      "max(0, tasso dell'insieme × residenti − persone raggiunte), arrotondato a 5; «.costo» = utenti mancanti × spesa per utente dell'insieme nello stesso anno (IN8b), in euro interi, una serie per fonte della spesa",
      "max(0, rate of the whole × residents − persons reached), rounded to 5; “.costo” = users short × spending per user of the whole in the same year (IN8b), in whole euros, one series per source of the spending"
    ),
    caveats: Text(
      "La media non è un diritto: dove esiste un LEPS conta quello (NC8, NC9). Il costo è quello medio di chi è già seguito: dice l'ordine di grandezza, non il preventivo.",
      "The mean is not a right: where there is a legal level that is what counts (NC8, NC9). The cost is the mean one of those already served: an order of magnitude, not an estimate of expense."
    ),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    parts: [
      Definition.Part(
        "costo", Text("costo al livello medio di spesa", "cost at the mean level of spending"),
        .euro)
    ],
    .code(inputs: [.serviceRequest]) { c in
      let short = c.fromCoverage("utenti-mancanti") { one, whole in
        let short = max(0, whole.rate * one.population - one.users)
        return (5 * (short / 5).rounded(), nil, nil)
      }
      guard try c.store.hasCurrent(.socialSpending) else { return short }
      let costs = try c.spendingOnPersons().filter { $0.key.unit == 0 }
      return short
        + short.flatMap { one in
          costs.filter { one.period == .year($0.key.year) }.compactMap { key, net, persons in
            guard let users = persons.numerator, users > 0 else { return nil }
            var cost = one
            (cost.indicator, cost.dimension) = ("utenti-mancanti.costo", "fonte")
            cost.modality = key.source
            cost.value = one.value.map { ($0 * net / users).rounded() }
            return cost
          }
        }
    },
    example: .code(
      "Media 6,17 %, 1.000 residenti, 50 utenti: 11,7, arrotondato 10.",
      "Mean 6.17%, 1,000 residents, 50 users: 11.7, rounded 10.", 10
    ) { 5 * (max(0, 0.0616667 * 1000 - 50) / 5).rounded() })

  static let funnel = Indicator(
    "TG6", "funnel-copertura", Text("Oltre i limiti del caso", "Beyond the limits of chance"),
    .count, .descriptive, cell: "KP",
    formula: Text(
      "0 = dentro i limiti binomiali (quantili mid-P) attorno al tasso dell'insieme, ±1 = oltre il 95 %, ±2 = oltre il 99,8 %; dove φ, la media dei quadrati degli scarti z portati i decimi estremi al loro confine, supera 1 + 2√(2/k comuni), la distanza dei limiti è moltiplicata per √φ",
      "0 = within the binomial limits (mid-P quantiles) around the rate of the whole, ±1 = beyond 95%, ±2 = beyond 99.8%; where φ, the mean of the squared z-scores with the outer tenths set to their bounds, is above 1 + 2√(2/k municipalities), the limits' distance is multiplied by √φ"
    ),
    caveats: Text(
      "Non è una graduatoria. I comuni sotto i 1.000 residenti non sono segnalati.",
      "Not a ranking. Municipalities under 1,000 residents are not flagged."),
    source: .both("Spiegelhalter (2005)"),
    .code(inputs: [.serviceRequest]) { c in
      var factors: [Int: Double] = [:]
      for (period, areas) in c.yearsOfAreas {
        let result = Overdispersion(areas.map { (Int($0.population), Int($0.users)) })
        factors[period.year] = result.map { $0.isSignificant ? $0.factor : 1 } ?? 1
      }
      return c.fromCoverage("funnel-copertura") { one, whole in
        guard one.kind == .comune, one.population >= Double(c.settings.smallComuneResidents) else {
          return nil
        }
        let spread = (factors[one.year] ?? 1).squareRoot()
        let flag = FunnelLimits.levels.reduce(0.0) { flag, level in
          guard
            let limits = FunnelLimits.exact(
              proportion: whole.rate, trials: Int(one.population), level: level)
          else { return flag }
          let rate = one.users / one.population
          if rate > whole.rate + spread * (limits.upper - whole.rate) { return flag + 1 }
          if rate < whole.rate - spread * (whole.rate - limits.lower) { return flag - 1 }
          return flag
        }
        return (flag, nil, nil)
      }
    },
    example: .code(
      "Limite superiore al 95 % con tasso 6,17 % e 1.000 residenti: 7,7 % circa.",
      "Upper 95% limit at a rate of 6.17% and 1,000 residents: about 7.7%.", 0.0770,
      {
        FunnelLimits.exact(proportion: 0.0616667, trials: 1000, level: 0.95).map {
          ($0.upper * 1e4).rounded() / 1e4
        }
      }))

  static let shrunkenCoverage = Indicator(
    "TG7", "copertura-smorzata", Text("Copertura smorzata", "Shrunken coverage"), .share,
    .descriptive, cell: "KP",
    formula: Text(
      "m + w (r − m): r = tasso del comune, m = Σ persone dei comuni / Σ residenti, w = A/(A + m/residenti), A = max(0, Σ residenti (r − m)² / Σ residenti − m / media dei residenti); intervallo della Gamma(m²/A + persone, m/A + residenti)",
      "m + w (r − m): r = rate of the municipality, m = Σ persons of the municipalities / Σ residents, w = A/(A + m/residents), A = max(0, Σ residents (r − m)² / Σ residents − m / mean residents); interval of Gamma(m²/A + persons, m/A + residents)"
    ),
    caveats: Text(
      "Solo dove il tasso osservato è pubblicabile: lo smorzamento si può invertire. Se i comuni differiscono solo per caso valgono tutti m. È data con quattro decimali, e riservata quando i comuni con la copertura riservata sono meno di dieci.",
      "Only where the observed rate may be published: shrinking can be undone. Where municipalities differ by chance alone all are m. Given with four decimals, and withheld when fewer than ten municipalities have their coverage withheld."
    ),
    source: .both("Marshall (1991); Clayton & Kaldor (1987)"),
    .code(inputs: [.serviceRequest]) { c in
      var models: [Int: ([Computation.Area], GammaPoisson?)] = [:]
      var untold: Set<Period> = []
      for (period, areas) in c.yearsOfAreas {
        if !c.mayTellOfAllComuni(period) { untold.insert(period) }
        models[period.year] = (areas, GammaPoisson(areas.map { ($0.population, $0.users) }))
      }
      return c.fromCoverage("copertura-smorzata") { one, whole in
        guard one.kind == .comune, let (areas, model) = models[one.year],
          let index = areas.firstIndex(where: { c.frame.comuni[$0.comune].istat == one.code })
        else { return nil }
        guard let model else {
          // The same mean the shrinking of the other years is towards: of the comuni, without `ND`.
          let mean = Marshall(areas.map { ($0.population, $0.users) })?.mean ?? whole.rate
          return (mean.rounded(toDecimals: 4), nil, Observation.chanceAlone)
        }
        return (
          model.rates[index].rounded(toDecimals: 4),
          model.intervals[index].rounded(toDecimals: 4), nil
        )
      }.map { one in
        guard untold.contains(one.period), one.value != nil else { return one }
        return Observation(
          indicator: one.indicator, territory: one.territory, period: one.period,
          status: .suppressed)
      }
    },
    example: .code(
      "Il primo di cinque comuni, 50 utenti su 1.000: da 5,0 a 5,133 %.",
      "The first of five municipalities, 50 users of 1,000: from 5.0 to 5.133%.", 0.05133
    ) {
      Marshall([(1000, 50), (2000, 160), (500, 10), (1500, 120), (1000, 30)]).map {
        ($0.rates[0] * 1e5).rounded() / 1e5
      }
    })
}

extension Computation {
  typealias Covered = (
    kind: TerritoryKey.Kind, code: String, year: Int, population: Double, users: Double,
    rate: Double
  )

  /// One observation for every published yearly coverage of a territory, and a withheld one for every
  /// withheld one.
  fileprivate func fromCoverage(
    _ slug: String,
    _ make: (_ one: Covered, _ whole: Covered) -> (Double, ConfidenceInterval?, String?)?
  ) -> [Observation] {
    func covered(_ o: Observation) -> Covered? {
      guard let users = o.numerator, let population = o.denominator, population > 0 else {
        return nil
      }
      return (
        o.territory.kind, o.territory.code, o.period.year, population, users, users / population
      )
    }
    let yearly = published.filter { o in
      guard o.indicator == "copertura-popolazione", o.dimension == "totale" else { return false }
      if case .year = o.period { return true } else { return false }
    }
    return yearly.compactMap { o in
      guard o.territory.kind != .total,
        let whole = yearly.first(where: { $0.territory == .total && $0.period == o.period })
          .flatMap(covered)
      else { return nil }
      var result = Observation(indicator: slug, territory: o.territory, period: o.period)
      guard let one = covered(o) else {
        result.status = o.status
        result.note = o.note
        return result
      }
      guard let (value, interval, note) = make(one, whole) else { return nil }
      result.value = value
      result.lower = interval?.lower
      result.upper = interval?.upper
      result.note = note
      return result
    }
  }
}
