import ArgumentParser
import Foundation
import Indicators
import Reports
import Warehouse

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Controlla un'edizione: le impronte dei suoi file e ogni suo numero, ricalcolato.")

  @OptionGroup var common: CommonOptions

  @Argument(
    help:
      ArgumentHelp(
        "La cartella o la data dell'edizione; di solito l'ultima, o quella della data di riferimento.",
        valueName: "edizione")
  )
  var edition: String?

  func run() throws {
    let workspace = try Workspace(common.workspace)
    let folder = workspace.edition(
      edition ?? "\(common.asOfText == nil ? newest(workspace) : common.asOf)")
    let published = try PublishedEdition(directory: folder)
    let store = try workspace.storeToRead()
    let settings = try workspace.disclosureSettings().settings
    let computed = try Engine(
      store: store, settings: settings, asOf: published.asOf,
      declared: try DeclaredIndicators(workspace, store).indicators
    )
    .observations(following: .replaced)
    let found = EditionVerification(
      published, computed: computed, deliveries: try store.editionDeliveries())
    if common.json {
      try Console.json([
        "edizione": folder, "confermata": found.isConfirmed, "file": found.files,
        "osservazioni": found.observations, "file_cambiati": found.altered,
        "file_mancanti": found.missing, "file_estranei": found.unlisted,
        "osservazioni_diverse": found.different, "consegne_nuove": found.newDeliveries,
        "consegne_perdute": found.lostDeliveries,
      ])
    } else {
      tell(found, folder)
    }
    if !found.isConfirmed { throw ExitCode(65) }
  }

  /// The day of the last edition that is there; the as-of date where there is none.
  private func newest(_ workspace: Workspace) -> Day {
    let names = try? FileManager.default.contentsOfDirectory(atPath: workspace.reports)
    return (names ?? []).compactMap { Day(iso: $0) }.max() ?? common.asOf
  }

  private func tell(_ found: EditionVerification, _ folder: String) {
    func list(_ title: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      Console.result("\(title): \(names.count)")
      for name in names.prefix(20) { Console.result("  \(name)") }
      if names.count > 20 { Console.result("  … e altri \(names.count - 20)") }
    }
    list("File cambiati dopo la pubblicazione", found.altered)
    list("File mancanti", found.missing)
    list("File che nessuno ha pubblicato", found.unlisted)
    list("Numeri diversi da quelli ricalcolati ora", found.different)
    list("Consegne arrivate dopo l'edizione", found.newDeliveries)
    list("Consegne dell'edizione che l'archivio non ha più uguali", found.lostDeliveries)
    Console.result(
      found.isConfirmed
        ? "Confermata: \(found.files) file hanno la loro impronta e \(found.observations) "
          + "osservazioni sono quelle che si ricalcolano ora."
        : "L'edizione in «\(folder)» non è confermata.")
  }
}

extension Store {
  /// The deliveries an edition made now would rest on.
  func editionDeliveries() throws -> [PublishedEdition.Delivery] {
    try deliveries().map {
      PublishedEdition.Delivery(
        publisher: $0.publisherName, dataset: $0.dataset, file: $0.delivery, sha256: $0.sha256)
    }
  }
}
