import Testing

/// The lists hold what their folders hold.
@Suite struct ListTests {
  @Test func contracts() throws {
    let files = try Repository.swift(under: "Sources/Ingest/Contracts")
    let law = ListLaw.contracts(files)
    expectKept(law.violations)
    #expect(law.declared.count > 5)
  }

  @Test func findings() throws {
    let law = ListLaw.findings(try Repository.swift(under: "Sources/Ingest"))
    expectKept(law.violations)
    #expect(law.declared.count > 20)
  }

  @Test func everyFindingIsInSomeTest() throws {
    let law = ListLaw.testedFindings(
      try Repository.swift(under: "Sources/Ingest"), by: try Repository.swift(under: "Tests"))
    expectKept(law.violations)
    #expect(law.declared.count > 20)
  }

  @Test func rules() throws {
    let law = ListLaw.rules(try Repository.swift(under: "Sources/Ingest"))
    expectKept(law.violations)
    #expect(law.declared.count > 2)
  }

  @Test func indicators() throws {
    let files = try Repository.swift(under: "Sources/Indicators/Catalogue")
    let law = ListLaw.indicators(files)
    expectKept(law.violations)
    #expect(law.declared.count > 8)
    let slugs = ListLaw.requestSlugs(files)
    expectKept(slugs.violations)
    #expect(slugs.declared.count > 5)
  }

  @Test func describedIndicators() throws {
    let law = ListLaw.described(try Repository.swift(under: "Sources/Indicators/Catalogue"))
    expectKept(law.violations)
    #expect(law.declared.count > 80)
  }

  @Test func reports() throws {
    let law = ListLaw.reports(try Repository.swift(under: "Sources/Reports"))
    expectKept(law.violations)
    #expect(law.declared.count > 3)
  }

  @Test func commands() throws {
    let law = ListLaw.commands(try Repository.swift(under: "Sources/tavolo"))
    expectKept(law.violations)
    #expect(law.declared.count > 5)
  }

  // MARK: A planted violation is caught

  @Test func aFindingNoTestNamesIsCaught() {
    let kinds = file(
      "Sources/Ingest/A.swift",
      ["oddDay", "oddHour", "oddYear"].map {
        "static let \($0) = FindingKind(\n    \"is-\($0.lowercased())\", .note,"
      }.joined(separator: "\n"))
    let tests = file(
      "Tests/A.swift", "#expect(found == [\"is-oddday\"]); a(.oddHour); b(oddYear, \"is-oddyears\")"
    )
    #expect(
      ListLaw.testedFindings([kinds], by: [tests]).violations
        == ["is-oddyear is missing from the tests"])
  }

  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test func aContractOutsideTheListIsCaught() {
    let list = file(
      "Sources/Ingest/Contracts/Contract.swift",
      "  public static let all: [Contract] = [\n    .richieste, .sparito,\n  ]\n")
    let folder = file(
      "Sources/Ingest/Contracts/A.swift",
      """
        public static let richieste = Contract(
        public static let contatti = Contract(
      """)
    #expect(
      ListLaw.contracts([list, folder]).violations == [
        "contatti is missing from Contract.all",
        "Contract.all lists sparito, which is not there",
      ])
  }

  @Test func aRuleNobodyUsesIsCaught() {
    let rule = file("Sources/Ingest/Rules/A.swift", "public struct Unused: RowRule {")
    let contract = file("Sources/Ingest/Contracts/A.swift", "rules: [FutureDate()]")
    #expect(
      ListLaw.rules([rule, contract]).violations == ["Unused is missing from the contracts' rules"])
  }

  @Test func anIndicatorOutsideTheCatalogueIsCaught() {
    let list = file("Sources/Indicators/Catalogue/Catalogue.swift", "[Known(), request[\"noto\"]!]")
    let known = file(
      "Sources/Indicators/Catalogue/Known.swift",
      "public struct Known: RequestIndicator {\n slug: \"noto\"\n slug: \"ignoto\"\n}\n")
    let rate = file(
      "Sources/Indicators/Catalogue/Rate.swift",
      "public enum Rate {\n  public static let definition = Definition(\n}\n")
    let helper = file("Sources/Indicators/Catalogue/Helper.swift", "public enum Helper {\n}\n")
    #expect(
      ListLaw.indicators([list, known, rate, helper]).violations == [
        "Rate is missing from Catalogue"
      ])
    #expect(
      ListLaw.requestSlugs([list, known]).violations == [
        "ignoto is missing from Catalogue.definitions"
      ])
  }

  @Test func aDescribedIndicatorOutsideTheListIsCaught() {
    let list = file(
      "Sources/Indicators/Catalogue/CatalogueDescribed.swift",
      "  static let described: [Indicator] = [\n    // Waits\n    .known, .gone,\n  ]\n")
    let family = file(
      "Sources/Indicators/Catalogue/Waits/A.swift",
      "  static let known = Indicator(\n  static let forgotten = Indicator(\n")
    #expect(
      ListLaw.described([list, family]).violations == [
        "forgotten is missing from Catalogue.described",
        "Catalogue.described lists gone, which is not there",
      ])
  }

  @Test func aReportOutsideTheListIsCaught() {
    let list = file(
      "Sources/Reports/Catalogue/ReportCatalogue.swift",
      "static let kinds: [any (ReportKind & SendableMetatype).Type] = [\n  PortalPage.self,\n]\n")
    let folder = file(
      "Sources/Reports/Catalogue/A.swift",
      "enum PortalPage: ReportKind {\n}\nenum Forgotten: ReportKind {\n}\n")
    #expect(
      ListLaw.reports([list, folder]).violations == [
        "Forgotten is missing from ReportCatalogue.kinds"
      ])
  }

  @Test func aCommandOutsideTheListIsCaught() {
    let root = file(
      "Sources/tavolo/Tavolo.swift",
      "struct Tavolo: ParsableCommand {\n subcommands: [\n  RunCommand.self,\n ])\n}\n")
    let folder = file(
      "Sources/tavolo/RunCommand.swift",
      "struct RunCommand: ParsableCommand {\n}\nstruct PurgeCommand: ParsableCommand {\n}\n")
    #expect(
      ListLaw.commands([root, folder]).violations == [
        "PurgeCommand is missing from the subcommands"
      ])
  }
}
