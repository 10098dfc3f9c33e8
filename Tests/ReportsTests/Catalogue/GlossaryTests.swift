import Indicators
import Testing

@testable import Reports

@Suite struct GlossaryTests {
  /// What a page prints and few know has its sentence in the glossary, and so has every acronym.
  @Test func hardWordsAreInTheGlossary() {
    let names = GlossaryPage.groups.flatMap(\.terms).map(\.name)
    let words = [
      Text(it: "Theil", en: "Theil"), Text(it: "Gini", en: "Gini"), Text(it: "Moran", en: "Moran"),
      Text(it: "chain ladder", en: "chain ladder"), Text(it: "centralità", en: "centrality"),
      Text(it: "saturazione", en: "occupancy"),
    ]
    for word in words + Acronyms.names.keys.map({ Text(it: $0, en: $0) }) {
      #expect(
        names.contains {
          $0.it.lowercased().contains(word.it.lowercased())
            && $0.en.lowercased().contains(word.en.lowercased())
        }, "\(word.it)")
    }
  }
}
