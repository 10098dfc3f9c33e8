import ArgumentParser
import Foundation
import Ingest

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Mostra che cosa Tavolo vede in un file: una riga JSON per ogni riga di tabella.",
    discussion: """
      Ogni riga è un elenco di celle con il loro tipo; le celle vuote sono null. Le date dei fogli \
      di calcolo sono testi ISO 8601.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Un file di qualunque formato che Tavolo legge.", valueName: "file"))
  var path: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Nome o posizione del foglio; di solito il primo visibile.", valueName: "foglio"))
  var sheet: String?

  private static let omittedLimit = 20

  func run() throws {
    let omitted = try TableListing(path: path, sheet: sheet).write { try Console.write($0) }
    for row in omitted.prefix(ReadCommand.omittedLimit) {
      Console.note("riga \(row.line) non mostrata: \(row.problem)")
    }
    if omitted.count > ReadCommand.omittedLimit {
      Console.note("righe non mostrate in tutto: \(omitted.count)")
    }
  }
}
