internal import GRDB

/// A service offered by an organisation.
public struct ServiceOffer: Hashable, Sendable {
  public var offerID: String
  public var provider: String
  public var service: String
  public var userArea: String?
  /// ISTAT codes; empty means the whole territory.
  public var comuni: [String]
  public var capacity: Double?
  public var capacityUnit: String?
  public var isFree: Bool
  /// `sede`, `domicilio`, `online` or `chiamata`; nil where the row does not say.
  public var mode: String?
  public var status: String?
  public var startsOn: Day
  public var endsOn: Day?
  /// True when where it is given must not be known (`sensibile` in `servizi.csv`): anti-violence
  /// centres, shelters.
  public var isPlaceWithheld: Bool

  /// Published and running on a day.
  public func isActive(on day: Day) -> Bool {
    (status ?? "pubblicato") == "pubblicato" && startsOn <= day
      && (endsOn.map { day <= $0 } ?? true)
  }
}

/// A Punto di Prossimità.
public struct ProximityPoint: Hashable, Sendable {
  public var pointID: String
  public var name: String
  public var comune: String
  public var openedOn: Day
  public var closedOn: Day?
  /// Degrees; nil where they were not delivered.
  public var latitude: Double?
  public var longitude: Double?
  /// Fiscal code of who runs it.
  public var manager: String?
  /// The building it is in, as delivered.
  public var venue: String?
  /// Opening hours in a week.
  public var weeklyHours: Double?

  public init(pointID: String, name: String, comune: String, openedOn: Day) {
    self.pointID = pointID
    self.name = name
    self.comune = comune
    self.openedOn = openedOn
  }
}

/// Residents of a comune in an age band.
public struct PopulationCount: Hashable, Sendable {
  public var comune: String
  public var year: Int
  /// Completed years, both ends included.
  public var ages: ClosedRange<Int>
  /// `F` or `M`; of any other value nothing is said by sex.
  public var sex: String
  public var residents: Int
}

extension Store {
  public func currentOffers() throws -> [ServiceOffer] {
    try rows(
      """
      SELECT offer_id, coalesce(a.code, provider), service, user_area, comuni, capacity,
        capacity_unit, status, starts_on, ends_on, coalesce(c.is_sensitive, 0), is_free, mode
      FROM current_service_offer LEFT JOIN organisation_alias a ON a.former = provider
        LEFT JOIN code c ON c.list = 'servizio' AND c.code = service
      ORDER BY offer_id, key
      """
    ) { row in
      let comuni: String = row[4]
      return ServiceOffer(
        offerID: row[0], provider: row[1], service: row[2], userArea: row[3],
        comuni: comuni == "tutti" ? [] : comuni.split(separator: "|").map(String.init),
        capacity: row[5], capacityUnit: row[6], isFree: row[11], mode: row[12], status: row[7],
        startsOn: Day(number: row[8]), endsOn: (row[9] as Int32?).map(Day.init),
        isPlaceWithheld: row[10])
    }
  }

  /// The offers of a day of which it may be said where they are: whatever tells of places reads these.
  public func placedOffers(on day: Day) throws -> [ServiceOffer] {
    try currentOffers().filter { $0.isActive(on: day) && !$0.isPlaceWithheld }
  }

  public func currentProximityPoints() throws -> [ProximityPoint] {
    try rows(
      """
      SELECT point_id, name, comune, opened_on, closed_on, latitude, longitude, manager, venue,
        weekly_hours
      FROM current_proximity_point ORDER BY point_id, key
      """
    ) { row in
      var point = ProximityPoint(
        pointID: row[0], name: row[1], comune: row[2], openedOn: Day(number: row[3]))
      point.closedOn = (row[4] as Int32?).map(Day.init)
      (point.latitude, point.longitude) = (row[5], row[6])
      (point.manager, point.venue, point.weeklyHours) = (row[7], row[8], row[9])
      return point
    }
  }

  public func currentPopulation() throws -> [PopulationCount] {
    try rows(
      """
      SELECT comune, year, age_from, age_to, sex, sum(residents) FROM current_population
      GROUP BY comune, year, age_from, age_to, sex ORDER BY comune, year, age_from, sex
      """
    ) { row in
      PopulationCount(
        comune: row[0], year: row[1], ages: row[2]...row[3], sex: row[4], residents: row[5])
    }
  }

  func rows<T>(_ sql: String, _ make: (Row) throws -> T) throws -> [T] {
    try queue.read { db in
      var result: [T] = []
      let cursor = try Row.fetchCursor(db, sql: sql)
      while let row = try cursor.next() { result.append(try make(row)) }
      return result
    }
  }
}
