import Testing

@Suite struct CallTests {
  @Test func noSourceCallsWhatItMustNot() throws {
    expectKept(CallLaw.violations(in: try Repository.swift(under: "Sources")))
  }

  @Test(arguments: [
    "print(\"ciao\")", "  try! open()", "fatalError(\"mai\")", "// TODO: finish", "/// FIXME",
    "let now = Date()", "let now = Date.now", "ContinuousClock().now", "Locale(identifier: \"it\")",
    "TimeZone.current", "UUID().uuidString",
  ]) func aPlantedCallIsCaught(_ line: String) {
    let file = SourceFile(path: "Sources/Ingest/A.swift", text: "struct A {\n\(line)\n}\n")
    #expect(CallLaw.violations(in: [file]).count == 1)
    #expect(CallLaw.violations(in: [file]).first?.contains("A.swift:2: ") == true)
  }

  @Test(arguments: [
    "rules: [FutureDate()]", "blueprint(x)", "sheet.set(print(landscape: true))",
    "// never print(x)", "let METODO = 1",
    "let address = \"https://example.org/a\"", "try open()", "updateLocaleNames = 1",
  ]) func whatOnlyLooksLikeItIsNot(_ line: String) {
    let file = SourceFile(path: "Sources/Ingest/A.swift", text: line)
    #expect(CallLaw.violations(in: [file]) == [])
  }

  @Test func theExecutableAloneMayReadAClock() {
    let line = "let today = Date()"
    #expect(CallLaw.violations(in: [SourceFile(path: "Sources/tavolo/A.swift", text: line)]) == [])
    #expect(
      CallLaw.violations(in: [SourceFile(path: "Sources/Reports/A.swift", text: line)]).count == 1)
  }
}
