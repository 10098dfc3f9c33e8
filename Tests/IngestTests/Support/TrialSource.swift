import TestSupport
import Warehouse

@testable import Ingest

/// A source of a test's own, read by a dry run against the project's reference lists.
struct TrialSource {
  static let reference = Result {
    try ReferenceFolder(path: PackageFolder.path + "/datasets/reference")
  }

  let folder: TemporaryFolder
  var path: String { folder.path + "/fonte/richieste" }

  init(dataset: String = "richieste") throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      {"editore": "Prova", "titolo": "Prova", "dataset": "\(dataset)", "licenza": "prova"}
      """, to: "fonte/richieste/source.json")
  }

  func write(_ text: String, to file: String) throws {
    try folder.write(text, to: "fonte/richieste/\(file)")
  }

  /// Findings of all the deliveries, in their order.
  func findings() throws -> [Finding] {
    try Examination.run(
      path: path, isFolder: true, dataset: nil, receivedOn: Day(iso: "2026-06-30")!,
      reference: Self.reference.get()
    ).flatMap(\.findings)
  }

  /// The message of the descriptor or file that cannot be understood.
  func complaint() -> String {
    do {
      _ = try findings()
      return ""
    } catch {
      return "\(error)"
    }
  }
}
