public import Warehouse

/// A multi-year project of a foundation against its plan. What counts people has passed disclosure
/// control.
public struct ProjectProfile: Hashable, Sendable {
  /// What an indicator of the project was planned to be by a day, and what it was.
  public struct Point: Hashable, Sendable {
    public var day: Day
    /// Cumulated to the day.
    public var target: Double
    /// Cumulated to the day; nil where it is withheld.
    public var value: Double?

    public init(day: Day, target: Double, value: Double?) {
      self.day = day
      self.target = target
      self.value = value
    }
  }

  public struct Result: Hashable, Sendable {
    public var name: String
    public var unit: String
    /// By day.
    public var points: [Point]

    public init(name: String, unit: String, points: [Point]) {
      self.name = name
      self.unit = unit
      self.points = points
    }
  }

  public var id: String
  public var title: String
  public var call: String?
  /// Fiscal codes of organisations.
  public var lead: String
  public var partners: [String]
  /// Empty means the whole territory.
  public var comuni: [ComuneCode]
  public var start: Day
  public var end: Day
  public var grantCents: Int64
  public var cofundingCents: Int64?
  public var fundraisingGoalCents: Int64?
  /// `governance|processo|servizio`.
  public var innovations: [String]
  public var results: [Result]
  /// Raised from others by kind of donor, cents; empty where a kind has too few donors to be shown.
  public var raisedCents: [String: Int64]
  /// By the deliveries of services that name it. Nil where it is withheld or none does.
  public var served: Programme.Served?
  /// True when deliveries name it and they concern too few persons.
  public var isServedWithheld = false

  public init(
    id: String, title: String, call: String?, lead: String, partners: [String],
    comuni: [ComuneCode], start: Day, end: Day, grantCents: Int64, cofundingCents: Int64?,
    fundraisingGoalCents: Int64?, innovations: [String], results: [Result],
    raisedCents: [String: Int64]
  ) {
    self.id = id
    self.title = title
    self.call = call
    self.lead = lead
    self.partners = partners
    self.comuni = comuni
    self.start = start
    self.end = end
    self.grantCents = grantCents
    self.cofundingCents = cofundingCents
    self.fundraisingGoalCents = fundraisingGoalCents
    self.innovations = innovations
    self.results = results
    self.raisedCents = raisedCents
  }
}
