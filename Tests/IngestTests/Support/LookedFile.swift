import TestSupport
import Warehouse

@testable import Ingest

/// A file of no source, looked at as `tavolo check FILE` does.
struct LookedFile {
  let examination: Examination

  /// - Parameter dataset: the contract it is held to; nil for its shape alone.
  init(_ bytes: [UInt8], dataset: String? = "richieste") throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "file")
    examination = try Examination.run(
      path: folder.path + "/file", isFolder: false, dataset: dataset,
      receivedOn: Day(iso: "2026-12-31")!, reference: try TrialSource.reference.get())[0]
  }

  init(_ text: String, dataset: String? = "richieste") throws {
    try self.init(Array(text.utf8), dataset: dataset)
  }

  func findings(_ kind: FindingKind) -> [Finding] {
    examination.findings.filter { $0.code == kind.code }
  }

  /// The sentence with which a file that cannot be read is refused; empty for one that can.
  static func refusal(of bytes: [UInt8], dataset: String? = "richieste") -> String {
    do {
      _ = try LookedFile(bytes, dataset: dataset)
      return ""
    } catch {
      return "\(error)"
    }
  }

  static func refusal(of text: String, dataset: String? = "richieste") -> String {
    refusal(of: Array(text.utf8), dataset: dataset)
  }
}
