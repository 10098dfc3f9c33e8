import Indicators
import Testing
import Warehouse

@testable import Reports

/// A reader never meets the code of a closed list for its name.
@Suite struct ModalityPhrasesTests {
  @Test(arguments: [
    ("regime", "aziendale", "Aziendale", "Of employers"),
    ("motivo", "socialita", "Socialità", "Social life"),
    ("tipo_ente", "coop_sociale", "Cooperativa sociale", "Social cooperative"),
    ("fonte", "istat", "ISTAT", "ISTAT"), ("destinazione", "080001", "Africo", "Africo"),
    ("servizio", "C", "Domiciliarità", "Home care"), ("fascia_eta", "65-74", "65-74", "65-74"),
  ]) func aCodeIsSaid(dimension: String, code: String, italian: String, english: String) {
    let one = Observation(
      indicator: "mix", territory: .total, period: .year(2026), dimension: dimension,
      modality: code)
    for (language, expected) in [(Language.it, italian), (.en, english)] {
      let reader = EvidenceReader(SampleEvidence.make(), language: language)
      #expect(reader.sentences.slice(one) == expected)
    }
  }
}
