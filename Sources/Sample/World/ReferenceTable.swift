internal import Glibc

/// A table of `datasets/reference`: UTF-8 CSV with commas and a header, read whole.
struct ReferenceTable {
  let path: String
  let header: [String]
  let rows: [[String]]

  init(folder: String, name: String) throws(SampleError) {
    path = folder + "/" + name
    var records = ReferenceTable.records(in: try ReferenceTable.contents(of: path))
    guard let first = records.first else {
      throw SampleError(.reference, "\(path): il file di riferimento è vuoto; rigenerarlo.")
    }
    header = first
    records.removeFirst()
    rows = records.filter { $0.count > 1 || $0.first != "" }
  }

  /// The position of a column.
  func column(_ name: String) throws(SampleError) -> Int {
    if let position = header.firstIndex(of: name) { return position }
    throw SampleError(
      .reference, "\(path): manca la colonna «\(name)»; rigenerare i dati di riferimento.")
  }

  private static func contents(of path: String) throws(SampleError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw SampleError(
        .reference,
        "\(path): il file di riferimento non si apre; indicare la cartella datasets/reference.")
    }
    defer { _ = Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// RFC 4180, without ceremony.
  static func records(in bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    var started = false
    var previous: UInt8 = 0
    for b in bytes {
      switch b {
      case UInt8(ascii: "\""):
        // A doubled quote inside quotes is a quote.
        if !quoted && previous == b && started { cell.append(b) }
        quoted.toggle()
        started = true
      case UInt8(ascii: ",") where !quoted:
        row.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        started = false
      case 10 where !quoted:
        if cell.last == 13 { cell.removeLast() }
        row.append(String(decoding: cell, as: UTF8.self))
        records.append(row)
        row = []
        cell.removeAll(keepingCapacity: true)
        started = false
      default: cell.append(b)
      }
      previous = b
    }
    if !cell.isEmpty || !row.isEmpty {
      row.append(String(decoding: cell, as: UTF8.self))
      records.append(row)
    }
    return records
  }
}
