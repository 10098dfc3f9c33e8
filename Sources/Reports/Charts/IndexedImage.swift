/// A picture of up to sixteen colours, drawn by the pixel: the same calls, the same bytes.
struct IndexedImage {
  let width: Int
  let height: Int
  /// One number of a colour for each pixel, from the top left.
  private var pixels: [UInt8]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    pixels = Array(repeating: 0, count: width * height)
  }

  subscript(x: Int, y: Int) -> UInt8 {
    get { pixels[y * width + x] }
    set {
      if (0..<width).contains(x), (0..<height).contains(y) { pixels[y * width + x] = newValue }
    }
  }

  /// Paints what is inside an odd number of rings: one within another is a hole.
  mutating func fill(_ rings: [[(x: Double, y: Double)]], _ color: (Int, Int) -> UInt8) {
    let edges = rings.flatMap { ring in zip(ring, ring.dropFirst() + ring.prefix(1)) }
    guard let top = edges.map({ min($0.0.y, $0.1.y) }).min(),
      let bottom = edges.map({ max($0.0.y, $0.1.y) }).max()
    else { return }
    for row in max(Int(top), 0)...min(max(Int(bottom), 0), height - 1) {
      let y = Double(row) + 0.5
      let crossings = edges.filter { ($0.0.y <= y) != ($0.1.y <= y) }
        .map { a, b in a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y) }.sorted()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let (from, to) = (Int(crossings[pair].rounded()), Int(crossings[pair + 1].rounded()))
        for column in from..<max(from, to) { self[column, row] = color(column, row) }
      }
    }
  }

  /// Lines two pixels wide along a ring.
  mutating func outline(_ ring: [(x: Double, y: Double)], _ color: UInt8) {
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let steps = max(Int(max((b.x - a.x).magnitude, (b.y - a.y).magnitude)), 1)
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        let (x, y) = (Int(a.x + (b.x - a.x) * part), Int(a.y + (b.y - a.y) * part))
        for (dx, dy) in [(0, 0), (1, 0), (0, 1)] { self[x + dx, y + dy] = color }
      }
    }
  }

  /// The numbers 1 to 5 in five rows of three dots, from the top left, the first in the highest bit.
  private static let digits: [UInt16] = [
    0b010_110_010_010_111, 0b110_001_010_100_111, 0b110_001_010_001_110, 0b101_101_111_001_001,
    0b111_100_110_001_110,
  ]

  /// A number from 1 to 5 around a point.
  mutating func digit(_ number: Int, x: Int, y: Int, dot: Int, _ color: UInt8) {
    for bit in 0..<15 where Self.digits[number - 1] & (1 << (14 - bit)) != 0 {
      let (left, top) = (x + (bit % 3) * dot - 3 * dot / 2, y + (bit / 3) * dot - 5 * dot / 2)
      for place in 0..<(dot * dot) { self[left + place % dot, top + place / dot] = color }
    }
  }

  /// As PNG (ISO 15948) of four bits a pixel, not compressed: the workbook it goes into is.
  func png(_ palette: [UInt32]) -> [UInt8] {
    var data: [UInt8] = []
    for y in 0..<height {
      data.append(0)
      for x in stride(from: 0, to: width, by: 2) {
        data.append(self[x, y] << 4 | (x + 1 < width ? self[x + 1, y] : 0))
      }
    }
    var stream: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: data.count, by: 65_535) {
      let part = data[start..<min(start + 65_535, data.count)]
      let (low, high) = (UInt8(part.count & 0xFF), UInt8(part.count >> 8))
      stream += [part.endIndex == data.count ? 1 : 0, low, high, ~low, ~high] + part
    }
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in data {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    stream += Self.bytes(b << 16 | a)
    let header = Self.bytes(UInt32(width)) + Self.bytes(UInt32(height)) + [4, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
      + Self.chunk("PLTE", palette.flatMap { Self.bytes($0).dropFirst() })
      + Self.chunk("IDAT", stream) + Self.chunk("IEND", [])
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static let remainders = (0..<256).map { (index: Int) -> UInt32 in
    var rest = UInt32(index)
    for _ in 0..<8 { rest = rest & 1 == 1 ? (rest >> 1) ^ 0xEDB8_8320 : rest >> 1 }
    return rest
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    var check = UInt32.max
    for byte in body {
      check = check >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: check) ^ byte)]
    }
    return bytes(UInt32(data.count)) + body + bytes(~check)
  }
}
