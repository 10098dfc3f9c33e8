/// RFC 4180: comma, CRLF, quotes only where they are needed. Names come from outside: a text a spreadsheet
/// would take for a formula has an apostrophe before it.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isAtStart = true

  /// - Parameter capacity: bytes to make room for at once.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func row(_ fields: [String]) {
    for text in fields { field(text) }
    endRow()
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isAtStart = true
  }

  /// A number for programs; nothing where there is none.
  mutating func field(_ number: Double?) { field(number.map(plainNumber) ?? "") }

  mutating func field(_ field: String) {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
    var field = Self.isFormula(field) ? "'" + field : field
    field.withUTF8 { append($0) }
  }

  private static func isFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): Double(text) == nil
    default: false
    }
  }

  private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    guard field.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(0x22)
    for byte in field {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
