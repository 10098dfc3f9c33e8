import Testing
import Warehouse

@testable import Indicators

/// Fields no list says the codes of: what somebody wrote there of somebody is not published as a code.
@Suite struct FreeWordsTests {
  @Test func whatIsNoCodeIsNotPublished() {
    let (ages, nodes) = (
      Counting.Breakdown("fascia_eta", .ageBand), Counting.Breakdown("nodo", .node)
    )
    #expect(
      ["65-74", "85+", "<18", "82"].map { ages.code(of: $0) } == ["65-74", "85+", "<18", "82"])
    #expect(
      ["Rossi Mario 87 anni", "85 anni", "", nil].map { ages.code(of: $0) } == [
        "ND", "ND", "ND", "ND",
      ])
    #expect(["P2", "P7.1", "nodo-12"].map { nodes.code(of: $0) } == ["P2", "P7.1", "nodo-12"])
    #expect(["aiuto per mia madre 2", "Bianchi"].map { nodes.code(of: $0) } == ["ND", "ND"])
    #expect(Counting.Breakdown("x", .channel).code(of: "pdp") == "pdp")
  }
}
