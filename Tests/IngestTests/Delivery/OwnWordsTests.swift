import Testing
import Warehouse

@testable import Ingest

/// Reasons and senders in the words of whoever keeps the register: a word of their list is kept as its code, and
/// what may be a note about somebody not at all.
@Suite struct OwnWordsTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static let map = "campo,valore,codice,motivo\n"

  private func kept(_ field: FactField, of table: FactTable) throws -> [String?] {
    var all: [String?] = []
    try bench.store.forEachCurrent(table) { all.append($0.text(field)) }
    return all
  }

  @Test func onlyTheCodeOfADeclaredWordIsKept() throws {
    let outcome = try bench.load(
      """
      id_contatto;data;canale;motivo;inviato_da;inviato_a;esito
      C1;2026-03-12;sportello;informazioni;medico di base;PUA;informazione
      C2;2026-03-12;sportello;la signora Maria Rossi di via Roma 3 ha la depressione;;suo fratello;informazione
      C3;2026-03-12;sportello;INFORMAZIONI ;non si sa;;informazione

      """, as: "contatti",
      values: Self.map
        + "motivo,informazioni,info,\ninviato_da,medico di base,medico,\ninviato_da,non si sa,ND,\n"
        + "inviato_a,PUA,pua,\n")
    #expect(try kept(.reason, of: .contact) == ["info", nil, "info"])
    #expect(try kept(.sentBy, of: .contact) == ["medico", nil, nil])
    #expect(try kept(.sentTo, of: .contact) == ["pua", nil, nil])
    let untold = outcome.findings.filter { $0.code == "voce-non-dichiarata" }
    #expect(untold.map { "\($0.line) \($0.header)" } == ["3 motivo", "3 inviato_a"])
    #expect(untold.last?.cell == "12 caratteri: LLL LLLLLLLL")
    #expect(outcome.findings.count == 2 && outcome.snapshot.rowsRefused == 0)
  }

  @Test func withoutAMapNothingIsKept() throws {
    try bench.load(
      "id_accesso;id_punto;data_ora;motivo\nA1;PDP-01;2026-03-12;pratica in linea\n",
      as: "accessi_pdp")
    #expect(try kept(.reason, of: .proximityAccess) == [nil])
    try bench.load(
      "id_caso;id_persona;comune;area_utenza;data_apertura;data_chiusura;motivo_chiusura\n"
        + "A;P1;080043;ANZ;2026-03-02;2026-03-05;guarita\n", as: "casi")
    #expect(try kept(.closingReason, of: .caseFile) == [nil])
  }

  /// A code is short: no sentence, and nobody's number.
  @Test(arguments: ["Info generali", "è", "3331234567", String(repeating: "a", count: 41)])
  func aCodeIsAShortWord(_ code: String) throws {
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(
        "id_accesso;id_punto;data_ora;motivo\nA1;PDP-01;2026-03-12;x\n", as: "accessi_pdp",
        values: Self.map + "motivo,x,\(code),\n")
    }
    #expect(error?.message.contains("non è un codice breve") == true)
  }
}
