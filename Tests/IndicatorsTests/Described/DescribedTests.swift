import Testing
import Warehouse

@testable import Indicators

/// The described part of the catalogue: what every entry says, and its worked example.
@Suite struct DescribedTests {
  @Test(arguments: Catalogue.described.map(\.definition.slug)) func theWorkedExampleComesOut(
    _ slug: String
  ) throws {
    let indicator = try #require(Catalogue.described.first { $0.definition.slug == slug })
    let expected = try #require(indicator.expectedExample, "\(slug) has no example")
    let value = try #require(indicator.workedExample(), "\(slug): nothing came out")
    #expect(near(value, expected, max(1e-9, abs(expected) * 5e-6)), "\(slug): \(value)")
  }

  @Test func slugsAndCodesAreUnique() {
    let all = Catalogue.definitions
    #expect(Set(all.map(\.slug)).count == all.count)
    let codes = all.map(\.code).filter { !$0.isEmpty }
    #expect(Set(codes).count == codes.count)
  }

  /// The 108 codes of the reference catalogue, and those of data quality.
  @Test func everyCodeOfTheReferenceCatalogueIsThere() {
    let families = [
      "NC": 12, "RT": 7, "TG": 11, "RG": 10, "DD": 8, "SF": 9, "NE": 7, "CM": 6, "TR": 5, "PP": 4,
      "IN": 11, "PR": 8, "PN": 10,
    ]
    let codes = Set(Catalogue.definitions.map(\.code))
    for (family, count) in families {
      for i in 1...count { #expect(codes.contains("\(family)\(i)"), "\(family)\(i)") }
    }
    #expect(families.values.reduce(0, +) == 108)
  }

  @Test func everyEntrySaysWhatAReaderNeeds() {
    for d in Catalogue.definitions {
      for text in [d.name, d.formula, d.caveats] {
        #expect(!text.it.isEmpty && !text.en.isEmpty, "\(d.slug)")
      }
      #expect(!d.source.it.isEmpty, "\(d.slug)")
      #expect(["", "K5", "K10", "KP", "KO", "KS", "KM"].contains(d.minimumCell), "\(d.slug)")
      #expect(d.slug.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(d.slug)")
    }
  }

  /// Nothing delivered: one observation that says so, never silence.
  @Test func withoutSourcesEveryIndicatorIsNotReceived() throws {
    let store = try Store()
    let observations = try Engine(
      store: store, settings: try DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    for indicator in Catalogue.described where !indicator.inputs.isEmpty {
      let own = observations.filter { $0.indicator == indicator.definition.slug }
      #expect(own.map(\.status) == [.notReceived], "\(indicator.definition.slug)")
    }
  }
}
