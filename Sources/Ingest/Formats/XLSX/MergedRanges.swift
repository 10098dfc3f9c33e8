import Glibc

/// The merged cells of a sheet, which its file lists after all the rows.
///
/// Parsing every cell again to reach them would double the time; the bytes are only inflated and
/// searched for the end of the data, and the tail alone is parsed.
enum MergedRanges {
  /// Longest tail kept (conditional formats, validations, links stand there too).
  private static let tailLimit = 32 << 20

  private static let mark = Array("sheetData".utf8)

  static func read(_ entry: ZipEntry) throws -> [CellRange] {
    var buffer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var searched = 0
    var root: String?
    while true {
      let got = try chunk.withUnsafeMutableBytes { try entry.read(into: $0) }
      if got == 0 { break }
      buffer.append(contentsOf: chunk[..<got])
      while root == nil, let found = position(in: buffer, from: searched) {
        // The closing bracket may be in the next chunk.
        guard found + mark.count + 2 < buffer.count else { break }
        searched = found + mark.count
        if let prefix = closing(buffer, found, mark.count) {
          root = prefix + "worksheet"
          let end = buffer[searched...].firstIndex(of: UInt8(ascii: ">")) ?? searched
          buffer.removeSubrange(...end)
        }
      }
      if root == nil {
        let keep = 64
        if buffer.count > keep {
          searched = max(0, searched - (buffer.count - keep))
          buffer.removeSubrange(..<(buffer.count - keep))
        }
      } else if buffer.count > tailLimit {
        throw ZipLimits.refusal(
          "«\(entry.name)» ha più di \(ZipLimits.size(tailLimit)) dopo le celle")
      }
    }
    guard let root else { return [] }
    let handler = Handler()
    try XMLPullParser(handler: handler, of: .workbookPart(entry.name)).parse(
      Array("<\(root)>".utf8) + buffer)
    return handler.ranges
  }

  /// The namespace prefix, colon included, when the mark at `found` ends the data: `</x:sheetData>`
  /// or the empty `<x:sheetData/>`.
  private static func closing(_ bytes: [UInt8], _ found: Int, _ length: Int) -> String? {
    var i = found
    while i > 0, found - i < 40, isNameByte(bytes[i - 1]) { i -= 1 }
    guard i > 0, i == found || bytes[found - 1] == UInt8(ascii: ":") else { return nil }
    let after = bytes[(found + length)...].first { $0 > 0x20 }
    let isClosing =
      bytes[i - 1] == UInt8(ascii: "/") && i > 1 && bytes[i - 2] == UInt8(ascii: "<")
      && after == UInt8(ascii: ">")
    let isEmpty = bytes[i - 1] == UInt8(ascii: "<") && after == UInt8(ascii: "/")
    return isClosing || isEmpty ? String(decoding: bytes[i..<found], as: UTF8.self) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5F, 0x80...: true
    default: false
    }
  }

  /// Offset of `sheetData` at or after `start`. Its `h` is rare in the markup of cells, and the C
  /// library finds single bytes at the speed of memory.
  private static func position(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var i = max(1, start + 1)
      while i < bytes.count, let found = memchr(base + i, 0x68, bytes.count - i) {
        i = UnsafeRawPointer(found) - base
        if i - 1 + mark.count <= bytes.count, bytes[(i - 1)...].starts(with: mark) { return i - 1 }
        i += 1
      }
      return nil
    }
  }

  private final class Handler: XMLHandler {
    var ranges: [CellRange] = []

    override func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "mergeCell", let range = attributes.string("ref").flatMap({ CellRange($0) }) {
        ranges.append(range)
      }
    }

  }
}
