import Testing
import Warehouse

@testable import Ingest

/// Each check between tables finds the rows at fault, and only when both tables are there.
@Suite struct AuditTests {
  /// Loads the tables in turn; the marks are in the first.
  private func check(
    _ code: String, _ dataset: String, _ marked: String, with others: [(String, String)],
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(marked)
    let store = try Store()
    var loaded = try LoadedText(text.text, as: dataset, into: store)
    _ = try loaded.ingestion.audit()
    #expect(try store.findings().filter { $0.code == code } == [], sourceLocation: place)
    for (other, rows) in others { loaded = try LoadedText(rows, as: other, into: store) }
    let counts = try #require(try loaded.ingestion.audit(), sourceLocation: place)
    text.expect(code, in: try store.findings(), at: place)
    #expect(counts[code] == text.marks.count, sourceLocation: place)
  }

  private static let requests = """
    id_richiesta;comune;data_richiesta;canale;servizio;data_chiusura;esito
    R1;080043;2026-01-05;pdp;C1;2026-02-10;decesso
    R2;080043;2026-01-05;pdp;C1;2026-02-10;chiusa
    """

  @Test func servedBeforeAsked() throws {
    try check(
      "prima-della-richiesta", "prestazioni",
      """
      id_prestazione;id_richiesta;ente;servizio;comune;data;quantita;unita
      P1;R1;92123450808;C1;080043;①2026-01-04;1;ore
      P2;R1;92123450808;C1;080043;2026-01-05;1;ore
      P3;;92123450808;C1;080043;2025-01-05;1;ore
      """, with: [("richieste", AuditTests.requests)])
    try check(
      "prima-della-richiesta", "abbinamenti",
      """
      id_abbinamento;id_richiesta;data_proposta;esito
      A1;R1;①2026-01-01;proposto
      A2;R2;2026-01-06;proposto
      """, with: [("richieste", AuditTests.requests)])
  }

  /// What one number means where two systems use it, nobody knows.
  @Test func anIdTwoSystemsUseIsNobodys() throws {
    let store = try Store()
    _ = try LoadedText(AuditTests.requests, as: "richieste", into: store)
    _ = try LoadedText(AuditTests.requests, as: "richieste", of: "altro", into: store)
    let loaded = try LoadedText(
      """
      id_prestazione;id_richiesta;ente;servizio;comune;data;quantita;unita
      P1;R1;92123450808;C1;080043;2025-01-04;1;ore
      """, as: "prestazioni", into: store)
    #expect(try loaded.ingestion.audit() == [:])
  }

  /// Where nothing agrees with the request that `id_origine` names, the two stay two and somebody is told.
  @Test func anOriginOfAnotherRequest() throws {
    let text = MarkedText(
      """
      id_richiesta;comune;data_richiesta;canale;servizio;id_origine
      P1;080063;2026-03-01;pdp;A1;①R1
      P2;080043;2026-03-01;pdp;A1;R2
      P3;080063;2026-03-01;pdp;A1;R9
      """)
    let store = try Store()
    _ = try LoadedText(text.text, as: "richieste", into: store)
    let loaded = try LoadedText(AuditTests.requests, as: "richieste", of: "altro", into: store)
    #expect(try loaded.ingestion.audit() == ["origine-discorde": 1])
    text.expect("origine-discorde", in: try store.findings())
  }

  @Test func servedAfterDeath() throws {
    try check(
      "prestazione-dopo-il-decesso", "prestazioni",
      """
      id_prestazione;id_richiesta;ente;servizio;comune;data;quantita;unita
      P1;R1;92123450808;C1;080043;①2026-02-11;1;ore
      P2;R1;92123450808;C1;080043;2026-02-10;1;ore
      P3;R2;92123450808;C1;080043;2026-02-11;1;ore
      """, with: [("richieste", AuditTests.requests)])
  }

  @Test func outsideOpening() throws {
    try check(
      "accesso-fuori-apertura", "accessi_pdp",
      """
      id_accesso;id_punto;data_ora
      A1;PDP-01;①2025-08-31
      A2;PDP-01;2025-09-01
      A3;PDP-01;①2026-05-02
      A4;PDP-02;2026-05-02
      A5;PDP-02;①2025-01-01
      """,
      with: [
        (
          "punti_prossimita",
          """
          id_punto;denominazione;comune;data_apertura;data_chiusura
          PDP-01;Uno;080043;2025-09-01;2026-05-01
          PDP-02;Due;080043;2025-09-01;
          """
        )
      ])
  }

  @Test func unqualified() throws {
    try check(
      "ente-non-qualificato", "servizi",
      """
      id_servizio;ente;servizio;comuni;gratuita;stato;data_inizio
      S1;92123450808;C1;tutti;si;pubblicato;①2025-10-09
      S2;92123450808;C1;tutti;si;pubblicato;2025-10-10
      S3;92123450808;C1;tutti;si;pubblicato;①2026-05-01
      S4;02123450807;C1;tutti;si;pubblicato;①2026-01-01
      S5;02123450807;C1;tutti;si;bozza;2026-01-01
      """,
      with: [
        (
          "candidature",
          """
          id_candidatura;ente;data_candidatura;data_esito;esito;data_sospensione
          C1;92123450808;2025-09-15;2025-10-10;qualificato;2026-05-01
          C2;02123450807;2025-09-15;2025-10-10;respinto;
          """
        )
      ])
  }

  @Test func paidMoreThanGiven() throws {
    try check(
      "pagamenti-oltre-il-finanziamento", "pagamenti",
      """
      cup;data;importo;fonte_dato;cumulato
      B41H22000020006;2025-01-31;100,00;prova;si
      B41H22000020006;2025-03-31;①300,00;prova;si
      B42H22000020006;2025-03-31;300,00;prova;si
      B43H22000020006;2025-02-28;150,00;prova;no
      B43H22000020006;2025-03-31;①100,01;prova;no
      """,
      with: [
        (
          "finanziamenti",
          """
          cup;fonte;importo;data_riferimento;fonte_dato
          B41H22000020006;pnrr;150,00;2025-01-31;prova
          B41H22000020006;comune;100,00;2025-01-31;prova
          B42H22000020006;totale;300,00;2025-01-31;prova
          B43H22000020006;totale;250,00;2025-01-31;prova
          """
        )
      ])
  }

  /// What the profiles of ReGiS make is by fund and cumulative.
  @Test func paymentsOfAFundAboveIt() throws {
    try check(
      "pagamenti-oltre-il-finanziamento", "pagamenti",
      """
      cup;fonte;data;importo;fonte_dato;cumulato
      B41H22000020006;pnrr;2025-03-31;①250,00;prova;si
      B42H22000020006;pnrr;2025-03-31;90,00;prova;si
      B42H22000020006;stato;2025-03-31;①45,00;prova;si
      B43H22000020006;pnrr;2025-02-28;90,00;prova;si
      B43H22000020006;pnrr;2025-03-31;100,00;prova;si
      B43H22000020006;stato;2025-03-31;20,00;prova;si
      B44H22000020006;pnrr;2025-03-31;90,00;prova;si
      B44H22000020006;stato;2025-03-31;45,00;prova;si
      """,
      with: [
        (
          "finanziamenti",
          """
          cup;fonte;importo;data_riferimento;fonte_dato
          B41H22000020006;pnrr;100,00;2025-01-31;prova
          B41H22000020006;totale;300,00;2025-01-31;prova
          B42H22000020006;totale;120,00;2025-01-31;prova
          B43H22000020006;totale;120,00;2025-01-31;prova
          B44H22000020006;pnrr;100,00;2025-01-31;prova
          """
        )
      ])
  }

  @Test func unknownNames() throws {
    try check(
      "ente-sconosciuto", "prestazioni",
      """
      id_prestazione;ente;servizio;comune;data;quantita;unita
      P1;①02123450807;C1;080043;2026-02-11;1;ore
      P2;02123450807;C1;080043;2026-02-12;1;ore
      P3;92123450808;C1;080043;2026-02-13;1;ore
      """,
      with: [
        ("enti", "codice_fiscale;denominazione;tipo;comune\n92123450808;Uno;aps;080043\n")
      ])
    try check(
      "riferimento-sconosciuto", "ricerche",
      """
      id_sessione;data_ora;id_punto;passo;nodo;risultati;id_richiesta
      S1;2026-04-02;①PDP-9;1;P2;3;
      S1;2026-04-02;PDP-01;2;P2.1;3;①R9
      S2;2026-04-02;;1;P2.1;3;R1
      """,
      with: [
        ("richieste", AuditTests.requests),
        (
          "punti_prossimita",
          "id_punto;denominazione;comune;data_apertura\nPDP-01;Uno;080043;2025-09-01\n"
        ),
      ])
  }

  /// A band beside the ages it holds, and another publisher's residents of the same comune.
  @Test func agesCountedTwice() throws {
    let text = """
      comune;anno;eta;sesso;residenti
      080043;2026;0-64;F;40
      080043;2026;65+;F;12
      080043;2026;65-74;F;7
      080043;2026;75+;F;5
      080043;2026;65+;M;11
      080043;2025;65+;F;12

      """
    let store = try Store()
    let loaded = try LoadedText(text, as: "popolazione", into: store)
    #expect(try loaded.ingestion.audit() == ["eta-sovrapposte": 1])
    let found = try store.findings()
    #expect(found.map(\.code) == ["eta-sovrapposte"])
    #expect(found.map { "\($0.header) \($0.cell) \($0.detail)" } == ["eta 65-150 2 righe"])
    let other = try LoadedText(
      "comune;anno;eta;sesso;residenti\n080043;2025;65-74;F;7\n080043;2025;0-64;F;40\n",
      as: "popolazione", of: "altro", into: store)
    #expect(try other.ingestion.audit() == ["eta-sovrapposte": 2])
  }

  /// Rows without an identifier have no versions: what two deliveries tell of one thing counts twice.
  @Test func numbersToldTwice() throws {
    let header = "comune;anno;area_utenza;servizio;spesa_lorda;fonte\n"
    let store = try Store()
    let first = try LoadedText(
      header + "080043;2024;ANZ;C1;100;istat\n080043;2024;ANZ;;7;istat\n080043;2024;boh;;7;istat\n"
        + "080043;2024;ANZ;;5;istat\n",
      as: "spesa_sociale", into: store)
    #expect(try first.ingestion.audit() == [:])
    let second = try LoadedText(
      header + "080063;2024;ANZ;C1;100;istat\n080043;2024;ANZ;C1;120;istat\n"
        + "080043;2024;ANZ;;7;istat\n080043;2025;ANZ;C1;120;istat\n080043;2024;ANZ;C1;9;bilancio\n"
        + "080043;2024;boh;;7;istat\n",
      as: "spesa_sociale", of: "ambito", into: store)
    #expect(try second.ingestion.audit() == ["detto-in-due-consegne": 1])
    #expect(
      try store.findings().filter { $0.code == "detto-in-due-consegne" }.map {
        "\($0.line) \($0.header) \($0.cell) \($0.detail)"
      } == ["3 comune 080043 2 righe"])
  }

  /// The second time nothing is asked; a new delivery asks again, and old answers go.
  @Test func answersFollowTheTables() throws {
    let store = try Store()
    _ = try LoadedText(AuditTests.requests, as: "richieste", into: store)
    let rows = "id_abbinamento;id_richiesta;data_proposta;esito\nA1;R9;2026-02-01;proposto\n"
    let loaded = try LoadedText(rows, as: "abbinamenti", into: store)
    #expect(try loaded.ingestion.audit() == ["riferimento-sconosciuto": 1])
    #expect(try loaded.ingestion.audit() == nil)
    let mended = try LoadedText(
      rows.replacing("R9", with: "R1"), as: "abbinamenti", into: store)
    #expect(try mended.ingestion.audit() == [:])
    #expect(try store.findings() == [])
  }

  @Test func everyAuditNamesAField() {
    for audit in Audit.all.joined() {
      let contract = Contract.all.first { $0.table == audit.query.table.name }
      #expect(contract?.field(audit.order.header) != nil, "\(audit.order.header)")
    }
    #expect(Audit.all.joined().count > 30)
  }
}
