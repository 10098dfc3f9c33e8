import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

/// A second edition tells its readers what has changed since the first.
@Suite struct EditionBulletinTests {
  private static let writer = EditionWriter(
    toolVersion: "prova", allowedOrganisations: Set(SampleProviders.codes))

  /// The sample three months later, with a share of a service and of a comune that moved.
  private static var later: Evidence {
    var evidence = SampleEvidence.make()
    evidence.asOf = Day(iso: "2026-09-30")!
    for index in evidence.observations.indices {
      let one = evidence.observations[index]
      if one.value != nil, one.indicator == "richieste-per-1000",
        one.period == .half(2026, 1), [.total, .comune].contains(one.territory.kind)
      {
        evidence.observations[index].value! += 1
      }
    }
    return evidence
  }

  private static func editions(
    _ scratch: borrowing Scratch, _ language: Language = .it
  ) throws -> (first: [EditionOutput], second: [EditionOutput]) {
    let first = try writer.write(
      SampleEvidence.make(), tables: [], language: language, to: scratch.path("a"))
    let second = try writer.write(
      later, tables: [], language: language,
      since: try PublishedEdition(directory: scratch.path("a")), to: scratch.path("b"))
    return (first, second)
  }

  @Test(arguments: Language.allCases)
  func thePortalLeadsToIt(language: Language) throws {
    let scratch = try Scratch()
    let (first, second) = try Self.editions(scratch, language)
    let bulletin = ["revisioni.html", "revisioni.xlsx"]
    #expect(Set(second.map(\.path)).subtracting(first.map(\.path)) == Set(bulletin))
    func portal(_ name: String) throws -> String {
      try String(contentsOfFile: scratch.path(name + "/index.html"), encoding: .utf8)
    }
    let link = "href=\"revisioni.html\""
    #expect(try portal("b").contains(link) && !portal("a").contains(link))
    #expect(try portal("b").contains(language.long(SampleEvidence.asOf)))
  }

  /// The manifest knows it like every other file.
  @Test func itIsVerified() throws {
    let scratch = try Scratch()
    _ = try Self.editions(scratch)
    let edition = try PublishedEdition(directory: scratch.path("b"))
    let verification = EditionVerification(
      edition, computed: edition.observations, deliveries: edition.deliveries)
    #expect(verification.isConfirmed, "\(verification)")
  }

  /// It says what the comparison of the two folders says, and warns nobody of what only who publishes
  /// can mend.
  @Test func itIsTheComparisonOfTheTwo() throws {
    let scratch = try Scratch()
    _ = try Self.editions(scratch)
    let page = try String(contentsOfFile: scratch.path("b/revisioni.html"), encoding: .utf8)
    let comparison = EditionComparison(
      try PublishedEdition(directory: scratch.path("a")),
      try PublishedEdition(directory: scratch.path("b")))
    #expect(comparison.revisions.count > 2)
    let count = Language.it.integer(comparison.revisions.count)
    #expect(page.contains("ne sono cambiati \(count)."))
    #expect(!page.contains(RevisionPhrases.closeAdvice.it))
  }

  /// A number the second edition withholds is not told by it as it was in the first.
  @Test func whatIsWithheldNowIsNotToldAsItWas() throws {
    let scratch = try Scratch()
    var second = Self.later
    let index = try #require(
      second.observations.firstIndex {
        $0.indicator == "richieste-per-1000" && $0.territory.kind == .comune && $0.value != nil
          && $0.period == .half(2026, 1)
      })
    let withheld = second.observations[index]
    second.observations[index].value = nil
    second.observations[index].status = .suppressed
    try Self.writer.write(SampleEvidence.make(), tables: [], to: scratch.path("a"))
    try Self.writer.write(
      second, tables: [], since: try PublishedEdition(directory: scratch.path("a")),
      to: scratch.path("b"))
    let comparison = EditionComparison(
      try PublishedEdition(directory: scratch.path("a")),
      try PublishedEdition(directory: scratch.path("b")))
    #expect(comparison.revisions.contains { $0.after.id == withheld.id })
    func ids(_ bulletin: RevisionBulletin) -> [String?] {
      bulletin.report(at: "r", trail: []).sections.flatMap(\.allTables)
        .flatMap(\.table.rows).joined().map(\.observation)
    }
    let forReaders = RevisionBulletin(comparison, language: .it)
    let forPublishers = RevisionBulletin(comparison, threshold: 5, language: .it)
    #expect(ids(forPublishers).contains(withheld.id))
    #expect(!ids(forReaders).contains(withheld.id) && ids(forReaders).count > 1)
    let page = try String(contentsOfFile: scratch.path("b/revisioni.html"), encoding: .utf8)
    #expect(page.contains("ora sono riservati [c], e qui non si elencano: 1."))
  }

  /// First what is of everybody and everywhere; a part is told from the whole by its name.
  @Test func numbersAreInTheOrderOfReading() throws {
    let scratch = try Scratch()
    _ = try Self.editions(scratch)
    let comparison = EditionComparison(
      try PublishedEdition(directory: scratch.path("a")),
      try PublishedEdition(directory: scratch.path("b")))
    let report = RevisionBulletin(comparison, language: .it).report(at: "revisioni", trail: [])
    let table = try #require(
      report.sections.flatMap(\.allTables).first { $0.table.id == "revisioni" }
    )
    .table
    let ids = table.rows.map { $0[4].observation ?? "" }
    let kinds = ids.map { $0.split(separator: "~")[1] }
    #expect(kinds.first == "totale" && kinds.last == "comune")
    #expect(kinds == kinds.filter { $0 == "totale" } + kinds.filter { $0 == "comune" })
    let names = table.rows.filter { $0[4].observation!.contains("~area_utenza~ANZ") }
      .map { CellText.text(of: $0[0], .it) }
    #expect(!names.isEmpty && names.allSatisfy { $0.hasSuffix(", persone anziane") }, "\(names)")
  }
}
