import Warehouse

/// What published observations say of persons, by the definitions they follow.
struct RulesOfPersons {
  private let definitions: [String: Definition]
  fileprivate let settings: DisclosureSettings
  fileprivate let sensitive: SensitiveCodes
  fileprivate let residents: [String: Int]

  init(
    _ definitions: [Definition], settings: DisclosureSettings, sensitive: SensitiveCodes,
    frame: Frame
  ) {
    self.settings = settings
    self.sensitive = sensitive
    residents = Dictionary(uniqueKeysWithValues: frame.comuni.map { ($0.istat, $0.residents) })
    self.definitions = Dictionary(uniqueKeysWithValues: definitions.map { ($0.slug, $0) })
  }

  /// How uncertain a small withheld count must stay.
  var uncertainty: Int { settings.legalFloor }

  /// - Parameter indicator: as it is published: a definition's slug, or that of one of its parts.
  func rules(of indicator: String) -> RulesOfIndicator {
    RulesOfIndicator(
      of: indicator, definition: definitions[Definition.slug(of: indicator)], common: self)
  }
}

/// What the observations of one published indicator say of persons.
struct RulesOfIndicator {
  /// Datasets it is worked out from, but the population, which everything is.
  let datasets: [String]
  /// True where the denominator is a population everybody knows.
  let isOfResidents: Bool
  /// True where a count is set against what the whole lets expect.
  let isOfExpected: Bool
  /// The slug of the definition it is a figure of.
  let definition: String
  private let persons: Definition.PersonsIn
  private let isShare: Bool
  private let minimum: MinimumCell?
  private let common: RulesOfPersons

  fileprivate init(of indicator: String, definition: Definition?, common: RulesOfPersons) {
    self.common = common
    self.definition = Definition.slug(of: indicator)
    persons = definition?.persons(in: indicator) ?? .both
    let population = FactTable.population.dataset
    datasets = definition?.inputs.filter { $0 != population } ?? []
    isOfResidents =
      definition.map {
        $0.inputs.contains(population)
          || [.perHundred, .perThousand, .perFiveThousand].contains($0.unit)
      } ?? false
    isOfExpected = isOfResidents && definition.map { $0.unit(of: indicator) == .ratio } ?? false
    isShare = definition.map { $0.unit(of: indicator) == .share } ?? false
    minimum = definition.map { MinimumCell($0.minimumCell) }
  }

  /// False where nobody can be recognised.
  var isOfPersons: Bool { minimum?.isOfPersons ?? false }

  /// Fewest persons that may be told of; nil where nobody can be recognised.
  func least(_ one: Observation) -> Int? {
    minimum?.threshold(
      common.settings, isSensitive: common.sensitive.holds(one.dimension, one.modality),
      comuneResidents: one.territory.kind == .comune ? common.residents[one.territory.code] : nil)
  }

  /// How many persons a shown number is of; not a number where it does not say.
  func persons(_ number: PersonsOfCells.Number, of one: Observation) -> Double {
    switch number {
    case .counted: count(one) ?? .nan
    case .whole: whole(one) ?? .nan
    case .others: (whole(one) ?? .nan) - (count(one) ?? .nan)
    }
  }

  private func whole(_ one: Observation) -> Double? {
    isOfResidents || [.numerator, .neither].contains(persons) ? nil : one.denominator
  }

  /// How many are counted in a shown number: its numerator or, of a share whose whole is known, its part.
  private func count(_ one: Observation) -> Double? {
    if [.denominator, .neither].contains(persons) { return nil }
    if let numerator = one.numerator { return numerator }
    guard isShare, let share = one.value, let whole = one.denominator else { return nil }
    return share * whole
  }
}

extension Definition {
  /// The unit of an indicator published by this definition.
  fileprivate func unit(of indicator: String) -> Unit {
    if indicator.dropFirst(slug.count).hasPrefix(".entro-") { return .share }
    return part(indicator)?.unit ?? unit
  }

  fileprivate func persons(in indicator: String) -> PersonsIn {
    part(indicator)?.persons ?? persons
  }

  private func part(_ indicator: String) -> Part? {
    parts.first { indicator == slug + "." + $0.suffix }
  }
}
