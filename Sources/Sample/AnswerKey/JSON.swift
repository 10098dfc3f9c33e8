/// JSON to be written: members in the order given, so that the bytes are always the same.
indirect enum JSON {
  case int(Int)
  /// As the shortest text that is read back as the same number.
  case decimal(Double)
  case bool(Bool)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  private var isScalar: Bool {
    switch self {
    case .int, .decimal, .bool, .string: true
    case .array(let items): items.allSatisfy(\.isLeaf)
    case .object(let members): members.isEmpty
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .int, .decimal, .bool, .string: true
    case .array, .object: false
    }
  }

  /// One line for a list of plain values, one line per member otherwise.
  func write(to out: inout ByteWriter, indent: Int = 0) {
    switch self {
    case .int(let value): out.number(value)
    case .decimal(let value): out.text("\(value)")
    case .bool(let value): out.text(value ? "true" : "false")
    case .string(let value): out.jsonString(value)
    case .array(let items) where isScalar:
      out.text("[")
      for (i, item) in items.enumerated() {
        if i > 0 { out.text(",") }
        item.write(to: &out)
      }
      out.text("]")
    case .array(let items):
      out.text("[")
      for (i, item) in items.enumerated() {
        out.startLine(after: i > 0, indent: indent + 1)
        item.write(to: &out, indent: indent + 1)
      }
      out.endBlock(indent: indent)
      out.text("]")
    case .object(let members):
      out.text("{")
      for (i, member) in members.enumerated() {
        out.startLine(after: i > 0, indent: indent + 1)
        out.jsonString(member.0)
        out.text(": ")
        member.1.write(to: &out, indent: indent + 1)
      }
      if !members.isEmpty { out.endBlock(indent: indent) }
      out.text("}")
    }
  }
}

extension JSON {
  /// Everything on one line, as a record of NDJSON.
  func writeInline(to out: inout ByteWriter) {
    switch self {
    case .int, .decimal, .bool, .string: write(to: &out)
    case .array(let items):
      out.text("[")
      for (i, item) in items.enumerated() {
        if i > 0 { out.text(",") }
        item.writeInline(to: &out)
      }
      out.text("]")
    case .object(let members):
      out.text("{")
      for (i, member) in members.enumerated() {
        if i > 0 { out.text(",") }
        out.jsonString(member.0)
        out.text(":")
        member.1.writeInline(to: &out)
      }
      out.text("}")
    }
  }
}

extension ByteWriter {
  mutating func jsonString(_ value: String) {
    byte(UInt8(ascii: "\""))
    for b in value.utf8 {
      switch b {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        byte(UInt8(ascii: "\\"))
        byte(b)
      case 10: text("\\n")
      case 9: text("\\t")
      case 0..<32: text(" ")
      default: byte(b)
      }
    }
    byte(UInt8(ascii: "\""))
  }

  fileprivate mutating func startLine(after comma: Bool, indent: Int) {
    if comma { text(",") }
    endBlock(indent: indent)
  }

  fileprivate mutating func endBlock(indent: Int) {
    newline()
    for _ in 0..<indent { text("  ") }
  }
}
