import ArgumentParser
import Foundation
import Ingest
import Warehouse

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Prepara la cartella di lavoro di altre province, con un esempio da provare.")

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      "La cartella da preparare; di solito quella corrente.", valueName: "cartella"))
  var folder = "."

  @Option(
    name: .long,
    help: ArgumentHelp(
      "La provincia: la sigla (ME) o le tre cifre ISTAT (083); più d'una fra virgole, o "
        + "«\(NewTerritory.everywhere)».", valueName: "sigle"))
  var province: String

  @Option(
    name: .long,
    help: ArgumentHelp("Come i rapporti chiamano il territorio.", valueName: "territorio"))
  var name: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "La cartella reference da cui partire; di solito quella della cartella di lavoro.",
      valueName: "cartella"))
  var from: String?

  func run() throws {
    var reference = try from ?? Workspace(common.workspace).reference
    // The folder of Tavolo itself, or another workspace, has it inside.
    if FileManager.default.fileExists(atPath: reference + "/datasets/reference/comuni_italia.csv") {
      reference += "/datasets/reference"
    }
    guard FileManager.default.fileExists(atPath: reference + "/comuni_italia.csv") else {
      throw UserFailure.noInput(
        "in «\(reference)» non c'è comuni_italia.csv: indicare con --from la cartella "
          + "datasets/reference di Tavolo")
    }
    guard !FileManager.default.fileExists(atPath: folder + "/datasets") else {
      throw UserFailure.cannotWrite("«\(folder)/datasets» c'è già: non si sovrascrive")
    }
    let territory = try NewTerritory(
      from: reference,
      provinces: province.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      })
    try NewWorkspace(territory, name: name, on: common.asOf).write(to: folder)
    common.say(
      "Preparata la cartella «\(folder)» per "
        + (territory.provinces.count == 1
          ? "la provincia \(territory.provinces[0])" : "\(territory.provinces.count) province")
        + ", \(territory.count) comuni. Che cosa fare ora è in LEGGIMI.md.")
    let missing = territory.withoutResidents
    if !missing.isEmpty {
      common.say(
        "La tabella nazionale non sa i residenti di \(missing.joined(separator: ", ")): scriverli in "
          + "datasets/reference/comuni.csv.")
    }
    if common.json {
      try Console.json([
        "cartella": folder, "province": territory.provinces, "comuni": territory.count,
        "senza_residenti": missing,
      ])
    }
  }
}
