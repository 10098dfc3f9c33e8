import ArgumentParser
import Foundation
import Indicators
import Warehouse

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Da un numero pubblicato alla sua definizione, alle consegne e alle righe.")

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Quante righe elencare per consegna; dove sono di persone si dice solo quante.",
      valueName: "N"))
  var lines = 20

  @Argument(
    help: ArgumentHelp(
      "L'identificativo dell'osservazione, come in dati/osservazioni.csv.", valueName: "id"))
  var observation: String

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let store = try workspace.storeToRead()
    // A number read on a page is of its edition's day, which is seldom today.
    let asOf =
      common.asOfText == nil
      ? try store.lastComputed(upTo: common.asOf) ?? common.asOf : common.asOf
    guard
      let found = try store.observations(asOf: asOf)
        .first(where: { $0.id == observation })
    else {
      throw UserFailure.noInput("al \(asOf) non c'è un'osservazione «\(observation)»")
    }
    let slug = Definition.slug(of: found.indicator)
    let declared = try DeclaredIndicators(workspace, store).indicators
    let definition = (Catalogue.definitions + declared.map(\.definition)).first {
      $0.slug == slug
    }
    let isProvisional = try store.ambiti().contains {
      TerritoryKey(.ats, $0.id) == found.territory && $0.isProvisional
    }
    let explanation = try Explanation(
      found, definition: definition, isProvisional: isProvisional,
      trace: try Trace(of: found, store: store, asOf: asOf, declared: declared), store: store,
      linesShown: lines)
    if common.json { return try Console.json(explanation.json) }
    for line in explanation.text { Console.result(line) }
  }
}
