import Foundation
import TestSupport
import Testing

/// Every file of other readers' test collections through the built command: read or refused by name,
/// in a time and a memory that do not depend on how broken it is.
@Suite(.enabled(if: SharedData.isPresent && Tavolo.path != nil)) struct CorpusTests {
  /// Memory no file may take, in kilobytes: with more a command dies.
  private static let memoryLimit = 300 << 10

  @Test func aCommandThatTakesMoreThanItsLimitDies() throws {
    let file = PackageFolder.path + "/README.md"
    #expect(try run(["read", file], memoryLimit: 4 << 10) != 0)
    #expect(try run(["read", file]) == 0)
  }

  @Test func everyFileIsReadOrRefused() throws {
    let root = SharedData.path("parsers")
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var paths: [String] = []
    for name in names.sorted() {
      var isFolder: ObjCBool = false
      let path = "\(root)/\(name)"
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        paths.append(path)
      }
    }
    var codes: [Int32: Int] = [:]
    var wrong: [String] = []
    for path in paths {
      for arguments in [
        ["read", path], ["check", path, "--json", "--workspace", PackageFolder.path],
      ] {
        let code = try run(arguments)
        codes[code, default: 0] += 1
        if code != 0 && code != 65 { wrong.append("\(arguments[0]) \(path): uscita \(code)") }
      }
    }
    Corpus.report(
      "file di parsers letti o rifiutati (\(codes[0, default: 0]) letture,"
        + " \(codes[65, default: 0]) rifiuti, con \(Self.memoryLimit >> 10) MiB)",
      paths.count * 2 - wrong.count, paths.count * 2, wrong)
    #expect(paths.count > 600)
    #expect(wrong.isEmpty)
  }

  /// Ends with 124 when the command takes more than half a minute, and by a signal when it takes more
  /// memory. The greatest resident size the kernel keeps would be no measure: a process begins with that
  /// of the one that started it.
  private func run(_ arguments: [String], memoryLimit: Int = memoryLimit) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -d \(memoryLimit); exec timeout 30 \"$0\" \"$@\"", try #require(Tavolo.path)]
      + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }
}
