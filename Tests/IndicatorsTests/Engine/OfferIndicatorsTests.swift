import Testing

@testable import Indicators
@testable import Warehouse

@Suite struct OfferIndicatorsTests {
  /// Twenty places for people of 65 and over, of whom there are 200 among 1,000 residents (domain reference §3.2,
  /// NC6: per hundred residents of the target).
  @Test func placesOfAUserAreaAreOverItsAges() throws {
    let population = [("0", "64", "800"), ("65", "130", "200")].map {
      from, to, residents -> [FactField: String] in
      [
        .comune: WorkedExample.code(0), .year: "2026", .ageFrom: from, .ageTo: to,
        .residents: residents,
      ]
    }
    let offer: [FactField: String] = [
      .service: "A1", .userArea: "OVR", .comuni: "tutti", .startsOn: "2025-01-01",
      .capacity: "20", .capacityUnit: "posti",
    ]
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample(
        "", "", residents: [1000], [.population: population, .serviceOffer: [offer]], 0),
      codes: [
        CodeRecord(list: "area_utenza", code: "OVR", nameIT: "OVR", nameEN: "OVR", ageFrom: 65)
      ])
    let all = try Engine(store: store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf)
      .observations()
      .filter { $0.indicator == "posti-per-100" && $0.territory == .total }
    #expect(
      Dictionary(uniqueKeysWithValues: all.map { ($0.modality, $0.value) })
        == ["totale": 2, "A": 2, "OVR": 10])
  }
}
