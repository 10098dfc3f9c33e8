import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Deliveries that are no quiet files: written while they are read, no files at all, out of reach.
@Suite struct UnquietFilesTests {
  private static let name = "2026-03-31.csv"
  private static let text =
    DeliveringSource.header + (1...60_000).map { DeliveringSource.row("R\($0)") }.joined()

  /// What was digested and what was read would be two files.
  @Test(arguments: ["grows", "is cut", "is replaced"])
  func aFileThatChangesMeanwhileIsNotLoaded(how: String) throws {
    let source = try DeliveringSource(columns: DeliveringSource.columns)
    let path = source.path + "/deliveries/" + Self.name
    try source.write(Self.text, to: "deliveries/" + Self.name)
    let error = #expect(throws: UnreadableFile.self) {
      try source.ingest { _ in
        switch how {
        case "grows":
          let file = FileHandle(forWritingAtPath: path)
          file?.seekToEndOfFile()
          file?.write(Data(DeliveringSource.row("S1").utf8))
        case "is cut": truncate(path, 4000)
        default:
          let other = Self.text.replacing("080063", with: "080043")
          try? Data(other.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
      }
    }
    #expect(error?.code == "file-cambiato")
    #expect(error.map { "\($0)" }?.contains(Self.name) == true)
    #expect(try source.current().isEmpty)
    // The next time it is a file like any other.
    #expect(try source.ingest()[Self.name]?.rowsKept ?? 0 > 0)
  }

  @Test func aPipeIsNoDelivery() throws {
    let source = try DeliveringSource()
    #expect(mkfifo(source.path + "/deliveries/" + Self.name, 0o600) == 0)
    let error = #expect(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error?.code == "file-non-regolare")
  }

  @Test func aLinkThatLeadsNowhereIsSaidInItalian() throws {
    let source = try DeliveringSource()
    let path = source.path + "/deliveries/" + Self.name
    #expect(symlink(path, path) == 0)
    let error = #expect(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error.map { "\($0)" }?.contains("il collegamento porta a sé stesso") == true)
  }

  /// A folder without its descriptor is told apart from one that is not there.
  @Test func whatIsMissingIsNamed() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DescriptorError.self) { try SourceFolder(path: folder.path) }
    #expect(error.map { "\($0)" }?.contains("manca source.json") == true)
  }
}
