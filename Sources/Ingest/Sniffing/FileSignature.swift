/// Recognises a file by its first bytes.
enum FileSignature {
  /// The kind, when the head proves it (`zip` for all that is inside a zip archive); nil for text,
  /// which needs more thought.
  static func kind(head: UnsafeBufferPointer<UInt8>) -> FileKind? {
    func starts(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    func starts(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { head.count >= $0.count && head.prefix($0.count).elementsEqual($0) }
    }
    if head.isEmpty { return .empty }
    if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
      return .zip
    }
    if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return contains(head, utf16("EncryptedPackage")) ? .xlsProtected : .xls
    }
    // A BIFF stream without its container: BOF record of versions 2, 3, 4, 5.
    if head.count >= 4, head[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(head[1]),
      [0x04, 0x06, 0x08, 0x10].contains(head[2]), head[3] == 0
    {
      return .xls
    }
    if starts("%PDF-") { return .pdf }
    if starts([0x1F, 0x8B]) { return .gzip }
    if starts([0x89, 0x50, 0x4E, 0x47]) || starts([0xFF, 0xD8, 0xFF]) || starts("GIF8") {
      return .image
    }
    if starts("{\\rtf") { return .docx }
    if starts([0x37, 0x7A, 0xBC, 0xAF]) || starts("Rar!") || starts("BZh") { return .archive }
    if starts("SQLite format 3") || starts("PAR1") || starts([0x7F, 0x45, 0x4C, 0x46]) {
      return .binary
    }
    return nil
  }

  /// Kind of a text file, from its decoded head. `isWhole` says nothing follows the head.
  static func textKind(head: UnsafeBufferPointer<UInt8>) -> FileKind {
    let space: (UInt8) -> Bool = { $0 <= 0x20 }
    guard let first = head.firstIndex(where: { !space($0) }) else {
      return head.isEmpty ? .empty : .csv
    }
    let rest = head[first...]
    switch head[first] {
    case UInt8(ascii: "<"):
      let opening = String(decoding: rest.prefix(1024), as: UTF8.self).lowercased()
      if opening.hasPrefix("<?xml"), !opening.contains("<html") { return .xml }
      let tags = [
        "<!doctype", "<html", "<table", "<head", "<body", "<meta", "<style", "<tr", "<!--",
      ]
      if tags.contains(where: opening.hasPrefix) { return .html }
      return opening.contains("xmlns") ? .xml : .csv
    case UInt8(ascii: "{"):
      let next = rest.dropFirst().first { !space($0) }
      return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") ? .ndjson : .csv
    case UInt8(ascii: "["):
      let next = rest.dropFirst().first { !space($0) }
      return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") || next == UInt8(ascii: "[")
        ? .json : .csv
    default: return .csv
    }
  }

  /// Tells the formats that are zip archives apart by the names of their parts.
  static func kind(of archive: ZipArchive) throws -> FileKind {
    if archive.contains("mimetype") {
      let type = try archive.contents("mimetype", limit: 1024)
      return String(decoding: type, as: UTF8.self).contains("spreadsheet") ? .ods : .docx
    }
    if archive.contains("xl/workbook.bin") { return .xlsb }
    if archive.contains("word/document.xml") || archive.contains("ppt/presentation.xml") {
      return .docx
    }
    return archive.contains("[Content_Types].xml") || archive.contains("xl/workbook.xml")
      ? .xlsx : .zip
  }

  static func utf16(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  static func contains(_ head: UnsafeBufferPointer<UInt8>, _ needle: [UInt8]) -> Bool {
    guard head.count >= needle.count else { return false }
    let first = needle[0]
    var i = 0
    while i <= head.count - needle.count {
      if head[i] == first, needle.indices.allSatisfy({ head[i + $0] == needle[$0] }) { return true }
      i += 1
    }
    return false
  }
}
