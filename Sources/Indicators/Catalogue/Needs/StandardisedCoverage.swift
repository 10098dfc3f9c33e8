import Warehouse

/// NC2: coverage made comparable where residents differ in age and sex.
extension Indicator {
  static let standardisedCoverage = Indicator(
    "NC2", "copertura-standardizzata",
    Text("Copertura standardizzata per età e sesso", "Age- and sex-standardised coverage"), .ratio,
    .higherIsBetter, cell: "KP",
    formula: Text(
      "O / E: O = persone raggiunte nell'anno (NC1), E = Σ residenti per classe di età e sesso × tasso dell'insieme in quella classe (0–17, 18–64, 65–74, 75–84, 85 e più); le persone dell'insieme sono divise per classe come quelle con un servizio avviato nell'anno, un anno di nascita (anno − nascita) e il sesso",
      "O / E: O = persons reached in the year (NC1), E = Σ residents by age class and sex × rate of the whole in that class (0–17, 18–64, 65–74, 75–84, 85 and over); persons of the whole are divided by class like those with a service started in the year, a year of birth (year − birth) and a sex"
    ),
    caveats: Text(
      "1 = quanto ci si aspetta dall'età e dal sesso dei residenti. Solo dove gli attesi sono almeno 5. Una classe con troppo poche persone è unita alla successiva dello stesso sesso, l'ultima alla precedente. Dove il sesso è noto di meno di metà delle persone, o di uno dei due sessi sono troppo poche, o i residenti non sono consegnati per sesso, è «solo per età».",
      "1 = what the age and sex of the residents lead to expect. Only where at least 5 are expected. A class with too few persons is put together with the next one of the same sex, the last with the one before. Where sex is known of fewer than half of the persons, or they are too few of either sex, or residents are not delivered by sex, it is “by age alone”."
    ),
    source: Text(
      "Breslow & Day (1987), standardizzazione indiretta",
      "Breslow & Day (1987), indirect standardisation"),
    needing: [Need(.serviceRequest, .startedOn), Need(.serviceRequest, .birthYear)],
    .code(inputs: [.serviceRequest, .population]) { $0.standardisedCoverage() },
    example: .code(
      "10 persone su 1.000 e 500 residenti con tassi 0,002 e 0,012: 10/8 = 1,25.",
      "10 persons of 1,000 and 500 residents at rates 0.002 and 0.012: 10/8 = 1.25.", 1.25
    ) {
      Standardisation.indirect([
        Standardisation.Stratum(cases: 4, population: 1000, standard: 0.002),
        Standardisation.Stratum(cases: 6, population: 500, standard: 0.012),
      ])?.ratio
    })
}

extension Computation {
  /// A class of age, of one sex or of both.
  private struct AgeClass {
    var ages: ClosedRange<Int>
    var sex: String?
    /// Of the whole: persons reached, and residents where they are delivered so.
    var persons: Double
    var residents: Int?
  }

  fileprivate func standardisedCoverage() -> [Observation] {
    let slug = Indicator.standardisedCoverage.definition.slug
    var everywhere: [Period: Double] = [:]
    for o in published
    where o.territory == .total && o.dimension == "totale"
      && o.indicator == PopulationCoverage.definition.slug
    {
      everywhere[o.period] = o.numerator
    }
    // The same of every territory in a year.
    var classes: [Int: [AgeClass]] = [:]
    for year in everywhere.keys.map(\.year) where classes[year] == nil {
      classes[year] = ageClasses(in: year)
    }
    return yearlyCoverage("totale", slug) { one, unit, year, observed in
      guard let classes = classes[year], let everyone = everywhere[one.period] else { return nil }
      let known = classes.reduce(0) { $0 + $1.persons }
      var expected = 0.0
      for group in classes {
        guard let all = group.residents,
          let here = residents.count(unit: unit, year: year, ages: group.ages, sex: group.sex)
        else {
          return observe(
            slug, unit: unit, period: one.period, nil, status: .notReceived,
            note: "popolazione per età")
        }
        // Persons of unknown age or sex are taken to be like the others.
        expected += Double(here) * group.persons / known * everyone / Double(all)
      }
      guard expected >= 5 else {
        return observe(
          slug, unit: unit, period: one.period, nil, status: .notApplicable, note: "attesi < 5")
      }
      let limits = ExactPoisson.interval(count: Int(observed))
      return observe(
        slug, unit: unit, period: one.period, observed / expected,
        interval: ConfidenceInterval(
          lower: limits.lower / expected, upper: limits.upper / expected), of: observed,
        over: expected, note: classes.allSatisfy { $0.sex == nil } ? "solo per età" : nil)
    }
  }

  /// By sex where it may be, by age alone elsewhere.
  ///
  /// What is expected everywhere tells, by so many equations, how many persons each class has: none may be
  /// of a few.
  private func ageClasses(in year: Int) -> [AgeClass]? {
    let least = Double(settings.threshold)
    func classes(_ sex: String?) -> [AgeClass]? {
      requests.reached(in: year, sex: sex).map { persons in
        Standardisation.pooled(Array(zip(RequestDigest.ages, persons)), least: least).map {
          AgeClass(
            ages: $0.ages, sex: sex, persons: $0.persons,
            residents: residents.count(unit: 0, year: year, ages: $0.ages, sex: sex))
        }
      }
    }
    guard let byAge = classes(nil) else { return nil }
    let bySex = ["F", "M"].flatMap { classes($0) ?? [] }
    func persons(_ classes: [AgeClass]) -> Double { classes.reduce(0) { $0 + $1.persons } }
    let isKnown = ["F", "M"].allSatisfy { sex in persons(bySex.filter { $0.sex == sex }) >= least }
    return isKnown && 2 * persons(bySex) >= persons(byAge)
      && bySex.allSatisfy { $0.residents != nil } ? bySex : byAge
  }
}
