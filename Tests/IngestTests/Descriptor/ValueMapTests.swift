import Testing
import Warehouse

@testable import Ingest

@Suite struct ValueMapTests {
  private let source: TrialSource

  init() throws {
    source = try TrialSource()
    try source.write(
      """
      id_richiesta;comune;data_richiesta;canale;servizio
      1;080063;12/03/2026;banco;SAD di zona
      2;080063;13/03/2026;sportello;C1

      """, to: "deliveries/2026-06-30.csv")
  }

  private func map(_ rows: String, header: String = "campo,valore,codice,motivo") throws {
    try source.write(header + "\n" + rows + "\n", to: "values.csv")
  }

  @Test func anEntryNoCellCallsForIsANoteWithItsLine() throws {
    try map("canale,banco,sportello,così\nservizio,SAD di zona,C1,così\ncanale,citofono,telefono,")
    let findings = try source.findings()
    #expect(findings.map(\.code) == ["mappa-inutilizzata"])
    #expect(findings.map(\.severity) == [.note])
    #expect(findings.first?.cell == "citofono")
    #expect(findings.first?.header == "canale")
    #expect(findings.first?.detail == "values.csv, riga 4")
  }

  @Test func whoDecidedAndWhenIsKept() throws {
    let header = "campo,valore,codice,motivo,deciso_da,deciso_il"
    try map(
      "canale,banco,sportello,è lo stesso,ufficio di piano,2026-03-20\nservizio,SAD di zona,C1,,,",
      header: header)
    #expect(try source.findings().isEmpty)
    for day in ["20/03/2026", "1/7/2026"] {
      try map(
        "canale,banco,sportello,,ufficio,\(day)\nservizio,SAD di zona,C1,,,", header: header)
      #expect(try source.findings().isEmpty, "\(day)")
    }
    for day in ["1/7/26", "31/2/2026", "/7/2026"] { #expect(SmallTable.day(day) == nil, "\(day)") }
    try map("canale,banco,sportello,,ufficio,ieri", header: header)
    #expect(source.complaint().contains("riga 2: «ieri» in deciso_il non è una data"))
    try map("canale,banco,sportello,,ufficio", header: "campo,valore,codice,motivo,chi")
    #expect(source.complaint().contains("deciso_da,deciso_il"))
  }

  @Test func aRowWithoutACodeIsAnOpenQuestionAndACommentIsNothing() throws {
    try map("# da chiedere al comune, entro marzo\ncanale,banco,,\nservizio,SAD di zona,C1,")
    let findings = try source.findings()
    #expect(findings.map(\.code) == ["codice-sconosciuto"])
    #expect(findings.first?.cell == "banco")
  }

  @Test func aCodeThatIsInNoListStopsTheSourceAndNamesTheNearest() throws {
    try map("canale,banco,sportelo,")
    #expect(source.complaint().contains("values.csv, riga 2: «sportelo»"))
    #expect(source.complaint().contains("forse «sportello»?"))
    try map("canale,banco,ND,non si sa\nservizio,SAD di zona,C1,")
    #expect(source.complaint().isEmpty)
  }

  @Test func aFieldWithoutWordsHasNoMap() throws {
    try map("data_richiesta,ieri,2026-03-12,")
    #expect(source.complaint().contains("corrections.csv"))
  }

  @Test func aWordHasOneCode() throws {
    try map("canale,Banco,sportello,\ncanale,BANCO,telefono,")
    #expect(source.complaint().contains("riga 3: «BANCO» ha già un altro codice, «sportello»"))
  }

  /// A name that is nearly a delivery's would correct nothing, and nobody would know.
  @Test func aCorrectionOfNoDeliveryIsTold() throws {
    let source = try TrialSource()
    for day in ["2026-03-12", "2026-06-30"] {
      try source.write(
        "id_richiesta;comune;data_richiesta;canale;servizio\n1;Locri;12/03/2026;sportello;C1\n",
        to: "deliveries/\(day).csv")
    }
    try source.write(
      """
      consegna,riga,campo,atteso,valore,motivo
      2026-06-31.csv,2,comune,Locri,Siderno,telefonata
      2026-06-30.csv,2,comune,Locri,Siderno,telefonata

      """, to: "corrections.csv")
    let stray = try source.findings().filter { $0.code == "correzione-inutilizzata" }
    #expect(stray.map(\.cell) == ["2026-06-31.csv"])
    #expect(stray.first?.detail == "la consegna non c'è, forse «2026-06-30.csv»?")
  }
}
