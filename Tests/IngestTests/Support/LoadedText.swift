import Foundation
import TestSupport
import Warehouse

@testable import Ingest

/// A source whose one delivery a test writes in place, loaded into a warehouse in memory.
struct LoadedText {
  let store: Store
  let ingestion: Ingestion
  /// Findings by code.
  private(set) var counts: [String: Int] = [:]
  private(set) var snapshot: Snapshot?

  static let reference = Result { try ReferenceFolder(path: ReferenceTables.folder.path) }

  /// - Parameters:
  ///   - text: in canonical form, handed over on 1 July 2026.
  ///   - values: what stands in `values.csv`.
  init(
    _ text: String, as dataset: String, of publisher: String = "prova", into store: Store? = nil,
    values: String? = nil
  ) throws {
    self.store = try store ?? Store()
    let folder = try TemporaryFolder()
    let source = "\(publisher)/\(dataset)"
    try folder.write(
      """
      {"editore": "Prova", "titolo": "Prova", "dataset": "\(dataset)", "licenza": "prova",
       "sintetico": true, "numeri": "italiani"}
      """, to: source + "/source.json")
    try folder.write(text, to: source + "/deliveries/2026-07-01.csv")
    if let values { try folder.write(values, to: source + "/values.csv") }
    ingestion = Ingestion(
      store: self.store, reference: try LoadedText.reference.get(), key: PersonKey.random(),
      receipts: ReceiptWriting(
        root: folder.path + "/receipts", language: .it, coverageDays: 180))
    try ingestion.ingest(try SourceFolder(path: folder.path + "/" + source)) {
      guard case .loaded(let loaded, let account) = $1 else { return }
      snapshot = loaded
      counts = account.findings
    }
    try ingestion.finishReceipts()
  }
}
