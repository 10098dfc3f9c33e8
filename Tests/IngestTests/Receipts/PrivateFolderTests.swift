import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite struct PrivateFolderTests {
  @Test func whatAKilledRunLeftHalfFilledGoes() throws {
    let folder = try TemporaryFolder()
    try folder.write("a metà", to: "2026-03-31.csv-1234.bozza/ricevuta.html")
    try folder.write("intera", to: "2026-03-31.csv-0000/ricevuta.html")
    let receipt = try PrivateFolder(folder.path + "/2026-03-31.csv-5678")
    try receipt.write("nuova", to: "ricevuta.html")
    try receipt.complete()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["2026-03-31.csv-0000", "2026-03-31.csv-5678"])
  }
}
