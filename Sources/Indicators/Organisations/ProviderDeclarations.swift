import Warehouse

extension ProviderProfile {
  /// What organisations say of themselves in the registers: nothing of it concerns a person served, but
  /// donors are persons.
  struct Declared {
    var hours: [String: Double] = [:]
    var raised: [String: PrivateMoney] = [:]
    var applications: [String: Application] = [:]

    static func all(in store: Store, days: ClosedRange<Day>) throws -> Declared {
      var all = Declared()
      try store.forEachCurrent(.volunteering) { fact in
        guard let provider = fact.text(.provider), let month = fact.day(.month),
          days.contains(month), let hours = fact.real(.hours)
        else { return }
        all.hours[provider, default: 0] += hours
      }
      try store.forEachCurrent(.fundraising) { fact in
        guard let provider = fact.text(.provider), let day = fact.day(.raisedOn),
          days.contains(day), fact.text(.donorKind) != "pubblico",
          let cents = fact.integer(.amountCents)
        else { return }
        all.raised[provider, default: PrivateMoney()].add(
          cents, kind: fact.text(.donorKind), donors: fact.real(.donors))
      }
      try store.forEachCurrent(.providerApplication) { fact in
        guard let provider = fact.text(.provider),
          let applied = fact.happened(.appliedOn, by: days.upperBound),
          all.applications[provider].map({ $0.appliedOn <= applied }) ?? true
        else { return }
        let decided = fact.happened(.decidedOn, by: days.upperBound)
        all.applications[provider] = Application(
          appliedOn: applied, decidedOn: decided,
          outcome: decided == nil ? nil : fact.text(.outcome))
      }
      return all
    }
  }
}
