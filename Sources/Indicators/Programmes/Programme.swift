public import Warehouse

/// A public programme (a CUP) with every statement made about it, none overwriting another.
public struct Programme: Hashable, Sendable {
  public struct Statement: Hashable, Sendable {
    /// Source of funds (`pnrr`, `pnc`, … `totale`); empty for payments that do not say.
    public var fund: String
    public var amountCents: Int64
    public var date: Day
    /// Who says so.
    public var origin: String

    public init(fund: String, amountCents: Int64, date: Day, origin: String) {
      self.fund = fund
      self.amountCents = amountCents
      self.date = date
      self.origin = origin
    }
  }

  public struct Target: Hashable, Sendable {
    public var code: String
    public var name: String
    public var unit: String
    public var planned: Double
    public var achieved: Double
    public var date: Day

    public init(
      code: String, name: String, unit: String, planned: Double, achieved: Double, date: Day
    ) {
      self.code = code
      self.name = name
      self.unit = unit
      self.planned = planned
      self.achieved = achieved
      self.date = date
    }
  }

  /// A step with its day, planned and actual.
  public struct Milestone: Hashable, Sendable {
    public var code: String
    public var name: String
    public var planned: Day
    public var actual: Day?

    public init(code: String, name: String, planned: Day, actual: Day?) {
      self.code = code
      self.name = name
      self.planned = planned
      self.actual = actual
    }
  }

  /// A row of the register of contracts: those who win together have a row each and one amount.
  public struct Award: Hashable, Sendable {
    public var cig: String?
    public var day: Day?
    public var amountCents: Int64?
    /// Nil also where it may be a person.
    public var awardee: String?
    public var isAwardeeWithheld = false
    public var role: String?

    public init(cig: String?, day: Day?, amountCents: Int64?, awardee: String?, role: String?) {
      self.cig = cig
      self.day = day
      self.amountCents = amountCents
      self.awardee = awardee
      self.role = role
    }
  }

  /// The part of a figure that concerns a sex, an age band or both.
  public struct Reached: Hashable, Sendable {
    /// Of the target.
    public var code: String
    public var name: String
    public var unit: String
    public var date: Day
    /// `F|M|X`; nil where the row does not say.
    public var sex: String?
    public var ageBand: String?
    /// Nil where it is withheld.
    public var achieved: Double?

    public init(
      code: String, name: String, unit: String, date: Day, sex: String?, ageBand: String?,
      achieved: Double?
    ) {
      self.code = code
      self.name = name
      self.unit = unit
      self.date = date
      self.sex = sex
      self.ageBand = ageBand
      self.achieved = achieved
    }
  }

  /// What the deliveries of services that name a programme add up to, both rounded to five.
  public struct Served: Hashable, Sendable {
    public var deliveries: Int
    public var persons: Int

    public init(deliveries: Int, persons: Int) {
      self.deliveries = deliveries
      self.persons = persons
    }

    /// By CUP or id of a project, up to the as-of date; a programme no delivery names is not there, and
    /// one with too few persons has no numbers.
    ///
    /// Who delivers has its exact count on a card of its own: exact counts of a programme could be taken
    /// from it.
    static func all(
      in store: Store, settings: DisclosureSettings, asOf: Day
    ) throws -> [String: Served?] {
      let isSensitive = try store.codes("area_utenza").contains(where: \.isSensitive)
      return protected(
        try store.programmeActivity(until: asOf),
        threshold: settings.threshold(isSensitive: isSensitive))
    }

    static func protected(
      _ activity: [(programme: String, deliveries: Int, persons: Int)], threshold: Int
    ) -> [String: Served?] {
      Dictionary(
        uniqueKeysWithValues: activity.map { one in
          let served = Served(
            deliveries: ProviderProfile.rounded(one.deliveries),
            persons: ProviderProfile.rounded(one.persons))
          return (one.programme, one.persons < threshold ? nil : served)
        })
    }
  }

  public var cup: String
  public var title: String
  public var measure: String?
  public var implementer: String?
  public var status: String?
  public var plannedStart: Day?
  public var actualStart: Day?
  public var plannedEnd: Day?
  public var actualEnd: Day?
  public var funding: [Statement]
  public var payments: [Statement]
  public var targets: [Target]
  /// Local code of the project.
  public var clp: String?
  /// Comuni it concerns; empty where it is the whole territory or nobody says.
  public var comuni: [ComuneCode] = []
  /// By planned day.
  public var milestones: [Milestone] = []
  public var awards: [Award] = []
  public var reached: [Reached] = []
  /// Nil where it is withheld or no delivery names the programme.
  public var served: Served?
  /// True when deliveries name it and they concern too few persons.
  public var isServedWithheld = false

  public init(
    cup: String, title: String, measure: String?, implementer: String?, status: String?,
    plannedStart: Day?, actualStart: Day?, plannedEnd: Day?, actualEnd: Day?,
    funding: [Statement], payments: [Statement], targets: [Target]
  ) {
    self.cup = cup
    self.title = title
    self.measure = measure
    self.implementer = implementer
    self.status = status
    self.plannedStart = plannedStart
    self.actualStart = actualStart
    self.plannedEnd = plannedEnd
    self.actualEnd = actualEnd
    self.funding = funding
    self.payments = payments
    self.targets = targets
  }
}
