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
      if contains(head, utf16("EncryptedPackage")) { return .xlsProtected }
      return contains(head, utf16("WordDocument")) ? .docx : .xls
    }
    // A BIFF stream without its container: BOF record of versions 2, 3, 4, 5.
    if head.count >= 4, head[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(head[1]),
      [0x04, 0x06, 0x08, 0x10].contains(head[2]), head[3] == 0
    {
      return .xls
    }
    if starts("%PDF-") { return .pdf }
    if starts([0x1F, 0x8B]) { return .gzip }
    if starts([0x89, 0x50, 0x4E, 0x47]) || starts([0xFF, 0xD8, 0xFF]) || starts("GIF8")
      || starts([0x49, 0x49, 0x2A, 0x00]) || starts([0x4D, 0x4D, 0x00, 0x2A])
      || (starts("RIFF") && head.dropFirst(8).starts(with: "WEBP".utf8))
      || (starts("BM") && head.count > 14 && head[6] == 0 && head[7] == 0 && head[8] == 0)
    {
      return .image
    }
    if starts("{\\rtf") { return .docx }
    if starts([0x37, 0x7A, 0xBC, 0xAF]) || starts("Rar!")
      || (starts("BZh") && head.count > 4 && head[4] == 0x31)
      || starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) || starts([0x28, 0xB5, 0x2F, 0xFD])
      || (head.count > 262 && head[257..<262].elementsEqual("ustar".utf8))
    {
      return .archive
    }
    if starts("PAR1") || starts("ARROW1") || starts([0x4F, 0x62, 0x6A, 0x01])
      || (starts("ORC") && head.count > 3 && head[3] < 0x20)
    {
      return .parquet
    }
    if starts("SQLite format 3") || isDBase(head)
      || starts([0x00, 0x01, 0x00, 0x00] + Array("Standard ".utf8))
    {
      return .database
    }
    if starts("$FL2@(#)") || starts("$FL3@(#)") || starts("<stata_dta>")
      || starts([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xC2, 0xEA, 0x81, 0x60])
    {
      return .statistics
    }
    // PKCS#7: a sequence whose first element is the name of signed data.
    if starts([0x30]), head.count > 20,
      contains(
        UnsafeBufferPointer(rebasing: head[..<20]),
        [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02])
    {
      return .signed
    }
    if starts([0x7F, 0x45, 0x4C, 0x46]) { return .binary }
    return nil
  }

  /// A dBase table: version, day of the last change, and a header of whole descriptors of 32 bytes.
  private static func isDBase(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count >= 32, [0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5].contains(head[0]),
      (1...12).contains(head[2]), (1...31).contains(head[3]), head[12] == 0, head[13] == 0
    else { return false }
    let size = Int(head[8]) | Int(head[9]) << 8
    return size > 64 && (size % 32 == 1 || (size - 264) % 32 == 0)
  }

  /// `gzip` or `zip` for a table that came compressed; nil for everything else.
  static func compression(of source: ByteSource) throws -> FileKind? {
    let window = try ByteWindow(source, size: 64)
    var found: FileKind?
    try window.readThrough { head in
      found = kind(head: head)
      return false
    }
    if found == .zip { found = try kind(of: ZipArchive(source, limits: .container)) }
    return found == .gzip || found == .zip ? found : nil
  }

  /// Kind of a text file, from its decoded head. `isWhole` says nothing follows the head.
  static func textKind(head: UnsafeBufferPointer<UInt8>) -> FileKind {
    let space: (UInt8) -> Bool = { $0 <= 0x20 }
    guard let first = head.firstIndex(where: { !space($0) }) else {
      return head.isEmpty ? .empty : .csv
    }
    let rest = head[first...]
    if let kind = TextOpening.kind(rest) { return kind }
    switch head[first] {
    case UInt8(ascii: "<"): return markup(rest)
    case UInt8(ascii: "{"):
      if ErrorReply.isObject(rest) { return .errorReply }
      let next = rest.dropFirst().first { !space($0) }
      return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") ? .ndjson : .csv
    case UInt8(ascii: "["), UInt8(ascii: "/"), UInt8(ascii: ")"):
      return JSONShape.opens(rest) ? .json : .csv
    default: return JSONShape.isScript(rest) ? .json : .csv
    }
  }

  /// A text that begins with `<`: a page, a spreadsheet in disguise, XML, or a table after all.
  private static func markup(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> FileKind {
    // A comment before the document says nothing of it.
    if text.starts(with: "<!--".utf8), let end = text.firstRange(of: Array("-->".utf8)),
      let next = text[end.upperBound...].firstIndex(where: { $0 > 0x20 })
    {
      return text[next] == UInt8(ascii: "<") ? markup(text[next...]) : .html
    }
    let opening = String(decoding: text.prefix(4096), as: UTF8.self).lowercased()
    let isXML = opening.hasPrefix("<?xml")
    if opening.contains("progid=\"excel.sheet\"")
      || opening.contains("urn:schemas-microsoft-com:office:spreadsheet")
      || opening.contains("urn:oasis:names:tc:opendocument")
    {
      return .spreadsheetXML
    }
    let tags = ["<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<style", "<tr"]
    if tags.contains(where: opening.hasPrefix) || opening.contains("<html") { return .html }
    if ErrorReply.isDocument(text, opening) { return .errorReply }
    if isXML || opening.contains("xmlns") { return .xml }
    // After a comment or a DOCTYPE only markup can follow.
    if opening.hasPrefix("<!") { return opening.hasPrefix("<!doctype") ? .xml : .html }
    let name = opening.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
    guard let first = name.first, first.isLetter || first == "_" else { return .csv }
    let after = opening.dropFirst(name.count + 1).first
    guard let after, after == ">" || after == "/" || after.isWhitespace else { return .csv }
    // An element that closes: a header such as `<nome>;<cognome>` does not.
    let last = text.last { $0 > 0x20 }
    return last == UInt8(ascii: ">") || opening.contains("</") ? .xml : .csv
  }

  /// The single-byte encoding an XML document declares, if it is one Tavolo knows. What declares
  /// Unicode is judged by its bytes, which are not always what it says.
  static func xmlEncoding(head: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let prolog = head.prefix(256).prefix { $0 != UInt8(ascii: ">") }
    guard let mark = prolog.firstRange(of: Array("encoding=".utf8)),
      let quote = prolog[mark.upperBound...].first, quote == 0x22 || quote == 0x27
    else { return nil }
    let word = prolog[(mark.upperBound + 1)...].prefix { $0 != quote }
    let label = String(decoding: word, as: UTF8.self)
    return TextEncoding(label: label).flatMap { CodePage($0) == nil ? nil : $0 }
  }

  /// Tells the formats that are zip archives apart by the names of their parts.
  static func kind(of archive: ZipArchive) throws -> FileKind {
    if archive.contains("mimetype") {
      let type = try archive.contents("mimetype", limit: 1024)
      return String(decoding: type, as: UTF8.self).contains("spreadsheet") ? .ods : .docx
    }
    // Some writers of .ods leave the type out.
    if archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") { return .ods }
    if archive.contains("Index/Document.iwa") || archive.contains("Index.zip") {
      return .archive
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
