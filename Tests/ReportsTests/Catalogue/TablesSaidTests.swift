import Indicators
import Testing
import Warehouse

@testable import Reports

/// What is said beside tables that hold no indicator, of which each has a rule of its own.
@Suite struct TablesSaidTests {
  private func context(_ evidence: Evidence, _ language: Language = .it) -> ReportContext {
    ReportContext(evidence: evidence, tables: [SampleEvidence.brief], language: language)
  }

  private func said(_ section: Section) -> [String] {
    section.allSentences(under: []).map(\.sentence.text)
  }

  /// Statements are counted, dated and never added up; what the last ones say is of one programme alone.
  @Test func statementsAreNotAddedUp() {
    let context = context(SampleEvidence.make())
    let one = ProgrammeTables(programmes: [SampleEvidence.programme], context: context)
    #expect(
      one.said(\.funding).text
        == "Dichiarazioni: 4; origini diverse: 2; dal 30 giugno 2023 al 31 marzo 2025. All'ultima data: "
        + "Totale 1.516.100,00\u{A0}€; PNRR 812.840,10\u{A0}€.")
    var other = SampleEvidence.programme
    (other.cup, other.payments) = ("B41H22000020007", [])
    let two = ProgrammeTables(programmes: [SampleEvidence.programme, other], context: context)
    #expect(
      two.said(\.funding).text
        == "Dichiarazioni: 8; origini diverse: 2; dal 30 giugno 2023 al 31 marzo 2025.")
    let none = ProgrammeTables(programmes: [other], context: context)
    #expect(none.said(\.payments).text == "Dato non pervenuto [..].")
  }

  /// Nothing planned is neither reached nor missed.
  @Test func nothingPlannedIsNotReached() {
    let tables = ProgrammeTables(
      programmes: [SampleEvidence.programme], context: context(SampleEvidence.make()))
    #expect(
      tables.targetsSaid().text
        == "Indicatori: 2. Hanno raggiunto il programmato: 0; non ancora: 1; senza un rapporto calcolabile "
        + "[x]: 1.")
  }

  @Test func changesHaveADirection() throws {
    let tables = ProgrammeTables(
      programmes: [SampleEvidence.programme], context: context(SampleEvidence.make()))
    let blocks = try #require(ProgrammeChanges.blocks([SampleEvidence.programme], tables))
    #expect(
      said(Section(id: "x", title: "x", blocks: blocks))
        == ["Variazioni: 1. In aumento: 0; in diminuzione: 1; con lo stesso importo: 0."])
  }

  /// Hours are of the points that say them; of what nobody says, that.
  @Test func pointsSayTheirHours() throws {
    var evidence = SampleEvidence.make()
    func point(_ id: String, _ comune: Int, _ hours: Double?, closed: Day? = nil) {
      var one = ProximityPoint(
        pointID: id, name: id, comune: "\(SampleEvidence.comuni[comune].code)",
        openedOn: Day(iso: "2024-01-01")!)
      (one.weeklyHours, one.closedOn) = (hours, closed)
      evidence.points.append(one)
    }
    point("1", 0, 10)
    point("2", 0, nil)
    point("3", 1, 2.5)
    point("4", 1, 40, closed: SampleEvidence.asOf)
    func part(_ language: Language) throws -> Section {
      try #require(
        PointsPart(
          comuni: Array(SampleEvidence.comuni.prefix(2)), name: "x",
          context: context(evidence, language)
        ).section())
    }
    #expect(
      said(try part(.it))
        == [
          "Punti aperti: 3, in 2 comuni. Punti che dicono l'orario: 2, in tutto 12,50 ore a settimana."
        ])
    for index in evidence.points.indices { evidence.points[index].weeklyHours = nil }
    #expect(
      said(try part(.en))
        == ["Points open: 3, in 2 municipalities. Opening hours: figure not received [..]."])
  }

  /// Comuni are held against the territory they are of, each indicator on its own.
  @Test func comuniAreSaidIndicatorByIndicator() throws {
    let context = context(SampleEvidence.make())
    let scope = Scope(TerritoryKey(.ats, "LOC"), in: context.evidence.territory, .it)
    let sentences = said(
      Section(id: "x", title: "x", blocks: ComuniTable(context: context).said(scope)))
    #expect(sentences.count == 3)
    #expect(
      sentences[0].hasPrefix(
        "Copertura della popolazione, 1º semestre 2026. Rispetto al valore di riferimento (nell'ambito "
          + "«Locri»: "))
    #expect(!sentences.joined().contains("Melicuccà"))
  }

  /// The gravest first.
  @Test func findingsAreCountedByGravity() {
    var evidence = SampleEvidence.make()
    evidence.findings.append(
      FindingSummary(
        publisher: "Comune di esempio", dataset: "richieste", code: "NOTA", severity: "nota",
        message: Text(it: "Nota.", en: "Note."), count: 7))
    let tables = QualityTables(context: context(evidence))
    #expect(
      tables.said(evidence.findings).text
        == "Righe della tabella: 2. Volte in tutto, per gravità: errore 45; nota 7.")
    #expect(
      tables.rowsSentence(of: evidence.sources).text
        == "12.357 righe lette in 2 consegne; 45 rifiutate.")
  }
}
