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

  /// Of two long words one letter apart, and of them only, one may be the other's slip.
  @Test func oneSlipIsOneEdit() {
    var random = SplitMix(seed: 3)
    for _ in 0..<2000 {
      let word = (0..<8).map { _ in Array("BCDF")[Int(random.next() % 4)] }
      var other = word
      for _ in 0..<(random.next() % 3) {
        let place = Int(random.next() % UInt64(other.count))
        if random.next() % 2 == 0 { other[place] = "B" } else { other.remove(at: place) }
      }
      let (a, b) = (String(word), String(other))
      let likeness = HeaderWords(a, abbreviations: [:]).likeness(
        to: HeaderWords(b, abbreviations: [:]))
      let isNear = Nearest.distance(a, b) <= 1 || a.hasPrefix(b) || b.hasPrefix(a)
      #expect((likeness > 0) == isNear, "\(a) \(b)")
    }
  }
}
