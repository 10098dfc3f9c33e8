import Foundation
import TestSupport
import Testing
import Warehouse

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

  /// A copy left beside a source, or a second export of the same dataset, would take its place.
  @Test func ofAPublisherADatasetHasOneFolder() throws {
    let folder = try TemporaryFolder()
    func add(_ name: String) throws {
      try folder.write(
        #"{"editore": "Prova", "titolo": "Prova", "dataset": "richieste", "licenza": "prova"}"#,
        to: "sources/comune/\(name)/source.json")
      try folder.write("", to: "sources/comune/\(name)/deliveries/.keep")
    }
    func check(_ name: String) throws {
      try SourceFolder(path: folder.path + "/sources/comune/\(name)").checkIsTheOnlyOne()
    }
    // Alone it may be called as it likes.
    try add("richieste - Copia")
    try check("richieste - Copia")
    try add("richieste")
    try check("richieste")
    let error = #expect(throws: DescriptorError.self) { try check("richieste - Copia") }
    #expect(error?.message.contains("anche la cartella «richieste» è del dataset") == true)
  }

  /// A name of which no file can be found, and one to which nothing can be added.
  @Test func namesNothingCanBeDoneWithAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "deliveries/.keep")
    let place = folder.path + "/deliveries"
    func complaint(_ name: [UInt8]) throws -> String? {
      let path = Array("\(place)/".utf8) + name
      let file = path.map { CChar(bitPattern: $0) } + [0]
      #expect(creat(file, 0o600) >= 0)
      defer { unlink(file) }
      return #expect(throws: DescriptorError.self) { try DeliveryFile.list(in: place) }?.message
    }
    let novelty = Array("2026-06-30-novit".utf8) + [0xE0]
    #expect(try complaint(novelty)?.contains("in una codifica diversa da UTF-8") == true)
    let long = Array("2026-06-30-".utf8) + Array(repeating: 0x61, count: 230)
    #expect(try complaint(long)?.contains("troppo lungo («2026-06-30-aaa") == true)
    #expect(try DeliveryFile.list(in: place).isEmpty)
    #expect(
      try complaint(Array("2026-06-30.csv.filepart".utf8))?.contains("sta ancora arrivando") == true
    )
  }

  /// What Explorer and Excel leave in a folder and do not show.
  @Test func whatNobodyDeliveredIsNoDelivery() throws {
    let folder = try TemporaryFolder()
    for name in ["Thumbs.db", "desktop.ini", "~$2026-06-30.xlsx", ".DS_Store", "2026-06-30.xlsx"] {
      try folder.write("", to: "deliveries/\(name)")
    }
    #expect(
      try DeliveryFile.list(in: folder.path + "/deliveries").map(\.name) == ["2026-06-30.xlsx"])
  }
}
