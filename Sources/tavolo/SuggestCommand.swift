import ArgumentParser
import Foundation
import Ingest

struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Guarda un file qualunque e scrive la bozza della sua fonte, da rivedere.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Il file da guardare.")
  var file: String

  @Option(name: .long, help: "Il dataset, se si sa quale è; altrimenti si indovina.")
  var dataset: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Il foglio di una cartella di lavoro; di solito il primo.", valueName: "foglio"))
  var sheet: String?

  @Option(
    name: .long, help: ArgumentHelp("Chi consegna il file, per source.json.", valueName: "editore"))
  var publisher: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "La cartella della bozza; di solito bozze/<nome del file> nella cartella di lavoro.",
      valueName: "cartella"))
  var out: String?

  func run() throws {
    let workspace = try Workspace(common.workspace)
    guard FileManager.default.fileExists(atPath: file) else {
      throw UserFailure.noInput("«\(file)» non c'è")
    }
    let reference = try workspace.readReference()
    if let (source, delivery) = try delivered() {
      let review = try SourceReview(
        delivery, of: source, reference: reference, folder: workspace.reference)
      if common.json {
        try Console.json(["colonne": review.columns, "voci": review.values])
      } else {
        Console.result(review.text)
      }
      return
    }
    let suggestion = try Suggestion(
      file: file, dataset: dataset, sheet: sheet, reference: reference,
      folder: workspace.reference)
    guard dataset != nil || !suggestion.isDoubtful else {
      throw UserFailure.badData(
        "«\(file)» non somiglia a nessun dataset (\(suggestion.evidence)): "
          + (suggestion.reversed?.advice ?? suggestion.readyAdvice
            ?? "se lo è, indicarlo con --dataset"))
    }
    let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    let folder = out ?? "\(workspace.root)/bozze/\(name)"
    let content = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard content.isEmpty else {
      throw UserFailure.cannotWrite(
        "la cartella «\(folder)» non è vuota: indicarne un'altra con --out")
    }
    try DraftFolder(suggestion, publisher: publisher).write(to: folder)
    if common.json {
      var object = suggestion.object
      object["cartella"] = folder
      try Console.json(object)
    } else {
      Console.result(suggestion.text)
      common.say("Bozza in \(folder): leggere LEGGIMI.md.")
    }
  }

  /// The source the file is a delivery of, when it lies in one.
  private func delivered() throws -> (SourceFolder, DeliveryFile)? {
    let url = URL(fileURLWithPath: file)
    let folder = url.deletingLastPathComponent()
    let source = folder.deletingLastPathComponent().path
    guard folder.lastPathComponent == "deliveries",
      FileManager.default.fileExists(atPath: source + "/source.json")
    else { return nil }
    let described = try SourceFolder(path: source)
    return described.deliveries.first { $0.name == url.lastPathComponent }.map { (described, $0) }
  }
}
