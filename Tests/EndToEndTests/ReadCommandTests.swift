import Foundation
import TestSupport
import Testing

/// `tavolo read` and `tavolo check --json`, as another program calls them.
@Suite(.enabled(if: Tavolo.path != nil)) struct ReadCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, _ text: String) throws -> String {
    try folder.write(text, to: name)
    return folder.path + "/" + name
  }

  @Test func cellsOfACSVAreTexts() throws {
    let path = try file("a.csv", "id;nota;vuota\n007;\"a \"\"b\"\"\n\u{1}è\";\n\nNO;0;\"\"\n")
    let run = try Tavolo.run("read", path)
    #expect(run.code == 0)
    #expect(
      run.output == """
        ["id","nota","vuota"]
        ["007","a \\"b\\"\\n\\u0001è",null]
        ["NO","0",null]

        """)
    #expect(run.errors.isEmpty)
  }

  @Test func aFormatThatNamesItsColumnsGivesTheirNamesFirst() throws {
    let path = try file(
      "a.json", "[{\"a\": 1.50, \"b\": true}, {\"c\": {\"d\": \"x\"}, \"a\": null}]")
    #expect(
      try Tavolo.run("read", path).output == """
        ["a","b","c.d"]
        [1.50,true,null]
        [null,null,"x"]

        """)
  }

  @Test func aFileOfASourceIsReadAsItsDescriptorSays() throws {
    _ = try file(
      "fonte/source.json",
      "{\"editore\": \"P\", \"titolo\": \"P\", \"dataset\": \"richieste\", \"licenza\": \"p\","
        + " \"tracciato\": {\"id\": \"1-3\", \"comune\": \"4-13\"}}")
    let path = try file("fonte/deliveries/2026-01-01.txt", "001Locri     \n")
    #expect(try Tavolo.run("read", path).output == "[\"id\",\"comune\"]\n[\"001\",\"Locri\"]\n")
  }

  /// In a loop over a folder a message that does not say which file it is of is of no use.
  @Test(arguments: ["read", "suggest"]) func whatCannotBeReadIsNamed(command: String) throws {
    let path = try file("rotto.xlsx", "PK\u{3}\u{4}niente")
    let run = try Tavolo.run(command, path, "--workspace", PackageFolder.path)
    #expect(run.code == 65)
    #expect(run.errors.contains("«\(path)», il file è danneggiato"), "\(run.errors)")
  }

  @Test func exitCodes() throws {
    #expect(try Tavolo.run("read", folder.path + "/manca.csv").code == 66)
    #expect(try Tavolo.run("read", folder.path).code == 66)
    #expect(try Tavolo.run("read", try file("a.pdf", "%PDF-1.7\n")).code == 65)
    #expect(try Tavolo.run("read").code == 64)
    // What the system library says in English is said in the reader's language.
    let draft = try Tavolo.run(
      "suggest", try file("b.csv", "comune;data\nLocri;1/2/2026\n"), "--out", "/proc/bozza",
      "--workspace", PackageFolder.path)
    #expect(draft.code == 73)
    #expect(draft.errors.contains("errore: non si può scrivere «/proc/bozza"), "\(draft.errors)")
    let full = try Tavolo.shell("\"$0\" read \"$1\" > /dev/full", try file("b.csv", "a;b\n1;2\n"))
    #expect(full.code == 73)
    #expect(full.errors.contains("standard output"))
    let closed = try Tavolo.shell("\"$0\" read \"$1\" >&-", folder.path + "/b.csv")
    #expect(closed.code == 73)
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let path = try file(
      "lungo.csv", "a;b\n" + String(repeating: "una riga;piuttosto lunga\n", count: 100_000))
    let run = try Tavolo.shell("{ \"$0\" read \"$1\"; echo $? >&2; } | head -1", path)
    #expect(run.output == "[\"a\",\"b\"]\n")
    #expect(run.errors == "0\n")
  }

  @Test func checkGivesOneObjectWithTheseKeysAndNoOthers() throws {
    let keys = [
      "columns", "delimiter", "encoding", "escape", "file", "findings", "headerRows", "kept",
      "kind",
      "newline", "quote", "refused", "rows", "sha256", "sheet",
    ]
    func object(_ path: String, code: Int32) throws -> [String: Any] {
      let run = try Tavolo.run("check", path, "--json", "--workspace", PackageFolder.path)
      #expect(run.code == code)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(object.map { $0.keys.sorted() } == keys)
      return object ?? [:]
    }
    let good = try object(
      try file("a.csv", "Titolo\n\nnome;n\nLocri;1\nBova;2;3\nFonte: x\n"), code: 0)
    #expect(good["kind"] as? String == "csv")
    #expect(good["delimiter"] as? String == ";")
    #expect(good["encoding"] as? String == "UTF-8")
    #expect(good["newline"] as? String == "LF")
    #expect(good["columns"] as? [String] == ["nome", "n"])
    #expect(good["headerRows"] as? Int == 1)
    #expect(good["refused"] as? Int == 1)
    let findings = good["findings"] as? [[String: Any]] ?? []
    #expect(
      findings.first.map { $0.keys.sorted() } == [
        "code", "column", "expected", "line", "message", "severity",
      ])
    #expect(
      findings.contains { $0["code"] as? String == "riga-spostata" && $0["line"] as? Int == 5 })
    // More than is written at once.
    let many = try object(
      try file("c.csv", "nome;n\n" + String(repeating: "Bova;2;3\n", count: 3000)), code: 0)
    #expect((many["findings"] as? [[String: Any]])?.count == 3000)
    let none = try object(try file("d.csv", "nome;n\nBova;2\n"), code: 0)
    #expect((none["findings"] as? [Any])?.isEmpty == true)
    let refused = try object(try file("b.xls", "<html><table>"), code: 65)
    #expect(refused["kind"] as? String == "html")
    #expect((refused["findings"] as? [[String: Any]])?.first?["code"] as? String == "formato-html")
  }
}

extension Tavolo {
  /// A line of shell in which `$0` is the command and `$1` the argument.
  static func shell(_ line: String, _ argument: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, try #require(path), argument]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }
}
