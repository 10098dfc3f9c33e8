import Testing
import Warehouse

@testable import Ingest

/// What happens when the headers of a delivery are not those of the map.
@Suite struct HeaderDriftTests {
  private let source: TrialSource

  init() throws { source = try TrialSource() }

  private func deliver(_ header: String, to file: String = "2026-06-30.csv") throws {
    try source.write(
      header + "\n1;080063;25/03/2026;sportello;C1;testo\n", to: "deliveries/" + file)
  }

  private let map = """
    campo,2026-01-01
    id_richiesta,Prot.
    comune,Residenza
    data_richiesta,Data
    canale,Canale
    servizio,Prestazione

    """

  @Test func aHeaderNobodyMappedIsAnErrorOfTheDeliveryAndItsRowsStay() throws {
    try source.write(map, to: "columns.csv")
    try deliver("Prot.;Residenza;Data;Canale;Prestazione;Esitoo")
    let findings = try source.findings()
    #expect(findings.map(\.code) == ["colonna-non-mappata"])
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.first?.header == "Esitoo")
    #expect(findings.first?.detail == "forse «esito»?")
    #expect(findings.first?.line == 0)
  }

  /// Twenty columns nobody mapped are one thing to do; one that may be a renamed field is told apart.
  @Test func manyHeadersNobodyMappedAreOneCause() throws {
    try source.write(map, to: "columns.csv")
    let strange = (1...20).map { "Ulteriore \($0)" }.joined(separator: ";")
    try source.write(
      "Prot.;Residenza;Data;Canale;Prestazione;Esitoo;\(strange)\n1;080063;25/03/2026;sportello;C1\n",
      to: "deliveries/2026-06-30.csv")
    let findings = try source.findings()
    #expect(findings.map(\.code) == ["colonna-non-mappata", "colonne-non-mappate"])
    #expect(findings.first?.header == "Esitoo")
    #expect(
      findings.last?.header
        == "Ulteriore 1, Ulteriore 2, Ulteriore 3, Ulteriore 4, Ulteriore 5…")
    #expect(findings.last?.detail == "sono 20")
  }

  @Test func requiredFieldsWithoutAColumnAreToldTogether() throws {
    try source.write("campo,2026-01-01\nid_richiesta,Prot.\ncomune,Residenza\n", to: "columns.csv")
    try deliver("Prot.;Residenza;Data;Canale;Prestazione;Esito")
    #expect(source.complaint().contains("«data_richiesta», «canale», «servizio» non hanno"))
    #expect(source.complaint().contains("=testo"))
  }

  @Test func aHeaderDeclaredNotToBeReadIsSilent() throws {
    try source.write(map + "-,Reparto\n", to: "columns.csv")
    try deliver("Prot.;Residenza;Data;Canale;Prestazione;REPARTO")
    #expect(try source.findings().isEmpty)
    try source.write(map + "-,Repa*\n", to: "columns.csv")
    #expect(try source.findings().isEmpty)
    try source.write(map + "-,Osservazioni\n-,*\n", to: "columns.csv")
    #expect(try source.findings().map(\.detail) == ["columns.csv, riga 7: «Osservazioni»"])
  }

  @Test func aHeaderThatIsGoneStopsTheSourceNamingTheNearest() throws {
    try source.write(map, to: "columns.csv")
    try deliver("Prot.;Residenza;Data;Canali;Prestazione;Reparto")
    #expect(source.complaint().contains("manca la colonna «Canale» per il campo «canale»"))
    #expect(source.complaint().contains("forse «Canali»?"))
  }

  @Test func aColumnPerPeriodFollowsARenamedHeader() throws {
    try source.write(
      """
      campo,2026-01-01,2026-04-01,2027-01-01,nota
      id_richiesta,Prot.,Protocollo,Protocollo,rinominato ad aprile
      comune,Residenza,Residenza,Residenza,
      data_richiesta,Data,Data,Data,
      canale,Canale,Canale,Canale,
      servizio,Prestazione,Prestazione,Prestazione,
      -,Reparto,Reparto,Reparto,testo libero

      """, to: "columns.csv")
    try deliver("Prot.;Residenza;Data;Canale;Prestazione;Reparto", to: "2026-03-31.csv")
    try deliver("Protocollo;Residenza;Data;Canale;Prestazione;Reparto")
    let findings = try source.findings()
    #expect(Set(findings.map(\.code)) == ["mappa-inutilizzata"])
    #expect(
      Set(findings.map(\.detail))
        == ["columns.csv, colonna 2027-01-01: nessuna consegna è di quel periodo"])
  }

  @Test func withoutAMapAStrangeHeaderIsAnErrorToo() throws {
    try deliver("id_richiesta;comune;data_richiesta;canale;servizio;data_avvvio")
    #expect(try source.findings().map(\.detail) == ["forse «data_avvio»?"])
    // Rows of headers not to be read leave the field names as they are.
    try source.write("campo,2026-01-01\n-,data_avvvio\n", to: "columns.csv")
    #expect(try source.findings().isEmpty)
  }

  @Test func aKeyThatNeverComesIsAWarning() throws {
    try source.write(map + "esito,Stato\n", to: "columns.csv")
    try source.write(
      """
      {"Prot.":"1","Residenza":"080063","Data":"2026-03-12","Canale":"sportello","Prestazione":"C1","stati":{"a":"x","b":"y"}}

      """, to: "deliveries/2026-06-30.ndjson")
    let findings = try source.findings()
    #expect(
      findings.map(\.code)
        == ["colonna-non-mappata", "colonna-non-mappata", "colonna-mai-incontrata"])
    #expect(findings.last?.detail.hasPrefix("per il campo «esito»") == true)
    try source.write(map + "esito,Stato\n-,stati.*\n", to: "columns.csv")
    #expect(try source.findings().map(\.code) == ["colonna-mai-incontrata"])
  }

  @Test func aMapThatCannotBeUnderstoodStopsTheSource() throws {
    try deliver("Prot.;Residenza;Data;Canale;Prestazione;Reparto")
    try source.write("campo,gennaio\nid_richiesta,Prot.\n", to: "columns.csv")
    #expect(source.complaint().contains("«gennaio» non è la data"))
    try source.write(map + "comune,Comune\n", to: "columns.csv")
    #expect(source.complaint().contains("il campo «comune» è già alla riga 3"))
    try source.write(map + "comun,Comune\n", to: "columns.csv")
    #expect(source.complaint().contains("forse «comune»?"))
  }
}
