import Glibc

/// Degrees to pixels for a territory small enough to be flat: longitudes shrink by the cosine of the
/// middle latitude, and the whole fits the box.
struct Projection {
  private let west: Double
  private let north: Double
  private let scale: Double
  private let shrink: Double
  let width: Double
  let height: Double

  /// Nil when there is nothing to draw.
  init?(areas: [Chart.Area], width: Double, maximumHeight: Double) {
    let points = areas.lazy.flatMap { $0.rings.joined() }
    guard let first = points.first else { return nil }
    var (west, east, south, north) = (
      first.longitude, first.longitude, first.latitude, first.latitude
    )
    for point in points {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
      south = min(south, point.latitude)
      north = max(north, point.latitude)
    }
    shrink = cos((south + north) / 2 * .pi / 180)
    let wide = max((east - west) * shrink, 1e-9)
    let tall = max(north - south, 1e-9)
    scale = min(width / wide, maximumHeight / tall)
    self.west = west
    self.north = north
    self.width = wide * scale
    height = tall * scale
  }

  func callAsFunction(_ point: Chart.Area.Point) -> (x: Double, y: Double) {
    ((point.longitude - west) * shrink * scale, (north - point.latitude) * scale)
  }
}
