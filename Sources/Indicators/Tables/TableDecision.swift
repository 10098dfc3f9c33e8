public import Warehouse

/// A decision of a co-programming table, as its sheet came back (`esiti_tavolo`).
public struct TableDecision: Hashable, Sendable {
  /// What was computed of its indicator before it was taken, for what only says how things stand on
  /// a date: the newest figures up to that day.
  public struct Baseline: Hashable, Sendable {
    public var asOf: Day
    public var observations: [Observation]

    public init(asOf: Day, observations: [Observation]) {
      self.asOf = asOf
      self.observations = observations
    }
  }

  public var procedure: String
  public var number: String
  public var need: String
  public var decision: String
  /// The day the sheet states, or else that of the first delivery the decision is in.
  public var decidedOn: Day
  public var weight: Double?
  public var responsible: String?
  /// Code of the service concerned.
  public var service: String?
  /// Empty means the whole territory of the table.
  public var comuni: [ComuneCode]
  /// Slug, reference code, name or published id of the indicator it is checked by.
  public var indicator: String?
  /// In the unit of the indicator; a share is a fraction of 1.
  public var target: Double?
  public var due: Day?
  public var resourcesCents: Int64?
  /// `da_avviare`, `in_corso`, `conclusa`, `abbandonata`.
  public var status: String?
  public var baseline: Baseline?

  public init(
    procedure: String, number: String, need: String, decision: String, decidedOn: Day,
    weight: Double? = nil, responsible: String?, service: String? = nil, comuni: [ComuneCode],
    indicator: String?, target: Double?, due: Day?, resourcesCents: Int64? = nil, status: String?,
    baseline: Baseline? = nil
  ) {
    self.procedure = procedure
    self.number = number
    self.need = need
    self.decision = decision
    self.decidedOn = decidedOn
    self.weight = weight
    self.responsible = responsible
    self.service = service
    self.comuni = comuni
    self.indicator = indicator
    self.target = target
    self.due = due
    self.resourcesCents = resourcesCents
    self.status = status
    self.baseline = baseline
  }
}

extension TableDecision {
  init(_ fact: TableDecisionFact) {
    self.init(
      procedure: fact.procedure, number: fact.number, need: fact.need, decision: fact.decision,
      decidedOn: fact.decidedOn ?? fact.firstReceivedOn, weight: fact.weight,
      responsible: fact.responsible, service: fact.service,
      comuni: fact.comuni.compactMap { ComuneCode($0) }, indicator: fact.indicator,
      target: fact.target, due: fact.dueOn, resourcesCents: fact.resourcesCents,
      status: fact.status)
  }

  /// Where its indicator is looked at: in the comuni it names, and in the territory of the table when they are none or
  /// several. Many comuni would be single small numbers: then the territory alone.
  public func places(ofTable whole: TerritoryKey) -> [TerritoryKey] {
    let comuni = comuni.map { TerritoryKey(.comune, "\($0)") }
    return switch comuni.count {
    case 1: comuni
    case 2...6: [whole] + comuni
    default: [whole]
    }
  }

  /// The indicator itself, or the first of its parts where only parts are published (the median of a waiting time).
  public static func measured(_ slug: String, among published: [String]) -> String? {
    published.first { $0 == slug } ?? published.first { $0.hasPrefix(slug + ".") }
  }

  /// The decisions taken by the as-of date, each with what was known of its indicator when it was
  /// taken.
  static func all(
    in store: Store, asOf: Day, definitions: [Definition]
  ) throws -> [TableDecision] {
    var computed: [Day: [Observation]] = [:]
    return try store.tableDecisions().compactMap { fact in
      var decision = TableDecision(fact)
      let day = decision.decidedOn
      guard day <= asOf else { return nil }
      if let slug = fact.indicator.flatMap({ Definition.slug(called: $0, among: definitions) }),
        let before = try store.lastComputed(upTo: day)
      {
        if computed[before] == nil {
          computed[before] = try store.observations(asOf: before)
        }
        decision.baseline = Baseline(
          asOf: before,
          observations: computed[before]!.filter {
            $0.indicator == slug || $0.indicator.hasPrefix(slug + ".")
          })
      }
      return decision
    }
  }
}

extension Definition {
  /// The indicator somebody means by its slug (a part after a dot included), its code in the reference
  /// catalogue, its name in either language, or the id of a published number.
  public static func slug(called text: String, among definitions: [Definition]) -> String? {
    let wanted = text.prefix { $0 != "~" }.trimmingPrefix { $0 == " " }
    let lowered = wanted.lowercased()
    let whole = slug(of: lowered)
    if definitions.contains(where: { $0.slug == whole }) { return lowered }
    return definitions.first {
      $0.code.lowercased() == lowered || $0.name.it.lowercased() == lowered
        || $0.name.en.lowercased() == lowered
    }?.slug
  }
}
