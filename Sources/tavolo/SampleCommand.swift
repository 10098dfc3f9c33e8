import ArgumentParser
import Foundation
import Sample
import Warehouse

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Scrive consegne sintetiche, riconoscibili come tali, con la chiave delle risposte.")

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long, help: ArgumentHelp("Il seme: lo stesso seme dà gli stessi byte.", valueName: "N"))
  var seed: UInt64 = 1

  @Option(name: .long, help: ArgumentHelp("Quante richieste.", valueName: "N"))
  var requests = 12_000

  @Option(
    name: .long, help: ArgumentHelp("La cartella in cui scrivere le fonti.", valueName: "cartella"))
  var out: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Dove scrivere la chiave delle risposte; di solito accanto alla cartella.", valueName: "file")
  )
  var key: String?

  @Flag(
    name: .long, help: "Solo l'ultima consegna, con tutto dentro: un file grande per le misure.")
  var latest = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Solo una parte: \(SamplePart.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "parte"))
  var only = "all"

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let files = try SampleGenerator(
      reference: workspace.reference, seed: seed, requests: requests, asOf: common.asOf
    ).write(
      to: out, only: try SamplePart.parts(named: only), deliveries: latest ? .latest : .all,
      answerKey: key)
    for file in files {
      common.say("\(file.path): \(file.rows) righe, \(file.bytes) byte")
    }
  }
}
