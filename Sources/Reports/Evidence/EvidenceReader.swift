import Indicators
import Warehouse

/// Finds figures in the evidence and turns them into cells. Reports ask here and nowhere else.
struct EvidenceReader: Sendable {
  let evidence: Evidence
  let language: Language
  let sentences: Sentences
  private let definitions: [String: Definition]
  /// Indicators whose every total is under 5 %, or under 1 per hundred or thousand: values so small
  /// need one more decimal.
  private let small: Set<String>
  /// Indicators that part the territory by districts, while any district's composition is provisional.
  private let partedProvisionally: Set<String>
  private let index: ObservationIndex
  private let curves: [String: [String]]
  private let delivered: Set<String>
  /// What the figures of an indicator have in common, around the first of its observations.
  private var templates: [String: Figure] = [:]
  /// Observations of each indicator by state, its parts included, in the order of the evidence.
  let states: [(slug: String, counts: [Observation.Status: Int])]
  /// Indicators in the order of the catalogue, each followed by its parts.
  let indicators: [String]

  init(_ evidence: Evidence, language: Language) {
    self.evidence = evidence
    self.language = language
    sentences = Self.sentences(evidence, language)
    delivered = Set(evidence.sources.map(\.dataset))
    let definitions = Dictionary(
      evidence.definitions.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    self.definitions = definitions
    let index = ObservationIndex(evidence.observations)
    self.index = index
    indicators = Self.ordered(index.indicators, evidence.definitions)
    curves = Self.curves(indicators)
    partedProvisionally =
      evidence.territory.groups.contains(where: \.isProvisional)
      ? Set(indicators.filter { FigurePart(slug: $0)?.groups == TerritoryKey.Kind.ats.rawValue })
      : []
    states = index.states(in: evidence.observations)
    small = Set(
      index.greatest.filter { indicator, value in
        let slug = Definition.slug(of: indicator)
        switch FigurePart(slug: indicator)?.unit ?? definitions[slug]?.unit {
        case .perHundred, .perThousand: return value < 1
        case .percentagePoints: return value < 5
        default: return value < 0.05
        }
      }.keys)
    for indicator in indicators {
      templates[indicator] = index.places[indicator]?.first.flatMap {
        template(evidence.observations[$0])
      }
    }
  }

  private static func sentences(_ evidence: Evidence, _ language: Language) -> Sentences {
    let names = Dictionary(
      evidence.territory.comuni.map { ($0.key, $0.name) }
        + evidence.territory.groups.map { ($0.key, TerritoryNames.short($0, language)) },
      uniquingKeysWith: { first, _ in first })
    let lists = ["servizio": evidence.services, "area_utenza": evidence.userAreas]
      .merging(["canale": evidence.channels], uniquingKeysWith: { first, _ in first })
    let modalities = lists.mapValues { list in
      Dictionary(list.map { ($0.code, $0.name[language]) }, uniquingKeysWith: { first, _ in first })
    }
    return Sentences(
      language: language, name: { names[$0] ?? $0.code },
      slice: { one in
        one.dimension == "totale"
          ? nil
          : modalities[one.dimension]?[one.modality]
            ?? ModalityPhrases.name(one.dimension, one.modality)?[language]
            // Where to, or like whom: a comune.
            ?? names[TerritoryKey(.comune, one.modality)]
            ?? one.modality.replacing("_", with: " ")
      })
  }

  private static func ordered(_ indicators: [String], _ definitions: [Definition]) -> [String] {
    let order = Dictionary(
      definitions.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ indicator: String) -> (Int, Int, String) {
      let slug = Definition.slug(of: indicator)
      return (order[slug] ?? .max, FigurePart(slug: indicator)?.order ?? 0, indicator)
    }
    return indicators.sorted { place($0) < place($1) }
  }

  private static func curves(_ indicators: [String]) -> [String: [String]] {
    let parts = indicators.filter { FigurePart(slug: $0)?.isOfCurve == true }
    let families = Dictionary(grouping: parts, by: Definition.slug(of:))
    return Dictionary(
      uniqueKeysWithValues: parts.map { ($0, families[Definition.slug(of: $0)]!) })
  }

  /// Days to which the published mean wait of an indicator is restricted.
  func restrictedMean(of indicator: String) -> Int? {
    indicators.lazy.filter { Definition.slug(of: $0) == indicator }.compactMap {
      if case .mean(let days) = FigurePart(slug: $0) { days } else { nil }
    }.first
  }

  func name(of key: TerritoryKey) -> String { sentences.name(key) }

  /// What an inequality is parted by; nil for any other figure.
  func groups(of figure: Figure) -> String? {
    guard let groups = FigurePart(slug: figure.observation.indicator)?.groups else { return nil }
    let name = FigurePart.groups(groups)[language]
    return partedProvisionally.contains(figure.observation.indicator)
      ? ProvisionalComposition.marked(name) : name
  }

  func definition(_ indicator: String) -> Definition? {
    templates[indicator]?.definition ?? definitions[Definition.slug(of: indicator)]
  }

  /// Names of the datasets an indicator is worked out from of which nothing was delivered. The residents of
  /// a comune are in the reference tables: their ages are missed where nothing else is.
  func missingInputs(of definition: Definition) -> [String] {
    let missing = definition.inputs.filter { !delivered.contains($0) }
    let others = missing.filter { $0 != "popolazione" }
    return (others.isEmpty ? missing : others).map { DatasetPhrases.name($0)[language] }
  }

  /// What is withheld has no numbers, whatever the evidence carries.
  func figure(_ observation: Observation) -> Figure? {
    guard var figure = templates[observation.indicator] ?? template(observation) else { return nil }
    var observation = observation
    if observation.status == .suppressed {
      observation.value = nil
      observation.lower = nil
      observation.upper = nil
      observation.numerator = nil
      observation.denominator = nil
    }
    figure.observation = observation
    return figure
  }

  private func template(_ observation: Observation) -> Figure? {
    guard let definition = definition(observation.indicator) else { return nil }
    var figure = Figure(
      observation, definition, isSmall: small.contains(observation.indicator))
    if partedProvisionally.contains(observation.indicator) {
      figure.name = Text(
        it: ProvisionalComposition.marked(figure.name.it),
        en: ProvisionalComposition.marked(figure.name.en))
    }
    return figure
  }

  func figure(
    _ indicator: String, _ territory: TerritoryKey, _ period: Period,
    _ breakdown: Breakdown = .total
  ) -> Figure? {
    let found = evidence.observation(
      indicator, territory, period, breakdown.dimension, breakdown.modality)
    return (found ?? nobodyAsked(indicator, territory, period, breakdown)).flatMap(figure)
  }

  /// Every figure of an indicator, its parts not included, that passes the test.
  ///
  /// - Parameter territories: the only ones looked at, in this order; nil for all.
  func figures(
    _ indicator: String, of territories: [TerritoryKey]? = nil, where passes: (Observation) -> Bool
  ) -> [Figure] {
    places(indicator, territories).compactMap { place in
      passes(evidence.observations[place]) ? figure(evidence.observations[place]) : nil
    }
  }

  /// Territories of which something of an indicator is withheld.
  func withheldSomewhere(_ indicator: String) -> Set<TerritoryKey> {
    Set(
      (index.places[indicator] ?? []).lazy.map { evidence.observations[$0] }
        .filter { $0.status == .suppressed }.map(\.territory))
  }

  /// Whether an indicator has an observation that passes the test.
  func has(_ indicator: String, where passes: (Observation) -> Bool) -> Bool {
    (index.places[indicator] ?? []).contains { passes(evidence.observations[$0]) }
  }

  private func places(_ indicator: String, _ territories: [TerritoryKey]?) -> [Int] {
    guard let territories else { return index.places[indicator] ?? [] }
    guard let known = index.placesByTerritory[indicator] else { return [] }
    return territories.flatMap { known[$0] ?? [] }
  }

  /// The period to show for the total of an indicator.
  func period(for indicator: String, wanted: Period? = nil) -> Period? {
    choose(index.valued[indicator] ?? [], wanted)
  }

  /// The period to show for the totals of some indicators together: one in which at least one of them
  /// has a value.
  func period(forAnyOf indicators: [String]) -> Period? {
    if indicators.count == 1 { return period(for: indicators[0]) }
    return choose(Set(indicators.flatMap { index.valued[$0] ?? [] }).sorted(), nil)
  }

  /// The parts of the curve an indicator is a part of, which are read at one period; for any other,
  /// itself alone.
  func curve(of indicator: String) -> [String] { curves[indicator] ?? [indicator] }

  /// The period to show for some of the observations of an indicator: one in which at least one of
  /// them has a value.
  ///
  /// - Parameter territories: the only ones looked at; nil for all.
  func period(
    for indicator: String, wanted: Period? = nil, among territories: [TerritoryKey]? = nil,
    where passes: (Observation) -> Bool
  ) -> Period? {
    period(forAnyOf: [indicator], wanted: wanted, among: territories, where: passes)
  }

  func period(
    forAnyOf indicators: [String], wanted: Period?, among territories: [TerritoryKey]?,
    where passes: (Observation) -> Bool
  ) -> Period? {
    var known: Set<Period> = []
    for indicator in indicators {
      for place in places(indicator, territories)
      where evidence.observations[place].value != nil && passes(evidence.observations[place]) {
        known.insert(evidence.observations[place].period)
      }
    }
    return choose(known.sorted(), wanted)
  }

  /// The wanted period if it has a value, else the newest before it of the same kind, else the newest
  /// complete one of any kind, half-years first.
  private func choose(_ known: [Period], _ wanted: Period?) -> Period? {
    if let wanted {
      if known.contains(wanted) { return wanted }
      let earlier = known.filter { $0.kind == wanted.kind && $0.lastDay <= wanted.lastDay }
      if let best = earlier.max(by: { $0.lastDay < $1.lastDay }) { return best }
    }
    for kind in Period.Kind.preferred {
      let complete = known.filter { $0.kind == kind && $0.lastDay <= evidence.asOf }
      if let best = complete.max(by: { $0.lastDay < $1.lastDay }) { return best }
    }
    return known.max { $0.lastDay < $1.lastDay }
  }

  /// The periods of a kind from the first to the last in which an observation that passes has a value, oldest
  /// first: what is withheld between them is a gap, over which no line is drawn.
  func periods(
    for indicator: String, like period: Period, among territories: [TerritoryKey],
    where passes: (Observation) -> Bool
  ) -> [Period] {
    let own = places(indicator, territories).map { evidence.observations[$0] }
      .filter { $0.period.kind == period.kind && passes($0) }
    let known = own.filter { $0.value != nil }.map(\.period)
    guard let first = known.min(), let last = known.max() else { return [] }
    return Set(own.map(\.period)).filter { (first...last).contains($0) }.sorted()
  }
}
