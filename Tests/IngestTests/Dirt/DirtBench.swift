import Foundation
import TestSupport
import Warehouse

@testable import Ingest

/// A source of one's own and a warehouse in memory: what a delivery becomes, from bytes to facts.
///
/// The suites of this folder are the dirt that real exports carry, D01 to D35, each with what Tavolo
/// must do with it. Where a kind of dirt has a suite of its own elsewhere, the test here is the shortest
/// proof and the comment says where the rest is.
struct DirtBench {
  static let reference = Result {
    try ReferenceFolder(path: PackageFolder.path + "/datasets/reference")
  }

  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store()
  }

  struct Outcome {
    let snapshot: Snapshot
    let findings: [Finding]
    let headers: [String]
    let survey: FileSurvey

    func lines(_ code: String) -> [Int] { findings.filter { $0.code == code }.map { Int($0.line) } }
    func cells(_ code: String) -> [String] { findings.filter { $0.code == code }.map(\.cell) }
    func detail(_ code: String) -> String { findings.first { $0.code == code }?.detail ?? "" }
  }

  /// Loads one delivery of a source. `settings` are the keys besides the required ones.
  @discardableResult
  func load(
    _ bytes: [UInt8], as dataset: String = "richieste", named name: String = "2026-06-30.csv",
    settings: String = "", columns: String? = nil, values: String? = nil,
    source: String = "comune"
  ) throws -> Outcome {
    let path = "\(source)/\(dataset)"
    try folder.write(
      """
      {"editore": "Prova", "titolo": "Prova", "dataset": "\(dataset)", "licenza": "prova",
       "sintetico": true\(settings.isEmpty ? "" : ", " + settings)}
      """, to: path + "/source.json")
    if let columns { try folder.write(columns, to: path + "/columns.csv") }
    if let values { try folder.write(values, to: path + "/values.csv") }
    try folder.write("", to: "\(path)/deliveries/\(name)")
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(path)/deliveries/\(name)"))
    let source = try SourceFolder(path: "\(folder.path)/\(path)")
    let file = source.deliveries.first { $0.name == name }!
    let digest = try FileDigest(path: file.path)
    let loaded = try Delivery(
      file: file, folder: source, reference: Self.reference.get(), key: PersonKey.random(),
      forgotten: store.forgottenMarks(), writing: .none,
      progress: { _ in }
    ).load(
      Snapshot(
        delivery: name, receivedOn: file.receivedOn, sha256: digest.sha256, bytes: digest.bytes,
        descriptor: String(repeating: "0", count: 64)), into: store, isSame: {})
    return Outcome(
      snapshot: loaded.snapshot, findings: loaded.log.findings, headers: loaded.table.headers,
      survey: loaded.table.opened.survey)
  }

  @discardableResult
  func load(
    _ text: String, as dataset: String = "richieste", named name: String = "2026-06-30.csv",
    settings: String = "", columns: String? = nil, values: String? = nil,
    source: String = "comune"
  ) throws -> Outcome {
    try load(
      Array(text.utf8), as: dataset, named: name, settings: settings, columns: columns,
      values: values, source: source)
  }

  var requests: [ServiceRequest] {
    get throws {
      var all: [ServiceRequest] = []
      try store.forEachCurrentRequest { all.append($0) }
      return all
    }
  }

  /// Amounts of the current payments, in cents.
  var amounts: [Int64] { get throws { try store.currentPayments().map { Int64($0.amountCents) } } }

  var quantities: [Double] {
    get throws {
      var all: [Double] = []
      try store.forEachCurrent(.serviceDelivery) { all += $0.real(.quantity).map { [$0] } ?? [] }
      return all
    }
  }

  /// Ids of the current requests.
  var ids: [String] {
    get throws {
      var all: [String] = []
      try store.forEachCurrent(.serviceRequest) { all.append($0.text(.requestID) ?? "") }
      return all
    }
  }

  // MARK: Rows

  static let header = "id_richiesta;id_persona;comune;data_richiesta;canale;servizio"

  /// Requests with an id and the given cell in one column, the others in order.
  static func requests(_ cells: [String], in column: String) -> String {
    let names = header.split(separator: ";").map(String.init)
    let good = ["", "", "080063", "2026-03-12", "sportello", "C1"]
    let rows = cells.enumerated().map { i, cell in
      names.indices.map { names[$0] == column ? cell : $0 == 0 ? "\(i + 1)" : good[$0] }
        .joined(separator: ";")
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// Payments of one programme with the given amounts.
  static func payments(_ amounts: [String]) -> String {
    let rows = amounts.enumerated().map { i, amount in
      "B41H22000020006;pnrr;2025-03-\(i + 10);\(amount);prova;no"
    }
    return (["cup;fonte;data;importo;fonte_dato;cumulato"] + rows).joined(separator: "\n") + "\n"
  }
}

extension PackedCode {
  /// The code again, when it has seven bytes at most.
  var text: String {
    String(
      decoding: (0..<min(7, raw >> 56)).map { UInt8(truncatingIfNeeded: raw >> (8 * $0)) },
      as: UTF8.self)
  }
}
