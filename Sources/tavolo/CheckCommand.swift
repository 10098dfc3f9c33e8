import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Prova a leggere un file o una fonte senza caricare nulla, e dice che cosa ne verrebbe.",
    discussion: """
      Con --json scrive un oggetto; di una fonte con più consegne, o con nessuna, un oggetto con la lista «deliveries» \
      di quegli oggetti.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      "Un file consegnato, oppure la cartella di una fonte.", valueName: "file o cartella"))
  var path: String

  @Option(
    name: .long, help: "Il contratto, per un file che non sta in una fonte (richieste, enti…).")
  var dataset: String?

  @Option(
    name: .long, help: ArgumentHelp("Scrive la ricevuta in questa cartella.", valueName: "cartella")
  )
  var out: String?

  @Flag(name: .long, help: "Esce con 1 se qualche riga sarebbe rifiutata.")
  var strict = false

  func run() throws {
    let workspace = try Workspace(common.workspace)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UserFailure.noInput("«\(path)» non c'è")
    }
    let examinations: [Examination]
    do {
      examinations = try Examination.run(
        path: path, isFolder: isFolder.boolValue, dataset: dataset, receivedOn: common.asOf,
        reference: workspace.readReference(), receipts: common.receipts(in: out))
    } catch let error as UnreadableFile where common.json && !error.isAbsent {
      // A program that asked for an object gets one, and the exit code says the rest.
      try Console.json(Examination.object(ofRefused: path, error))
      throw error
    }
    // A program that asked for an object gets one, however many deliveries a source has.
    let isList = common.json && examinations.count != 1
    if isList { Console.result("{ \"deliveries\" : [") }
    for (i, examination) in examinations.enumerated() {
      if isList, i > 0 { Console.result(",") }
      if common.json {
        try Console.json(
          examination.object, listing: "findings", each: examination.findingObjects)
      } else {
        Console.result(examination.text)
      }
    }
    if isList { Console.result("] }") }
    if strict, examinations.contains(where: { $0.refused > 0 }) { throw ExitCode(1) }
  }
}
