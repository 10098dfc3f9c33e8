import Foundation
import Testing

/// What a build computed and published is left alone by that build and done again by another: its version
/// may be the same and its numbers and pages not.
@Suite(.enabled(if: Tavolo.path != nil)) struct OtherBuildTests {
  @Test func anotherBuildComputesAndPublishesAgain() throws {
    let workspace = try Workspace()
    let folder = "datasets/sources/comune-di-prova/richieste"
    try workspace.write(
      """
      {"editore": "Comune di prova", "titolo": "Richieste di prova", "dataset": "richieste",
       "licenza": "prova", "politica": "cumulativa", "sintetico": true}
      """, to: folder + "/source.json")
    try workspace.write(
      """
      id_richiesta,comune,data_richiesta,canale,servizio,esito
      R1,080001,2026-02-03,sportello,C1,in_attesa

      """, to: folder + "/deliveries/2026-06-30.csv")
    let program = try #require(Tavolo.path)
    let other = workspace.path + "/tavolo"
    try FileManager.default.copyItem(atPath: program, toPath: other)
    // What follows an executable's own bytes is not read when it runs.
    let file = try #require(FileHandle(forWritingAtPath: other))
    try file.seekToEnd()
    file.write(Data([0]))
    try file.close()

    func done(_ program: String) throws -> [Bool] {
      let run = try Tavolo.run(
        ["run", "--json", "--workspace", workspace.path, "--as-of", "2026-06-30"], program: program)
      #expect(run.code == 0, "\(run.errors)")
      let said = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return try ["ricalcolato", "pubblicata"].map { try #require(said?[$0] as? Bool) }
    }
    #expect(try done(program) == [true, true])
    #expect(try done(program) == [false, false])
    #expect(try done(other) == [true, true])
  }
}
