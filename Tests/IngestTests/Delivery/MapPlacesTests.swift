import Testing
import Warehouse

@testable import Ingest

/// Places of things on a map: GeoJSON as open-data portals export it, and degrees put the wrong way round.
@Suite struct MapPlacesTests {
  private static func feature(_ id: Int, _ geometry: String) -> String {
    """
    {"type": "Feature", "properties": {"COD": "P\(id)", "NOME": "Punto \(id)", "COMUNE": "080043",
     "DAL": "2025-09-01"}, "geometry": \(geometry)}
    """
  }

  @Test func pointsAreLoadedEastFirst() throws {
    let source = try DeliveringSource(
      "punti_prossimita", settings: ", \"percorso\": \"features\"",
      columns: """
        campo,2000-01-01
        id_punto,properties.COD
        denominazione,properties.NOME
        comune,properties.COMUNE
        data_apertura,properties.DAL
        lat,geometry.coordinates.lat
        lon,geometry.coordinates.lon
        -,*

        """)
    try source.write(
      "{\"type\": \"FeatureCollection\", \"features\": ["
        + [
          Self.feature(1, "{\"type\": \"Point\", \"coordinates\": [16.2618, 38.2393, 12.5]}"),
          Self.feature(2, "null"),
          Self.feature(3, "{\"coordinates\": [38.2393, 16.2618]}"),
        ].joined(separator: ",") + "]}", to: "deliveries/2026-06-30.geojson")
    let snapshot = try #require(try source.ingest()["2026-06-30.geojson"])
    #expect((snapshot.rowsKept, snapshot.rowsRefused) == (3, 0))
    let points = try source.store.currentProximityPoints()
    #expect(points.map(\.latitude) == [38.2393, nil, nil])
    #expect(points.map(\.longitude) == [16.2618, nil, nil])
    let findings = try source.receipt("rilievi.csv", of: "2026-06-30.geojson")
    #expect(findings.contains("geometry.coordinates.lat,avviso,fuori-intervallo,16.2618"))
    #expect(findings.contains("geometry.coordinates.lon,avviso,fuori-intervallo,38.2393"))
  }
}
