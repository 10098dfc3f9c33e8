import Foundation
import Testing

@testable import Ingest

/// `tavolo check .` inside the folder of a source.
@Suite struct SourcePathTests {
  private static let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)

  @Test(
    arguments: [
      ("datasets/sources/ets/richieste", "ets"), ("/dati/ets/richieste/", "ets"),
      ("./richieste", here.lastPathComponent), ("r", here.lastPathComponent),
      (".", here.deletingLastPathComponent().lastPathComponent), ("/richieste", nil),
    ] as [(String, String?)])
  func thePublisherIsTheFolderAbove(path: String, publisher: String?) {
    #expect(SourceFolder.publisher(ofSourceAt: path) == publisher)
  }
}
