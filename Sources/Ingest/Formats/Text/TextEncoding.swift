/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable, Codable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "windows-1252"
  case latin1 = "ISO-8859-1"
  case latin9 = "ISO-8859-15"
  /// DOS Western Europe, still written by accounting programs.
  case ibm850 = "IBM850"
  /// Mac OS before it was Unicode, still what "CSV (Macintosh)" of Excel writes.
  case macRoman = "macintosh"
  /// Files put together from two: what is UTF-8 is read so, the bytes that are not as windows-1252.
  case mixed = "UTF-8+windows-1252"

  /// Reads the usual spellings: `cp1252`, `utf8`, `latin1`, `UTF-8-SIG`…
  public init?(label: String) {
    var key = ""
    for scalar in label.unicodeScalars where scalar.properties.isAlphabetic || ("0"..."9" ~= scalar)
    {
      key += String(scalar).lowercased()
    }
    switch key {
    case "utf8", "utf8sig", "utf8bom", "ascii", "usascii": self = .utf8
    case "utf16le", "utf16", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "ansi": self = .windows1252
    case "iso88591", "latin1": self = .latin1
    case "iso885915", "latin9": self = .latin9
    case "ibm850", "cp850", "dos": self = .ibm850
    case "macintosh", "macroman", "xmacroman", "mac": self = .macRoman
    case "utf8windows1252", "utf8cp1252": self = .mixed
    default: return nil
    }
  }

  /// The encoding to tell an XML parser instead of the declared one: nil lets the document say.
  var xmlOverride: TextEncoding? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .mixed: .windows1252
    default: self
    }
  }

  /// The byte order mark the encoding may open with.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8, .mixed: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    default: []
    }
  }
}
