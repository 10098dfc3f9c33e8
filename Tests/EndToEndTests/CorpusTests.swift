import Foundation
import TestSupport
import Testing

/// Every file of other readers' test collections through the built command: read or refused by name,
/// in a time and a memory that do not depend on how broken it is.
@Suite(.enabled(if: SharedData.isPresent && Tavolo.path != nil)) struct CorpusTests {
  /// Resident memory no file may take, in kilobytes.
  private static let memoryLimit = 300 << 10

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
    var peak = 0
    for path in paths {
      for arguments in [
        ["read", path], ["check", path, "--json", "--workspace", PackageFolder.path],
      ] {
        let (code, kilobytes) = try run(arguments)
        peak = max(peak, kilobytes)
        codes[code, default: 0] += 1
        if code != 0 && code != 65 { wrong.append("\(arguments[0]) \(path): uscita \(code)") }
      }
    }
    Corpus.report(
      "file di parsers letti o rifiutati (\(codes[0, default: 0]) letture,"
        + " \(codes[65, default: 0]) rifiuti, al più \(peak >> 10) MiB)",
      paths.count * 2 - wrong.count, paths.count * 2, wrong)
    #expect(paths.count > 600)
    #expect(wrong.isEmpty)
    #expect(peak < Self.memoryLimit)
  }

  /// Ends with 124 when the command takes more than half a minute; kilobytes are the most it held, and of
  /// no other process of the tests.
  private func run(_ arguments: [String]) throws -> (code: Int32, kilobytes: Int) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    let words = ["timeout", "30", try #require(Tavolo.path)] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    try #require(posix_spawn(&child, "/usr/bin/timeout", &actions, nil, &pointers, environ) == 0)
    var status: Int32 = 0
    var usage = rusage()
    try #require(wait4(child, &status, 0, &usage) == child)
    let signal = status & 0x7F
    return (signal == 0 ? (status >> 8) & 0xFF : -signal, usage.ru_maxrss)
  }
}
