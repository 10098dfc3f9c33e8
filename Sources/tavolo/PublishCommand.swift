import ArgumentParser
import Foundation
import Indicators
import Ingest
import Reports
import Warehouse

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Scrive l'edizione: pagine, fogli e dati aperti, tutta intera o niente.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let outcome = try workspace.locked {
      let store = try workspace.existingStore()
      guard let inputs = try store.computedInputs(asOf: common.asOf) else {
        throw UserFailure.noInput(
          "al \(common.asOf) non ci sono osservazioni: prima «tavolo compute --as-of \(common.asOf)»"
        )
      }
      return try PublishStage(workspace: workspace, common: common).run(store, inputs: inputs)
    }
    try outcome.report(common)
  }
}
