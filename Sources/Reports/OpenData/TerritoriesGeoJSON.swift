import Indicators
import Warehouse

/// `dati/territori.geojson`: the comuni with their outlines and the newest value of each indicator.
enum TerritoriesGeoJSON {
  static func bytes(_ reader: EvidenceReader) -> [UInt8] {
    let atlas = reader.evidence.territory
    let provisional = Dictionary(
      atlas.groups.filter { $0.key.kind == .ats }.map { ($0.key.code, $0.isProvisional) },
      uniquingKeysWith: { first, _ in first })
    let shown = reader.indicators.compactMap { indicator in
      reader.period(for: indicator).map { (indicator, $0) }
    }
    return JSONValue.object(
      [("type", .string("FeatureCollection"))]
        + boundingBox(atlas.outlines.values.joined().joined()) + [
          (
            "features",
            .array(
              atlas.comuni.map { comune in
                .object([
                  ("type", .string("Feature")),
                  ("id", .string("\(comune.code)")),
                  ("geometry", geometry(atlas.outlines[comune.code] ?? [])),
                  ("properties", .object(properties(comune, provisional, shown, reader))),
                ])
              })
          )
        ]
    ).bytes
  }

  /// RFC 7946: west, south, east, north; nothing around nothing.
  static func boundingBox(
    _ points: some Sequence<(longitude: Double, latitude: Double)>
  ) -> [(String, JSONValue)] {
    var box: (west: Double, south: Double, east: Double, north: Double)?
    for point in points {
      let (x, y) = (rounded(point.longitude), rounded(point.latitude))
      let old = box ?? (x, y, x, y)
      box = (min(old.west, x), min(old.south, y), max(old.east, x), max(old.north, y))
    }
    return box.map {
      [("bbox", .array([$0.west, $0.south, $0.east, $0.north].map(JSONValue.number)))]
    } ?? []
  }

  private static func properties(
    _ comune: TerritoryAtlas.Comune, _ provisional: [String: Bool], _ shown: [(String, Period)],
    _ reader: EvidenceReader
  ) -> [(String, JSONValue)] {
    let own: [(String, JSONValue)] = [
      ("istat", .string("\(comune.code)")),
      ("nome", .string(comune.name)),
      ("ats", comune.ats.map(JSONValue.string) ?? .null),
      (
        "composizione_provvisoria",
        comune.ats.flatMap { provisional[$0] }.map(JSONValue.bool) ?? .null
      ),
      ("area_interna", comune.innerAreaGroup.map(JSONValue.string) ?? .null),
      ("residenti", .number(Double(comune.residents))),
    ]
    return own
      + shown.compactMap { indicator, period -> (String, JSONValue)? in
        guard let observation = reader.figure(indicator, comune.key, period)?.observation else {
          return nil
        }
        let value = observation.status == .suppressed ? nil : observation.value
        return (
          indicator,
          .object([
            ("periodo", .string("\(period)")),
            ("valore", value.map(JSONValue.number) ?? .null),
            ("stato", .string(observation.status.rawValue)),
            ("id", .string(observation.id)),
            ("in_parte", value == nil ? .null : .bool(observation.isToldInPart)),
          ])
        )
      }
  }

  /// RFC 7946: rings closed, outer rings counter-clockwise. Each ring is a part of its own.
  private static func geometry(_ rings: [[(longitude: Double, latitude: Double)]]) -> JSONValue {
    let polygons = rings.filter { $0.count > 2 }.map { ring -> JSONValue in
      var ring = ring
      if ring[0] != ring[ring.count - 1] { ring.append(ring[0]) }
      if area(ring) < 0 { ring.reverse() }
      return .array([
        .array(
          ring.map { .array([.number(rounded($0.longitude)), .number(rounded($0.latitude))]) })
      ])
    }
    if polygons.isEmpty { return .null }
    return .object([("type", .string("MultiPolygon")), ("coordinates", .array(polygons))])
  }

  /// Five decimals are about a metre.
  private static func rounded(_ degrees: Double) -> Double {
    (degrees * 100_000).rounded() / 100_000
  }

  private static func area(_ ring: [(longitude: Double, latitude: Double)]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) {
      $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
    }
  }
}
