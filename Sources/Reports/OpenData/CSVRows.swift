/// The rows of a file `CSVWriter` wrote: RFC 4180, comma.
enum CSVRows {
  static func read(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    forEach(bytes) { rows.append($0) }
    return rows
  }

  /// One row after the other: all of a long table at once take ten times its bytes.
  static func forEach<Failure: Error>(
    _ bytes: [UInt8], _ body: ([String]) throws(Failure) -> Void
  ) throws(Failure) {
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var i = 0
    func take() -> String {
      defer { field.removeAll(keepingCapacity: true) }
      return String(decoding: field, as: UTF8.self)
    }
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if i < bytes.count, bytes[i] == 0x22 {
          field.append(0x22)
          i += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22: isQuoted = true
      case 0x2C: row.append(take())
      case 0x0D: break
      case 0x0A:
        row.append(take())
        try body(row)
        row.removeAll(keepingCapacity: true)
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !row.isEmpty { try body(row + [take()]) }
  }
}
