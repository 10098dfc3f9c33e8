public import Warehouse

extension ProviderProfile {
  /// Every organisation that is not a natural person, with what it did in the twelve months before the
  /// as-of date.
  ///
  /// Cards give services delivered, never persons by comune: a single provider's persons in a comune
  /// would give away a figure that the tables withhold. So would its services where it alone gives them:
  /// they are rounded to five. A part is withheld where fewer persons than the threshold are behind it;
  /// with it go the smallest others, until as many persons as may be told are behind what they add up to.
  public static func all(
    in store: Store, settings: DisclosureSettings, asOf: Day
  ) throws -> [ProviderProfile] {
    let days = Day(number: asOf.number - 364)...asOf
    let residents = Dictionary(
      try store.comuni().map { ($0.istat, $0.residents) }, uniquingKeysWith: { first, _ in first })
    let sensitive = Set(try store.codes("area_utenza").filter(\.isSensitive).map(\.code))
    // A card does not say which user areas are inside a count: the strictest threshold serves for all.
    let isSensitive = !sensitive.isEmpty
    func grouped(_ breakdown: ProviderActivity.Breakdown) throws -> [String: [ProviderActivity]] {
      Dictionary(grouping: try store.providerActivity(by: breakdown, days: days), by: \.provider)
    }
    let (whole, comuni, services) = (
      try grouped(.whole), try grouped(.comune), try grouped(.service)
    )
    let offers = Dictionary(
      grouping: try store.currentOffers().filter { $0.isActive(on: asOf) }, by: \.provider)
    let sources = try store.providerSources()
    let responses = try store.providerResponses(days: days)
    let declared = try Declared.all(in: store, days: days)
    let referrals = try Referrals.all(
      in: store, settings: settings, days: days, isSensitive: isSensitive)
    let placeless = try store.providersOfWithheldPlace()
    let capacities = try Capacity.all(
      in: store, days: days, threshold: settings.threshold(isSensitive: isSensitive))
    return try store.currentProviders().filter { $0.kind != "persona_fisica" }.map { record in
      let code = record.fiscalCode
      let all = whole[code]?.first
      let threshold = settings.threshold(isSensitive: isSensitive)
      let isWithheld = all.map { $0.persons < threshold } ?? false
      func parts(_ activity: [ProviderActivity]?, _ threshold: (String) -> Int) -> [Part] {
        isWithheld ? [] : protected(activity ?? [], threshold)
      }
      var profile = ProviderProfile(
        fiscalCode: code, name: record.name, kind: record.kind, seat: ComuneCode(record.comune),
        served: record.served.compactMap { ComuneCode($0) }, activities: record.activities,
        volunteers: record.volunteers, employees: record.employees,
        offers: (offers[code] ?? []).map {
          Offer(
            service: $0.service, comuni: $0.comuni.compactMap { ComuneCode($0) },
            capacity: $0.capacity, capacityUnit: $0.capacityUnit,
            isPlaceWithheld: $0.isPlaceWithheld)
        },
        deliveries: isWithheld ? nil : all.map { rounded($0.deliveries) },
        persons: isWithheld ? nil : all.map { rounded($0.persons) }, isWithheld: isWithheld,
        byComune: parts(comuni[code]) {
          settings.threshold(isSensitive: isSensitive, comuneResidents: residents[$0])
        },
        byService: parts(services[code]) { _ in threshold },
        sources: (sources[code] ?? []).map { Source(publisher: $0.publisher, dataset: $0.dataset) })
      profile.toldInPart = toldInPart((sources[code] ?? []).map(\.told), of: days)
      if !isWithheld {
        profile.medianResponseDays = medianDays(responses[code] ?? [], threshold, settings)
      }
      profile.volunteerHours = declared.hours[code]?.toTwelveDigits
      if let raised = declared.raised[code] {
        profile.isRaisedWithheld = !raised.isTellable(threshold: settings.threshold)
        profile.raisedCents = profile.isRaisedWithheld ? nil : raised.cents
      }
      profile.capacity = capacities[code]
      profile.referrals = referrals[code]
      profile.application = declared.applications[code]
      if placeless.contains(code) { profile.withholdPlace() }
      return profile
    }
  }

  /// The days some sources tell of, together; nil where they tell of all but less than a month, or cannot say.
  static func toldInPart(
    _ told: [ClosedRange<Day>?], of days: ClosedRange<Day>
  ) -> ClosedRange<Day>? {
    let known = told.compactMap(\.self)
    guard known.count == told.count, let first = known.map(\.lowerBound).min(),
      let last = known.map(\.upperBound).max(), first <= days.upperBound, last >= days.lowerBound,
      first - days.lowerBound > 30 || days.upperBound - last > 30
    else { return nil }
    return max(first, days.lowerBound)...min(last, days.upperBound)
  }

  /// Through the same protected curve as every waiting time.
  static func medianDays(
    _ waits: [Int], _ threshold: Int, _ settings: DisclosureSettings
  ) -> Int? {
    if waits.isEmpty { return nil }
    let table = SurvivalTable(
      entries: waits.map { SurvivalTable.Entry(day: $0, cause: 1) })
    return ProtectedCurve(table, threshold: threshold, settings: settings).quantile(0.5)
      .value?.day
  }

  /// What would tell where a service is whose place must not be known.
  mutating func withholdPlace() {
    isPlaceWithheld = true
    seat = nil
    served = []
    byComune = []
  }

  /// Parts whose persons are too few are withheld; never one alone, nor several that are too few together.
  static func protected(
    _ activity: [ProviderActivity], _ threshold: (String) -> Int
  ) -> [Part] {
    var withheld = activity.map { $0.persons < threshold($0.part) }
    func persons() -> Int { zip(activity, withheld).reduce(0) { $0 + ($1.1 ? $1.0.persons : 0) } }
    let least = zip(activity, withheld).reduce(0) { $1.1 ? max($0, threshold($1.0.part)) : $0 }
    while let smallest = activity.indices.filter({ !withheld[$0] })
      .min(by: { (activity[$0].persons, $0) < (activity[$1].persons, $1) }),
      withheld.count(where: \.self) == 1 || persons() < least
    {
      withheld[smallest] = true
    }
    return zip(activity, withheld).map { one, isWithheld in
      Part(code: one.part, deliveries: isWithheld ? nil : rounded(one.deliveries))
    }
  }

  /// To the nearest five: an exact count could be taken away from another table's.
  static func rounded(_ count: Int) -> Int { (count + 2) / 5 * 5 }
}
