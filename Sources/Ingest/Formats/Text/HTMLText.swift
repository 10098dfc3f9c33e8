/// Characters written as HTML names them, `&agrave;` or `&#224;`: what a web page's form or a platform's
/// export leaves in a table.
enum HTMLText {
  /// References in a text that no hand types: of letters, and by number. `&amp;` alone may be meant.
  static func references(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var i = text.startIndex
    while let found = text[i...].firstIndex(of: ampersand) {
      let named = reference(at: found, in: text)
      if let scalar = named?.scalar, !scalar.isASCII || text[found + 1] == 0x23 { count += 1 }
      i = named?.end ?? found + 1
    }
    return count
  }

  /// Rewrites them in place, which never makes a text longer, and returns the new length; nil when there
  /// are none.
  static func unescape(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    guard text.contains(ampersand) else { return nil }
    var (from, to) = (0, 0)
    while from < text.count {
      if text[from] == ampersand,
        let (scalar, end) = reference(at: from, in: UnsafeBufferPointer(text))
      {
        for byte in UTF8.encode(scalar)! {
          text[to] = byte
          to += 1
        }
        from = end
      } else {
        text[to] = text[from]
        to += 1
        from += 1
      }
    }
    return to < text.count ? to : nil
  }

  private static let ampersand = UInt8(ascii: "&")
  private static let longest = 10

  /// The character named at an ampersand, and where its name ends.
  private static func reference(
    at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let rest = text[(start + 1)...].prefix(longest)
    guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")), semicolon > start + 2 else {
      return nil
    }
    let name = String(decoding: rest[..<semicolon], as: UTF8.self)
    let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : named[name]
    return scalar.map { ($0, semicolon + 1) }
  }

  private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    // Line ends and other controls would be no part of a name.
    return value.flatMap { $0 < 0x20 ? nil : Unicode.Scalar($0) }
  }

  /// The names of XML and those of the letters and signs of Italian, French and German.
  private static let named: [String: Unicode.Scalar] = {
    var names: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "euro": "€",
      "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
      "ndash": "–", "mdash": "—", "hellip": "…", "deg": "°", "ordm": "º", "ordf": "ª",
      "szlig": "ß", "ccedil": "ç", "Ccedil": "Ç",
    ]
    let marks: [(String, String)] = [
      ("grave", "àèìòùÀÈÌÒÙ"), ("acute", "áéíóúÁÉÍÓÚ"), ("circ", "âêîôûÂÊÎÔÛ"),
      ("uml", "äëïöüÄËÏÖÜ"),
    ]
    for (mark, letters) in marks {
      for (base, letter) in zip("aeiouAEIOU", letters.unicodeScalars) {
        names["\(base)\(mark)"] = letter
      }
    }
    return names
  }()
}

/// A reader whose cells come out with the characters their references name.
final class UnescapingReader: TableReader {
  private let base: any TableReader

  init(_ base: any TableReader) { self.base = base }

  var blankRowCount: Int { base.blankRowCount }

  var columnNames: [String] {
    base.columnNames.map { name in
      var bytes = Array(name.utf8)
      let length = bytes.withUnsafeMutableBufferPointer { HTMLText.unescape($0) }
      return length.map { String(decoding: bytes[..<$0], as: UTF8.self) } ?? name
    }
  }

  func next(into batch: RawBatch) throws -> Bool {
    guard try base.next(into: batch) else { return false }
    for row in batch.rows {
      for i in Int(row.firstCell)..<Int(row.firstCell + row.cellCount) {
        let cell = batch.cells[i]
        guard cell.length > 3, cell.kind == .text else { continue }
        let range = Int(cell.start)..<Int(cell.start + cell.length)
        let length = batch.bytes.withUnsafeMutableBufferPointer {
          HTMLText.unescape(UnsafeMutableBufferPointer(rebasing: $0[range]))
        }
        if let length { batch.cells[i].length = UInt32(length) }
      }
    }
    return true
  }
}
