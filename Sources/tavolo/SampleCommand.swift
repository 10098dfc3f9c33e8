import ArgumentParser
import Foundation
import Sample
import Warehouse

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Scrive consegne sintetiche, riconoscibili come tali, con la chiave delle risposte.")

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "Il seme: lo stesso seme dà gli stessi byte.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "Quante richieste.")
  var requests = 12_000

  @Option(name: .long, help: "La cartella in cui scrivere le fonti.")
  var out: String

  @Option(name: .long, help: "Solo una parte: comune, ambito, piattaforma, ets, pdp, popolazione.")
  var only = "all"

  func run() throws {
    let workspace = try Workspace(common.workspace)
    try writeSample(workspace)
  }
}
