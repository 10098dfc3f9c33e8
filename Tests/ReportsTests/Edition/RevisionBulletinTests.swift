import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

/// A revision says why it is one, and a bulletin is held to what holds for an edition.
@Suite struct RevisionBulletinTests {
  /// Two editions read back from disk: the first as `start` makes it, the second as `change` does.
  private static func compared(
    _ scratch: borrowing Scratch, language: Language = .it,
    from start: (inout Evidence) -> Void = { _ in }, _ change: (inout Evidence) -> Void
  ) throws -> EditionComparison {
    let writer = EditionWriter(
      toolVersion: "prova", allowedOrganisations: Set(SampleProviders.codes))
    var (first, second) = (SampleEvidence.make(), SampleEvidence.make())
    start(&first)
    change(&second)
    for (name, evidence) in [("a", first), ("b", second)] {
      try writer.write(evidence, tables: [], language: language, to: scratch.path(name))
    }
    return EditionComparison(
      try PublishedEdition(directory: scratch.path("a")),
      try PublishedEdition(directory: scratch.path("b")))
  }

  private static func moveOne(_ evidence: inout Evidence) {
    let index = evidence.observations.firstIndex { $0.value != nil }!
    evidence.observations[index].value! += 0.01
  }

  /// With the same deliveries, a later day is told from another threshold or programme.
  @Test func aLaterDayIsAReason() throws {
    let scratch = try Scratch()
    let settings = try Self.compared(scratch, Self.moveOne)
    #expect(settings.revisions.map(\.reason) == [.settings])
    let later = try Self.compared(scratch) {
      Self.moveOne(&$0)
      $0.asOf = Day(iso: "2026-09-30")!
    }
    #expect(later.revisions.map(\.reason) == [.laterDate])
    let page = try RevisionBulletin(later, threshold: 5, language: .it).write(to: scratch.path("c"))
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("dal 30 giugno 2026 al 30 settembre 2026"))
  }

  /// One person more is a warning, one payment more is not.
  @Test(arguments: [("richieste-per-1000", 1), ("avanzamento-finanziario", 0)])
  func onlyPersonsAreFew(indicator: String, warnings: Int) throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch) { evidence in
      let index = evidence.observations.firstIndex {
        $0.indicator.hasPrefix(indicator) && $0.value != nil
      }!
      evidence.observations[index].numerator = (evidence.observations[index].numerator ?? 40) + 1
    }
    #expect(comparison.revisions.count == 1)
    #expect(comparison.closeRevisions(threshold: 1_000_000_000) == warnings)
  }

  /// A number held back is still that of the definition before: the bulletin says which.
  @Test(arguments: [("richieste-per-1000", true), ("tempo-attivazione", false)])
  func whatIsKeptOfAnotherDefinitionIsSaid(redefined: String, isSaid: Bool) throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch) { evidence in
      let index = evidence.definitions.firstIndex { $0.slug == redefined }!
      evidence.definitions[index].formula.it += ", altrimenti"
      let held = evidence.observations.firstIndex {
        $0.indicator == "richieste-per-1000" && $0.value != nil && $0.status == .published
      }!
      evidence.observations[held].status = .provisional
      evidence.observations[held].note = "revisione trattenuta"
    }
    #expect(comparison.redefined.contains(redefined))
    let page = try RevisionBulletin(comparison, threshold: 5, language: .it)
      .write(to: scratch.path("c"))
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("restano quelli della definizione di prima") == isSaid)
  }

  /// A condition is edited and every word stays: what is counted is not what it was.
  @Test(
    arguments: [("1", "2", true), ("1", "1", false), (nil, "1", false)]
      as [(String?, String, Bool)])
  func whatIsCountedUnderTheSameWordsIsSaid(then: String?, now: String, isSaid: Bool) throws {
    let scratch = try Scratch()
    let slug = "richieste-per-1000"
    func start(_ evidence: inout Evidence) { declare(slug, then, &evidence) }
    let comparison = try Self.compared(scratch, from: start) {
      declare(slug, now, &$0)
      let index = $0.observations.firstIndex { $0.indicator == slug && $0.value != nil }!
      $0.observations[index].value! += 1
    }
    #expect(comparison.redefined == (isSaid ? [slug] : []))
    #expect(comparison.revisions.map(\.reason) == [isSaid ? .definition : .settings])
  }

  private func declare(_ slug: String, _ fingerprint: String?, _ evidence: inout Evidence) {
    let index = evidence.definitions.firstIndex { $0.slug == slug }!
    evidence.definitions[index].fingerprint = fingerprint
  }

  /// A part of an indicator has words, not the end of its slug.
  @Test(arguments: [(Language.it, "entro 90 giorni"), (.en, "within 90 days")])
  func aPartIsNamed(language: Language, words: String) throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch, language: language) { evidence in
      let index = evidence.observations.firstIndex {
        $0.indicator == "tempo-attivazione.entro-90" && $0.value != nil
      }!
      evidence.observations[index].value! *= 0.9
    }
    let page = try RevisionBulletin(comparison, threshold: 5, language: language)
      .write(to: scratch.path("c"))
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains(", " + words) && !text.contains("(entro-90)"))
  }

  /// A share is read as one and a district by its name in the reader's language; where the value is the
  /// same, the bulletin says what is not.
  @Test func aChangeIsSaidInTheReadersWords() throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch, language: .en) { evidence in
      let index = evidence.observations.firstIndex {
        $0.indicator == "copertura-bisogni" && $0.territory.code == "LOC" && $0.value != nil
      }!
      evidence.observations[index].value = 0.4321
      evidence.observations[index].upper = 0.75
      let next = evidence.observations.firstIndex {
        $0.indicator == "copertura-bisogni" && $0.territory.code == "CAU" && $0.upper != nil
      }!
      evidence.observations[next].upper! += 0.01
    }
    let page = try RevisionBulletin(comparison, threshold: 5, language: .en)
      .write(to: scratch.path("c"))
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("43.21%") && !text.contains("0.4321<"))
    #expect(text.contains("Social district of Locri"))
    let rows = text.split(separator: "<tr>").filter { $0.contains("copertura-bisogni~ats~") }
    #expect(rows.contains { $0.contains(">the value<") }, "\(rows)")
    #expect(rows.contains { $0.contains(">the interval<") }, "\(rows)")
  }

  /// A number that no longer is of half a period is another one, and is not confirmed as it was.
  @Test func howMuchOfAPeriodIsToldIsSaid() throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch) { evidence in
      let index = evidence.observations.firstIndex { $0.value != nil && $0.note == nil }!
      evidence.observations[index].note = Observation.toldInPart
    }
    #expect(comparison.revisions.map(\.change) == [.part])
    let verification = EditionVerification(
      comparison.before, computed: comparison.after.observations, deliveries: [])
    #expect(verification.different == comparison.revisions.map(\.after.id))
  }

  /// An edition of before there was such a list says it of no number: nothing has moved.
  @Test func anEditionWithoutTheListIsNotHeldAgainstIt() throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch) { evidence in
      let index = evidence.observations.firstIndex { $0.value != nil && $0.note == nil }!
      evidence.observations[index].note = Observation.toldInPart
    }
    let manifest = scratch.path("a") + "/edition.json"
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    try text.replacingOccurrences(of: "osservazioni_in_parte", with: "altro")
      .write(toFile: manifest, atomically: true, encoding: .utf8)
    let old = try PublishedEdition(directory: scratch.path("a"))
    #expect(EditionComparison(old, comparison.after).revisions.isEmpty)
    let verification = EditionVerification(
      old, computed: comparison.after.observations, deliveries: [])
    #expect(verification.different.isEmpty)
  }

  /// A part that the catalogue names is called as it does.
  @Test func aDeclaredPartIsNamed() throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch, language: .en, Self.moveOne)
    let paid = comparison.after.definition("avanzamento-finanziario.totale")
    let figure = try #require(
      paid.map {
        Figure(
          Observation(
            indicator: "avanzamento-finanziario.totale", territory: .total, period: .year(2026)), $0
        )
      })
    #expect(figure.name.it != figure.name.en && !figure.name.en.contains("totale"))
  }

  /// What must never be published is not in a bulletin either, and the one there was stays.
  @Test func aBulletinIsScanned() throws {
    let scratch = try Scratch()
    let comparison = try Self.compared(scratch, Self.moveOne)
    let bulletin = RevisionBulletin(comparison, threshold: 5, language: .it)
    try bulletin.write(to: scratch.path("c"))
    let manifest = scratch.path("b/edition.json")
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
      .replacing("2026-06-30.csv", with: "RSSMRA80A01H224X.csv")
    try Data(text.utf8).write(to: URL(filePath: manifest))
    let spoiled = EditionComparison(
      comparison.before, try PublishedEdition(directory: scratch.path("b")))
    #expect(spoiled.arrived.count == 1)
    #expect(throws: EditionError.self) {
      try RevisionBulletin(spoiled, threshold: 5, language: .it).write(to: scratch.path("c"))
    }
    #expect(FileManager.default.fileExists(atPath: scratch.path("c/index.html")))
  }
}
