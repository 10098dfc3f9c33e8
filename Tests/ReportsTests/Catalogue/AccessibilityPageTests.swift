import Indicators
import Testing
import Warehouse

@testable import Reports

/// The page on accessibility claims nothing that was not tested, and names the office that was declared.
@Suite struct AccessibilityPageTests {
  private func report(_ evidence: Evidence, _ language: Language) -> Report {
    AccessibilityPage.reports(
      ReportContext(evidence: evidence, tables: [], language: language))[0]
  }

  private func said(_ report: Report, _ section: String) -> String {
    report.sections.filter { $0.id == section }.flatMap { $0.allSentences(under: []) }
      .map(\.sentence.text).joined(separator: " ")
  }

  @Test func nobodyIsNamedWhoWasNotDeclared() {
    var evidence = SampleEvidence.make()
    let silent = report(evidence, .it)
    #expect(silent.mailbox == nil)
    #expect(said(silent, "segnalare").contains("non ha ancora dichiarato un ufficio"))
    #expect(!said(silent, "segnalare").contains("@"))
    evidence.territory.office = .init(name: "Ufficio statistica", mailbox: "dati@pec.example.it")
    let named = report(evidence, .en)
    #expect(named.mailbox == "dati@pec.example.it")
    #expect(said(named, "segnalare").contains("write to dati@pec.example.it, Ufficio statistica."))
    #expect(said(named, "segnalare").contains("Digital Ombudsman"))
  }

  /// This edition was tested by nobody, and no result is stated.
  @Test func noResultIsClaimed() {
    let page = report(SampleEvidence.make(), .it)
    #expect(said(page, "prove").contains("nessuno ha provato questa edizione"))
    #expect(said(page, "limiti").contains("lettori di schermo"))
    for section in page.sections {
      #expect(!said(page, section.id).contains("è conforme"))
    }
  }

  /// Every page of an edition leads to it at its foot; a bulletin beside no edition does not.
  @Test func everyPageLeadsToIt() throws {
    let context = ReportContext(evidence: SampleEvidence.make(), tables: [], language: .it)
    let comune = ComunePage.reports(context)[0]
    func page(_ link: Link?) throws -> String {
      let writer = try PageWriter(frame: context.frame, navigation: [], accessibility: link)
      return String(decoding: try writer.page(comune), as: UTF8.self)
    }
    #expect(
      try page(AccessibilityPage.link(.it)).contains(
        "<a href=\"../accessibilita.html\">Accessibilità: che cosa si prova"))
    #expect(try !page(nil).contains("accessibilita.html"))
  }
}
