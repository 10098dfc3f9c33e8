import Testing

@testable import Ingest

@Suite struct HeaderWordsTests {
  private func words(_ text: String) -> HeaderWords {
    HeaderWords(text, abbreviations: ["DT": "DATA", "COD": "CODICE", "CF": "CODICE FISCALE"])
  }

  @Test(arguments: [
    ("Dt. chiusura pratiche", "data_chiusura_pratica"), ("DataRichiesta", "data della richiesta"),
    ("COD. FISCALE", "cf"), ("Servizi richiesti", "servizio richiesto"),
    ("Comune di residenza", "comuni residenza"),
  ])
  func sameWords(_ a: String, _ b: String) {
    #expect(words(a) == words(b))
    #expect(words(a).likeness(to: words(b)) == 1)
  }

  @Test func whatIsSharedByHalfTheColumnsWeighsLess() {
    let wanted = words("data chiusura")
    #expect(words("chiusura").likeness(to: wanted) > words("data").likeness(to: wanted))
    #expect(words("data avvio").likeness(to: wanted) < 0.5)
    #expect(words("prezzo").likeness(to: wanted) == 0)
    #expect(words("").likeness(to: wanted) == 0)
  }

  @Test func aSlipOfThePenIsNearlyTheSame() {
    #expect(words("presentazzione").likeness(to: words("presentazione")) >= 0.8)
  }
}
