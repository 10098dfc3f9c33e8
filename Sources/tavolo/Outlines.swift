import Foundation
import Warehouse

/// Reads `confini.geojson`: a feature per comune, its ISTAT code among the properties.
enum Outlines {
  typealias Ring = [(longitude: Double, latitude: Double)]

  /// No data, no outlines: maps are then left out.
  static func read(_ data: Data, file: String) throws -> [ComuneCode: [Ring]] {
    guard !data.isEmpty else { return [:] }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let features = object["features"] as? [[String: Any]]
    else { throw UserFailure.badData("\(file): non è un GeoJSON valido") }
    var outlines: [ComuneCode: [Ring]] = [:]
    for feature in features {
      guard let properties = feature["properties"] as? [String: Any],
        let istat = properties["istat"] as? String, let code = ComuneCode(istat),
        let geometry = feature["geometry"] as? [String: Any]
      else { throw UserFailure.badData("\(file): un elemento non ha il codice «istat»") }
      let polygons: [[[[Double]]]]
      switch geometry["type"] as? String {
      case "Polygon": polygons = [geometry["coordinates"] as? [[[Double]]] ?? []]
      case "MultiPolygon": polygons = geometry["coordinates"] as? [[[[Double]]]] ?? []
      default: throw UserFailure.badData("\(file): il comune \(istat) non è un poligono")
      }
      outlines[code] = polygons.joined().map { ring in
        ring.compactMap { $0.count >= 2 ? ($0[0], $0[1]) : nil }
      }
    }
    return outlines
  }
}
