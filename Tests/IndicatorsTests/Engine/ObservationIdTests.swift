import Foundation
import Testing
import Warehouse

@testable import Indicators

/// An id ends addresses and stands in lists of ids: no blank, nothing an address may not have.
@Suite struct ObservationIdTests {
  @Test(arguments: [
    (
      "B99B00000000001:comune:Piano del progetto (2026)",
      "B99B00000000001:comune:Piano+del+progetto+(2026)"
    ),
    ("a+b", "a%2Bb"), ("100 % \"x\"#y", "100+%25+%22x%22%23y"), ("uno~due\n", "uno%7Edue%0A"),
    ("solitudine|età", "solitudine%7Cetà"), ("A1", "A1"),
  ]) func aModalityOfManyWordsIsOneWord(_ modality: String, _ expected: String) {
    let one = Observation(
      indicator: "variazioni-quadro", territory: .total, period: .year(2026),
      dimension: "programma", modality: modality)
    #expect(one.id == "variazioni-quadro~totale~totale~2026~programma~\(expected)")
  }

  @Test func twoModalitiesNeverHaveOneId() {
    let ids = ["a b", "a+b", "a%20b", "a%2Bb"].map {
      Observation(
        indicator: "x", territory: .total, period: .year(2026), dimension: "d", modality: $0
      ).id
    }
    #expect(Set(ids).count == ids.count)
  }
}
