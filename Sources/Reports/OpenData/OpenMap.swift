import Indicators

/// A map of the open data. The file, the data package and the catalogue's metadata come from it.
struct OpenMap {
  /// Of the file, without extension.
  var name: String
  var title: Text
  var bytes: [UInt8]

  var file: String { name + ".geojson" }

  /// The list of the maps an edition opens.
  static func all(_ reader: EvidenceReader) -> [OpenMap] {
    [
      OpenMap(
        name: "territori", title: OpenDataPhrases.geography, bytes: TerritoriesGeoJSON.bytes(reader)
      ),
      OpenMap(
        name: "punti_prossimita", title: OpenDataPhrases.points,
        bytes: PointsGeoJSON.bytes(reader.evidence)),
    ]
  }
}
