import Foundation
import TestSupport
import Testing

@testable import Indicators

@Suite struct RequirementTests {
  static func all() throws -> [Requirement] {
    let file = PackageFolder.path + "/datasets/reference/requisiti.json"
    return try JSONDecoder().decode(
      [Requirement].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
  }

  @Test func everyPhraseIsAnswered() throws {
    let all = try Self.all()
    #expect(all.count == 155)
    #expect(Set(all.map(\.id)).count == 155)
    #expect(all.flatMap { $0.problems(Catalogue.definitions) } == [])
  }

  @Test func aPhraseThatLeadsNowhereIsCaught() {
    var one = Requirement(id: "S9-01", phrase: "«…»", indicators: [], sections: [], note: nil)
    #expect(one.problems(Catalogue.definitions).count == 2)
    one.indicators = ["NC99"]
    one.sections = ["Z9"]
    #expect(one.problems(Catalogue.definitions).count == 2)
    one.indicators = ["NC1", "arretrato"]
    one.sections = ["D3"]
    #expect(one.problems(Catalogue.definitions) == [])
  }

  /// `docs/requirements.md` says what the file says; `make docs` writes it anew.
  @Test func thePageOfRequirementsIsFresh() throws {
    let file = PackageFolder.path + "/docs/requirements.md"
    #expect(
      try String(contentsOfFile: file, encoding: .utf8)
        == Requirement.page(Self.all(), Catalogue.definitions))
  }
}
