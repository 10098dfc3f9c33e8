import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Scrive il modello XLSX da compilare per un dataset, che si consegna senza mappe.")

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      "I dataset: richieste, enti… (docs/data-dictionary.md li elenca).", valueName: "dataset"))
  var datasets: [String] = []

  @Flag(name: .long, help: "Tutti i dataset.")
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "La cartella in cui scrivere; di solito quella corrente.", valueName: "cartella"))
  var out = "."

  func validate() throws {
    guard all || !datasets.isEmpty else {
      throw ValidationError("dire per quale dataset, oppure --all")
    }
    for name in datasets where Contract.named(name) == nil {
      throw ValidationError(Contract.unknown(name))
    }
  }

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let reference = try workspace.readReference()
    let names = all ? Contract.all.map(\.dataset) : datasets
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    } catch {
      throw UserFailure.cannotWrite("non si può scrivere in «\(out)»")
    }
    var files: [String] = []
    for contract in names.compactMap(Contract.named) {
      let file = "\(out)/modello-\(contract.dataset).xlsx"
      try FillInTemplate(contract, reference: reference, language: common.lang == "en" ? .en : .it)
        .write(to: file, on: common.asOf)
      files.append(file)
      common.say("\(file): \(contract.title), \(contract.fields.count) colonne")
    }
    if common.json { try Console.json(["modelli": files]) }
  }
}
