import Testing
import Warehouse

@testable import Ingest

/// What the current requests of a warehouse add up to, counted one by one without any indicator.
struct CountedRequests {
  private struct Count {
    var requests = 0
    var started = 0
    var open = 0
    var people: Set<UInt64> = []
    var starters: Set<UInt64> = []

    func number(_ name: String) -> Int? {
      switch name {
      case "richieste": requests
      case "attivate": started
      case "aperte": open
      case "persone": people.count
      case "persone_attivate": starters.count
      default: nil
      }
    }
  }

  /// By name of the total and then by group; of all requests together the group is empty.
  private var counts: [String: [String: Count]] = [:]
  private var anonymous = 0
  private let copies: Int

  init(in workspace: Workspace) throws {
    let store = workspace.store
    copies = try store.disagreements().filter { $0.how == "id_origine" }
      .reduce(0) { $0 + $1.requests }
    let comuni = Dictionary(uniqueKeysWithValues: try store.comuni().map { ($0.istat, $0) })
    let nameless = try workspace.namelessLines()
    var counts: [String: [String: Count]] = [:]
    var anonymous = 0
    try store.forEachCurrent(.serviceRequest) { fact in
      let day = try #require(fact.day(.requestedOn))
      let comune = fact.text(.comune) ?? ""
      let isStarted = fact.day(.startedOn) != nil
      let outcome = fact.text(.outcome) ?? ""
      func group(_ of: (ComuneRecord) -> String?) -> String {
        comune == "ND" ? "ND" : comuni[comune].flatMap(of) ?? ""
      }
      let half = "\(day.year)-S\(day.month > 6 ? 2 : 1)"
      for (total, group) in [
        ("", ""), ("per_anno", "\(day.year)"), ("per_esito", outcome),
        ("per_servizio", fact.text(.service) ?? ""), ("per_canale", fact.text(.channel) ?? ""),
        ("per_ats", group(\.ats)),
        (
          "per_classe_snai",
          group { ["E", "F"].contains($0.innerAreaClass) ? "E-F" : $0.innerAreaClass }
        ),
        ("per_anno_comune", "\(day.year) \(comune)"),
        ("per_semestre_comune_area", "\(half) \(comune) \(fact.text(.userArea) ?? "")"),
      ] {
        var count = counts[total, default: [:]][group] ?? Count()
        count.requests += 1
        if isStarted { count.started += 1 }
        if !isStarted, ["", "ricevuta", "valutata", "in_attesa"].contains(outcome) {
          count.open += 1
        }
        if let person = fact.token(.person) {
          count.people.insert(person)
          if isStarted { count.starters.insert(person) }
        }
        counts[total, default: [:]][group] = count
      }
      if nameless[fact.key >> 32]?.contains(Int(fact.key & 0xFFFF_FFFF)) == true { anonymous += 1 }
    }
    self.counts = counts
    self.anonymous = anonymous
  }

  /// Nil for a total that is not counted here.
  func number(_ name: String) -> Int? {
    switch name {
    case "anonime": anonymous
    case "copie_id_origine": copies
    default: counts[""]?[""]?.number(name)
    }
  }

  /// By group, the numbers of the columns that are none of its name.
  func rows(_ name: String, _ columns: [String]) throws -> [String: [Int]] {
    let names = columns.drop { $0 != "richieste" }
    return try #require(counts[name], "\(name)").mapValues { count in
      try names.map { try #require(count.number($0), "\(name), \($0)") }
    }
  }
}

extension Workspace {
  /// By snapshot of requests, the lines of its file that say nobody asked.
  fileprivate func namelessLines() throws -> [Int64: Set<Int>] {
    try store.deliveryNames().filter { $0.value.contains("/richieste/") }.mapValues { name in
      let parts = name.split(separator: "/").map(String.init)
      let folder = "\(sources)/\(parts[0])/\(parts[1])"
      let options = try SourceFolder(path: folder).settings.tableOptions(path: folder)
      let table = try TableFile.open(path: "\(folder)/deliveries/\(parts[2])", options: options)
      let batch = RawBatch()
      var lines: Set<Int> = []
      while try table.reader.next(into: batch) {
        for (i, row) in batch.rows.enumerated()
        where (0..<Int(row.cellCount)).contains(where: {
          batch.text(row: i, column: $0) == "ANONIMO"
        }) {
          lines.insert(Int(row.line))
        }
      }
      return lines
    }
  }
}
