internal import Glibc
internal import Warehouse

/// The folder of a source: its descriptor, its maps and its deliveries.
struct SourceFolder {
  let publisher: String
  let dataset: String
  let path: String

  /// Makes the folder, without what an earlier sample left in it: a stale delivery would be loaded,
  /// a stale correction would find nothing to correct.
  init(root: String, publisher: String, dataset: String) throws(SampleError) {
    self.publisher = publisher
    self.dataset = dataset
    path = "\(root)/\(publisher)/\(dataset)"
    try makeFolder(path + "/deliveries")
    for file in ["source.json", "columns.csv", "values.csv", "corrections.csv"] {
      unlink(path + "/" + file)
    }
    guard let listing = opendir(path + "/deliveries") else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { unlink("\(path)/deliveries/\(name)") }
    }
  }

  func delivery(_ file: String) -> String { "\(path)/deliveries/\(file)" }

  /// Writes `source.json`: every source of the sample says it is synthetic.
  func describe(_ members: [(String, JSON)]) throws(SampleError) {
    var out = try ByteWriter(path: path + "/source.json")
    let head: [(String, JSON)] = [
      ("dataset", .string(dataset)), ("licenza", .string("CC0-1.0")), ("sintetico", .bool(true)),
      ("contatto", .string("")),
    ]
    JSON.object(members + head).write(to: &out)
    out.newline()
    _ = try out.close()
  }

  /// Writes a map as CSV; an empty one is not written.
  func map(_ name: String, header: [String], _ rows: [[String]]) throws(SampleError) {
    guard !rows.isEmpty else { return }
    var out = try ByteWriter(path: "\(path)/\(name).csv")
    for row in [header] + rows {
      for (i, cell) in row.enumerated() {
        if i > 0 { out.text(",") }
        out.csvCell(cell)
      }
      out.newline()
    }
    _ = try out.close()
  }

  static let ownWordsAlone = "Nomi e valori del contratto; values.csv dice le voci proprie."

  /// `values.csv` of words that no list of ours has.
  func mapOwnWords(_ words: [(field: String, pairs: [(String, String)])]) throws(SampleError) {
    try map(
      "values", header: ["campo", "valore", "codice", "motivo"],
      words.flatMap { values($0.field, $0.pairs, reason: "voci del registro") })
  }

  /// Their words and our codes, field by field.
  func values(_ field: String, _ pairs: [(String, String)], reason: String) -> [[String]] {
    pairs.map { [field, $0.0, $0.1, reason] }
  }
}

extension ByteWriter {
  mutating func csvCell(_ value: String) {
    guard value.contains(where: { ",\"\n;".contains($0) }) else { return text(value) }
    text("\"" + value.replacing("\"", with: "\"\"") + "\"")
  }
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(SampleError) {
  var partial = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    partial += partial.isEmpty || partial.hasSuffix("/") ? String(part) : "/" + part
    if mkdir(partial, 0o755) != 0, errno != EEXIST {
      throw SampleError(
        .output,
        "\(partial): la cartella non si può creare (\(DiskWords.reason(errno))); "
          + "controllare il percorso e i permessi.")
    }
  }
}

/// Size of a file another library wrote.
func fileSize(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}
