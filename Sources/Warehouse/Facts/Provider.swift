internal import GRDB

/// An organisation as its register describes it.
public struct ProviderRecord: Hashable, Sendable {
  public var fiscalCode: String
  public var name: String
  public var kind: String
  public var comune: String
  /// ISTAT codes; empty when it does not say.
  public var served: [String]
  /// Letters of art. 5.
  public var activities: [String]
  public var volunteers: Double?
  public var employees: Double?
}

/// What an organisation did between two days, whole or by comune or by first-level service. The counts
/// of persons are of distinct tokens and have not passed disclosure control.
public struct ProviderActivity: Hashable, Sendable {
  public enum Breakdown: Sendable { case whole, comune, service }

  public var provider: String
  /// Code of the comune or service; empty for the whole.
  public var part: String
  public var deliveries: Int
  public var persons: Int

  public init(provider: String, part: String, deliveries: Int, persons: Int) {
    self.provider = provider
    self.part = part
    self.deliveries = deliveries
    self.persons = persons
  }
}

extension Store {
  /// Organisations by name; one that two deliveries describe is there once.
  public func currentProviders() throws -> [ProviderRecord] {
    try rows(
      """
      SELECT fiscal_code, name, kind, comune, served_comuni, activities, volunteers, employees_fte,
        max(key)
      FROM current_provider GROUP BY fiscal_code ORDER BY fiscal_code
      """
    ) { row in
      func list(_ i: Int) -> [String] {
        (row[i] as String?).map { $0.split(separator: "|").map(String.init) } ?? []
      }
      return ProviderRecord(
        fiscalCode: row[0], name: row[1], kind: row[2], comune: row[3], served: list(4),
        activities: list(5), volunteers: row[6], employees: row[7])
    }.inOrder(of: \.name)
  }

  /// By comune without the services whose users nobody may know where they come from (`sensibile` in
  /// `servizi.csv`).
  ///
  /// - Parameter days: both ends included.
  public func providerActivity(
    by breakdown: ProviderActivity.Breakdown, days: ClosedRange<Day>
  ) throws -> [ProviderActivity] {
    let part =
      switch breakdown {
      case .whole: "''"
      case .comune: "comune"
      case .service: "substr(service, 1, 1)"
      }
    let isKept =
      breakdown == .comune
      ? "NOT EXISTS (SELECT 1 FROM code c WHERE c.list = 'servizio' AND c.code = service "
        + "AND c.is_sensitive)" : "1"
    return try rows(
      """
      SELECT provider, \(part), count(*), count(DISTINCT person) FROM current_service_delivery
      WHERE delivered_on BETWEEN \(days.lowerBound.number) AND \(days.upperBound.number) AND \(isKept)
      GROUP BY 1, 2 ORDER BY 1, 2
      """
    ) {
      ProviderActivity(provider: $0[0], part: $0[1], deliveries: $0[2], persons: $0[3])
    }
  }

  /// Organisations all of whose offers and deliveries are of services whose place must not be known: to
  /// say where they are, or whom they serve, would tell it.
  public func providersOfWithheldPlace() throws -> Set<String> {
    Set(
      try rows(
        """
        WITH given AS (
          SELECT provider, service FROM current_service_delivery
          UNION SELECT coalesce(a.code, provider), service FROM current_service_offer
            LEFT JOIN organisation_alias a ON a.former = provider)
        SELECT provider FROM given LEFT JOIN code c ON c.list = 'servizio' AND c.code = service
        GROUP BY provider HAVING min(coalesce(c.is_sensitive, 0)) = 1
        """
      ) { $0[0] as String })
  }

  /// By the programme or project that services say they are paid by; persons are distinct tokens and
  /// have not passed disclosure control.
  public func programmeActivity(
    until day: Day
  ) throws -> [(programme: String, deliveries: Int, persons: Int)] {
    try rows(
      """
      SELECT programme, count(*), count(DISTINCT person) FROM current_service_delivery
      WHERE programme IS NOT NULL AND delivered_on <= \(day.number) GROUP BY 1 ORDER BY 1
      """
    ) { ($0[0], $0[1], $0[2]) }
  }

  /// By fiscal code, days from a request to its first service delivered in the days given.
  ///
  /// A delivery tells its request by id; ids are the sender's, so the comune must be the same too.
  public func providerResponses(days: ClosedRange<Day>) throws -> [String: [Int]] {
    var responses: [String: [Int]] = [:]
    let found = try rows(
      """
      WITH answered AS (
        SELECT provider, request_id, comune, min(delivered_on) AS day
        FROM current_service_delivery WHERE request_id IS NOT NULL GROUP BY 1, 2, 3)
      SELECT a.provider, a.day - r.requested_on
      FROM answered a JOIN current_service_request r
        ON r.request_id = a.request_id AND r.comune = a.comune
      WHERE a.day BETWEEN \(days.lowerBound.number) AND \(days.upperBound.number)
        AND a.day >= r.requested_on AND r.has_presumed_dates IS NOT 1
      ORDER BY 1, 2
      """
    ) { ($0[0] as String, $0[1] as Int) }
    for (provider, days) in found { responses[provider, default: []].append(days) }
    return responses
  }

  /// The sources whose deliveries speak of an organisation, by its fiscal code, each with the days its current
  /// deliveries can tell of.
  public func providerSources() throws -> [String: [DeliverySource]] {
    let told = try daysToldBySource()
    var sources: [String: [DeliverySource]] = [:]
    let found = try rows(
      """
      SELECT DISTINCT provider, coalesce(nullif(publisher_name, ''), publisher), dataset, source.id
      FROM current_service_delivery f JOIN snapshot s ON s.id = f.snapshot
        JOIN source ON source.id = s.source
      ORDER BY 1, 2, 3
      """
    ) { ($0[0] as String, $0[1] as String, $0[2] as String, $0[3] as Int64) }
    for (provider, publisher, dataset, source) in found {
      sources[provider, default: []].append(
        DeliverySource(publisher: publisher, dataset: dataset, told: told[source]))
    }
    return sources
  }
}

/// A source as the organisations it speaks of know it.
public struct DeliverySource: Hashable, Sendable {
  /// Its name.
  public var publisher: String
  public var dataset: String
  /// From the first month with a fact to the last delivery.
  public var told: ClosedRange<Day>?
}
