import Testing

/// Sizes and words.
@Suite struct ShapeTests {
  @Test func filesAreSmall() throws {
    let files = try Repository.swift(under: "Sources") + Repository.swift(under: "Tests")
    expectKept(SizeLaw.violations(in: files))
    #expect(Set(SizeLaw.exempt.keys).isSubset(of: files.map(\.path)), "an exemption of nothing")
  }

  @Test func aLongFileIsCaught() {
    func file(_ path: String, _ lines: Int) -> SourceFile {
      SourceFile(path: path, text: String(repeating: "let a = 1\n", count: lines))
    }
    let exempt = "Sources/Spreadsheet/LibXLSXWriter.swift"
    #expect(SizeLaw.violations(in: [file("Sources/Ingest/A.swift", 300)]) == [])
    #expect(SizeLaw.violations(in: [file("Sources/Ingest/A.swift", 301)]).count == 1)
    #expect(SizeLaw.violations(in: [file(exempt, 400)]) == [])
    #expect(SizeLaw.violations(in: [file(exempt, 471)]).count == 1)
    #expect(SizeLaw.violations(in: [file(exempt, 90)]).count == 1, "no exemption without need")
  }

  @Test func noFileTellsWhereItWasWritten() throws {
    let folders = ["Sources", "Tests", "datasets", "docs", "scripts", "Benchmarks"]
    // Deliveries are what offices send, in whatever encoding.
    let inFolders: [String] = folders.flatMap {
      Repository.paths(under: $0, ending: WordLaw.endings)
    }.filter { !$0.contains("/deliveries/") }
    let paths =
      inFolders + [
        "README.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", "Package.swift",
        "LICENSE", "publiccode.yml",
      ]
    expectKept(WordLaw.violations(in: try paths.map(Repository.file)))
  }

  @Test(arguments: WordLaw.forbidden) func aWordOfTheMachineIsCaught(_ word: String) {
    let file = SourceFile(path: "docs/a.md", text: "Vedi \(word)qualcosa.")
    #expect(WordLaw.violations(in: [file]).count == 1)
  }
}
