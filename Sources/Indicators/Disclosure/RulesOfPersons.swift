import Warehouse

/// What a published observation says of persons, by the definition it follows.
struct RulesOfPersons {
  private let definitions: [String: Definition]
  private let settings: DisclosureSettings
  private let sensitive: SensitiveCodes
  private let residents: [String: Int]

  init(
    _ definitions: [Definition], settings: DisclosureSettings, sensitive: SensitiveCodes,
    frame: Frame
  ) {
    self.settings = settings
    self.sensitive = sensitive
    residents = Dictionary(uniqueKeysWithValues: frame.comuni.map { ($0.istat, $0.residents) })
    self.definitions = Dictionary(uniqueKeysWithValues: definitions.map { ($0.slug, $0) })
  }

  private func definition(_ one: Observation) -> Definition? {
    definitions[Definition.slug(of: one.indicator)]
  }

  private func unit(_ one: Observation) -> Definition.Unit? {
    guard let definition = definition(one) else { return nil }
    // Most are of an indicator itself: asked of every cell of two editions.
    if definition.slug.utf8.count == one.indicator.utf8.count { return definition.unit }
    let suffix = one.indicator.dropFirst(definition.slug.count + 1)
    if suffix.hasPrefix("entro-") { return .share }
    return definition.parts.first { $0.suffix == suffix }?.unit ?? definition.unit
  }

  /// How uncertain a small withheld count must stay.
  var uncertainty: Int { settings.legalFloor }

  /// Fewest persons that may be told of; nil where nobody can be recognised.
  func least(_ one: Observation) -> Int? {
    guard let definition = definition(one) else { return nil }
    return MinimumCell(definition.minimumCell).threshold(
      settings, isSensitive: sensitive.holds(one.dimension, one.modality),
      comuneResidents: one.territory.kind == .comune ? residents[one.territory.code] : nil)
  }

  /// How many are counted in a shown number: its numerator or, of a share whose whole is known, its part.
  func count(_ one: Observation) -> Double? {
    if let numerator = one.numerator { return numerator }
    guard let share = one.value, let whole = one.denominator, unit(one) == .share else {
      return nil
    }
    return share * whole
  }

  /// How many of the whole are not.
  func others(_ one: Observation) -> Double? {
    guard let count = count(one), let whole = one.denominator else { return nil }
    return whole - count
  }

  /// Datasets it is worked out from, but the population, which everything is.
  func datasets(_ one: Observation) -> [String] {
    definition(one)?.inputs.filter { $0 != FactTable.population.dataset } ?? []
  }

  /// True where the denominator is a population everybody knows.
  func isOfResidents(_ one: Observation) -> Bool {
    guard let definition = definition(one) else { return false }
    return definition.inputs.contains(FactTable.population.dataset)
      || [.perHundred, .perThousand, .perFiveThousand].contains(definition.unit)
  }
}
