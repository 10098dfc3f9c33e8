import Foundation
import Testing

@testable import Indicators

@Suite struct DisclosureSettingsTests {
  private func decode(_ json: String) throws -> DisclosureSettings {
    try JSONDecoder().decode(DisclosureSettings.self, from: Data(json.utf8))
  }

  private func json(threshold: Int = 5, sensitive: Int = 10, floor: Int = 3) -> String {
    """
    {"soglia": \(threshold), "soglia_sensibile": \(sensitive), "soglia_minima_legale": \(floor),
     "residenti_piccolo_comune": 1000, "soglia_piccolo_comune": 10, "rischio_minimo": 10,
     "eventi_minimi": 5}
    """
  }

  @Test func defaultsAreThoseOfTheRules() throws {
    #expect(try decode(json()) == DisclosureSettings())
    let settings = try DisclosureSettings()
    #expect(settings.threshold(isSensitive: false) == 5)
    #expect(settings.threshold(isSensitive: true) == 10)
    #expect(settings.threshold(isSensitive: false, comuneResidents: 999) == 10)
    #expect(settings.threshold(isSensitive: false, comuneResidents: 1000) == 5)
  }

  @Test func nothingBelowTheLegalFloor() {
    #expect(throws: DisclosureSettingsError(setting: "threshold", value: 2, minimum: 3)) {
      try decode(json(threshold: 2))
    }
    #expect(throws: DisclosureSettingsError(setting: "legalFloor", value: 0, minimum: 3)) {
      try decode(json(floor: 0))
    }
    #expect(throws: DisclosureSettingsError(setting: "sensitiveThreshold", value: 4, minimum: 5)) {
      try decode(json(sensitive: 4))
    }
    let error = DisclosureSettingsError(setting: "threshold", value: 2, minimum: 3)
    #expect(
      error.description
        == "disclosure.json: «threshold» vale 2, atteso un numero da 3 in su "
        + "(Regole deontologiche Sistan, art. 5: soglia mai inferiore a tre): correggere il valore."
    )
  }
}
