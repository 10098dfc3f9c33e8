import Foundation
import Indicators
import Testing

@testable import Reports

@Suite struct ReportingTablesTests {
  private func page(_ language: Language, reports: Bool = true) throws -> String {
    var evidence = SampleEvidence.make()
    if !reports { evidence.reports = [] }
    let context = ReportContext(evidence: evidence, tables: [], language: language)
    let page = try PageWriter(frame: context.frame, navigation: [])
      .page(QualityPage.reports(context)[0])
    return String(decoding: page, as: UTF8.self)
  }

  @Test func theRatesAreOnTheQualityPage() throws {
    let page = try page(.it)
    #expect(page.contains("Consegne attese: 4; arrivate: 2 (50\u{A0}%); puntuali: 1; complete: 0."))
    for word in ["puntuale, incompleta", "in ritardo, incompleta", "mancante", "non ancora dovuta"]
    {
      #expect(page.contains(word), "\(word)")
    }
    #expect(!page.contains("ufficio che non si pubblica"))
  }

  @Test func alsoInEnglish() throws {
    let page = try page(.en)
    #expect(page.contains("Deliveries expected: 4; arrived: 2 (50%); on time: 1; complete: 0."))
    #expect(page.contains("not yet due"))
  }

  @Test func withoutACalendarNothingIsSaid() throws {
    #expect(!(try page(.it, reports: false)).contains("id=\"attese\""))
  }
}
