public import Warehouse

/// An organisation as its own card shows it. What concerns persons has passed disclosure control: a
/// count is nil where too few persons are behind it, and persons are rounded.
public struct ProviderProfile: Hashable, Sendable {
  /// A count by comune or service, rounded to five; nil where it is withheld.
  public struct Part: Hashable, Sendable {
    public var code: String
    public var deliveries: Int?

    public init(code: String, deliveries: Int?) {
      self.code = code
      self.deliveries = deliveries
    }
  }

  public struct Offer: Hashable, Sendable {
    /// Code of the service.
    public var service: String
    /// Empty means the whole territory.
    public var comuni: [ComuneCode]
    public var capacity: Double?
    public var capacityUnit: String?
    /// True when where it is given must not be known: its comuni are then not here.
    public var isPlaceWithheld: Bool

    public init(
      service: String, comuni: [ComuneCode], capacity: Double?, capacityUnit: String?,
      isPlaceWithheld: Bool = false
    ) {
      self.service = service
      self.comuni = isPlaceWithheld ? [] : comuni
      self.capacity = capacity
      self.capacityUnit = capacityUnit
      self.isPlaceWithheld = isPlaceWithheld
    }
  }

  /// Where deliveries that speak of it come from.
  public struct Source: Hashable, Sendable {
    public var publisher: String
    public var dataset: String

    public init(publisher: String, dataset: String) {
      self.publisher = publisher
      self.dataset = dataset
    }
  }

  public var fiscalCode: String
  public var name: String
  /// Code of the exchange contract.
  public var kind: String
  public var seat: ComuneCode?
  public var served: [ComuneCode]
  /// True when all it does is a service whose place must not be known: its seat, the comuni it serves and
  /// those it delivers in are then not here.
  public var isPlaceWithheld = false
  /// Letters of art. 5.
  public var activities: [String]
  public var volunteers: Double?
  public var employees: Double?
  /// Active at the as-of date.
  public var offers: [Offer]
  /// Services delivered in the twelve months, rounded to five; nil when its deliveries are not received or
  /// withheld.
  public var deliveries: Int?
  /// Distinct persons in the twelve months, rounded to five.
  public var persons: Int?
  /// True when there are deliveries and they concern too few persons.
  public var isWithheld: Bool
  public var byComune: [Part]
  public var byService: [Part]
  public var sources: [Source]
  /// The days of the twelve months its deliveries tell of, where a month of them or more is missing.
  public var toldInPart: ClosedRange<Day>?
  /// Half of the requests it answered in the twelve months had their first service within these days;
  /// nil where it is not known or withheld.
  public var medianResponseDays: Int?
  /// Hours given by volunteers in the twelve months, as it declares them.
  public var volunteerHours: Double?
  /// Nil where none of the twelve months is told of.
  public var capacity: Capacity?
  /// Money it raised in the twelve months, public money not included.
  public var raisedCents: Int64?
  /// True when it raised money and that is what a few persons gave.
  public var isRaisedWithheld = false
  /// Nil where no referral of the twelve months names it.
  public var referrals: Referrals?
  /// Its newest application to the register of those admitted; nil where none was delivered.
  public var application: Application?

  public struct Application: Hashable, Sendable {
    public var appliedOn: Day
    public var decidedOn: Day?
    /// `qualificato|respinto|ritirato`; nil while it is open.
    public var outcome: String?

    public init(appliedOn: Day, decidedOn: Day?, outcome: String?) {
      self.appliedOn = appliedOn
      self.decidedOn = decidedOn
      self.outcome = outcome
    }
  }

  public init(
    fiscalCode: String, name: String, kind: String, seat: ComuneCode?, served: [ComuneCode],
    activities: [String], volunteers: Double?, employees: Double?, offers: [Offer],
    deliveries: Int?, persons: Int?, isWithheld: Bool, byComune: [Part], byService: [Part],
    sources: [Source]
  ) {
    self.fiscalCode = fiscalCode
    self.name = name
    self.kind = kind
    self.seat = seat
    self.served = served
    self.activities = activities
    self.volunteers = volunteers
    self.employees = employees
    self.offers = offers
    self.deliveries = deliveries
    self.persons = persons
    self.isWithheld = isWithheld
    self.byComune = byComune
    self.byService = byService
    self.sources = sources
  }
}
