import GRDB
import Testing

@testable import Warehouse

/// What reports read of points and of services that name a programme, from rows written by hand.
@Suite struct PublishedRegistersTests {
  private let store: Store

  init() throws {
    store = try Store()
    try store.write { access in
      let source = try access.save(.ofRequests("comune", .cumulative))
      for (table, rows) in [
        (
          "service_delivery (key, delivery_id, provider, service, comune, person, delivered_on, "
            + "quantity, unit, programme)",
          [(1, 10, "'P'"), (1, 20, "'P'"), (2, 30, "'P'"), (3, 31, "'P'"), (4, 10, "NULL")]
            .enumerated().map { line, row in
              "'D\(line)', 'E', 'C1', '080063', x'"
                + String(repeating: "0\(row.0)", count: 16) + "', \(row.1), 1, 'ore', \(row.2)"
            }
        ),
        (
          "proximity_point (key, point_id, name, comune, latitude, longitude, manager, venue, "
            + "opened_on, closed_on, weekly_hours)",
          [
            "'P1', 'Primo', '080063', 38.1, 15.6, '99990009997', 'biblioteca', 100, NULL, 22.5",
            "'P2', 'Secondo', '080001', NULL, NULL, 'ZZZZZZ00A00Z000Z', NULL, 90, 300, NULL",
          ]
        ),
      ] {
        let name = String(table.prefix { $0 != " " })
        let id = try access.open(
          Snapshot(of: "\(name).csv", on: .of("2026-01-31"), rows: []), source: source, table: name)
        for (line, row) in rows.enumerated() {
          try access.db.execute(
            sql: "INSERT INTO \(table) VALUES (\(id << 32 | Int64(line + 2)), \(row))")
        }
      }
    }
  }

  @Test func aProgrammeHasItsDeliveriesUpToTheDay() throws {
    let all = try store.programmeActivity(until: Day(number: 30))
    #expect(all.map(\.programme) == ["P"])
    #expect(all.map(\.deliveries) == [3] && all.map(\.persons) == [2])
    #expect(try store.programmeActivity(until: Day(number: 9)).isEmpty)
  }

  @Test func aPointComesBackWhole() throws {
    let points = try store.currentProximityPoints()
    #expect(points.map(\.pointID) == ["P1", "P2"])
    #expect(points.map(\.latitude) == [38.1, nil] && points.map(\.longitude) == [15.6, nil])
    #expect(points.map(\.venue) == ["biblioteca", nil])
    #expect(points.map(\.weeklyHours) == [22.5, nil])
    #expect(points.map(\.closedOn) == [nil, Day(number: 300)])
    // Whoever runs a point may be shown when it is an organisation.
    #expect(try store.organisationCodes() == ["99990009997", "E"])
  }
}
