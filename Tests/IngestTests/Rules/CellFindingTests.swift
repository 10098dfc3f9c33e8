import Testing
import Warehouse

@testable import Ingest

/// What is wrong with one cell is found in that cell, and nothing beside it.
@Suite struct CellFindingTests {
  private let rules = RowRuleTests()

  @Test func aPostcodeIsNoComune() throws {
    try rules.check(
      "cap-al-posto-del-comune", "richieste",
      """
      id_richiesta;comune;data_richiesta;canale;servizio
      R1;①89044;2026-01-05;pdp;C1
      R2;80043;2026-01-05;pdp;C1
      R3;080043;2026-01-05;pdp;C1
      """)
  }

  @Test func aCeasedComuneIsTold() throws {
    try rules.check(
      "comune-cessato", "richieste",
      """
      id_richiesta;comune;data_richiesta;canale;servizio
      R1;①Corigliano Calabro;2026-01-05;pdp;C1
      R2;Corigliano-Rossano;2026-01-05;pdp;C1
      """)
  }

  @Test func aCUPOfAnotherShape() throws {
    try rules.check(
      "cup-non-valido", "milestone", refused: 1,
      """
      cup;codice;data_prevista
      ①B41H2200002000;T1;2026-03-31
      B41H22000020006;T1;2026-03-31
      """)
  }

  @Test func aPersonInAText() throws {
    try rules.check(
      "dato-personale-nel-testo", "trasporti",
      """
      id_trasporto;data;comune_origine;comune_destinazione;motivo;soddisfatto;modo
      T1;2026-03-12;080043;080063;cura;sì;①RSSMRA80A01H224X
      T2;2026-03-12;080043;080063;cura;sì;①volontari, rossi.mario@posta.example
      T3;2026-03-12;080043;080063;cura;sì;volontari
      """)
  }

  @Test func neitherYesNorNo() throws {
    try rules.check(
      "si-no-non-valido", "accessi_pdp",
      """
      id_accesso;id_punto;data_ora;assistito
      A1;PDP-01;2026-03-12;①forse
      A2;PDP-01;2026-03-12;sì
      A3;PDP-01;2026-03-12;
      """)
  }

  @Test func fractionsOfACent() throws {
    try rules.check(
      "importo-arrotondato", "raccolte",
      """
      ente;data;fonte;importo
      92123450808;2026-05-17;cittadini;①27,0051
      92123450808;2026-05-17;cittadini;27,05
      """)
  }

  /// The cell no longer holds what the correction expects: it is left as it is.
  @Test func aCorrectionTheSourceHasOvertaken() throws {
    let source = try TrialSource()
    try source.write(
      "id_richiesta;comune;data_richiesta;canale;servizio\n1;Locri;12/03/2026;sportello;C1\n",
      to: "deliveries/2026-06-30.csv")
    try source.write(
      "consegna,riga,campo,atteso,valore,motivo\n2026-06-30.csv,2,comune,Gerace,Siderno,telefonata\n",
      to: "corrections.csv")
    let found = try source.findings()
    #expect(found.map(\.code) == ["correzione-superata"])
    #expect(found.map(\.line) == [2] && found.map(\.header) == ["comune"])
  }

  @Test func theSameBytesUnderAnotherName() throws {
    let source = try DeliveringSource()
    let text =
      "id_richiesta;comune;data_richiesta;canale;servizio\n1;Locri;12/03/2026;sportello;C1\n"
    try source.write(text, to: "deliveries/2026-03-31.csv")
    #expect(try source.ingest().count == 1)
    #expect(try source.store.findings().isEmpty)
    try source.write(text, to: "deliveries/2026-06-30.csv")
    #expect(try source.ingest().isEmpty)
    let found = try source.store.findings()
    #expect(found.map(\.code) == ["consegna-gemella"])
    #expect(found.map(\.detail) == ["arrivato anche come «2026-06-30.csv»"])
  }
}
