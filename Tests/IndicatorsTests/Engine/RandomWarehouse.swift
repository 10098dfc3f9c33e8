import Warehouse

/// A small random world, the same for the same seed, kept both in a warehouse and as plain values, so
/// that a second implementation can count without the first one's code.
struct RandomWarehouse {
  struct Request {
    var comune: String
    var ats: String
    var group: String
    var asked: Day
    var channel: String
    var service: String
    var area: String?
    var response: Day?
    var decided: Day?
    var started: Day?
    var closed: Day?
    var outcome: String?
    var person: UInt64
  }

  static let asOf = Day(year: 2026, month: 6, day: 30)!
  let store: Store
  let requests: [Request]
  let comuni: [ComuneRecord]

  /// - Parameter hindsight: the same world told a hundred days later: what happened after the as-of
  ///   date is in the warehouse too.
  /// - Parameter persons: how many people ask; half as many as the requests unless told.
  init(seed: UInt64, requests count: Int, hindsight: Bool = false, persons: Int? = nil) throws {
    var random = SplitMix64(state: seed)
    store = try Store()
    let groups = ["A", "C", "D", "E", "F"]
    comuni = (1...14).map { i in
      ComuneRecord(
        istat: "0800" + (i < 10 ? "0\(i)" : "\(i)"), name: "Comune \(i)", belfiore: "A00\(i)",
        province: "080", validFrom: nil, validTo: nil, residents: i == 1 ? 40_000 : 400 * i,
        squareKilometres: 10, altitude: 100, innerAreaClass: groups[(i - 1) * 5 / 14],
        minutesToPole: Double(i), ats: ["NORD", "SUD", "EST"][i % 3])
    }
    let ats = ["NORD", "SUD", "EST"].map { ATSRecord(id: $0, name: $0, isProvisional: false) }
    let codes =
      ["A", "C", "X"].map { CodeRecord(list: "servizio", code: $0, nameIT: $0, nameEN: $0) }
      + ["A1", "C1", "C2", "X1"].map {
        CodeRecord(
          list: "servizio", code: $0, nameIT: $0, nameEN: $0, parent: String($0.prefix(1)))
      }
      + ["FAM", "ANZ", "DIP"].map {
        CodeRecord(
          list: "area_utenza", code: $0, nameIT: $0, nameEN: $0, isSensitive: $0 == "DIP")
      }
      + ["sportello", "pdp", "telefono"].map {
        CodeRecord(list: "canale", code: $0, nameIT: $0, nameEN: $0)
      }
    var all: [Request] = []
    for _ in 0..<count {
      let comune = random.below(3) == 0 ? comuni[0] : comuni[random.below(14)]
      let asked = Day(year: 2024, month: 1, day: 1)! + random.below(905)
      var request = Request(
        comune: comune.istat, ats: comune.ats!,
        group: ["E", "F"].contains(comune.innerAreaClass!) ? "E-F" : comune.innerAreaClass!,
        asked: asked, channel: ["sportello", "pdp", "telefono"][random.below(3)],
        service: ["A1", "C1", "C2", "X1"][random.below(4)],
        area: ["FAM", "ANZ", "ANZ", "DIP", nil][random.below(5)],
        person: UInt64(random.below(persons ?? count / 2)) + 1)
      if random.below(10) < 8 { request.response = asked + random.below(40) }
      switch random.below(10) {
      case 0..<6:
        request.decided = asked + random.below(60)
        request.started = request.decided! + random.below(120)
      case 6:
        request.outcome = "rinuncia"
        request.closed = asked + random.below(90)
      case 7:
        request.outcome = "respinta_requisiti"
        request.decided = asked + random.below(60)
      default: break
      }
      // What happens after the as-of date is not known yet.
      for path in [\Request.response, \.decided, \.started, \.closed] {
        if let day = request[keyPath: path], day > RandomWarehouse.asOf, !hindsight {
          request[keyPath: path] = nil
          if path == \Request.closed || path == \Request.decided { request.outcome = nil }
        }
      }
      if request.decided == nil { request.started = nil }
      all.append(request)
    }
    if hindsight {
      for late in all.prefix(200) {
        var request = late
        request.asked = RandomWarehouse.asOf + 1 + random.below(90)
        (request.response, request.decided, request.started) = (nil, nil, nil)
        (request.closed, request.outcome) = (nil, nil)
        all.append(request)
      }
    }
    requests = all
    try load(
      all, ats: ats, codes: codes, received: RandomWarehouse.asOf + (hindsight ? 100 : 0))
  }

  private func load(
    _ all: [Request], ats: [ATSRecord], codes: [CodeRecord], received: Day
  ) throws {
    let comune = CodeDictionary()
    let channel = CodeDictionary()
    let service = CodeDictionary()
    let area = CodeDictionary()
    let outcome = CodeDictionary()
    let columns = [
      FactColumn(name: "request_id", kind: .text, capacity: all.count),
      FactColumn(name: "person", kind: .token, capacity: all.count),
      FactColumn(name: "comune", kind: .code, capacity: all.count, dictionary: comune),
      FactColumn(name: "requested_on", kind: .integer, capacity: all.count),
      FactColumn(name: "channel", kind: .code, capacity: all.count, dictionary: channel),
      FactColumn(name: "service", kind: .code, capacity: all.count, dictionary: service),
      FactColumn(name: "user_area", kind: .code, capacity: all.count, dictionary: area),
      FactColumn(name: "first_response_on", kind: .integer, capacity: all.count),
      FactColumn(name: "decided_on", kind: .integer, capacity: all.count),
      FactColumn(name: "started_on", kind: .integer, capacity: all.count),
      FactColumn(name: "closed_on", kind: .integer, capacity: all.count),
      FactColumn(name: "outcome", kind: .code, capacity: all.count, dictionary: outcome),
    ]
    let batch = FactBatch(columns: columns, capacity: all.count)
    batch.count = all.count
    for (i, r) in all.enumerated() {
      batch.lines[i] = Int32(i + 2)
      columns[0].a[i] = Int64(batch.bytes.count)
      batch.bytes += Array("R\(i)".utf8)
      columns[0].b[i] = Int64(batch.bytes.count) - columns[0].a[i]
      columns[1].a[i] = Int64(bitPattern: r.person &* 0x9E37_79B9_7F4A_7C15)
      columns[1].b[i] = Int64(r.person)
      columns[2].a[i] = comune.index(of: r.comune)
      columns[3].a[i] = Int64(r.asked.number)
      columns[4].a[i] = channel.index(of: r.channel)
      columns[5].a[i] = service.index(of: r.service)
      if let code = r.area { columns[6].a[i] = area.index(of: code) }
      for (column, day) in zip(7...10, [r.response, r.decided, r.started, r.closed]) {
        if let day { columns[column].a[i] = Int64(day.number) }
      }
      if let code = r.outcome { columns[11].a[i] = outcome.index(of: code) }
    }
    try store.write { access in
      try access.replaceReference(comuni: comuni, ats: ats, codes: codes)
      let source = Source(
        publisher: "prova", dataset: "richieste", title: "Prova", licence: "CC BY 4.0",
        policy: .cumulative, isSynthetic: true)
      let id = try access.save(source)
      var snapshot = Snapshot(
        delivery: "2026-06-30.csv", receivedOn: received,
        sha256: String(repeating: "0", count: 64), bytes: 1,
        descriptor: String(repeating: "1", count: 64))
      let opened = try access.open(snapshot, source: id, table: "service_request")
      try BulkLoad(
        access, table: "service_request", columns: columns.map(\.name), snapshot: opened
      ).write(batch)
      snapshot.rowsRead = all.count
      snapshot.rowsKept = all.count
      try access.close(snapshot, id: opened, source: id, policy: .cumulative)
    }
  }
}

/// Steele, Lea & Flood (2014): one state, no surprises.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
