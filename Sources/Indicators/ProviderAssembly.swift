public import Warehouse

extension ProviderProfile {
  /// Every organisation that is not a natural person, with what it did in the twelve months before the
  /// as-of date.
  ///
  /// Cards give services delivered, never persons by comune: a single provider's persons in a comune
  /// would give away a figure that the tables withhold. A part is withheld where fewer persons than the
  /// threshold are behind it; a part withheld alone takes the smallest other one with it, or the sum
  /// would give it away.
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
            capacity: $0.capacity, capacityUnit: $0.capacityUnit)
        },
        deliveries: isWithheld ? nil : all?.deliveries,
        persons: isWithheld ? nil : all.map { rounded($0.persons) }, isWithheld: isWithheld,
        byComune: parts(comuni[code]) {
          settings.threshold(isSensitive: isSensitive, comuneResidents: residents[$0])
        },
        byService: parts(services[code]) { _ in threshold },
        sources: (sources[code] ?? []).map { $0.publisher + " / " + $0.dataset })
      if !isWithheld {
        profile.medianResponseDays = medianDays(responses[code] ?? [], threshold, settings)
      }
      profile.volunteerHours = declared.hours[code]
      profile.raisedCents = declared.raisedCents[code]
      profile.referrals = referrals[code]
      profile.application = declared.applications[code]
      return profile
    }
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

  /// Parts whose persons are too few are withheld; never one alone.
  static func protected(
    _ activity: [ProviderActivity], _ threshold: (String) -> Int
  ) -> [Part] {
    var withheld = activity.map { $0.persons < threshold($0.part) }
    if withheld.count(where: \.self) == 1 {
      let smallest = activity.indices.filter { !withheld[$0] }
        .min { (activity[$0].persons, $0) < (activity[$1].persons, $1) }
      if let smallest { withheld[smallest] = true }
    }
    return zip(activity, withheld).map { one, isWithheld in
      Part(code: one.part, deliveries: isWithheld ? nil : one.deliveries)
    }
  }

  /// To the nearest five: an exact count could be taken away from another table's.
  static func rounded(_ persons: Int) -> Int { (persons + 2) / 5 * 5 }
}
