import Indicators
import Testing
import Warehouse

/// Statements about a programme, delivered in several files and days, become one figure each.
@Suite struct ProgrammeTests {
  private let observations: [Observation]

  init() throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    func deliver(_ dataset: String, _ rows: String) throws {
      let folder = "datasets/sources/ente-prova/\(dataset)"
      try workspace.write(
        """
        {"editore": "Ente di prova", "titolo": "Prova", "dataset": "\(dataset)",
         "licenza": "prova", "sintetico": true}
        """, to: folder + "/source.json")
      try workspace.write(rows, to: folder + "/deliveries/2026-09-30.csv")
    }
    try deliver(
      "interventi",
      """
      cup,titolo,data_inizio_effettiva,data_fine_prevista,data_fine_effettiva
      B41H22000020006,Prova,2024-07-01,2026-12-31,2026-08-31

      """)
    try deliver(
      "finanziamenti",
      """
      cup,fonte,importo,data_riferimento,fonte_dato
      B41H22000020006,pnrr,80.00,2026-03-31,Ministero
      B41H22000020006,stato,20.00,2026-03-31,Ministero
      B41H22000020006,totale,100.00,2026-03-31,Ministero
      B41H22000020006,pnrr,90.00,2026-03-31,Promotore
      B41H22000020006,stato,20.00,2026-03-31,Promotore
      B41H22000020006,totale,100.00,2026-03-31,Promotore

      """)
    try deliver(
      "pagamenti",
      """
      cup,fonte,data,importo,fonte_dato,cumulato
      B41H22000020006,totale,2026-03-31,25.00,Ministero,si
      B41H22000020006,totale,2026-09-30,75.00,Ministero,si

      """)
    try deliver(
      "indicatori_fisici",
      """
      cup,codice,unita,programmato,realizzato,data_riferimento,sesso
      B41H22000020006,T1,persone,10,1,2025-12-31,
      B41H22000020006,T1,persone,10,4,2026-06-30,
      B41H22000020006,T1,persone,10,9,2026-09-30,
      B41H22000020006,T2,persone,5,1,2026-06-30,F
      B41H22000020006,T2,persone,5,2,2026-06-30,M
      B41H22000020006,T3,punti,0,0,2026-06-30,

      """)
    try workspace.ingest()
    observations = try workspace.compute()
  }

  private func one(_ indicator: String, _ more: String = "") throws -> Observation {
    try #require(
      observations.first {
        $0.indicator == indicator && $0.modality == "B41H22000020006" + more
      }, "\(indicator)\(more)")
  }

  @Test func whatWasPaidAfterTheAsOfDateIsNotPaidYet() throws {
    #expect(try one("avanzamento-finanziario.totale").value == 0.25)
    #expect(try one("avanzamento-finanziario.pnrr").value == 25.0 / 80)
    let ofPromoter = try #require(try one("avanzamento-finanziario.promotore").value)
    #expect(abs(ofPromoter - 25.0 / 90) < 1e-9)
  }

  @Test func anEndThatHasNotComeLeavesThePlannedOne() throws {
    let elapsed = try #require(try one("tempo-trascorso").value)
    let start = Day(iso: "2024-07-01")!
    let end = Day(iso: "2026-12-31")!
    #expect(abs(elapsed - Double(Workspace.asOf - start) / Double(end - start)) < 1e-9)
  }

  @Test func theNewestResultStandsAndABreakdownIsSummed() throws {
    #expect(try one("avanzamento-fisico", ":T1").value == 0.4)
    #expect(try one("avanzamento-fisico", ":T2").value == 0.3)
    let undefined = try one("avanzamento-fisico", ":T3")
    #expect(undefined.value == nil && undefined.status == .notApplicable)
  }

  @Test func twoAccountsOfOneDayAreTwoBalances() throws {
    #expect(try one("quadratura-fonti", ":2026-03-31").value == 0)
    #expect(try one("quadratura-fonti", ":2026-03-31:2").value == 10)
  }
}
