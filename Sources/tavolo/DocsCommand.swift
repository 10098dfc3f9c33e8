import ArgumentParser
import Foundation
import Indicators
import Ingest
import Warehouse

struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Scrive le pagine generate di docs/: indicatori, requisiti e dizionario dei dati.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = try Workspace(common.workspace).root + "/docs"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var pages = [
      ("indicators.md", Catalogue.manual), ("data-dictionary.md", Contract.dictionary),
    ]
    let requirements = try Workspace(common.workspace).reference + "/requisiti.json"
    if let json = FileManager.default.contents(atPath: requirements) {
      guard let all = try? JSONDecoder().decode([Requirement].self, from: json) else {
        throw UserFailure.badData(
          "\(requirements): serve un elenco di frasi con id, frase, indicatori e sezioni")
      }
      pages.append(("requirements.md", Requirement.page(all, Catalogue.definitions)))
    }
    for (name, text) in pages {
      try Data(text.utf8).writeWhole(to: "\(folder)/\(name)")
      common.say("Scritto docs/\(name)")
    }
  }
}
