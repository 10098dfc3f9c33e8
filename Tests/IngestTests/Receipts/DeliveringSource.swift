import Foundation
import Ingest
import Spreadsheet
import TestSupport
import Warehouse

/// A source in a temporary folder, its deliveries loaded as the command loads them.
final class DeliveringSource {
  static let reference = Result {
    try ReferenceFolder(path: PackageFolder.path + "/datasets/reference")
  }

  let folder: TemporaryFolder
  let store: Store
  let dataset: String
  var language = ReceiptLanguage.it
  private let key: PersonKey

  var path: String { "\(folder.path)/sources/comune/\(dataset)" }
  private var receipts: String { "\(folder.path)/receipts/comune/\(dataset)" }

  init(_ dataset: String = "richieste", settings: String = "", columns: String? = nil) throws {
    folder = try TemporaryFolder()
    store = try Store()
    self.dataset = dataset
    key = PersonKey(bytes: Array(0..<UInt8(PersonKey.length)))!
    try write(
      """
      {"editore": "Comune di prova", "titolo": "Dati di prova", "dataset": "\(dataset)",
       "licenza": "prova", "sintetico": true\(settings)}
      """, to: "source.json")
    if let columns { try write(columns, to: "columns.csv") }
    try write("", to: "deliveries/.keep")
  }

  func write(_ text: String, to name: String) throws {
    try folder.write(text, to: "sources/comune/\(dataset)/\(name)")
  }

  /// Loads what is new.
  ///
  /// - Parameter progress: called with each part of a delivery that was read.
  @discardableResult
  func ingest(
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> [String: Snapshot] {
    let ingestion = Ingestion(
      store: store, reference: try DeliveringSource.reference.get(), key: key,
      receipts: ReceiptWriting(
        root: folder.path + "/receipts", language: language, coverageDays: 180))
    try ingestion.loadReference()
    var loaded: [String: Snapshot] = [:]
    try ingestion.ingest(try SourceFolder(path: path)) { file, outcome in
      if case .loaded(let snapshot, _) = outcome { loaded[file.name] = snapshot }
    } progress: {
      progress($0)
    }
    try ingestion.finishReceipts()
    return loaded
  }

  /// A file of a delivery's receipt.
  func receipt(_ name: String, of delivery: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: try place(name, of: delivery))),
      as: UTF8.self)
  }

  func place(_ name: String, of delivery: String) throws -> String {
    let folders = try FileManager.default.contentsOfDirectory(atPath: receipts)
    let folder = folders.first { $0.hasPrefix(delivery + "-") } ?? "nessuna"
    return "\(receipts)/\(folder)/\(name)"
  }

  func files(of delivery: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place("", of: delivery)).sorted()
  }

  /// The current requests, in loading order.
  func current() throws -> [ServiceRequest] {
    var all: [ServiceRequest] = []
    try store.forEachCurrentRequest { all.append($0) }
    return all
  }
}

extension DeliveringSource {
  static let header =
    "id_richiesta;id_persona;comune;data_richiesta;canale;servizio;note operatore\r\n"

  /// The free notes are declared not to be read.
  static let columns = """
    campo,2026-01-01
    id_richiesta,id_richiesta
    id_persona,id_persona
    comune,comune
    data_richiesta,data_richiesta
    canale,canale
    servizio,servizio
    -,note operatore

    """

  /// Invented, with a valid check letter.
  static let person = "RSSMRA80A01H224X"

  static func row(
    _ id: String, person: String = "", comune: String = "080063", day: String = "15/03/2026",
    note: String = ""
  ) -> String {
    "\(id);\(person);\(comune);\(day);sportello;C1;\(note)\r\n"
  }
}
