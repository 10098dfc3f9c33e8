import GRDB
import Testing

@testable import Warehouse

/// What is kept up to date of a source's versions by looking at one delivery is what sorting the whole
/// source says.
@Suite struct DeliveryVersionsTests {
  /// Rows superseded by newer ones, rows told before by month, and revisions: by the name of the delivery.
  private struct State: Equatable {
    var superseded: [String] = []
    var toldBefore: [String] = []
    var revisions: [String: Revision] = [:]

    init(_ store: Store) throws {
      superseded = try store.rows(
        """
        SELECT delivery || ' ' || (key & 4294967295) || ' ' || reason FROM superseded
        JOIN snapshot s ON s.id = key >> 32 ORDER BY 1
        """
      ) { $0[0] }
      toldBefore = try store.rows(
        """
        SELECT delivery || ' ' || month || ' ' || told_before FROM snapshot_month
        JOIN snapshot s ON s.id = snapshot ORDER BY 1
        """
      ) { $0[0] }
      revisions = try store.revisions()
    }
  }

  private struct Export {
    var rows: [DeliveredRequest]
    var day: Day
    var name: String { "\(day).csv" }

    init(on day: Day, _ random: inout SeededGenerator) {
      self.day = day
      rows = (0..<Int.random(in: 0...9, using: &random)).map { i in
        DeliveredRequest(
          "r\(Int.random(in: 0..<25, using: &random))", line: Int32(i + 2),
          origin: "v\(Int.random(in: 0..<2, using: &random))",
          day: Day(number: 20_000 + Int32.random(in: 0..<90, using: &random)))
      }
    }
  }

  /// The whole source sorted once, every delivery compared with all before it.
  private func sorted(_ exports: [Export]) throws -> State {
    let store = try Store()
    let source = Source.ofRequests("piattaforma", .incremental)
    try store.write { access in
      let id = try access.save(source)
      var snapshots: [Int64] = []
      for export in exports {
        let snapshot = Snapshot(of: export.name, on: export.day, rows: export.rows)
        let opened = try access.open(snapshot, source: id, table: "service_request")
        let batch = FactBatch.requests(export.rows)
        try BulkLoad(
          access, table: "service_request", columns: batch.columns.map(\.name),
          idColumn: "request_id", snapshot: opened
        ).write(batch)
        _ = try access.supersedeRepeated(
          ids: Set(export.rows.map(\.id)), table: "service_request", idColumn: "request_id",
          snapshot: opened)
        try access.close(snapshot, id: opened, source: id, policy: .incremental)
        snapshots.append(opened)
      }
      try access.supersedeOlderVersions(
        table: "service_request", idColumn: "request_id", happenedOn: "requested_on", source: id)
      for snapshot in snapshots {
        try access.revise(
          snapshot: snapshot, source: id, table: "service_request", idColumn: "request_id",
          policy: .incremental)
      }
    }
    return try State(store)
  }

  /// Deliveries day after day, now and then one read again into other rows, now and then a late one.
  @Test(arguments: 1...12) func whatIsKeptUpToDateIsWhatSortingSays(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let store = try Store()
    let source = Source.ofRequests("piattaforma", .incremental)
    var exports: [Export] = []
    for step in 0..<24 {
      let again = exports.count > 2 && Int.random(in: 0..<3, using: &random) == 0
      let isLate = Int.random(in: 0..<12, using: &random) == 0
      let day =
        again
        ? exports.randomElement(using: &random)!.day
        : Day(number: 20_500 + Int32(isLate ? step - 40 : step))
      let export = Export(on: day, &random)
      exports.removeAll { $0.day == day }
      exports.append(export)
      exports.sort { $0.day < $1.day }
      try store.deliver(export.rows, as: export.name, on: day, from: source)
      // Sorting is what takes the time; what goes wrong stays wrong.
      if step % 3 == 2 {
        #expect(try State(store) == sorted(exports), "after step \(step), \(export.name)")
      }
    }
  }

  /// Copies worked out only when a delivery has to do with them are those of working them out each time.
  @Test(arguments: 1...8) func copiesAreWorkedOutWhenTheyMayChange(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let store = try Store()
    func state() throws -> [String] {
      try store.rows(
        """
        SELECT copy || ' ' || owner || ' ' || how FROM request_copy UNION ALL
        SELECT key || ' ' || reason FROM superseded ORDER BY 1
        """
      ) { $0[0] }
    }
    var skipped = 0
    for step in 0..<20 {
      let isOfComune = Int.random(in: 0..<3, using: &random) == 0
      let namesOthers = isOfComune && Bool.random(using: &random)
      let rows = (0..<Int.random(in: 1...6, using: &random)).map { i in
        DeliveredRequest(
          "\(isOfComune ? "c" : "p")\(Int.random(in: 0..<12, using: &random))", line: Int32(i + 2),
          origin: namesOthers && i % 2 == 0 ? "p\(Int.random(in: 0..<12, using: &random))" : nil)
      }
      let policy: Source.Policy = (seed % 2 == 0) == isOfComune ? .cumulative : .incremental
      // Now and then a day once more.
      let day = Day(number: 20_500 + Int32(step - (step % 5 == 4 ? 1 : 0)))
      let source = Source.ofRequests(isOfComune ? "comune" : "piattaforma", policy)
      let isAgain = try store.knows(
        delivery: "\(day).csv", publisher: source.publisher, dataset: source.dataset)
      let id = try store.deliver(rows, as: "\(day).csv", on: day, from: source)
      let before = try state()
      try store.write { try $0.supersedeCopies(with: id, isAgain: isAgain) }
      let told = try state()
      try store.settle()
      #expect(try state() == told, "after step \(step)")
      if told == before { skipped += 1 }
    }
    #expect(skipped > 0 && skipped < 20)
  }

  /// Another source's rows are no versions, whatever their identifiers.
  @Test func everySourceHasItsOwnThings() throws {
    var random = SeededGenerator(seed: 7)
    let store = try Store()
    let exports = (0..<6).map { Export(on: Day(number: 20_500 + Int32($0)), &random) }
    for export in exports {
      for publisher in ["piattaforma", "sportello"] {
        try store.deliver(
          export.rows, as: export.name, on: export.day,
          from: Source.ofRequests(publisher, .incremental))
      }
    }
    let one = try sorted(exports)
    let both = try State(store)
    #expect(both.superseded == one.superseded.flatMap { [$0, $0] })
    for (name, revision) in one.revisions {
      let delivery = name.split(separator: "/").last!
      for publisher in ["piattaforma", "sportello"] {
        #expect(both.revisions["\(publisher)/richieste/\(delivery)"] == revision)
      }
    }
  }
}
