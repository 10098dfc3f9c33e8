/// The place of a point, as maps export it: `"geometry": {"type": "Point", "coordinates": [16.26, 38.24]}`,
/// east before north.
enum GeoJSON {
  static let geometry = "geometry"
  static let coordinates = "coordinates"
  static let lon = "lon"
  static let lat = "lat"

  static let why = "dice come è fatta la mappa"

  /// Whether rows at a path are the things of a map.
  static func isMap(_ columns: [String], path: [String]?) -> Bool {
    path == ["features"] && columns.contains { $0.hasPrefix(geometry) }
  }

  /// Columns that say how the file is made and nothing of its things.
  static func isOfTheFormat(_ header: String) -> Bool {
    ["type", "bbox", "$.type", "$.name", "$.bbox", geometry, geometry + ".type"].contains(header)
      || header.hasPrefix("$.crs.")
  }
}

extension JSONRecordParser {
  /// Puts the numbers of a point into a column each; false for any other list, which is still to be set.
  ///
  /// - Parameter start: where the list was written, its elements joined with `|`.
  mutating func setPoint(
    _ node: Int32, _ start: UnsafeMutablePointer<UInt8>, _ cursor: JSONCursor
  ) throws(JSONStop) -> Bool {
    guard columns.key(of: node) == GeoJSON.coordinates,
      columns.key(of: columns.parent(of: node)) == GeoJSON.geometry
    else { return false }
    let text = UnsafeBufferPointer(start: start, count: cursor.out - start)
    let numbers = text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    // The third is a height.
    guard (2...3).contains(numbers.count),
      numbers.allSatisfy({ number in
        !number.isEmpty && number.allSatisfy { ByteText.isDigit($0) || "+-.eE".utf8.contains($0) }
      })
    else { return false }
    for (name, number) in zip([GeoJSON.lon, GeoJSON.lat], numbers) {
      let child = columns.child(of: node, named: name)
      guard child >= 0 else { throw .tooManyColumns(cursor) }
      var end = cursor
      end.out = start + number.endIndex
      try set(child, start + number.startIndex, .number, end)
    }
    return true
  }
}
