import TestSupport
import Testing

@testable import Ingest

/// Decisions that cannot all hold are told: the one left out would be as if nobody had taken it.
@Suite struct DecisionLedgerTests {
  private func merged(_ decisions: [(String, String, String)]) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(
      DecisionLedger.header.joined(separator: ",") + "\n"
        + decisions.map { "\($0.0),\($0.1),,,\($0.2),Anna,2026-01-31,telefonata\n" }.joined(),
      to: "decisioni.csv")
    return try DecisionLedger(file: folder.path + "/decisioni.csv").merged().map {
      "\($0.former)=\($0.kept)"
    }
  }

  @Test func aChainLeadsToOne() throws {
    #expect(
      try merged([("A", "B", "MERGED"), ("B", "C", "MERGED"), ("A", "D", "DISTINCT")])
        == ["B=A", "C=A"])
  }

  @Test(arguments: [
    ([("A", "C", "MERGED"), ("B", "C", "MERGED")], "«C» è già «A» in un'altra riga"),
    (
      [("A", "B", "MERGED"), ("B", "C", "MERGED"), ("C", "A", "DISTINCT")],
      "«C» e «A» sono dette diverse e, per altre righe, sono la stessa"
    ),
    ([("A", "A", "MERGED")], "riga 2: una decisione è su due cose diverse, non su «A» e sé stessa"),
    ([("A", "B", "MERGED"), ("B", "A", "DISTINCT")], "questa coppia è già decisa"),
    ([("A", "B", "MERGED"), ("B", "C", "MERGED"), ("C", "A", "MERGED")], "già decisa|in cerchio"),
  ])
  func whatCannotHoldIsTold(decisions: [(String, String, String)], complaint: String) {
    let error = #expect(throws: DescriptorError.self) { try merged(decisions) }
    let text = error.map { "\($0)" } ?? ""
    #expect(complaint.split(separator: "|").contains { text.contains($0) }, "\(text)")
  }

  /// A misspelt name is told with the one that is read; notes beside the tables are nobody's business.
  @Test func aFileNobodyReadsIsTold() throws {
    let folder = try TemporaryFolder()
    let read = [folder.path + "/organizzazioni.csv"]
    try folder.write("x\n", to: "LEGGIMI.md")
    try folder.write("x\n", to: "organizzazioni.csv")
    try IdentityDecisions.checkNames(besides: read)
    try folder.write("x\n", to: "organizazioni.csv")
    let error = #expect(throws: DescriptorError.self) {
      try IdentityDecisions.checkNames(besides: read)
    }
    #expect(error?.file == folder.path + "/organizazioni.csv")
    #expect(error?.message.contains("forse «organizzazioni.csv»") == true)
  }
}
