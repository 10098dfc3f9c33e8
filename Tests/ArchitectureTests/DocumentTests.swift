import Testing

/// What a user reads says what the program does.
@Suite struct DocumentTests {
  @Test func everyCommandAndOptionIsInTheReadme() throws {
    expectKept(
      CommandLaw.violations(
        commands: try Repository.swift(under: "Sources/tavolo"),
        readme: try Repository.text("README.md")))
  }

  @Test func anUndocumentedCommandIsCaught() {
    let command = SourceFile(
      path: "Sources/tavolo/PurgeCommand.swift",
      text: """
          commandName: "purge",
          @Option(name: .customLong("keep-days"), help: "Quanti (giorni).")
          var days = 30

          @Flag(name: .long, help: "Prova.")
          var dryRun = false
        """)
    #expect(CommandLaw.names(in: command) == ["keep-days", "dry-run"])
    #expect(CommandLaw.violations(commands: [command], readme: "niente").count == 3)
    #expect(
      CommandLaw.violations(commands: [command], readme: "`purge` `--keep-days N`")
        == ["README.md does not explain --dry-run of PurgeCommand.swift"])
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let pages = ["README.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    let all = try (pages + Repository.paths(under: "docs", ending: [".md"])).map(Repository.file)
    expectKept(LinkLaw.violations(in: all, exists: Repository.exists))
  }

  @Test func aLinkToNothingIsCaught() {
    let page = SourceFile(
      path: "docs/decisions/0001.md",
      text: "[a](../architecture.md#x) [b](0002.md) [c](https://eupl.eu/1.2/it/) [d](#qui)")
    let found = LinkLaw.violations(in: [page]) { $0 == "docs/architecture.md" }
    #expect(found == ["docs/decisions/0001.md leads to docs/decisions/0002.md"])
  }

  /// The order of decisions is their history: no number is missing and none is used twice.
  @Test func decisionsAreNumbered() throws {
    let names = Repository.paths(under: "docs/decisions", ending: [".md"]).map {
      $0.split(separator: "/").last!.prefix(4)
    }
    #expect(!names.isEmpty)
    #expect(names.enumerated().allSatisfy { Int($0.element) == $0.offset + 1 })
  }
}
