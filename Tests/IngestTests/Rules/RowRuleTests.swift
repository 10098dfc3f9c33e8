import Testing
import Warehouse

@testable import Ingest

/// Each rule finds what it must, in the cell where it is, and nothing beside it.
@Suite struct RowRuleTests {
  func check(
    _ code: String, _ dataset: String, refused: Int = 0, _ marked: String,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(marked)
    let loaded = try LoadedText(text.text, as: dataset)
    text.expect(code, in: try loaded.store.findings(), at: place)
    #expect(loaded.snapshot?.rowsRefused == refused, sourceLocation: place)
  }

  @Test func anAnswerAfterDeath() throws {
    try check(
      "risposta-dopo-il-decesso", "richieste",
      """
      id_richiesta;comune;data_richiesta;canale;servizio;data_prima_risposta;data_avvio;data_esito;data_chiusura;esito
      R1;080043;2026-01-05;pdp;C1;2026-01-08;①2026-02-20;;2026-02-10;decesso
      R2;080043;2026-01-05;pdp;C1;①2026-03-01;;2026-02-10;;decesso
      R3;080043;2026-01-05;pdp;C1;2026-01-08;2026-02-10;;2026-02-10;decesso
      R4;080043;2026-01-05;pdp;C1;2026-03-01;2026-03-02;2026-02-10;;rinuncia
      """)
  }

  @Test func closedBeforeOpened() throws {
    try check(
      "date-in-disordine", "casi",
      """
      id_caso;id_persona;comune;area_utenza;data_apertura;data_chiusura
      A;P1;080043;ANZ;2026-03-02;①2026-03-01
      B;P2;080043;ANZ;2026-03-02;2026-03-02
      """)
    try check(
      "date-in-disordine", "richieste",
      """
      id_richiesta;comune;data_richiesta;canale;servizio;data_avvio;data_chiusura
      R1;080043;2026-01-05;pdp;C1;2026-03-02;①2026-02-01
      R2;080043;2026-01-05;pdp;C1;2026-03-02;2026-04-01
      """)
  }

  @Test func placesBeyondTheirLimit() throws {
    try check(
      "posti-oltre-la-capacita", "capacita",
      """
      data_rilevazione;ente;servizio;comune;posti_autorizzati;posti_accreditati;posti_occupati
      2026-06-30;92123450808;D2;080043;20;18;①19
      2026-06-30;92123450808;D2;080043;20;;①21
      2026-06-30;92123450808;D2;080043;20;①22;18
      2026-06-30;92123450808;D2;080043;20;18;18
      2026-06-30;92123450808;D2;080043;;;40
      """)
  }

  @Test func partsThatDoNotMakeTheWhole() throws {
    try check(
      "quote-non-tornano", "prestazioni",
      """
      id_prestazione;ente;servizio;comune;data;quantita;unita;costo;quota_ente;quota_utente;quota_ssn
      P1;92123450808;C1;080043;2026-04-07;1;ore;①27,00;20,00;5,00;0,00
      P2;92123450808;C1;080043;2026-04-07;1;ore;27,00;20,00;7,00;0,00
      P3;92123450808;C1;080043;2026-04-07;1;ore;27,00;20,00;7,01;0,00
      P4;92123450808;C1;080043;2026-04-07;1;ore;27,00;20,00;;
      P5;92123450808;C1;080043;2026-04-07;1;ore;①27,00;30,00;;
      P6;92123450808;C1;080043;2026-04-07;1;ore;-27,00;-20,00;-7,00;0,00
      """)
    try check(
      "quote-non-tornano", "spesa_sociale",
      """
      comune;anno;area_utenza;spesa_lorda;compartecipazione_utenti;compartecipazione_ssn;fonte
      080043;2023;ANN;①100,00;60,00;41,00;istat
      LOC;2023;ANN;100,00;60,00;10,00;istat
      """)
  }

  @Test func anEstimateOutsideItsInterval() throws {
    try check(
      "intervallo-incoerente", "prevalenze", refused: 2,
      """
      area_utenza;fascia_eta;prevalenza;ic_inf;ic_sup;fonte;anno
      ANN;75-84;①0,182;0,194;0,171;prova;2019
      ANN;75-84;①0,5;;0,4;prova;2019
      ANN;75-84;0,182;0,171;0,194;prova;2019
      """)
  }

  @Test func nothingRaised() throws {
    try check(
      "riga-senza-contenuto", "raccolte", refused: 1,
      """
      ente;data;fonte;importo;bene
      ②92123450808;2026-05-17;cittadini;;
      92123450808;2026-05-17;cittadini;10,00;
      92123450808;2026-05-17;cittadini;;coperte
      """)
  }

  @Test func anExchangeWithOneself() throws {
    try check(
      "stessa-persona", "scambi", refused: 1,
      """
      id_scambio;data;donatore;ricevente;comune_donatore;tipo
      S1;2026-03-21;P1;①P1;080043;tempo
      S2;2026-03-21;P1;P2;080043;tempo
      """)
  }

  @Test func noAgeAtWhichNobodyAsks() throws {
    try check(
      "nascita-non-plausibile", "richieste",
      """
      id_richiesta;comune;data_richiesta;canale;servizio;anno_nascita
      R1;080043;2026-01-05;pdp;C1;①2027
      R2;080043;2026-01-05;pdp;C1;2026
      R3;080043;2026-01-05;pdp;C1;1911
      R4;080043;2026-01-05;pdp;C1;①1910
      R5;080043;2026-01-05;pdp;C1;
      """)
  }

  /// B7 is for the poor alone, C1 for several areas; what was written and not understood stays unknown.
  @Test func anAreaNobodyWroteIsThatOfTheService() throws {
    let bench = try DirtBench()
    try bench.load(
      """
      id_richiesta;comune;data_richiesta;canale;servizio;area_utenza
      R1;080043;2026-01-05;pdp;B7;
      R2;080043;2026-01-05;pdp;C1;
      R3;080043;2026-01-05;pdp;B7;ANZ
      R4;080043;2026-01-05;pdp;B7;varie

      """)
    #expect(try bench.requests.map(\.userArea.text) == ["POV", "", "ANZ", "ND"])
  }

  @Test func plannedDaysMayBeAhead() throws {
    try check(
      "data-futura", "milestone",
      """
      cup;codice;data_prevista;data_effettiva
      B41H22000020006;T1;2027-03-31;①2027-01-10
      B41H22000020006;T2;2026-03-31;2026-05-12
      """)
  }
}
