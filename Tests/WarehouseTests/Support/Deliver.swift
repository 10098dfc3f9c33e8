import Warehouse

/// A request as a test writes it in a delivered file.
struct DeliveredRequest {
  var id: String
  var line: Int32
  /// `id_origine`.
  var origin: String?
  var isRefused = false
  /// When it was made, where and for what.
  var day: Day
  var comune: String
  var service: String

  init(
    _ id: String, line: Int32, origin: String? = nil, isRefused: Bool = false,
    day: Day = Day(number: 20_000), comune: String = "080063", service: String = "C1"
  ) {
    self.id = id
    self.line = line
    self.origin = origin
    self.isRefused = isRefused
    self.day = day
    self.comune = comune
    self.service = service
  }
}

extension FactBatch {
  /// Requests in which channel alone is always the same.
  static func requests(_ rows: [DeliveredRequest]) -> FactBatch {
    let capacity = max(rows.count, 1)
    let comuni = CodeDictionary()
    let channels = CodeDictionary()
    let services = CodeDictionary()
    let batch = FactBatch(
      columns: [
        FactColumn(name: "request_id", kind: .text, capacity: capacity),
        FactColumn(name: "comune", kind: .code, capacity: capacity, dictionary: comuni),
        FactColumn(name: "requested_on", kind: .integer, capacity: capacity),
        FactColumn(name: "channel", kind: .code, capacity: capacity, dictionary: channels),
        FactColumn(name: "service", kind: .code, capacity: capacity, dictionary: services),
        FactColumn(name: "origin_id", kind: .text, capacity: capacity),
      ], capacity: capacity)
    for (i, row) in rows.enumerated() {
      batch.lines[i] = row.line
      batch.isRefused[i] = row.isRefused
      batch.setText(row.id, row: i, column: 0)
      batch.columns[1].a[i] = comuni.index(of: row.comune)
      batch.columns[2].a[i] = Int64(row.day.number)
      batch.columns[3].a[i] = channels.index(of: "sportello")
      batch.columns[4].a[i] = services.index(of: row.service)
      if let origin = row.origin { batch.setText(origin, row: i, column: 5) }
    }
    batch.count = rows.count
    return batch
  }

  func setText(_ text: String, row: Int, column: Int) {
    columns[column].a[row] = Int64(bytes.count)
    columns[column].b[row] = Int64(text.utf8.count)
    bytes += Array(text.utf8)
  }
}

extension Source {
  /// A source of requests that no real office stands behind.
  static func ofRequests(_ publisher: String, _ policy: Source.Policy) -> Source {
    Source(
      publisher: publisher, dataset: "richieste", title: "Prova", licence: "prova",
      policy: policy, isSynthetic: true)
  }
}

extension Snapshot {
  init(of name: String, on day: Day, rows: [DeliveredRequest]) {
    self.init(
      delivery: name, receivedOn: day, sha256: String(repeating: "a", count: 64), bytes: 1,
      descriptor: String(repeating: "b", count: 64))
    rowsRead = rows.count
    rowsRefused = rows.count(where: \.isRefused)
    rowsKept = rowsRead - rowsRefused
    months = Dictionary(
      rows.filter { !$0.isRefused }.map { ($0.day.year * 12 + $0.day.month - 1, 1) },
      uniquingKeysWith: +)
  }
}

extension Store {
  /// Loads a delivery in the order in which the ingest stage does.
  ///
  /// - Returns: the snapshot's id.
  @discardableResult
  func deliver(
    _ rows: [DeliveredRequest], as name: String, on day: Day, from source: Source
  ) throws -> Int64 {
    let snapshot = Snapshot(of: name, on: day, rows: rows)
    return try write { access in
      let sourceID = try access.save(source)
      let versions = try access.versions(
        of: snapshot, source: sourceID, policy: source.policy, table: "service_request",
        idColumn: "request_id", happenedOn: "requested_on")
      try versions.leave()
      let id = try access.open(snapshot, source: sourceID, table: "service_request")
      let batch = FactBatch.requests(rows)
      try BulkLoad(
        access, table: "service_request", columns: batch.columns.map(\.name),
        idColumn: "request_id", snapshot: id
      ).write(batch)
      _ = try access.supersedeRepeated(
        ids: Set(rows.map(\.id)), table: "service_request", idColumn: "request_id", snapshot: id)
      try access.close(snapshot, id: id, source: sourceID, policy: source.policy)
      try versions.enter(id, snapshot)
      return id
    }
  }

  func settle() throws { try write { try $0.supersedeCopies() } }
}

extension Day {
  /// A day a test names literally.
  static func of(_ iso: String) -> Day { Day(iso: iso)! }
}
