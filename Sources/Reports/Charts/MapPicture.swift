/// The map of a page as a picture for a workbook: the same areas, classes and patterns, its legend being
/// the table beside which it stands.
struct MapPicture {
  let classes: MapClasses

  /// Three dots for two pixels of the page.
  static let scale = 2.0 / 3
  private static let (width, maximumHeight) = (1080.0, 840.0)
  private static let (line, hatch, ink) = (UInt8(6), UInt8(7), UInt8(8))
  private static let palette: [UInt32] =
    [0xFFFFFF] + (0..<ChoroplethMap.fills.count).map(color(ofShade:))
    + [0x5C6F82, 0x455B71, 0x1A1A1A]

  static func color(ofShade index: Int) -> UInt32 {
    UInt32(ChoroplethMap.fills[index].dropFirst(), radix: 16)!
  }

  /// Nil where there is nothing to draw.
  func image() -> (png: [UInt8], width: Int, height: Int)? {
    let areas = classes.areas
    guard
      let projection = Projection(
        areas: areas, width: Self.width, maximumHeight: Self.maximumHeight)
    else { return nil }
    var image = IndexedImage(width: Int(projection.width) + 4, height: Int(projection.height) + 4)
    let shapes = areas.map { area in
      (
        fill: classes.fill(area.item), area: area,
        rings: area.rings.map { $0.map { projection($0) } }
      )
    }
    for shape in shapes { image.fill(shape.rings) { Self.color(shape.fill, $0, $1) } }
    for ring in shapes.flatMap(\.rings) { image.outline(ring, Self.line) }
    for shape in shapes {
      guard case .shade(let shade) = shape.fill, let value = shape.area.item.value,
        let ring = shape.rings.max(by: { $0.count < $1.count }),
        let (center, size) = ChoroplethMap.middle(ring), size > 340
      else { continue }
      image.digit(
        classes.breaks.index(of: value) + 1, x: Int(center.x), y: Int(center.y), dot: 3,
        shade >= 3 ? 0 : Self.ink)
    }
    return (image.png(Self.palette), image.width, image.height)
  }

  /// Diagonal lines for what is withheld, dots for what is missing; where there is no case, nothing.
  private static func color(_ fill: MapClasses.Fill, _ x: Int, _ y: Int) -> UInt8 {
    switch fill {
    case .shade(let index): UInt8(index + 1)
    case .withheld: (x + y) % 16 < 3 ? hatch : 0
    case .missing: (x % 16 - 8) * (x % 16 - 8) + (y % 16 - 8) * (y % 16 - 8) < 8 ? hatch : 0
    case .noCase: 0
    }
  }
}
