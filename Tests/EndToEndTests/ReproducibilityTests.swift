import Foundation
import Ingest
import Testing
import Warehouse

/// The same sources give the same bytes whatever the key of the persons is; the same workspace again
/// gives nothing new.
@Suite struct ReproducibilityTests {
  private func files(under root: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let path as String in try #require(FileManager.default.enumerator(atPath: root)) {
      if let data = FileManager.default.contents(atPath: "\(root)/\(path)") { files[path] = data }
    }
    return files
  }

  @Test func twoRunsGiveTheSameBytesAndASecondOneNothingNew() throws {
    var editions: [[String: Data]] = []
    for key in [0, 100] as [UInt8] {
      let workspace = try Workspace(key: key)
      try workspace.generateSample(requests: 600)
      let first = try workspace.ingest()
      #expect(first.count > 12)
      editions.append(try files(under: try workspace.publish(try workspace.compute())))
      let before = try workspace.store.inputsDescription()
      let again = try workspace.ingest()
      #expect(again.count == first.count)
      for (delivery, outcome) in again {
        guard case .unchanged = outcome else {
          Issue.record("\(delivery) è stata riletta")
          continue
        }
      }
      #expect(try workspace.store.inputsDescription() == before)
    }
    #expect(editions[0].keys.sorted() == editions[1].keys.sorted())
    #expect(editions[0].count > 100)
    #expect(editions[0].keys.contains("dati/osservazioni.csv"))
    for (path, bytes) in editions[0] { #expect(editions[1][path] == bytes, "\(path)") }
  }
}
