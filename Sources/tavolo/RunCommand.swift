import ArgumentParser
import Foundation
import Warehouse

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Carica, calcola e pubblica: tutto quello che è cambiato, e nient'altro.")

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Esce con 1 se qualche riga è stata rifiutata.")
  var strict = false

  func run() throws {
    let workspace = try Workspace(common.workspace)
    var quiet = common
    // The stages speak for themselves; in JSON mode only the last object is printed.
    if common.json {
      quiet.json = false
      quiet.quiet = true
    }
    let (ingest, compute, publish) = try workspace.locked {
      let ingest = try IngestStage(workspace: workspace, common: quiet).run()
      let store = try workspace.store()
      let compute = try ComputeStage(workspace: workspace, common: quiet).run(store)
      let publish = try PublishStage(workspace: workspace, common: quiet).run(
        store, inputs: compute.inputs)
      return (ingest, compute, publish)
    }
    if common.json {
      try Console.json([
        "righe_lette": ingest.rowsRead, "righe_rifiutate": ingest.rowsRefused,
        "consegne_caricate": ingest.loaded.count, "consegne_invariate": ingest.unchanged,
        "fonti_non_lette": ingest.failures.map { ["fonte": $0.source, "motivo": $0.message] },
        "ricalcolato": compute.hasChanged, "osservazioni_pubblicate": compute.counts.published,
        "osservazioni_soppresse": compute.counts.suppressed, "edizione": publish.folder,
        "pubblicata": publish.hasChanged,
      ])
    } else if !ingest.hasChanged, !compute.hasChanged, !publish.hasChanged {
      common.say("Nulla è cambiato: l'edizione in \(publish.folder) è aggiornata.")
    } else {
      try ingest.report(common)
      try compute.report(common)
    }
    if !common.json { try publish.report(common) }
    if !ingest.failures.isEmpty { throw ExitCode(65) }
    if strict, ingest.rowsRefused > 0 { throw ExitCode(1) }
  }
}
