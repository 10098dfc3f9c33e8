/// Writes zip archives in memory, the broken and hostile ones included, with nothing but the format's
/// own rules (PKWARE APPNOTE 6.3).
public struct ZipBuilder {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  public init() {}

  /// Adds an entry as it is. `flags` bit 0 marks it as encrypted; `method` says how it claims to be
  /// compressed.
  public mutating func add(_ name: String, _ content: [UInt8], flags: Int = 0, method: Int = 0) {
    add(
      name, data: content, size: content.count, crc: Self.crc(content), method: method, flags: flags
    )
  }

  public mutating func add(_ name: String, _ content: String) { add(name, Array(content.utf8)) }

  /// Adds an entry that inflates to `repeats` × 258 + 1 times the same byte: a bomb.
  public mutating func addRun(_ name: String, of byte: UInt8, repeats: Int) {
    let size = repeats * 258 + 1
    var crc: UInt32 = ~0
    for _ in 0..<size { crc = Self.update(crc, byte) }
    add(
      name, data: Self.deflatedRun(of: byte, repeats: repeats), size: size, crc: ~crc, method: 8,
      flags: 0)
  }

  /// The archive, with its central directory.
  public var bytes: [UInt8] {
    files + directory + Self.long(0x0605_4B50) + Self.short(0) + Self.short(0) + Self.short(count)
      + Self.short(count) + Self.long(directory.count) + Self.long(files.count) + Self.short(0)
  }

  private mutating func add(
    _ name: String, data: [UInt8], size: Int, crc: UInt32, method: Int, flags: Int
  ) {
    // 0x21 is 1 January 1980, the first day zip knows.
    let common =
      Self.short(20) + Self.short(flags) + Self.short(method) + Self.short(0) + Self.short(0x21)
      + Self.long(Int(crc)) + Self.long(data.count) + Self.long(size)
      + Self.short(name.utf8.count) + Self.short(0)
    directory += Self.long(0x0201_4B50) + Self.short(20) + common + Self.short(0) + Self.short(0)
    directory += Self.short(0) + Self.long(0) + Self.long(files.count) + Array(name.utf8)
    files += Self.long(0x0403_4B50) + common + Array(name.utf8) + data
    count += 1
  }

  /// RFC 1951 with its fixed codes: a literal, then copies of 258 bytes from one byte back.
  private static func deflatedRun(of byte: UInt8, repeats: Int) -> [UInt8] {
    var bits: [Bool] = [true, true, false]
    func appendCode(_ code: Int, _ length: Int) {
      for k in (0..<length).reversed() { bits.append(code >> k & 1 == 1) }
    }
    appendCode(byte < 144 ? 0x30 + Int(byte) : 0x190 + Int(byte) - 144, byte < 144 ? 8 : 9)
    for _ in 0..<repeats {
      appendCode(0xC5, 8)
      appendCode(0, 5)
    }
    appendCode(0, 7)
    var result = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (i, bit) in bits.enumerated() where bit { result[i / 8] |= 1 << (i % 8) }
    return result
  }

  private static func short(_ value: Int) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
  }

  private static func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16) }

  /// A gzip file of one member, its content stored as it is (RFC 1952).
  public static func gzip(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      result.append(rest.isEmpty ? 1 : 0)
      result += short(block.count) + short(0xFFFF ^ block.count) + Array(block)
    } while !rest.isEmpty
    return result + long(Int(crc(content))) + long(content.count)
  }

  /// A gzip file that inflates to `repeats` × 258 + 1 times the same byte: a bomb.
  public static func gzipRun(of byte: UInt8, repeats: Int) -> [UInt8] {
    let size = repeats * 258 + 1
    var sum: UInt32 = ~0
    for _ in 0..<size { sum = update(sum, byte) }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflatedRun(of: byte, repeats: repeats)
      + long(Int(~sum)) + long(size & 0xFFFF_FFFF)
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 { ~bytes.reduce(~0) { update($0, $1) } }

  private static func update(_ crc: UInt32, _ byte: UInt8) -> UInt32 {
    table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ crc >> 8
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
  }
}
