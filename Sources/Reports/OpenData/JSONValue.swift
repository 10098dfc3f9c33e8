/// A JSON document whose bytes depend on nothing but itself: keys stay in the order given.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Two spaces of indentation, a final newline.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, indent: 0)
    out.append(UInt8(ascii: "\n"))
    return out
  }

  private func write(to out: inout [UInt8], indent: Int) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let value): out.append(contentsOf: plainNumber(value).utf8)
    case .string(let text): Self.write(text, to: &out)
    case .array(let values):
      // Numbers and points stay on one line: coordinates would otherwise fill the file with spaces.
      if values.allSatisfy(\.isFlat) {
        Self.list(values, "[", "]", &out) { $0.write(to: &$1, indent: indent) }
      } else {
        Self.lines(values, "[", "]", indent, &out) { $0.write(to: &$1, indent: indent + 1) }
      }
    case .object(let fields):
      Self.lines(fields, "{", "}", indent, &out) { field, out in
        Self.write(field.0, to: &out)
        out.append(contentsOf: ": ".utf8)
        field.1.write(to: &out, indent: indent + 1)
      }
    }
  }

  private var isFlat: Bool {
    switch self {
    case .number, .string, .bool, .null: true
    case .array(let values): values.allSatisfy { if case .number = $0 { true } else { false } }
    case .object: false
    }
  }

  private static func list<T>(
    _ items: [T], _ open: String, _ close: String, _ out: inout [UInt8],
    _ each: (T, inout [UInt8]) -> Void
  ) {
    out.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(contentsOf: ", ".utf8) }
      each(item, &out)
    }
    out.append(contentsOf: close.utf8)
  }

  private static func lines<T>(
    _ items: [T], _ open: String, _ close: String, _ indent: Int, _ out: inout [UInt8],
    _ each: (T, inout [UInt8]) -> Void
  ) {
    out.append(contentsOf: open.utf8)
    if items.isEmpty {
      out.append(contentsOf: close.utf8)
      return
    }
    for (index, item) in items.enumerated() {
      out.append(contentsOf: (index > 0 ? ",\n" : "\n").utf8)
      out.append(contentsOf: String(repeating: "  ", count: indent + 1).utf8)
      each(item, &out)
    }
    out.append(contentsOf: ("\n" + String(repeating: "  ", count: indent) + close).utf8)
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: out.append(contentsOf: "\\\"".utf8)
      case 0x5C: out.append(contentsOf: "\\\\".utf8)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        out.append(contentsOf: "\\u00".utf8)
        out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    out.append(0x22)
  }
}
