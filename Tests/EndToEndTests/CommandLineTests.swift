import Testing

/// A mistyped command is answered in the reader's language, with what to write instead.
@Suite(.enabled(if: Tavolo.path != nil)) struct CommandLineTests {
  @Test(arguments: [
    ("ingset", "errore: il comando «ingset» non esiste (forse «ingest»?)"),
    ("key rotte", "errore: il comando «rotte» non esiste (forse «rotate»?)"),
    ("run --worksapce x", "errore: l'opzione --worksapce non esiste (forse --workspace?)"),
    ("run --as-of", "errore: manca il valore di --as-of <data>"),
    ("run uno", "errore: «uno» non serve a questo comando"),
    ("run uno due", "errore: «uno», «due» non servono a questo comando"),
    ("run --json=si", "errore: l'opzione --json non vuole un valore, e c'è «si»"),
    ("run --as-of ieri", "errore: «ieri» non è una data: scriverla come 2026-06-30"),
    ("check", "errore: manca <file o cartella>"),
    ("init altrove", "errore: manca --province <sigle>"),
    ("sample --out x --requests tre", "errore: «tre» non va bene per --requests <N>"),
    ("template richeste", "errore: il dataset «richeste» non esiste (forse «richieste»?)"),
  ])
  func aMistakeIsTold(line: String, told: String) throws {
    let run = try Tavolo.run(line.split(separator: " ").map(String.init))
    #expect(run.code == 64)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first.map(String.init) == told)
    #expect(lines.contains { $0.hasPrefix("Uso: tavolo") })
    #expect(lines.last?.hasPrefix("Per saperne di più: tavolo") == true)
  }

  @Test(arguments: ["--help", "help run", "run --help", "sample --help", "key --help"])
  func helpIsInOneLanguage(line: String) throws {
    let run = try Tavolo.run(line.split(separator: " ").map(String.init))
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("Uso: tavolo") && run.output.contains("OPZIONI:"))
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "COMMANDS", "default", "Show", "See '", "<sub"] {
      #expect(!run.output.contains(word), "«\(word)» in the help of \(line)")
    }
  }

  @Test func aFolderThatIsNoWorkspaceIsSaidToBeNone() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "vuota/nota.txt")
    for command in ["run", "status", "ingest"] {
      let run = try Tavolo.run(command, "--workspace", workspace.path + "/vuota")
      #expect(run.code == 66)
      #expect(run.errors.contains("non è una cartella di lavoro"))
      #expect(run.errors.contains("tavolo init"))
    }
  }

  /// Whoever writes the code on the command line is told how to do it, without the code.
  @Test(arguments: [
    ["forget", "--person", "RSSMRA80A01H224X"], ["forget", "--person=RSSMRA80A01H224X"],
    ["forget", "Mario Rossi"], ["forget", "--person", "--", "Mario Rossi"],
    ["forgte", "--person", "RSSMRA80A01H224X"], ["ingest", "--RSSMRA80A01H224X"],
  ])
  func aCodeOnTheCommandLineIsNotRepeated(command: [String]) throws {
    let run = try Tavolo.run(command, input: nil)
    #expect(run.code == 64)
    #expect(!run.errors.isEmpty && run.output.isEmpty)
    #expect(!run.errors.contains("RSSMRA80A01H224X") && !run.errors.contains("Rossi"))
    if command[0] == "forget" { #expect(run.errors.contains("tavolo forget --person")) }
  }
}
