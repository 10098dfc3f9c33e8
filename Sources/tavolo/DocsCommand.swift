import ArgumentParser
import Foundation
import Indicators
import Ingest

struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Scrive le pagine generate di docs/: indicatori e dizionario dei dati.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = try Workspace(common.workspace).root + "/docs"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in [
      ("indicators.md", Catalogue.manual), ("data-dictionary.md", Contract.dictionary),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: .atomic)
      common.say("Scritto docs/\(name)")
    }
  }
}
