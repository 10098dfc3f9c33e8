import ArgumentParser
import Foundation
import Indicators
import Reports

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Confronta due edizioni e scrive il bollettino delle revisioni.")

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Dove scrivere il bollettino; di solito reports/revisioni/<prima>_<seconda>.",
      valueName: "cartella"))
  var out: String?

  @Argument(
    help: ArgumentHelp("La cartella della prima edizione, o la sua data.", valueName: "prima"))
  var first: String

  @Argument(
    help: ArgumentHelp("La cartella della seconda edizione, o la sua data.", valueName: "seconda"))
  var second: String

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let before = try PublishedEdition(directory: workspace.edition(first))
    let after = try PublishedEdition(directory: workspace.edition(second))
    let comparison = EditionComparison(before, after)
    let threshold = try workspace.disclosureSettings().settings.threshold
    let folder =
      out ?? "\(workspace.reports)/revisioni/\(label(before))_\(label(after))"
    let page = try RevisionBulletin(
      comparison, threshold: threshold, language: common.lang == "en" ? .en : .it
    ).write(to: folder)
    let close = comparison.closeRevisions(threshold: threshold)
    if common.json {
      try Console.json([
        "cambiati": comparison.revisions.count, "nuovi": comparison.added.count,
        "tolti": comparison.removed.count, "consegne_nuove": comparison.arrived,
        "consegne_corrette": comparison.corrected, "consegne_tolte": comparison.withdrawn,
        "differenze_di_poche_persone": close, "pagina": page,
      ])
      return
    }
    Console.result(
      "Cambiati \(comparison.revisions.count) numeri; \(comparison.added.count) nuovi, "
        + "\(comparison.removed.count) tolti.")
    if close > 0 {
      Console.result(
        "Attenzione: in \(close) numeri le persone contate cambiano di meno di \(threshold).")
    }
    common.say("Bollettino: \(page)")
  }

  /// Two editions of one date differ by their folder.
  private func label(_ edition: PublishedEdition) -> String {
    let last = URL(filePath: edition.directory).standardizedFileURL.lastPathComponent
    return last.isEmpty ? "\(edition.asOf)" : last
  }
}
