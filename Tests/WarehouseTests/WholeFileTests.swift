import Foundation
import Testing
import Warehouse

/// A file put in its place whole.
@Suite struct WholeFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func whatAKilledRunLeftIsWrittenOver() throws {
    let path = folder.path + "/ricevuta.html"
    try Data("vecchia".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try Data("a met".utf8).write(to: URL(fileURLWithPath: folder.path + "/.ricevuta.html.bozza"))
    try Data("nuova".utf8).writeWhole(to: path)
    #expect(try names() == ["ricevuta.html"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "nuova")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func whatCannotBePutThereLeavesNothing() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/posto/dentro", withIntermediateDirectories: true)
    #expect(throws: CocoaError.self) { try Data().writeWhole(to: folder.path + "/posto") }
    #expect(try names() == ["posto"])
  }
}
