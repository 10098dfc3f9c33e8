import Foundation
import Indicators
import Ingest
import Reports
import Sample
import TestSupport
import Warehouse

/// A working folder thrown away after the test: the package's reference lists, the sources a test puts
/// there, and the three stages called as the command calls them.
final class Workspace: Sendable {
  static let asOf = Day(iso: "2026-06-30")!

  private let folder: TemporaryFolder
  private let keyFile = "/persone.key"
  let store: Store

  var path: String { folder.path }
  var sources: String { path + "/datasets/sources" }
  var answerKey: String { path + "/chiave-risposte.json" }

  /// - Parameter key: its first byte; workspaces of one key know the same persons.
  init(key: UInt8 = 0) throws {
    folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder.path + "/datasets/sources", withIntermediateDirectories: true)
    for name in ["reference", "tables"] {
      try files.copyItem(
        atPath: "\(PackageFolder.path)/datasets/\(name)", toPath: "\(folder.path)/datasets/\(name)")
    }
    // A key that is nobody's: the same bytes for every workspace.
    try Data((0..<UInt8(PersonKey.length)).map { $0 + key }).write(
      to: URL(fileURLWithPath: folder.path + keyFile))
    try files.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path + keyFile)
    store = try Store(path: folder.path + "/tavolo.sqlite")
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to file: String) throws { try folder.write(text, to: file) }

  func generateSample(requests: Int) throws {
    try SampleGenerator(
      reference: path + "/datasets/reference", seed: 7, requests: requests, asOf: Workspace.asOf
    ).write(to: sources, answerKey: answerKey)
  }

  /// Loads every source; outcomes by `publisher/dataset/delivery`.
  @discardableResult
  func ingest() throws -> [String: Ingestion.Outcome] {
    let ingestion = Ingestion(
      store: store, reference: try ReferenceFolder(path: path + "/datasets/reference"),
      key: try KeyFile.load(path + keyFile),
      receipts: ReceiptWriting(
        root: path + "/receipts", language: .it, coverageDays: NeedsCoverage.followUp))
    try ingestion.loadReference()
    var outcomes: [String: Ingestion.Outcome] = [:]
    for path in try SourceFolder.paths(under: sources) {
      let source = try SourceFolder(path: path)
      try ingestion.ingest(source) { file, outcome in
        outcomes["\(source.source.publisher)/\(source.source.dataset)/\(file.name)"] = outcome
      }
    }
    _ = try ingestion.audit()
    return outcomes
  }

  var settings: DisclosureSettings {
    get throws {
      try JSONDecoder().decode(
        DisclosureSettings.self,
        from: Data(contentsOf: URL(fileURLWithPath: path + "/datasets/reference/disclosure.json")))
    }
  }

  func compute() throws -> [Observation] {
    try Engine(store: store, settings: try settings, asOf: Workspace.asOf).observations()
  }

  var brief: TableBrief {
    get throws {
      let name = "anziani-locride.json"
      return try TableBrief(
        json: Data(contentsOf: URL(fileURLWithPath: "\(path)/datasets/tables/\(name)")), name: name)
    }
  }

  func evidence(_ observations: [Observation]) throws -> Evidence {
    var evidence = try Evidence(
      store: store, observations: observations, asOf: Workspace.asOf, name: "Territorio di prova",
      outlines: [:]
    ) { Text(it: $0, en: $0) }
    try evidence.addOrganisations(from: store, settings: try settings)
    return evidence
  }

  /// - Returns: the folder of the edition.
  func publish(_ observations: [Observation]) throws -> String {
    let edition = "\(path)/reports/\(Workspace.asOf)"
    try EditionWriter(toolVersion: "0", allowedOrganisations: try store.organisationCodes())
      .write(try evidence(observations), tables: [try brief], to: edition)
    return edition
  }

  /// `rilievi.csv` of a delivery's receipt: code and line of every finding.
  func findings(_ publisher: String, _ dataset: String, _ delivery: String) throws
    -> [String: [Int]]
  {
    let root = "\(path)/receipts/\(publisher)/\(dataset)"
    let names = try FileManager.default.contentsOfDirectory(atPath: root)
      .filter { $0.hasPrefix(delivery + "-") }
    var found: [String: [Int]] = [:]
    // What is found in the delivery, and what contradicts another.
    for name in names {
      for list in ["rilievi.csv", "controlli.csv"] {
        let file = "\(root)/\(name)/\(list)"
        guard list == "rilievi.csv" || FileManager.default.fileExists(atPath: file) else {
          continue
        }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for row in QuotedRows.read(text).dropFirst() {
          found[row[3], default: []].append(Int(row[0]) ?? -1)
        }
      }
    }
    return found.mapValues { $0.sorted() }
  }
}
