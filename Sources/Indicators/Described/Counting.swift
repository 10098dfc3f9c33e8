public import Warehouse

/// What is counted over one dataset: which facts, when, where, divided how, and what of them.
///
/// The same description is written in Swift for the catalogue and in `datasets/indicators/*.json` by an
/// analyst.
public struct Counting: Sendable {
  public var table: FactTable
  /// Other datasets the code that gathers the cases reads.
  public var also: [FactTable]
  /// A fact counts when all of them hold.
  public var filters: [Condition]
  public var when: When
  /// Field with the comune; nil where facts have no place: only the whole is published.
  public var place: FactField?
  /// Fields by whose codes the result is broken down, each with the dimension's published name.
  public var breakdowns: [Breakdown]
  public var measure: Measure
  /// Who must not be recognised; distinct values of this field are what the minimum cell counts. Nil:
  /// every fact is somebody of its own.
  public var protects: FactField?
  public var levels: Levels

  public struct Breakdown: Hashable, Sendable {
    public var dimension: String
    public var field: FactField
    public var coding: Coding

    /// How the published code is made of the field.
    public enum Coding: Hashable, Sendable {
      case text
      /// Services are shown by their first-level heading, the first letter of the code.
      case firstLetter
      /// A day by its weekday, from `1`, Monday, to `7` (ISO 8601).
      case weekday
      /// A year of birth by the age turned in the year of a day, below some years or not: `0-64`, `65-130`.
      case age(on: FactField, from: Int)
    }

    /// All it asks of a fact.
    var fields: [FactField] {
      if case .age(let day, _) = coding { [field, day] } else { [field] }
    }

    public init(_ dimension: String, _ field: FactField, as coding: Coding = .text) {
      self.dimension = dimension
      self.field = field
      self.coding = coding
    }

    /// The published code of a field's text; `ND` where there is none.
    func code(of text: String?) -> String {
      guard let text, !text.isEmpty, Self.isCode(text, of: field) else { return "ND" }
      return coding == .firstLetter ? Self.heading(text) : text
    }

    /// False where no list says which codes a field may hold, and this is none: what somebody wrote of somebody is
    /// not published, be its number withheld.
    private static func isCode(_ text: String, of field: FactField) -> Bool {
      switch field {
      case .ageBand: text.allSatisfy { $0.isASCII && ($0.isNumber || "-+<>".contains($0)) }
      case .node: text.contains(where: \.isNumber) && !text.contains(where: \.isWhitespace)
      default: true
      }
    }

    /// The first-level heading of a service: the first letter of its code; `ND` stays what it is.
    static func heading(_ service: String) -> String {
      service.isEmpty || service == "ND" ? "ND" : String(service.prefix(1))
    }

    public static let area = Breakdown("area_utenza", .userArea)
    public static let service = Breakdown("servizio", .service, as: .firstLetter)
    /// Of who asks, in the year of the request.
    static let age = Breakdown("eta", .birthYear, as: .age(on: .requestedOn, from: 65))
    static let sex = Breakdown("sesso", .sex)
    public static let channel = Breakdown("canale", .channel)
  }

  public enum When: Hashable, Sendable {
    /// The day that decides the period.
    case day(FactField)
    /// Facts about a year as a whole.
    case year(FactField)
    /// What holds at the as-of date.
    case asOf
  }

  /// Down to where it is published.
  public enum Levels: Hashable, Sendable {
    case whole, ats, comune
  }

  public init(
    _ table: FactTable, also: [FactTable] = [], where filters: [Condition] = [], when: When,
    place: FactField? = .comune,
    by breakdowns: [Breakdown] = [], measure: Measure, protects: FactField? = nil,
    levels: Levels = .comune
  ) {
    self.table = table
    self.also = also
    self.filters = filters
    self.when = when
    self.place = place
    self.breakdowns = breakdowns
    self.measure = measure
    self.protects = protects
    self.levels = place == nil ? .whole : levels
  }
}

extension Counting {
  /// All it asks of a fact.
  var fields: Set<FactField> {
    var all = Set(filters.flatMap(\.fields) + breakdowns.flatMap(\.fields) + measure.fields)
    switch when {
    case .day(let field), .year(let field): all.insert(field)
    case .asOf: break
    }
    if let place { all.insert(place) }
    if let group = table.placedTogether { all.insert(group) }
    if let protects { all.insert(protects) }
    return all
  }
}

extension Measure {
  fileprivate var fields: [FactField] {
    switch self {
    case .count, .daily, .rate: []
    case .share(let conditions): conditions.flatMap(\.fields)
    case .distribution(let field), .distinct(let field, _): [field]
    case .shareOfDistinct(let field, let conditions): [field] + conditions.flatMap(\.fields)
    case .sum(let quantity, _), .mean(let quantity): quantity.fields
    case .ratio(let top, let bottom): top.fields + bottom.fields
    case .wait(let wait):
      [wait.from, wait.to] + wait.ended + wait.onlyIf.flatMap(\.fields)
        + wait.standIns.flatMap { [$0.day] + $0.onlyIf.flatMap(\.fields) }
    }
  }
}

/// A number a fact carries, in the unit it is published in.
public struct Quantity: Hashable, Sendable {
  public var field: FactField
  public var factor: Double
  /// Hours, of which some facts speak in minutes.
  private(set) var isTime = false

  public init(_ field: FactField, times factor: Double = 1) {
    self.field = field
    self.factor = factor
  }

  /// What was delivered, in hours: of services whose unit is `ore` or `minuti`.
  static let hours: Quantity = {
    var hours = Quantity(.quantity)
    hours.isTime = true
    return hours
  }()

  var fields: [FactField] { isTime ? [field, .unit] : [field] }

  /// Money is kept in cents.
  public static func euro(_ field: FactField) -> Quantity { Quantity(field, times: 0.01) }
}

/// What is made of the facts of a cell.
public enum Measure: Sendable {
  /// How many.
  case count
  /// How many a day, or a weekday where it is divided by weekdays; exact Poisson.
  case daily
  /// How many per so many residents (of an age class).
  case rate(per: Double, ages: ClosedRange<Int>? = nil)
  /// Share of those for which all conditions hold; Wilson's interval.
  case share([Condition])
  /// Share of each code of the field; Wilson's interval. The field must be a breakdown.
  case distribution(FactField)
  /// Different values of the field, and per so many residents.
  case distinct(FactField, per: Double? = nil)
  /// Of the different values of the field, the share with a fact for which all conditions hold.
  case shareOfDistinct(FactField, [Condition])
  case sum(Quantity, per: Double? = nil)
  case mean(Quantity)
  /// Sum over sum.
  case ratio(Quantity, Quantity)
  /// Days from one date to another: median, 90th percentile and shares within horizons.
  case wait(Wait)
}

extension Measure {
  /// True where no cases make a nought, not a nothing.
  var countsZero: Bool {
    switch self {
    case .count, .daily, .rate, .distinct, .sum: true
    case .share, .distribution, .shareOfDistinct, .mean, .ratio, .wait: false
    }
  }
}

/// A waiting time: whole days from a first date to the awaited one.
public struct Wait: Hashable, Sendable {
  public var from: FactField
  public var to: FactField
  /// Dates that make the awaited one impossible.
  public var ended: [FactField]
  /// Conditions without which the awaited date is not what was awaited.
  public var onlyIf: [Condition]
  /// What a day is taken to be where a fact has none; of several for one day the first that holds.
  public var standIns: [StandIn]
  public var horizons: [Int]
  /// Days to which the mean wait, however it ends, is restricted; nil where it is not published: of two
  /// tables of the same waits one alone may say it.
  public var meanUntil: Int?

  /// False when every exit is the awaited one.
  var hasRivals: Bool { !ended.isEmpty }

  /// A day in another's place, in facts of which the conditions hold.
  public struct StandIn: Hashable, Sendable {
    public var missing: FactField
    public var day: FactField
    public var onlyIf: [Condition]

    public init(for missing: FactField, _ day: FactField, onlyIf: [Condition] = []) {
      self.missing = missing
      self.day = day
      self.onlyIf = onlyIf
    }
  }

  public init(
    _ from: FactField, _ to: FactField, onlyIf: [Condition] = [], ended: [FactField] = [],
    standIns: [StandIn] = [], horizons: [Int], meanUntil: Int? = nil
  ) {
    self.from = from
    self.to = to
    self.onlyIf = onlyIf
    self.ended = ended
    self.standIns = standIns
    self.horizons = horizons
    self.meanUntil = meanUntil
  }
}
