import Testing

@testable import Indicators
@testable import Warehouse

/// A condition that never holds makes a number nobody would doubt: what can be seen to be impossible is refused.
@Suite struct ImpossibleConditionsTests {
  private func counted(_ conditions: String, measure: String = "{\"tipo\": \"conteggio\"}") throws
    -> Indicator
  {
    try DeclarationTests.indicator(
      DeclarationTests.declared(
        "mio", measure.contains("quota") ? "quota" : "numero",
        "\"misura\": \(measure), \"condizioni\": [\(conditions)]"))
  }

  private static let pdp = #"{"campo": "canale", "uno_di": ["pdp"]}"#

  @Test(arguments: [
    (pdp + #", {"campo": "canale", "uno_di": ["sportello", "telefono"]}"#, "canale"),
    (pdp + #", {"campo": "canale", "nessuno_di": ["telefono", "pdp"]}"#, "canale"),
    (pdp + #", {"campo": "canale", "presente": false}"#, "canale"),
    (
      #"{"campo": "date_presunte", "vale": true}, {"campo": "date_presunte", "vale": false}"#,
      "date_presunte"
    ),
    (
      #"{"campo": "anno_nascita", "almeno": 1960}, {"campo": "anno_nascita", "al_massimo": 1959}"#,
      "anno_nascita"
    ),
    (
      #"{"campo": "data_esito", "presente": false}, {"campo": "data_esito", "entro_giorni": 3, "da": "data_richiesta"}"#,
      "data_esito"
    ),
  ]) func whatNoRowCanHaveIsRefused(_ conditions: String, _ field: String) {
    #expect {
      try counted(conditions)
    } throws: { "\($0)".contains("le condizioni su «\(field)» si escludono") }
  }

  @Test func aNumeratorOutOfItsDenominatorIsRefused() {
    #expect {
      try counted(
        Self.pdp,
        measure: #"{"tipo": "quota", "condizioni": [{"campo": "canale", "uno_di": ["telefono"]}]}"#)
    } throws: { "\($0)".contains("si escludono") }
  }

  @Test(arguments: [
    pdp + #", {"campo": "canale", "uno_di": ["sportello", "pdp"]}"#,
    pdp
      + #", {"campo": "canale", "nessuno_di": ["telefono"]}, {"campo": "canale", "presente": true}"#,
    #"{"campo": "anno_nascita", "almeno": 1960}, {"campo": "anno_nascita", "al_massimo": 1960}"#,
    #"{"campo": "data_chiusura", "presente": false}, {"campo": "data_esito", "presente": true}"#,
  ]) func whatSomeRowMayHaveIsCounted(_ conditions: String) throws {
    #expect(try counted(conditions).counting != nil)
  }

  /// Two dates the wrong way round are no wait of no days: they are left out, and it is said how many.
  @Test func aWaitThatEndsBeforeItBeginsIsNone() throws {
    let waiting = try DeclarationTests.indicator(
      DeclarationTests.declared(
        "attesa", "giorni", cell: "KM",
        #""misura": {"tipo": "durata", "da": "data_richiesta", "a": "data_esito", "entro": [30]}"#))
    let back = try DeclarationTests.indicator(
      DeclarationTests.declared(
        "a-rovescio", "giorni", cell: "KM",
        #""misura": {"tipo": "durata", "da": "data_esito", "a": "data_richiesta", "entro": [30]}"#))
    let requests = (0..<60).map { i -> [FactField: String] in
      WorkedExample.requests(
        1, [.person: "\(i)", .decidedOn: i < 30 ? "2025-01-25" : "2025-01-10"])[0]
    }
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [1000], [.serviceRequest: requests], 0))
    let all = try Engine(
      store: store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf,
      declared: [waiting, back]
    ).observations().filter { $0.territory == .total && $0.period == .year(2025) }
    func one(_ indicator: String) -> Observation? {
      all.first { $0.indicator == indicator && $0.dimension == "totale" }
    }
    #expect(one("attesa.mediana")?.value == 10)
    #expect(one("attesa.mediana")?.denominator == 30)
    #expect(one("attesa.mediana")?.note == Observation.reversed + "30")
    // The other way round the others are waits.
    #expect(one("a-rovescio.mediana")?.value == 5)
    #expect(one("a-rovescio.mediana")?.denominator == 30)
  }
}
