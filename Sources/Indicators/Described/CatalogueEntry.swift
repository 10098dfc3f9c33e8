public import Warehouse

/// An entry of the catalogue: what it says of itself, and how it is worked out.
///
/// Most are a description of what to count over one dataset; counting, estimates, intervals, disclosure
/// control and tracing are written once, in the engine. The odd ones are code.
public struct Indicator: Sendable {
  public var definition: Definition
  public var calculation: Calculation
  /// What code reads that somebody must have filled in.
  private var neededByCode: Set<Need> = []
  let example: Example?

  public enum Calculation: Sendable {
    /// Facts of one dataset, counted as described.
    case facts(Counting)
    /// Cases gathered by code (several datasets, a sequence of facts), then treated as any other.
    case gathered(Counting, @Sendable (Computation) throws -> BaseTallies)
    /// Code from beginning to end: measures over territories, organisations, programmes. It may publish
    /// counts of persons only through `Computation.estimates`.
    case code(inputs: [FactTable], @Sendable (Computation) throws -> [Observation])
    /// Code that looks at whatever all the others publish.
    case review(inputs: [FactTable], @Sendable (Computation) throws -> [Observation])
  }

  init(
    _ code: String, _ slug: String, _ name: Text, _ unit: Definition.Unit,
    _ direction: Definition.Direction, cell: String, formula: Text, caveats: Text, source: Text,
    parts: [Definition.Part] = [], persons: Definition.PersonsIn = .both,
    needing needs: Set<Need> = [], _ calculation: Calculation, example: Example? = nil
  ) {
    definition = Definition(
      slug: slug, code: code, family: String(code.prefix { !$0.isNumber }), name: name, unit: unit,
      direction: direction, formula: formula, caveats: caveats, source: source, minimumCell: cell)
    definition.parts = parts
    definition.persons = persons
    definition.example = example?.text
    self.calculation = calculation
    neededByCode = needs
    self.example = example
    definition.inputs = inputs.map(\.dataset)
    definition.breakdowns = counting?.breakdowns.map(\.dimension) ?? []
  }

  init(definition: Definition, counting: Counting) {
    self.definition = definition
    calculation = .facts(counting)
    example = nil
    self.definition.inputs = inputs.map(\.dataset)
    self.definition.breakdowns = counting.breakdowns.map(\.dimension)
  }

  /// Datasets it reads, those it cannot do without first.
  public var inputs: [FactTable] {
    switch calculation {
    case .facts(let counting): [counting.table]
    case .gathered(let counting, _): [counting.table] + counting.also
    case .code(let inputs, _), .review(let inputs, _): inputs
    }
  }

  /// What somebody must have filled in for it to say anything.
  var needs: Set<Need> {
    guard case .facts(let counting) = calculation else { return neededByCode }
    return counting.needs(isOfPersons: definition.isOfPersons)
  }

  var counting: Counting? {
    switch calculation {
    case .facts(let counting), .gathered(let counting, _): counting
    case .code, .review: nil
    }
  }
}

/// A case small enough to be checked by hand: an entry of the manual, and the indicator's test.
struct Example: Sendable {
  var text: Text
  /// What must come out.
  var value: Double
  fileprivate var work: Work

  fileprivate enum Work: Sendable {
    case facts([[FactField: String]], suffix: String)
    case code(@Sendable () -> Double?)
  }

  /// Facts of the dataset as if they were all there is, in a territory of 1,000 residents, on 30 June 2026.
  static func facts(
    _ it: String, _ en: String, _ facts: [[FactField: String]], _ value: Double, part: String = ""
  ) -> Example {
    Example(text: Text(it: it, en: en), value: value, work: .facts(facts, suffix: part))
  }

  static func code(
    _ it: String, _ en: String, _ value: Double, _ work: @escaping @Sendable () -> Double?
  ) -> Example {
    Example(text: Text(it: it, en: en), value: value, work: .code(work))
  }
}

extension Indicator {
  /// What the example gives, by the indicator's own code; nil when it gives nothing.
  func workedExample() -> Double? {
    switch example?.work {
    case nil: nil
    case .code(let work): work()
    case .facts(let facts, let suffix): counting?.value(of: facts, suffix: suffix)
    }
  }

  var expectedExample: Double? { example?.value }
}

extension Counting {
  /// The estimate over facts written down, disclosure apart: for examples, which are nobody's.
  fileprivate func value(of facts: [[FactField: String]], suffix: String) -> Double? {
    let asOf = Day(year: 2026, month: 6, day: 30)!
    guard let settings = try? DisclosureSettings() else { return nil }
    let frame = Frame(
      comuni: [], ats: [], services: [], areas: [], channels: [], asOf: asOf, years: 3)
    let tally = FactTally(counting: self, frame: frame, asOf: asOf)
    var all = CellTally()
    tally.contributions(FactSlice(facts, reading: fields), observedUntil: asOf) { _, one in
      all.add(one)
    }
    var total = all
    total.cases = facts.count
    let estimates = CellEstimates(
      counting: self, settings: settings, residents: { _, _, _ in 1000 }, total: { _ in total },
      threshold: { _ in nil })
    let isPart: Bool
    if case .distribution = measure { isPart = true } else { isPart = false }
    let key = CellTable.Key(
      unit: 0, period: .year(2025), dimension: isPart ? 1 : 0, code: "totale")
    return estimates.figures(key, all).first { $0.suffix == suffix }?.value
  }
}
