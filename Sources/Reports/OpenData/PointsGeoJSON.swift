import Indicators
import Warehouse

/// `dati/punti_prossimita.geojson`: the Punti di Prossimità on a map. One without coordinates is there
/// with an empty geometry: where it is, the comune says.
enum PointsGeoJSON {
  static func bytes(_ evidence: Evidence) -> [UInt8] {
    let places = evidence.points.compactMap { point in
      point.latitude.flatMap { latitude in
        point.longitude.map { (longitude: $0, latitude: latitude) }
      }
    }
    return JSONValue.object(
      [("type", .string("FeatureCollection"))] + TerritoriesGeoJSON.boundingBox(places) + [
        (
          "features",
          .array(
            evidence.points.map { point in
              .object([
                ("type", .string("Feature")),
                ("id", .string(point.pointID)),
                ("geometry", geometry(point)),
                ("properties", .object(properties(point, evidence.territory))),
              ])
            })
        )
      ]
    ).bytes
  }

  /// RFC 7946: longitude first.
  private static func geometry(_ point: ProximityPoint) -> JSONValue {
    guard let latitude = point.latitude, let longitude = point.longitude else { return .null }
    return .object([
      ("type", .string("Point")),
      ("coordinates", .array([.number(longitude), .number(latitude)])),
    ])
  }

  private static func properties(
    _ point: ProximityPoint, _ territory: TerritoryAtlas
  ) -> [(String, JSONValue)] {
    func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
    return [
      ("denominazione", .string(point.name)),
      ("comune", .string(point.comune)),
      ("nome_comune", text(ComuneCode(point.comune).flatMap(territory.comune)?.name)),
      ("struttura", text(point.venue)),
      ("ente_gestore", text(point.organisation)),
      ("data_apertura", .string("\(point.openedOn)")),
      ("data_chiusura", text(point.closedOn.map { "\($0)" })),
      ("ore_settimanali", point.weeklyHours.map(JSONValue.number) ?? .null),
    ]
  }
}

extension ProximityPoint {
  /// Who runs it, where that is an organisation: the code of a natural person is longer and stays out.
  var organisation: String? { manager?.utf8.count == 11 ? manager : nil }
}
